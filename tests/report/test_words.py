"""Values become text as each language writes them, and no sentence can crash a report."""

from datetime import date
from decimal import Decimal

import pytest

from budjettitui.words import LANGUAGES, Percent, Words


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("1234567.5"), "1 234 567,50"),
        (Decimal("-1750"), "−1 750,00"),
        (Decimal("0.005"), "0,01"),
        (Decimal("-0.001"), "0,00"),
        (Percent(Decimal("75.0000474833")), "75,00 %"),
        (date(2025, 4, 1), "1.4.2025"),
        (12, "12"),
        (("a", "b", "c"), "a, b ja c"),
        ("\x1b[31m\u202ex\nr", "␛[31m⟨U+202E⟩x r"),
        (None, "?"),
        (True, "kyllä"),
    ],
)
def test_a_value_is_shown_by_its_type(value: object, text: str) -> None:
    assert Words("fi").show(value).replace("\N{NO-BREAK SPACE}", " ") == text


def test_the_number_style_is_a_setting_of_its_own() -> None:
    assert Words("fi", "1,234.56").show(Decimal("1234.5")) == "1,234.50"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_brackets_without_a_value_are_text(lang: str) -> None:
    words = Words(lang)
    assert '"budjettitui[serve]"' in words.say("cli.no-serve")
    assert "[declared]" in words.say("explain.declaration-missing.mend")
    assert "[[income]]" in words.say("explain.income-as-own.mend")
    assert "[" not in words.say("cli.no-check", word="x") + words.say("cli.no-check", word="x", nearest="y")


def test_decimals_are_those_of_the_currency() -> None:
    assert Words("en").of("JPY", 0).show(Decimal(1750)) == "1\N{NO-BREAK SPACE}750"


def test_the_finnish_sentence_says_what_is_missing_needed_and_there() -> None:
    said = Words("fi", currency="€").say(
        "finding.self-financing-missing",
        who="Forum Virium Helsinki Oy",
        gap=Decimal(1750),
        expected=Decimal(75000),
        actual=Decimal(73250),
    )
    expected = "Forum Virium Helsinki Oy: omarahoituksesta puuttuu 1 750,00 € (tarve 75 000,00, katettu 73 250,00)"
    assert said.replace("\N{NO-BREAK SPACE}", " ") == expected


def test_a_stretch_in_brackets_is_left_out_where_its_value_is_missing() -> None:
    words = Words("en")
    with_it = words.say("finding.unknown-rules", word="x", nearest="generic")
    assert with_it.endswith("; the nearest is generic")
    assert words.say("finding.unknown-rules", word="x", nearest=None) == "There is no rule set x"


def test_one_and_many_have_their_own_forms() -> None:
    words = Words("fi")
    assert words.say("report.count.errors", count=1) == "1 virhe"
    assert words.say("report.count.errors", count=2) == "2 virhettä"


def test_a_missing_key_or_value_is_shown_and_nothing_is_raised() -> None:
    words = Words("sv")
    assert words.say("no.such\x1bkey") == "no.such␛key"
    assert "?" in words.say("finding.self-financing-missing")


def test_a_value_with_holes_and_brackets_in_it_stays_as_it_is() -> None:
    assert "{who} [x]" in Words("en").say("finding.amount-missing", who="{who} [x]")


def test_a_language_that_is_none_of_ours_is_english() -> None:
    assert Words("de").say("report.clean") == "nothing found"


def test_a_key_of_the_screen_is_named_as_it_is_set_and_a_value_called_key_is_a_value() -> None:
    assert Words("en").say("screen.talk.takes-back") == "u takes it back"
    assert Words("en", keys={"undo": "F9"}).of("", 2).say("screen.talk.takes-back") == "F9 takes it back"
    assert Words("en").say("screen.cell-of", key="amount", who="Tulkkaus") == "amount of Tulkkaus"


def test_what_is_raised_or_lowered_stands_in_its_definite_form_in_swedish() -> None:
    words = Words("sv")
    assert words.say("fix.lower-funding", kind="support", to=Decimal(5)) == "Sänk stödet till 5,00"
    raised = words.say("fix.support.down", support=Decimal(5), kind="municipal", to=Decimal(7))
    assert raised == "Sänk stödet till 5,00 och höj den kommunala finansieringen till 7,00"
    assert "ny rad: egen finansiering 1,00" in words.say(
        "fix.support.down", support=Decimal(5), new="own", gap=Decimal(1)
    )
