"""What every theme keeps: a role can be read on its ground, has its sign, and is there in each of them."""

from decimal import Decimal

import pytest
from rich.color import Color

from budjettitui.tui.themes import LOOKS, NO_COLOUR, ROLES, SIGNS, Looks, chosen
from tests.tui.widgets_stage import width

LEAST = Decimal("4.5")
COLOURED = [looks for looks in LOOKS.values() if looks is not NO_COLOUR]


def luminance(hexadecimal: str) -> Decimal:
    """The relative luminance of WCAG 2.2."""
    red, green, blue = (linear(int(hexadecimal[at : at + 2], 16)) for at in (1, 3, 5))
    return Decimal("0.2126") * red + Decimal("0.7152") * green + Decimal("0.0722") * blue


def linear(channel: int) -> Decimal:
    """One channel of sRGB as light."""
    share = Decimal(channel) / 255
    if share <= Decimal("0.04045"):
        return share / Decimal("12.92")
    return ((share + Decimal("0.055")) / Decimal("1.055")) ** Decimal("2.4")


def contrast(one: str, other: str) -> Decimal:
    """The contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + Decimal("0.05")) / (dark + Decimal("0.05"))


def hexadecimal(color: Color | None, otherwise: str) -> str:
    """A colour of a style, or the theme's own where the style leaves it."""
    return otherwise if color is None else color.get_truecolor().hex


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("looks", COLOURED, ids=lambda looks: looks.name)
def test_every_role_can_be_read_on_its_ground(looks: Looks, role: str) -> None:
    style = looks.roles.get(role, looks.role(role))
    front, ground = hexadecimal(style.color, looks.text), hexadecimal(style.bgcolor, looks.ground)
    assert contrast(front, ground) >= LEAST, f"{role} in {looks.name}: {contrast(front, ground):.2f}"


@pytest.mark.parametrize("looks", COLOURED, ids=lambda looks: looks.name)
def test_a_theme_has_every_role_and_readable_text(looks: Looks) -> None:
    assert set(looks.roles) == set(ROLES)
    assert contrast(looks.text, looks.ground) >= LEAST


def test_without_colour_there_is_none() -> None:
    looks = chosen("dark", no_colour=True)
    assert all(style.color is None and style.bgcolor is None for style in looks.roles.values())
    assert looks.role("cursor").reverse
    assert looks.role("edit").underline
    assert looks.role("error").bold
    assert not any(style.dim for style in looks.roles.values())


def test_every_sign_is_one_cell_and_has_a_plain_form() -> None:
    for drawn, plain in SIGNS.values():
        assert width(drawn) == width(plain) == 1
        assert plain.isascii()


def test_ascii_draws_nothing_of_ours_that_is_wider_than_ascii() -> None:
    looks = chosen(ascii=True)
    assert looks.shown("ESF 2014\u20132020") == "ESF 2014-2020"
    assert looks.shown("─ ✓ agrees ✗ 1\u22125 … ┌┐└┘├┤┬┴┼│ ↳ ▸") == "- v agrees X 1-5 . +++++++++| \\ >"
    assert looks.shown("Hyvinvoinnista äö") == "Hyvinvoinnista äö"


def test_the_cursor_is_told_from_what_is_selected_in_every_theme() -> None:
    for looks in LOOKS.values():
        assert looks.role("cursor") != looks.role("selected"), looks.name
