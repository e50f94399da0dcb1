"""The document: a budget file's text, its values, and where each of them stands."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from budjettitui.document import limits
from budjettitui.document.intent import Applied, carried_out
from budjettitui.document.layout import Path, divide
from budjettitui.document.local import rejudged
from budjettitui.document.parts import Lost, Span, TextFault, same
from budjettitui.document.reading import Places, suspicious
from budjettitui.document.salvage import Salvaged, place, salvage
from budjettitui.edits import Edit, Splice

BOM = "\ufeff"


class Document:
    """A file as it is, never changed: an edit gives another document. Whatever is wrong in it is in `faults`.

    `text` is without byte order mark. Where the bytes are no UTF-8, it holds replacement characters and nothing in it
    can be edited. `lost` says what the faults took away, so that it is not taken for absent.
    """

    def __init__(self, text: str, bom: bool, read: Salvaged, *, data: bytes | None = None) -> None:
        self.text = text
        self.bom = bom
        self.values = read.values
        self.faults = read.faults
        self.lost = read.lost
        self._readable = read.text
        self._data = data

    @staticmethod
    def from_bytes(data: bytes) -> "Document":
        """Read a file's bytes. Never raises: what is wrong is a fault."""
        if len(data) > limits.BYTES or limits.too_many_pieces(data):
            return _unread("too-large", data)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            return _undecodable(data, error)
        bom = text.startswith(BOM)
        text = text.removeprefix(BOM)
        return Document(text, bom, salvage(text, limits.suspicious(data)))

    @staticmethod
    def from_text(text: str, bom: bool = False) -> "Document":
        """Read a text that was made from another document's. A surrogate or too much of it is a fault, as in bytes."""
        data = text.encode("utf-8", "surrogatepass")
        if len(data) > limits.BYTES or limits.too_many_pieces(data):
            return _unread("too-large", data)
        return Document(text, bom, salvage(text, limits.suspicious(data)))

    @property
    def editable(self) -> bool:
        """True where all of it could be read."""
        return not self.faults

    @property
    def faithful(self) -> bool:
        """True where `text` is what the bytes say; else it holds replacement characters, or nothing, and is not written."""
        return self._data is None

    def to_bytes(self) -> bytes:
        """The bytes to save. An unedited document gives those that it was read from."""
        return (BOM * self.bom + self.text).encode("utf-8", "surrogatepass") if self._data is None else self._data

    @cached_property
    def places(self) -> Places:
        """Where everything stands; worked out when first asked for."""
        return Places(self._readable, divide(self._readable))

    @cached_property
    def _found(self) -> dict[Path, Span | None]:
        return {}

    def _find(self, path: Path) -> Span | None:
        if path not in self._found:
            self._found[path] = self.places.find(path)
        return self._found[path]

    def span(self, path: Path) -> tuple[int, int] | None:
        """The characters of a value, or of a table's or row's header."""
        found = self._find(path)
        return (found.start, found.end) if found else None

    def key_span(self, path: Path) -> tuple[int, int] | None:
        """The characters of a key; of a table's name in its header."""
        found = self._find(path)
        return (found.key_start, found.key_end) if found else None

    def position(self, path: Path, *, key: bool = False) -> tuple[int, int] | None:
        """Line and column of a value, or of its key: both from 1, the column in characters."""
        found = self._find(path)
        if found is None:
            return None
        at = found.key_start if key else found.start
        number = self.places.layout.section_at(at)
        start = self.places.layout.starts[number]
        line = self._first_lines[number] + self.text.count("\n", start, at)
        return line, at - self.text.rfind("\n", 0, at)

    @cached_property
    def _first_lines(self) -> list[int]:
        """The line that each section begins on."""
        lines = [1]
        for start, end in pairwise(self.places.layout.starts):
            lines.append(lines[-1] + self.text.count("\n", start, end))
        return lines

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def line_count(self) -> int:
        """How many lines there are; a last line without line end counts."""
        return len(self._lines) - (self._lines[-1] == "")

    def line_text(self, number: int) -> str:
        """A line by its number from 1, without its line end; empty where there is no such line."""
        return self._lines[number - 1].removesuffix("\r") if 0 < number <= len(self._lines) else ""

    def spelling(self, path: Path) -> str | None:
        """A value as it is written in the file."""
        found = self._find(path)
        return self._readable[found.start : found.end] if found else None

    def apply(self, edits: Sequence[Edit]) -> Applied:
        """The document with the edits made, one after another. Raises EditRefused where one cannot be."""
        return carried_out(self, edits)

    def splice(self, splices: Sequence[Splice]) -> "Document":
        """The document with pieces of its text replaced, in order: undo, redo, and mends of what could not be read."""
        document = self
        for each in splices:
            document = document._spliced(each)
        return document

    def _spliced(self, splice: Splice) -> "Document":
        """One piece replaced. Judged by itself where that is enough, else as a whole."""
        text = "".join((self.text[: splice.start], splice.new, self.text[splice.start + len(splice.old) :]))
        part = rejudged(self.values, self.places, splice, text) if self.editable else None
        if part is None:
            fresh = Document.from_text(text, self.bom)
            _keep_rows(self.values, fresh.values)
            return fresh
        document = Document(text, self.bom, Salvaged(part.values, text, (), ()))
        document.__dict__["places"] = part.places
        if "_first_lines" in self.__dict__ and "\n" not in splice.old + splice.new:
            document.__dict__["_first_lines"] = self._first_lines
        return document


def _keep_rows(old: dict[str, object], new: dict[str, object]) -> None:
    """Rows and tables that are alike stay the same objects: what was worked out from them holds on."""
    for name, value in new.items():
        before = old.get(name)
        if isinstance(value, list) and isinstance(before, list):
            shift = len(value) - len(before)
            for number, row in enumerate(value):
                for other in (number, number - shift):
                    if 0 <= other < len(before) and same(row, before[other]):
                        value[number] = before[other]
                        break
        elif same(before, value):
            new[name] = before


def _unread(reason: str, data: bytes) -> Document:
    fault = TextFault(reason, reason, "", 1, 1, 0, 0)
    return Document("", False, Salvaged({}, "", (fault,), (Lost(None, None, None),)), data=data)


def _undecodable(data: bytes, error: UnicodeDecodeError) -> Document:
    """A file that is no UTF-8: read with replacement characters, and never written."""
    before = data[: error.start].decode("utf-8").removeprefix(BOM)
    text = data.decode("utf-8", "replace").removeprefix(BOM)
    line, column = place(before, len(before))
    kind = "utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "binary" if b"\x00" in data[:4096] else "not-utf-8"
    fault = TextFault("not-utf-8", kind, "", line, column, len(before), len(before) + 1)
    read = salvage(text, suspicious(text))
    faults = (fault, *read.faults) if kind == "not-utf-8" else (fault,)
    return Document(text, False, Salvaged(read.values, read.text, faults, read.lost), data=data)
