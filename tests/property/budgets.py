"""Budgets to try things on: valid TOML in every spelling that people, editors and programs give it."""

from hypothesis import strategies as st

NEWLINES = st.sampled_from(["\n", "\n", "\r\n"])
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), max_size=8)
AMOUNTS = st.sampled_from(
    ["0", "5", "12.50", "4.10", "40_000.00", "1_000_000", "-3", "+7.0", "152302.40", "0x1F", "1e3"]
)


def quoted(word: str) -> str:
    """A word as a basic string."""
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


STRINGS = st.one_of(
    WORDS.map(quoted),
    WORDS.filter(lambda word: "'" not in word).map(lambda word: f"'{word}'"),
    WORDS.filter(lambda word: "'" not in word).map(lambda word: f"'''\n# {word}\n[[cost]]\n{word}'''"),
    WORDS.map(lambda word: f'"""{word.replace(chr(92), "").replace(chr(34), "")}\n  two "" quotes\\\n   on """'),
)
DATES = st.sampled_from(["2025-01-01", "2025-01-01T10:00:00Z", "2025-01-01 10:00:00", "07:32:00.5"])
YEARS = st.sampled_from(
    ["{ 2025 = 1.10, 2026 = 5 }", "{2025=1}", "{}", "{ }", "{ a.b = 1, a.c = { d = [1, 2] }, '2026' = 'x, }' }"]
)
ARRAYS = st.sampled_from(
    [
        "[]",
        "[1, 2]",
        '[ "a", "b" ]',
        '[\n  "x", # one ]\n  ["[[cost]]"],\n  # last\n]',
        "[[1], [2, [3]],]",
        "[{ a = 1 }]",
    ]
)
VALUES = st.one_of(AMOUNTS, AMOUNTS, STRINGS, DATES, YEARS, ARRAYS, st.sampled_from(["true", "false"]))
KEYS = st.sampled_from(
    ["id", "amount", '"quoted key"', "'lit'", "years.2025", 'years . "20.26"', "a-b", "extra.x.y", "1"]
)
COMMENTS = st.one_of(st.just(""), st.just(" # why"), st.just("\t#"), st.just(" # [[cost]] \"\"\" ''' "))
INDENTS = st.sampled_from(["", "", "", "  ", "\t"])
EQUALS = st.sampled_from([" = ", " = ", "=", "   =\t"])
BETWEEN = st.lists(st.sampled_from(["", "", "# about the next one", "  # indented", "# '''"]), max_size=3)


@st.composite
def statements(draw: st.DrawFn, keys: st.SearchStrategy[str] = KEYS) -> list[str]:
    """Lines of `key = value`, no key twice, with blanks and comments between them."""
    lines: list[str] = []
    for key in draw(st.lists(keys, max_size=4, unique=True)):
        lines += draw(BETWEEN)
        lines.append(draw(INDENTS) + key + draw(EQUALS) + draw(VALUES) + draw(COMMENTS))
    return lines


@st.composite
def blocks(draw: st.DrawFn, table: str, rows: bool) -> list[str]:
    """A table or row with its header, its statements and perhaps sub-tables."""
    header = f"[[{table}]]" if rows else f"[ {table} ]"
    lines = [*draw(BETWEEN), draw(INDENTS) + header + draw(COMMENTS), *draw(statements())]
    for name in draw(st.lists(st.sampled_from(["sub", '"sub table"']), max_size=1)):
        lines += [*draw(BETWEEN), f"[{table}.{name}]", *draw(statements())]
    return lines


@st.composite
def budgets(draw: st.DrawFn) -> bytes:
    """A file: keys at the top, tables and rows in any order, line ends of one kind or mixed, perhaps a BOM."""
    lines = draw(statements(st.sampled_from(["schema", "title", "top.dotted"])))
    names = draw(st.lists(st.sampled_from(["project", "stated", "cost", "cost", "cost", "funding"]), max_size=7))
    seen: set[str] = set()
    for name in names:
        rows = name in {"cost", "funding"}
        if rows or name not in seen:
            lines += draw(blocks(name, rows))
        seen.add(name)
    text = "".join(line + draw(NEWLINES) for line in lines)
    text = text if draw(st.booleans()) else text.removesuffix("\n").removesuffix("\r")
    return (draw(st.sampled_from(["", "", "\ufeff"])) + text).encode()
