"""Values are frozen, equal where their fields are, and made like dataclasses."""

import pickle
from collections.abc import Mapping

import pytest

from budjettitui.values import field, frozen, record, replace, thing


@frozen
class Point:
    """A point."""

    x: int
    y: int = 0
    marks: Mapping[str, int] = field(default_factory=dict)

    def moved(self, by: int) -> "Point":
        return replace(self, x=self.x + by)


@frozen
class Name:
    text: str


@thing
class Token:
    text: str


@record
class Counter:
    count: int = 0


def test_a_value_has_its_fields_and_defaults() -> None:
    assert (Point(1).x, Point(1).y, Point(1, y=3).y) == (1, 0, 3)


def test_a_default_that_is_made_anew_is_not_shared() -> None:
    assert Point(1).marks is not Point(1).marks


def test_values_are_equal_where_their_fields_are_and_only_to_their_kind() -> None:
    assert Point(1, 2) == Point(1, 2)
    assert Point(1, 2) != Point(1, 3)
    assert Name("a") == Name("a")
    assert Name("a") != Token("a")  # type: ignore[comparison-overlap]
    assert len({Name("a"), Name("a"), Name("b")}) == 2


def test_a_value_cannot_be_changed_nor_given_other_fields() -> None:
    with pytest.raises(AttributeError):
        Point(1).x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del Point(1).x
    with pytest.raises(AttributeError):
        Point(1).z = 2  # type: ignore[attr-defined]


def test_replace_keeps_the_other_fields_and_refuses_unknown_ones() -> None:
    assert Point(1, 2).moved(4) == Point(5, 2)
    with pytest.raises(TypeError):
        replace(Point(1), z=1)


def test_a_thing_is_equal_to_nothing_but_itself() -> None:
    token = Token("a")
    assert token == token
    assert token != Token("a")


def test_a_record_may_be_changed() -> None:
    counter = Counter()
    counter.count += 1
    assert counter == Counter(1)


def test_a_value_says_its_fields_and_can_be_pickled_and_matched() -> None:
    assert repr(Name("a")) == "Name(text='a')"
    assert pickle.loads(pickle.dumps(Point(1, 2))) == Point(1, 2)
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
