"""The sentences of Finnish, Swedish and English: a key and values become text that a person reads.

Nothing that a person reads is built elsewhere. A language is a few TOML files beside this one; only the language that
is asked for is read, and of it only the files that are needed.
"""

from collections.abc import Mapping
from decimal import Decimal

from budjettitui.words.key_names import KEYS
from budjettitui.words.numbers import NO_BREAK, Percent, shown
from budjettitui.words.template import Piece, pieces_of
from budjettitui.words.vocabulary import LANGUAGES, texts

__all__ = ["LANGUAGES", "Percent", "Words"]


class Words:
    """One language and one way of writing numbers.

    `currency` is the sign or code that `{x:money}` puts behind an amount (none where empty), `decimals` is how many
    decimals its amounts have and `percents` how many percentages have, `numbers` is the style of `numbers.STYLES`.
    `keys` are the keys that sentences name.
    """

    def __init__(
        self, lang: str, numbers: str = "default", *, currency: str = "", decimals: int = 2, percents: int = 2,
        keys: Mapping[str, str] = KEYS,
    ) -> None:  # fmt: skip
        self.lang = lang if lang in LANGUAGES else "en"
        self.numbers = numbers
        self.currency = currency
        self.decimals = decimals
        self.percents = percents
        self.keys = keys

    def of(self, currency: str, decimals: int) -> "Words":
        """The same words for a budget in another currency."""
        return Words(self.lang, self.numbers, currency=currency, decimals=decimals, keys=self.keys)

    def finer(self, decimals: int, percents: int) -> "Words":
        """The same words with other decimals: of amounts, and of percentages."""
        return Words(
            self.lang, self.numbers, currency=self.currency, decimals=decimals, percents=percents, keys=self.keys
        )

    def has(self, key: str) -> bool:
        """True where there is a sentence of this key."""
        there = texts(self.lang, key)
        return key in there or key + ".message" in there

    def say(self, key: str, /, **values: object) -> str:
        """The sentence of `key` with its values, safe to show anywhere. A missing key is said as itself.

        `finding.total-cost` is short for `finding.total-cost.message`, the sentence where there is only one.
        """
        there = texts(self.lang, key)
        template = there.get(key) or there.get(key + ".message")
        if template is None:
            return self.show(key)
        return "".join(self._piece(piece, values) for piece in pieces_of(template))

    def show(self, value: object) -> str:
        """One value as this language and number style write it."""
        return shown(value, self.lang, self.numbers, self.decimals, percents=self.percents)

    def key(self, action: str) -> str:
        """How the key of an action is written; the action's name where no key is known."""
        return self.keys.get(action) or KEYS.get(action, action)

    def label(self, group: str, name: str) -> str:
        """What a word of the file is called (`label.funding.municipal`); the word itself where it has no label."""
        key = f"label.{group}.{name}"
        return self.say(key) if self.has(key) else self.show(name)

    def _piece(self, piece: Piece, values: dict[str, object]) -> str:
        if piece.pieces:
            there = all(values.get(name) not in (None, "", ()) for name in piece.names)
            return "".join(self._piece(inner, values) for inner in piece.pieces) if there else ""
        if not piece.name:
            return piece.text
        if piece.name == "key" and piece.spec:
            return self.key(piece.spec)
        value = values.get(piece.name)
        if piece.forms:
            return piece.forms[0 if value == 1 else 1]
        if piece.group:
            names = value if isinstance(value, tuple) else (value,)
            return self.show(tuple(self.label(piece.group, str(name)) for name in names))
        return self._value(value, piece.spec)

    def _value(self, value: object, spec: str) -> str:
        text = shown(value, self.lang, self.numbers, self.decimals, spec, self.percents)
        money = spec == "money" and self.currency and isinstance(value, Decimal)
        return f"{text}{NO_BREAK}{self.currency}" if money else text
