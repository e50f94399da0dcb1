"""The lines around the tables stand in the columns that the mocks draw, at 80 and at 160 cells."""

import pytest
from textual.widget import Widget

from budjettitui.tui.themes import DARK, Looks, chosen
from budjettitui.tui.widgets.balance import Balance, BalanceRow, BalanceText, Bar, Figure
from budjettitui.tui.widgets.keysline import KeyHint, KeysLine
from budjettitui.tui.widgets.panel import Panel, PanelLine, Section
from budjettitui.tui.widgets.strip import FootStrip, StripLine, StripText
from budjettitui.tui.widgets.tabs import Count, Tab, TabsLine, TabsText
from budjettitui.tui.widgets.talk import TalkRule, TalkText
from budjettitui.tui.widgets.title import TitleLine, TitleText
from tests.tui.widgets_stage import Stage, width

SIZES = [(80, 24), (160, 48)]

TITLE = TitleText("hot.toml", about="ESR+ 2021-27 | call max 75 %", stage="application")
PAGES = tuple(Tab(n, name) for n, name in enumerate("Overview Costs Funding Partners Years File".split(), 1))  # noqa: SIM905
COUNTS = (Count("error", 1, "1 error"), Count("warning", 0, "0 warnings"), Count("info", 3, "3 infos"))
TABS = TabsText(PAGES, 0, COUNTS)
HEADS = ("Costs", "Funding", "Missing", "Support", "Rate")


def row(label: str, missing: str, sign: str, funding: str = "548 250,00") -> BalanceRow:
    """A row of HOT's balance."""
    figures = (Figure("550 000,00", "~"), Figure(funding), Figure(missing), Figure("412 500,00"))
    return BalanceRow(
        label, *figures, Figure("75,00 % max 75"), sign, Bar("Support", 750, 750, "75,00 %, at the ceiling")
    )


async def drawn(widget: Widget, size: tuple[int, int], looks: Looks = DARK) -> list[str]:
    """What a widget alone on the screen looks like."""
    app = Stage(widget, looks=looks)
    async with app.run_test(size=size):
        return app.lines()


LONG_STRIP = StripText("Finding 1 of 4: error", "n next  f all", (StripLine("Forum " * 40, "error", "m mends"),))
WIDE_SIGNS = (
    Section("This cell", (PanelLine("漢字 " * 40),)),
    Section("Findings", (PanelLine("x", "error", here=True),)),
)

EVERY = [
    lambda: TitleLine(TITLE),
    lambda: TabsLine(TABS),
    lambda: FootStrip(LONG_STRIP),
    lambda: TalkRule(TalkText("Opened hot.toml")),
    lambda: Balance(BalanceText(HEADS, row("now", "1 750,00", "error"), row("if so", "0,00", "ok", "550 000,00"))),
    lambda: Balance(BalanceText(HEADS, row("now", "1 750,00", "error"), note="Not a number yet")),
    lambda: KeysLine(tuple(KeyHint(key, "does something") for key in "abcdefghijklmn")),
    lambda: Panel(WIDE_SIGNS),
]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("looks", [DARK, chosen("light", ascii=True), chosen(no_colour=True)])
@pytest.mark.parametrize("make", EVERY)
async def test_every_line_is_as_wide_as_the_window(make, size, looks) -> None:  # type: ignore[no-untyped-def]
    lines = await drawn(make(), size, looks)
    assert {width(line) for line in lines} == {size[0]}
    if looks.ascii:
        assert all(line.isascii() for line in lines if "漢" not in line)


async def test_the_title_stands_as_in_the_mock() -> None:
    lines = await drawn(TitleLine(TITLE), (80, 24))
    assert lines[0] == " hot.toml                ESR+ 2021-27 | call max 75 %               application "
    lines = await drawn(TitleLine(TITLE), (160, 48))
    assert lines[0].startswith(" hot.toml                                ESR+ 2021-27 | call max 75 %  ")


async def test_a_file_name_stands_whole_beside_each_of_its_states_and_nothing_jumps() -> None:
    states = ("", "read-only", "read-only *unsaved")
    texts = [TitleText("interreg.toml", state, "ESF+ 2021-27", "draft", longest=states[-1]) for state in states]
    lines = [(await drawn(TitleLine(text), (80, 24)))[0] for text in texts]
    assert lines[-1].startswith(" interreg.toml read-only *unsaved ESF+ 2021-27")
    assert len({line.index("ESF+") for line in lines}) == 1


async def test_a_long_file_name_gives_way_to_the_state_behind_it() -> None:
    lines = await drawn(TitleLine(TitleText("hyva-alku-2024.toml", "*unsaved", "State grant (TEM)", "draft")), (80, 24))
    assert lines[0].startswith(" hyva-alku-202… *unsaved State grant (TEM)")


async def test_the_tabs_stand_as_in_the_mock() -> None:
    lines = await drawn(TabsLine(TABS), (80, 24))
    assert lines[0] == " g[1 Overview] 2 Costs  3 Funding  4 Partners  5 Years  6 File         ✗1 !0 i3 "
    lines = await drawn(TabsLine(TABS), (160, 48))
    assert lines[0].endswith("  ✗ 1 error  ! 0 warnings  i 3 infos ")


async def test_tabs_that_are_too_long_lose_counts_first_and_then_names() -> None:
    lines = await drawn(TabsLine(TABS), (70, 20))
    assert lines[0].endswith(" ✗1 ")
    lines = await drawn(TabsLine(TABS), (60, 20))
    assert lines[0].startswith(" g[1 Overview] 2  3  4  5  6 ")
    assert lines[0].endswith("✗1 !0 i3 ")


