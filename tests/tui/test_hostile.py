"""Text of a file is only ever shown: no markup, no control sign, no turned direction reaches the terminal."""

from pathlib import Path

import pytest

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


async def looked_at(person: Person) -> None:
    """Every page and dialog, each safe and of the window's width."""
    for key in WALK:
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
