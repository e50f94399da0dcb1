"""Frozen values with slots, as `dataclasses` makes them, in a fifth of the time: docs/decisions/006.

A program with 150 kinds of values spends most of its start on making their classes. `frozen` makes one function for a
class where `dataclass(frozen=True, slots=True)` makes seven, and shares the rest; nothing else is different, and type
checkers take it for a dataclass.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


class _Fresh:
    """A default that is made anew for each value."""

    __slots__ = ("make",)

    def __init__(self, make: Callable[[], Any]) -> None:
        self.make = make


def field(*, default: Any = None, default_factory: Callable[[], Any] | None = None) -> Any:
    """A field whose default is made anew for each value, such as an empty dict."""
    return default if default_factory is None else _Fresh(default_factory)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[T]) -> type[T]:
    """Makes a class of frozen values: equal where their fields are, hashable, with slots."""
    return _made(cls, {**_SHARED, "__setattr__": _frozen, "__delattr__": _frozen, "__hash__": _hash, "__eq__": _equal})


@dataclass_transform(frozen_default=True, eq_default=False, field_specifiers=(field,))
def thing(cls: type[T]) -> type[T]:
    """Makes a class of frozen values that are equal to nothing but themselves."""
    return _made(cls, {**_SHARED, "__setattr__": _frozen, "__delattr__": _frozen})


@dataclass_transform(field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Makes a class with slots whose fields may be changed."""
    return _made(cls, {**_SHARED, "__hash__": None, "__eq__": _equal})


def replace(one: T, **changes: Any) -> T:
    """The same value with some fields changed."""
    # every class made here has them, which the type of any value cannot say
    names: tuple[str, ...] = one.__match_args__  # type: ignore[attr-defined]
    return one.__class__(
        **{name: changes.pop(name) if name in changes else getattr(one, name) for name in names}, **changes
    )


def _made(cls: type[T], methods: dict[str, Any]) -> type[T]:
    """The class again, with slots for its fields and one `__init__` of its own."""
    names = tuple(getattr(cls, "__annotations__", ()) if "__annotations__" in cls.__dict__ else ())
    body = {
        name: one for name, one in cls.__dict__.items() if name not in names and name not in ("__dict__", "__weakref__")
    }
    own = {name: method for name, method in methods.items() if name not in body}
    defaults = {name: cls.__dict__[name] for name in names if name in cls.__dict__}
    body |= own | {"__slots__": names, "__match_args__": names, "__qualname__": cls.__qualname__}
    made: Any = type(cls.__name__, cls.__bases__, body)
    made.__init__ = _init(made, names, defaults)
    made._get = attrgetter(*names) if len(names) > 1 else staticmethod(_getter(names))
    known: type[T] = made
    return known


def _getter(names: tuple[str, ...]) -> Callable[[Any], tuple[Any, ...]]:
    """All fields as a tuple, of a value with one or none."""
    return lambda one: tuple(getattr(one, name) for name in names)


def _init(made: type, names: tuple[str, ...], defaults: dict[str, Any]) -> Callable[..., None]:
    """An `__init__` that puts each field straight into its slot."""
    scope: dict[str, Any] = {"fresh": _Fresh}
    taken, put = [], []
    for name in names:
        scope[f"set_{name}"] = made.__dict__[name].__set__
        if name not in defaults:
            taken.append(name)
        else:
            scope[f"default_{name}"] = defaults[name]
            taken.append(f"{name}=default_{name}")
        fresh = isinstance(defaults.get(name), _Fresh)
        put.append(
            f" set_{name}(self, {name}.make() if {name}.__class__ is fresh else {name})"
            if fresh
            else f" set_{name}(self, {name})"
        )
    exec(f"def __init__(self, {', '.join(taken)}):\n" + ("\n".join(put) or " pass"), scope)
    init: Callable[..., None] = scope["__init__"]
    init.__qualname__ = f"{made.__qualname__}.__init__"
    return init


def _frozen(self: Any, name: str, value: Any = None) -> NoReturn:
    raise AttributeError(f"{type(self).__name__} is frozen; {name} stays as it is")


def _equal(self: Any, other: Any) -> Any:
    if self is other:
        return True
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self._get(self) == self._get(other)


def _hash(self: Any) -> int:
    return hash(self._get(self))


def _repr(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{type(self).__qualname__}({fields})"


def _reduce(self: Any) -> tuple[Any, ...]:
    return type(self), tuple(getattr(self, name) for name in self.__match_args__)


_SHARED = {"__repr__": _repr, "__reduce__": _reduce}