async def test_the_strip_stands_as_in_the_mock() -> None:
    text = StripText(
        "Finding 1 of 2: warning",
        "n next  f all",
        (
            StripLine("Tulkkaus: the price 71,92 looks like one with VAT (58,00 x 1,24)", "warning"),
            StripLine("  without VAT 8 700,00, that is 2 088,00 less", right="w why  r accept  c note"),
        ),
    )
    assert (await drawn(FootStrip(text), (80, 24)))[:3] == [
        "─ Finding 1 of 2: warning ────────────────────────────────────── n next  f all ─",
        " ! Tulkkaus: the price 71,92 looks like one with VAT (58,00 x 1,24)             ",
        "   without VAT 8 700,00, that is 2 088,00 less          w why  r accept  c note ",
    ]


async def test_an_empty_strip_keeps_its_lines() -> None:
    strip = FootStrip(StripText())
    app = Stage(strip, TalkRule(TalkText("Opened")))
    async with app.run_test(size=(80, 24)):
        assert strip.size.height == 3
        assert app.lines()[3].startswith("─ Opened ─")


async def test_the_rule_that_talks_meets_the_side_of_the_panel() -> None:
    lines = await drawn(TalkRule(TalkText("if you press Enter", joint=108)), (160, 48))
    assert lines[0] == "─ if you press Enter ───" + "─" * 84 + "┴" + "─" * 51


async def test_the_balance_at_rest_stands_as_in_the_mock() -> None:
    lines = await drawn(Balance(BalanceText(HEADS, row("now", "1 750,00", "error"))), (80, 24))
    assert lines[:3] == [
        "              Costs       Funding         Missing      Support             Rate ",
        " now     550 000,00~   548 250,00    ✗   1 750,00   412 500,00   75,00 % max 75 ",
        " Support [=================================|          ] 75,00 %, at the ceiling ",
    ]


async def test_a_preview_stands_below_what_is_now() -> None:
    text = BalanceText(HEADS, row("now", "1 750,00", "error"), row("if 1", "0,00", "ok", "550 000,00"))
    lines = await drawn(Balance(text), (80, 24))
    assert lines[2] == " if 1    550 000,00~   550 000,00    ✓       0,00   412 500,00   75,00 % max 75 "


async def test_on_a_wide_window_the_bar_stands_beside_the_rows() -> None:
    lines = await drawn(Balance(BalanceText(HEADS, row("now", "1 750,00", "error"))), (160, 48))
    figures = " now     550 000,00~   548 250,00    ✗   1 750,00   412 500,00   75,00 % max 75"
    assert lines[1].startswith(figures + "   Support [======================|       ] 75,00 %, at the ceiling ")
    assert lines[2].strip() == ""


async def test_no_figure_is_ever_cut() -> None:
    big = Figure("999 999 999 999,99")
    long = BalanceRow("now", big, big, big, big, Figure("75,00 %"), "error")
    lines = await drawn(Balance(BalanceText(HEADS, long)), (80, 24))
    assert sum(line.count(big.text) for line in lines) == 4
    lines = await drawn(Balance(BalanceText(HEADS, long)), (160, 48))
    assert lines[1].count(big.text) == 4


async def test_the_keys_that_matter_stay_where_the_line_is_short() -> None:
    hints = [
        KeyHint("Enter", "edit"),
        KeyHint("D", "copy of the line", 9),
        KeyHint("a", "add", 2),
        KeyHint("?", "help"),
    ]
    lines = await drawn(KeysLine(tuple(hints)), (30, 10))
    assert lines[0] == " Enter edit  a add  ? help    "


async def test_the_panel_stands_as_in_the_mock() -> None:
    sections = (
        Section("This cell: missing", (PanelLine("75 000,00 − 73 250,00 = 1 750,00"),)),
        Section("Findings  [all]", (PanelLine("fvh: self-financing missing", "error", "−1 750,00", here=True),)),
    )
    panel = Panel(sections)
    panel.styles.width = 52
    lines = [line[:52] for line in await drawn(panel, (160, 48))]
    assert lines[:6] == [
        "│ This cell: missing                                ",
        "│ 75 000,00 − 73 250,00 = 1 750,00                  ",
        "│                                                   ",
        "├─ Findings  [all] " + "─" * 33,
        "│▸✗ fvh: self-financing missing           −1 750,00 ",
        "│                                                   ",
    ]


async def test_a_panel_with_too_much_in_it_shortens_its_longest_section() -> None:
    sections = (Section("One", tuple(PanelLine(str(n)) for n in range(40))), Section("Two", (PanelLine("seen"),)))
    lines = await drawn(Panel(sections), (80, 12))
    assert any("seen" in line for line in lines)
    assert [line.strip("│ ") for line in lines[1:8]][-2:] == ["5", "6"]
    assert "7 …" in lines[8]


async def test_markup_and_control_signs_are_only_text() -> None:
    evil = "[/] [@click=app.quit]x[/]\x1b]52;c;aGk=\x07\u202ebad"
    for widget in (
        TitleLine(TitleText(evil)),
        TalkRule(TalkText(evil)),
        FootStrip(StripText(evil, evil, (StripLine(evil),))),
    ):
        text = "".join(await drawn(widget, (160, 24)))
        assert "[@click=app.quit]x[/]␛]52;c;aGk=␇⟨U+202E⟩bad" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
