"""Where each partner has a ceiling of its own, the foot measures the support against those, and the title names them."""

from pathlib import Path

from tests.places import PUBLIC
from tests.tui.person import at

HORIZON = (PUBLIC / "horizon-ia.toml").read_text(encoding="utf-8")


async def foot(tmp_path: Path, text: str) -> str:
    path = tmp_path / "horizon.toml"
    path.write_text(text, encoding="utf-8")
    async with at(path) as person:
        return person.text()


async def test_support_at_the_ceiling_of_each_partner_is_not_over_that_of_the_project(tmp_path: Path) -> None:
    text = await foot(tmp_path, HORIZON)
    assert "max 70–100 % by partner" in text
    assert "90,08 %, at the partners' ceilings" in text
    assert "over 70 %" not in text


async def test_what_one_partner_has_too_much_is_over_though_another_has_room(tmp_path: Path) -> None:
    company = await foot(
        tmp_path, HORIZON.replace("178_500", "180_500").replace("amount = 235_000", "amount = 200_000")
    )
    assert "2 000,00 over the partners' ceilings" in company


async def test_what_all_together_may_still_get_is_room(tmp_path: Path) -> None:
    less = await foot(tmp_path, HORIZON.replace("178_500", "170_500"))
    assert "8 000,00 more up to the partners' ceilings" in less
