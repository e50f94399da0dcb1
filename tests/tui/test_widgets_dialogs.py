"""Dialogs: a menu with a preview in the balance below, and a question; neither covers the foot of the screen."""

import pytest
from textual.message import Message

from budjettitui.tui.widgets.balance import Balance
from budjettitui.tui.widgets.menu import Choice, Menu, MenuText
from budjettitui.tui.widgets.question import Field, Question, QuestionText
from budjettitui.tui.widgets.talk import TalkRule, TalkText
from tests.tui.widgets_stage import Stage, width

MENDS = MenuText(
    "Mend: fvh, self-financing missing 1 750,00",
    (
        Choice(
            "Raise the municipal money to 75 000,00",
            (
                'city-fvh   73 250,00 -> 75 000,00   "at most" stays',
                "item 1 50 04, set aside   73 250,00 -> 75 000,00",
            ),
        ),
        Choice(
            "Lower the costs of fvh to 293 000,00, its support to 219 750,00",
            ("costs, project   550 000,00 -> 543 000,00",),
            note=("In the file: 3 lines.",),
        ),
        Choice("Change nothing, accept it with a reason ..."),
    ),
    note=("Not offered: lower the costs alone.",),
)

CLOSING = MenuText(
    "Save hot.toml?",
    (Choice("Save and close", key="s"), Choice("Close without saving     the 2 steps are lost"), Choice("Stay here")),
    above=("2 steps are not saved:", "", "  Raise municipal money", "  Edit description of city-fvh"),
    numbered=False,
)

REASON = QuestionText(
    "Accept: fvh, self-financing missing 1 750,00",
    (Field("Reason", required=True), Field("By", "city review", "as last time", width=28), Field("Until", width=12)),
    above=("The finding stays in the file as accepted.",),
    note=("To the file, 7 lines at its end, nothing else",),
    missing="Say why: others read it",
)


class Foot(Stage):
    """A stage that shows the marked choice in its last line, as the balance does, and keeps what a dialog answers."""

    def __init__(self) -> None:
        self.foot = TalkRule(TalkText("at rest"))
        super().__init__(self.foot)
        self.answers: list[object] = []

    def on_menu_marked(self, message: Menu.Marked) -> None:
        self.foot.show(TalkText(f"if {message.index + 1}"))

    def on_menu_pressed(self, message: Menu.Pressed) -> None:
        self.pressed.append(message.key)

    def on_question_typed(self, message: Question.Typed) -> None:
        self.foot.show(TalkText(f"typed {message.text}"))

    def ask(self, dialog: Menu | Question) -> None:
        self.push_screen(dialog, self.answers.append)


@pytest.mark.parametrize("size", [(80, 24), (80, 23), (160, 48), (60, 15)])
@pytest.mark.parametrize("text", [MENDS, CLOSING])
async def test_a_menu_has_straight_sides_and_leaves_the_foot_alone(text: MenuText, size: tuple[int, int]) -> None:
    app = Foot()
    async with app.run_test(size=size) as pilot:
        app.ask(Menu(text, app))
        await pilot.pause()
        lines = app.lines()
        assert {width(line) for line in lines} == {size[0]}
        box = [number for number, line in enumerate(lines) if set("┌│├└") & set(line)]
        assert len(box) <= 17
        assert box[0] >= 2
        assert box[-1] < size[1] - 5
        assert len({line.rindex("│") for line in (lines[n] for n in box) if "│" in line}) == 1


async def test_the_mend_menu_stands_as_in_the_mock() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MENDS, app))
        await pilot.pause()
        box = [line.strip() for line in app.lines() if set("┌│├└") & set(line)]
        assert box[0].startswith("┌─ Mend: fvh, self-financing missing 1 750,00 ───")
        assert box[1].startswith("│ ▸1 Raise the municipal money to 75 000,00   ")
        assert box[2].startswith('│      city-fvh   73 250,00 -> 75 000,00   "at most" stays')
        assert box[4].startswith("│  2 Lower the costs of fvh to 293 000,00, its support to 219 750,00 ")
        assert box[-2].startswith("│ Not offered: lower the costs alone. ")


async def test_the_row_below_follows_the_mark_while_the_menu_stands() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MENDS, app))
        await pilot.pause()
        assert app.lines()[0].startswith("─ if 1 ─")
        await pilot.press("down")
        assert app.lines()[0].startswith("─ if 2 ─")
        assert any("In the file: 3 lines." in line for line in app.lines())
        await pilot.press("3")
        assert app.lines()[0].startswith("─ if 3 ─")
        assert app.answers == []
        await pilot.press("enter")
        assert app.answers == [2]


