"""The archive of a workbook, measured before anything in it is read: its size unpacked, its parts, and what they would fetch.

Nothing is written anywhere, and no name in the archive is ever a path of the machine.
"""

import posixpath
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from xml.parsers import expat

from budjettitui.exchange.grid import TableRefused
from budjettitui.store.reading import LARGEST

MOST_PARTS = 2000
LARGEST_DIRECTORY = 1 << 20
"""Bytes of the archive's list of parts."""

DEEPEST = 256
"""Elements of a part within each other."""

MOST_ELEMENTS = 1_000_000
"""Elements of all parts together: what reading them takes is bounded by these and not by their bytes."""

_CHUNK = 1 << 16
_END = b"PK\x05\x06"
_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of the older forms begins, and one with a password."""

_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)

_BROKEN = (zipfile.BadZipFile, zlib.error, expat.ExpatError, EOFError, OSError, NotImplementedError, ValueError,
           RuntimeError, LookupError, struct.error, OverflowError)  # fmt: skip
"""What unpacking a damaged archive may raise, and reading a part of it: `LookupError` is of a part in letters unknown here."""

Start = Callable[[str, dict[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


class Package:
    """The parts of a workbook, all of them looked at."""

    def __init__(self, data: bytes) -> None:
        self.archive = _opened(data)
        infos = self.archive.infolist()
        if len(infos) > MOST_PARTS:
            raise TableRefused("too-many-parts", most=MOST_PARTS)
        self.parts = {info.filename: info for info in infos}
        if len(self.parts) != len(infos):
            raise TableRefused("damaged")
        seen = _Seen()
        for info in infos:
            _allowed(info)
            _measured(self.archive, info, seen)

    def read(self, name: str) -> bytes:
        """The bytes of a part, which was measured. Raises `TableRefused` where it is not there."""
        info = self.parts.get(name)
        if info is None:
            raise TableRefused("damaged")
        return self.archive.read(info)

    def relations(self, of: str) -> Mapping[str, tuple[str, str]]:
        """What a part leads to, by the name of the relation: the kind of it, and the part."""
        folder, name = posixpath.split(of)
        found: dict[str, tuple[str, str]] = {}
        part = posixpath.join(folder, "_rels", f"{name}.rels")
        if part not in self.parts:
            return found

        def start(element: str, attributes: dict[str, str]) -> None:
            if element == "Relationship":
                target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                kind = attributes.get("Type", "").rpartition("/")[2]
                found[attributes.get("Id", "")] = (kind, target.lstrip("/"))

        walk(self.read(part), start)
        return found


def walk(data: bytes, start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Goes through a part: elements and attributes by their names without prefix. Raises `TableRefused` of what is no XML."""
    parser = guarded(start, end)
    if text is not None:
        parser.buffer_text = True
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except _BROKEN as error:
        raise TableRefused("damaged") from error


class _Seen:
    """What was seen of the parts so far: their bytes and elements, together."""

    def __init__(self) -> None:
        self.bytes = self.elements = 0

    def more_bytes(self, count: int) -> None:
        """So many more. Raises `TableRefused` where it is too much."""
        self.bytes += count
        if self.bytes > LARGEST:
            raise TableRefused("bomb")

    def one_more(self) -> None:
        """One element more. Raises `TableRefused` where it is too much."""
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise TableRefused("too-many-cells", most=MOST_ELEMENTS)


def guarded(start: Start | None = None, end: End | None = None, seen: _Seen | None = None) -> expat.XMLParserType:
    """A parser that takes no document type, no entity of one's own, and no more than so many elements in each other."""
    parser = expat.ParserCreate()
    depth = 0
    count = (seen or _Seen()).one_more

    def opens(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        count()
        if depth > DEEPEST:
            raise TableRefused("too-deep", most=DEEPEST)
        if start is not None:
            prefixed = any(":" in key for key in attributes)
            start(_local(name), {_local(key): value for key, value in attributes.items()} if prefixed else attributes)

    def closes(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(_local(name))

    parser.StartElementHandler = opens
    parser.EndElementHandler = closes
    parser.StartDoctypeDeclHandler = _no_entities
    parser.EntityDeclHandler = _no_entities
    return parser


def _no_entities(*_: object) -> None:
    raise TableRefused("entities")


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _opened(data: bytes) -> zipfile.ZipFile:
    """The archive, whose list of parts is measured by its own word before it is read."""
    if data.startswith(_COMPOUND):
        raise TableRefused("old-or-locked")
    if not data.startswith(_ZIP):
        raise TableRefused("no-workbook")
    at = data.rfind(_END, max(0, len(data) - 65_557))
    if at < 0 or len(data) < at + 22:
        raise TableRefused("damaged")
    count, size = struct.unpack("<HI", data[at + 10 : at + 16])
    if size > LARGEST_DIRECTORY or count == 0xFFFF:
        raise TableRefused("too-many-parts", most=MOST_PARTS)
    try:
        return zipfile.ZipFile(BytesIO(data))
    except _BROKEN as error:
        raise TableRefused("damaged") from error


def _allowed(info: zipfile.ZipInfo) -> None:
    """Refuses what no table needs."""
    name = info.filename.lower()
    if info.flag_bits & 0x1:
        raise TableRefused("old-or-locked")
    if "vbaproject" in name or "macrosheets/" in name:
        raise TableRefused("macros")
    if "externallinks/" in name:
        raise TableRefused("links", target=info.filename)
    if info.compress_type not in _PACKED:
        raise TableRefused("damaged")


def _measured(archive: zipfile.ZipFile, info: zipfile.ZipInfo, seen: _Seen) -> None:
    """A part unpacked piece by piece, looked at and let go."""
    look = _Look(info.filename, seen)
    try:
        with archive.open(info) as part:
            while piece := part.read(_CHUNK):
                seen.more_bytes(len(piece))
                look.at(piece)
        look.end()
    except _BROKEN as error:
        raise TableRefused("damaged") from error


class _Look:
    """Looks at the pieces of one part: XML for entities and for relations that lead outside, others for archives."""

    def __init__(self, name: str, seen: _Seen) -> None:
        lower = name.lower()
        relations = lower.endswith(".rels")
        xml = relations or lower.endswith(".xml")
        self.first = True
        self.parser = guarded(_no_links if relations else None, seen=seen) if xml else None
        self.before = b""

    def at(self, piece: bytes) -> None:
        """The next piece."""
        if self.first and piece.startswith((_ZIP, _COMPOUND)):
            raise TableRefused("nested")
        self.first = False
        if self.parser is not None:
            self.parser.Parse(piece, False)
            return
        joined = (self.before + piece).upper()
        if b"<!DOCTYPE" in joined or b"<!ENTITY" in joined:
            raise TableRefused("entities")
        self.before = piece[-16:]

    def end(self) -> None:
        """After the last piece."""
        if self.parser is not None:
            self.parser.Parse(b"", True)


def _no_links(element: str, attributes: dict[str, str]) -> None:
    if element == "Relationship" and attributes.get("TargetMode", "").lower() == "external":
        raise TableRefused("links", target=attributes.get("Target", ""))
