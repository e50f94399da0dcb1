"""Pictures of the screen for `docs/screens/`, drawn from the five budgets, and the page that shows them.

python -m budjettitui.tui.pictures docs budgets
"""

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from budjettitui.settings import Settings
from budjettitui.tui.app import BudgetApp
from budjettitui.values import frozen
from budjettitui.words import Words

TODAY = date(2026, 11, 24)
"""The day on all pictures."""

SMALL, MIDDLE, LARGE = (80, 24), (120, 36), (160, 48)

EMPTY = 'schema = 1\n\n[project]\nname = "New"\nrules = "fi-esrplus-2021"\nstage = "draft"\n'
OFFER = """\
Kululaji;Kuvaus;Määrä;Yksikkö;Hinta;Summa
Palvelut;Tulkkaus, ryhmä 1;90;h;58,00;5220,00
Palvelut;Tulkkaus, ryhmä 2;120;h;58,00;6960,00
Palvelut;Painatus;;;;640,00
Yhteensä;;;;;12820,00
"""
"""A table as it comes from somebody else, with its sum."""

BROKEN = ("decision_limit = 1_000_000", "decision_limit = 1 000 000")

FONT = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
FAMILY = re.compile(r"font-family: Fira Code, monospace")


@frozen
class Picture:
    """One picture: which file, how large, what is pressed, and what one sees on it."""

    name: str
    file: str
    says: str
    keys: Sequence[str] = ()
    size: tuple[int, int] = SMALL
    lang: str = "en"
    theme: str = "dark"


TYPED = ("g", "2", *["down"] * 5, "end")
PICTURES = (
    Picture("overview", "hot.toml", "Overview: what is missing stands first, then where money goes and comes from.",
            size=MIDDLE),
    Picture("costs", "hyva-alku.toml", "Costs on a large window: quantity, unit, price and per cent have a column each.",
            ("g", "2", *["down"] * 5), LARGE),
    Picture("typing", "hyva-alku.toml", "Two digits swapped: the row `if so` and the strip answer before Enter is pressed.",
            (*TYPED, *"10878")),
    Picture("doubt", "hyva-alku.toml", "A number that can be read in two ways is asked, not guessed.",
            (*TYPED, "1", "comma", "2", "3", "4")),
    Picture("funding", "dot.toml", "Funding: the sources, and the budget items that own money is paid from.",
            ("g", "3", *["down"] * 3), MIDDLE),
    Picture("partners", "hot.toml", "Partners: who needs what, and how it adds up.", ("g", "4", "down"), MIDDLE),
    Picture("years", "hyva-alku.toml", "Years: `E` spreads a row by the months of the project.",
            ("g", "5", "E", "down", "E")),
    Picture("file", "hot.toml", "File: the text, in step with the tables.", ("n", "t")),
    Picture("findings", "hot.toml", "All findings: what follows from one stands below it.", ("f",)),
    Picture("mends", "hot.toml", "Mends: the foot shows what the marked one would bring; what is not offered is told.",
            ("m",)),
    Picture("why", "hot.toml", "Why: every figure with its line.", ("w",)),
    Picture("accept", "hot.toml", "Accepting a finding with a reason.", ("r",)),
    Picture("goal", "hot.toml", "Goals: what must change so that nothing is missing.", ("n", "T")),
    Picture("models", "hyva-alku.toml", "Cost models side by side.", ("M",)),
    Picture("empty", "new.toml", "An empty budget says what to begin with.", ("g", "2")),
    Picture("broken", "broken.toml", "A file that is no TOML at one line: the rest is shown, and the line can be mended."),
    Picture("folder", "", "A folder of budgets."),
    Picture("promises", "", "What is promised from which budget item, over all files.", ("g", "2")),
    Picture("export", "hot.toml", "Export: the budget as tables for others, beside the file.", ("colon", *"export", "enter")),
    Picture("import", "hyva-alku.toml", "Import: the rows of a table as they were understood, before anything is written.",
            ("g", "2", "colon", *"import", "enter", *"tarjous", "full_stop", *"csv", "enter")),
    Picture("jump", "hot.toml", "Jump: a letter on everything that can be gone to or clicked.", ("semicolon",)),
    Picture("palette", "hot.toml", "All commands by name, each with its key.", ("colon",)),
    Picture("help", "hyva-alku.toml", "Help for the place where one is.", ("g", "2", "question_mark")),
    Picture("overview-fi", "hot.toml", "In Finnish, light.", lang="fi", theme="light"),
    Picture("costs-sv", "hyva-alku.toml", "In Swedish, for the colour-blind.", ("g", "2"), lang="sv",
            theme="colour-blind"),
)  # fmt: skip
"""In the order in which `docs/screens.md` shows them."""


def main(argv: Sequence[str]) -> int:
    """Draws all pictures into `DOCS/screens/` from the budgets of a folder, and writes the page that shows them."""
    docs, budgets = Path(argv[0]), Path(argv[1])
    screens = docs / "screens"
    screens.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BUDJETTITUI_STATE"] = folder
        os.environ.pop("NO_COLOR", None)
        for one in PICTURES:
            (screens / f"{one.name}.svg").write_text(asyncio.run(drawn(one, budgets)), encoding="utf-8")
    (docs / "screens.md").write_text(page(), encoding="utf-8")
    return 0


async def drawn(one: Picture, budgets: Path) -> str:
    """The picture as SVG, of a copy of the budgets; it fetches no font."""
    with tempfile.TemporaryDirectory() as copy:
        folder = Path(copy) / "budgets"
        shutil.copytree(budgets, folder)
        (folder / "tarjous.csv").write_text(OFFER, encoding="utf-8")
        opened = folder if not one.file else made(folder, one.file)
        app = BudgetApp(opened, Words(one.lang), TODAY, settings=Settings(theme=one.theme))
        async with app.run_test(size=one.size) as pilot:
            for key in ("escape", *one.keys):
                await pilot.pause()
                await pilot.press(key)
            await pilot.pause(0.5)
            shown = app.export_screenshot()
    plain = COMMENT.sub("", FONT.sub("", shown))
    return FAMILY.sub("font-family: ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace", plain)


def made(folder: Path, name: str) -> Path:
    """The file of a picture; two of them are made of others."""
    path = folder / name
    if name == "new.toml":
        path.write_text(EMPTY, encoding="utf-8")
    elif name == "broken.toml":
        path.write_text((folder / "hot.toml").read_text(encoding="utf-8").replace(*BROKEN), encoding="utf-8")
    return path


def page() -> str:
    """`docs/screens.md`: each picture with a sentence."""
    lines = ["# The screens", "", "Drawn from the budgets of this repository: `python dev.py screens` draws them anew."]
    for one in PICTURES:
        lines += ["", f"## {one.name}", "", one.says, "", f"![{one.says}](screens/{one.name}.svg)"]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