@pytest.mark.parametrize("key", ["escape", "ctrl+g"])
async def test_leaving_a_menu_answers_nothing(key: str) -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MENDS, app))
        await pilot.press("2", key)
        assert app.answers == [None]


async def test_a_choice_may_have_its_own_key_and_other_keys_do_nothing() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(CLOSING, app))
        await pilot.press("x", "q", "s")
        assert app.answers == [0]


async def test_an_owner_hears_of_the_keys_it_asked_for() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MenuText("Mend", (Choice("one"),), others=frozenset("w")), app))
        await pilot.press("w", "v")
        assert app.pressed == ["w"]


async def test_a_menu_with_too_many_choices_scrolls_to_the_marked_one() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MenuText("Category", tuple(Choice(f"choice {n}") for n in range(40))), app))
        await pilot.press(*["down"] * 30)
        assert any("▸31 choice 30" in line for line in app.lines())


async def test_a_page_down_scrolls_as_far_as_it_marks_and_a_page_up_scrolls_back() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MenuText("Keys", tuple(Choice(f"key {n}") for n in range(40)), numbered=False), app))
        await pilot.press("down", "pagedown")
        seen = [line.strip("│ ") for line in app.lines() if "key " in line]
        assert seen[:2] == ["key 14", "▸key 15"]
        await pilot.press("up")
        assert [line.strip("│ ") for line in app.lines() if "key " in line][:2] == ["▸key 14", "key 15"]
        await pilot.press("pageup", "pageup")
        assert next(line.strip("│ ") for line in app.lines() if "key " in line) == "▸key 0"


async def test_what_goes_on_below_stands_under_the_text_of_its_choice_and_of_its_line() -> None:
    app = Foot()
    line = "   45 + text = " + "long " * 20
    above = "  category not known: " + "word " * 20
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MenuText("Lines", (Choice(line, hang=8),), (above,), numbered=False), app))
        await pilot.pause()
        drawn = app.lines()
        for text, more in (("45 +", 5), ("category", 0)):
            first = next(number for number, one in enumerate(drawn) if text in one)
            begins = drawn[first].index(text) + more
            assert drawn[first + 1].lstrip(" │").startswith(("long", "word"))
            assert len(drawn[first + 1]) - len(drawn[first + 1].lstrip(" │")) == begins


async def test_a_sentence_that_gives_way_leaves_no_lone_sign_behind() -> None:
    app = Foot()
    choices = tuple(Choice(f"choice {n}") for n in range(11))
    text = MenuText("Mend", choices, ("word " * 17 + "12 345,67 apart",), giving=True)
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(text, app))
        for _ in range(4):
            await pilot.pause()
            assert not [line for line in app.lines() if line.strip("│ ") == "…"]
            text = MenuText("Mend", (*text.choices, Choice("one more")), text.above, giving=True)
            app.screen.renew(text)  # type: ignore[attr-defined]


async def test_a_click_marks_and_a_second_click_does_it() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Menu(MENDS, app))
        await pilot.pause()
        y = next(n for n, line in enumerate(app.lines()) if "2 Lower" in line)
        await pilot.click(offset=(20, y))
        assert app.answers == []
        await pilot.click(offset=(20, y))
        assert app.answers == [1]


@pytest.mark.parametrize("size", [(80, 24), (160, 48)])
async def test_a_question_stands_as_in_the_mock(size: tuple[int, int]) -> None:
    app = Foot()
    async with app.run_test(size=size) as pilot:
        app.ask(Question(REASON, app))
        await pilot.press(*"board")
        lines = app.lines()
        assert {width(line) for line in lines} == {size[0]}
        assert any("│ Reason * [board_" in line for line in lines)
        assert any("│ By       [city review                 ]  as last time" in line for line in lines)
        assert lines[0].startswith("─ typed board ─")


async def test_a_question_gives_the_texts_of_its_fields() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Question(REASON, app))
        await pilot.press(*"ok", "tab", "tab", *"2025", "left", "backspace", "enter")
        assert app.answers == [("ok", "city review", "205")]


async def test_a_required_field_that_is_empty_gets_the_caret_and_a_sentence() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Question(REASON, app))
        await pilot.press("tab", "enter")
        assert app.answers == []
        assert any("Say why: others read it" in line for line in app.lines())
        assert any("[_ " in line for line in app.lines())
        await pilot.press("x", "enter")
        assert app.answers == [("x", "city review", "")]


async def test_leaving_a_question_answers_nothing() -> None:
    app = Foot()
    async with app.run_test(size=(80, 24)) as pilot:
        app.ask(Question(REASON, app))
        await pilot.press("x", "escape")
        assert app.answers == [None]


def test_messages_are_values_of_their_dialogs() -> None:
    assert issubclass(Menu.Marked, Message)
    assert Balance.can_focus is False
