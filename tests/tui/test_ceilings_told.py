"""The goal of the ceiling tells how high support may go, what more costs bring, and that there is nothing to write."""

from pathlib import Path

import pytest

from tests.places import PUBLIC
from tests.tui.person import at, copied

SAID = {
    "en": ("✓ nothing to raise: 412 500,00 is the most for 550 000,00", "this call, 75,00 %", "programme, 80,00 %"),
    "fi": ("✓ ei nostettavaa: 412 500,00 on eniten, kun kustannukset ovat 550 000,00", "tämä haku, 75,00 %",
           "ohjelma, 80,00 %"),
    "sv": ("✓ inget att höja: 412 500,00 är mest när kostnaderna är 550 000,00", "denna utlysning, 75,00 %",
           "programmet, 80,00 %"),
}  # fmt: skip


@pytest.mark.parametrize("lang", SAID)
async def test_the_ceilings_stand_beside_each_other(tmp_path: Path, lang: str) -> None:
    async with at(copied("hot.toml", tmp_path), lang=lang) as person:
        await person.press("T", "4")
        lines = [line.strip(" │▸✗i") for line in person.text().splitlines()]
        nothing, call, programme = SAID[lang]
        assert any(line.startswith(nothing) for line in lines)
        assert any(line.startswith(call) and "412 500,00       0,00" in line for line in lines)
        row = next(line for line in lines if line.startswith(programme))
        assert "440 000,00  27 500,00  867/2021 4 § 1 mom." in row
        assert any("1 000,00" in line and "750,00" in line for line in lines)


async def test_it_is_copied_out_and_enter_writes_nothing(tmp_path: Path) -> None:
    path = copied("hot.toml", tmp_path)
    async with at(path) as person:
        await person.press("T", "4")
        assert "Enter close (nothing to write)" in person.lines()[-1]
        assert "y copy" in person.lines()[-1]
        await person.press("y")
        copied_out = person.screen.last.copied.splitlines()
        assert copied_out[0] == "Support at its ceiling: it is so now"
        assert "this call, 75,00 %\t412500,00\t0,00\tthe ceiling now" in copied_out
        assert "programme, 80,00 %\t440000,00\t27500,00\t867/2021 4 § 1 mom." in copied_out
        assert "Goal: what must change" in person.text()
        await person.press("enter")
        assert not person.session.dirty


async def test_what_moves_is_copied_out_of_any_goal(tmp_path: Path) -> None:
    async with at(copied("hot.toml", tmp_path)) as person:
        await person.press("T", "y")
        assert person.screen.last.copied.splitlines()[1:] == [
            "costs (stated total)\t550000,00\t543000,00",
            "support (stated total)\t412500,00\t407250,00",
        ]


async def test_where_there_is_no_room_for_why_it_stands_below(tmp_path: Path) -> None:
    path = tmp_path / "flat.toml"
    path.write_bytes((PUBLIC / "j11721.toml").read_bytes())
    async with at(path, size=(60, 40)) as person:
        await person.press("T")
        said = " ".join(line.strip(" │▸✗i") for line in person.text().splitlines())
        assert "programme, 80,00 %: the ceiling now, 867/2021 4 § 1 mom." in said
        assert (
            "1 000,00 more of Salary costs bring 400,00 at a flat rate: 1 400,00 more of costs, 1 120,00 more" in said
        )
