"""Text of a file and names of files, so that nothing in them speaks to a terminal or to the machinery of CI."""

from budjettitui.visible import visible


def quiet(text: str) -> str:
    """One line that no CI takes for a command: `##vso[` and its like may stand anywhere in a line."""
    return visible(text).replace("##", "# #")


def calm(line: str) -> str:
    """A line of data that begins with no command of CI: `::error` is one, also after blanks."""
    return line.replace("::", ": :", 1) if line.lstrip().startswith("::") else line


def name(path: str) -> str:
    """A file name that may begin a line: what does not begin like a name is told from this folder on.

    Standard input is called `-` (a file of that name is `./-`).
    """
    shown = quiet(path)
    plain = shown == "-" or shown[:1].isalnum() or shown.startswith(("./", "../", "/", "_"))
    return shown if plain and not shown.startswith("section_") else f"./{shown}"
