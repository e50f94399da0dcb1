"""Text of a file is only ever shown: no markup, no control sign, no turned direction reaches the terminal."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.events import Paste

from tests.tui.person import Person, at
from tests.tui.widgets_stage import width

EVIL = (
    "[/]",
    "[@click=app.quit]x[/]",
    "\x1b]52;c;aGk=\x07",
    "\u202eelgnaw",
    "a\u200bb",
    "[bold",
    "[",
    "💶👩\u200d👩\u200d👧",
    "漢字" * 30,
)
WALK = ("", "g 2", "down", "enter", "escape", "end", "enter", "escape", "g 3", "g 4", "f", "w", "escape", "m", "escape",
        "question_mark", "escape", "colon", "escape", "escape", "g 2", "k", "d", "q", "escape", "u")  # fmt: skip
FORBIDDEN = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0), 0x200B, 0x202E, 0x2066, 0xFEFF, 0x200D)]


HOSTILE = """schema = 1
[project]
name = NAME
code = NAME
rules = NAME
cost_model = NAME
[call]
name = NAME
[stated]
source = NAME
costs = 1000
[[partner]]
id = NAME
name = NAME
role = "lead"
[[partner]]
id = "b"
name = NAME
[[share]]
partner = NAME
costs = 500
[[cost]]
category = NAME
partner = NAME
description = NAME
unit = NAME
quantity = 2
unit_price = 3
amount = 7
[[funding]]
kind = "municipal"
description = NAME
payer = NAME
recipient = "b"
budget_item = NAME
amount = 5
[[appropriation]]
budget_item = NAME
payer = NAME
amount = 5
"""


def hostile(text: str) -> bytes:
    """A budget whose every name is hostile."""
    quoted = '"' + "".join(f"\\U{ord(sign):08X}" for sign in text) + '"'
    return HOSTILE.replace("NAME", quoted).encode()


async def looked_at(person: Person, walk: Sequence[str] = WALK) -> None:
    """Every page and dialog, each safe and of the window's width."""
    for key in walk:
        await person.press(*key.split())
        lines = person.lines()
        found = "".join(lines)
        assert not [sign for sign in FORBIDDEN if sign in found], key
        assert {width(line) for line in lines} == {person.view.width}, key
        assert person.app.is_running


@pytest.mark.parametrize(
    ("text", "size"),
    [
        *(pytest.param(text, (80, 24), marks=[pytest.mark.long] if at % 3 else []) for at, text in enumerate(EVIL)),
        (EVIL[1], (120, 36)),
    ],
)
async def test_hostile_names_are_shown_and_do_nothing(text: str, size: tuple[int, int], tmp_path: Path) -> None:
    path = tmp_path / "evil.toml"
    path.write_bytes(hostile(text))
    before = path.read_bytes()
    async with at(path, size=size) as person:
        await looked_at(person)
    assert path.read_bytes() == before


async def test_a_hostile_file_name_is_shown_safely(tmp_path: Path) -> None:
    path = tmp_path / "a\u202elmot [b] \x1b[2J.toml"
    path.write_bytes(hostile("[/]"))
    async with at(tmp_path) as person:
        assert "⟨U+202E⟩" in person.text()
        await person.press("enter")
        assert person.lines()[0].startswith(" a⟨U+202E⟩")
        assert not [sign for sign in FORBIDDEN if sign in "".join(person.lines())]


FAR = ("number_sign", "down", "enter", "escape", "escape", "g 2", "full_stop", "enter", "escape", "escape", "T", "escape",
       "M", "escape", "C", "b full_stop t o m l", "enter", "down", "escape", "escape", "g 5", "g 6")  # fmt: skip


@pytest.mark.parametrize("text", [EVIL[2], pytest.param(EVIL[3], marks=pytest.mark.long), EVIL[7]])
async def test_facts_goals_models_and_a_comparison_show_hostile_names_safely(text: str, tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_bytes(hostile("b"))
    path = tmp_path / "evil.toml"
    path.write_bytes(hostile(text))
    async with at(path) as person:
        await looked_at(person, FAR)


@pytest.mark.parametrize("text", [EVIL[1], EVIL[2], EVIL[3]])
async def test_a_hostile_table_is_looked_at_imported_and_exported_safely(text: str, tmp_path: Path) -> None:
    path = tmp_path / "evil.toml"
    path.write_bytes(hostile("a"))
    rows = f'Kululaji;Kuvaus;Summa\nservices;"{text}";5,00\n'
    (tmp_path / "t.csv").write_text(rows, encoding="utf-8")
    async with at(path) as person:
        await looked_at(person, ("g 2", "colon", *"import", "enter", "t full_stop c s v", "enter", "enter"))
        assert len(person.session.state.budget.costs) == 2
        await looked_at(person, ("colon", *"export", "enter", "3", "enter"))
    said = (tmp_path / "evil.md").read_text(encoding="utf-8")
    assert not [sign for sign in FORBIDDEN if sign in said.replace("\n", "")]


async def test_columns_of_a_paste_stand_below_each_other_whatever_the_width_of_their_signs(tmp_path: Path) -> None:
    path = tmp_path / "evil.toml"
    path.write_bytes(hostile("a"))
    async with at(path) as person:
        await person.press("escape", "g", "2")
        assert person.app.screen.focused is not None
        person.app.screen.focused.post_message(Paste("services\t漢字\t5,00\nservices\tab\t6,00\n"))
        await person.rest()
        first, second = (width(line[: line.index(amount)]) for amount in ("5,00", "6,00")
                         for line in person.lines() if "services" in line and amount in line)  # fmt: skip
        assert first == second
