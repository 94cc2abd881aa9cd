"""The zip container of a Word file: only the parts that are read, within limits.

A container from outside is never unpacked to disk, and nothing of it is trusted: neither the sizes
it declares, nor the names in it, nor where its links lead.
"""

from __future__ import annotations

import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element

from drafter.errors import UnreadableInput
from drafter.readers.docx.markup import DamagedPart, Markup

_MAX_FILE = 300_000_000
_MAX_PART = 64_000_000
_MAX_ALL = 128_000_000
_MAX_ENTRIES = 10_000
_MAX_RATIO = 500  # deflate packs prose 3 to 30 times, the emptiest tables some 200 times
_SMALL = 1_000_000
_ENCRYPTED = 0x1
_TYPES = "[content_types].xml"
_WORD = "wordprocessingml"
_WORD_MACROS = "ms-word"
_AGAIN = "word.damaged-hint"
_OLE = b"\xd0\xcf\x11\xe0"
_RTF = b"{\\rtf"
_ZIP = b"PK\x03\x04"
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip


def looks_like_word(head: bytes) -> bool:
    """Whether the first bytes of a file may be those of a Word file, old or new."""
    if head.startswith((_OLE, _RTF)):
        return True
    names = (b"[Content_Types].xml", b"_rels/.rels", b"word/")
    return head.startswith(_ZIP) and any(name in head for name in names)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another: the last word of its type, and the name of the part."""

    kind: str
    target: str


class Package:
    """The parts of a Word file by their names. Raises `UnreadableInput` for anything else.

    `main` is the name of the part that holds the text; `lost` are those beside it that it links to
    and that are missing or damaged.
    """

    def __init__(self, path: Path) -> None:
        self._place = str(path)
        _refuse_other_formats(path)
        try:
            self._zip = zipfile.ZipFile(path)
        except _BROKEN:
            raise UnreadableInput("word.damaged", place=self._place, hint_id=_AGAIN) from None
        self._read = 0
        self.lost: list[str] = []
        self._names = self._checked_names()
        self.main = self._main()

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def part(self, name: str) -> Element | None:
        """The XML of a part, None if there is no such part."""
        entry = self._names.get(name.casefold())
        if entry is None:
            return None
        return Markup(self._place, name).parsed(self._bytes(entry))

    def beside(self, name: str) -> Element | None:
        """The XML of a part that the text can be read without; None where it is lost."""
        try:
            found = self.part(name)
        except DamagedPart:
            found = None
        if found is None:
            self.lost.append(name)
        return found

    def relations(self, name: str) -> dict[str, Relation]:
        """The links of a part to others of the file by their ids; links to elsewhere left out."""
        folder, base = posixpath.split(name)
        links = posixpath.join(folder, "_rels", f"{base}.rels")
        others = (each for each in self._names if each != name.casefold())
        beside = any(each.startswith(f"{folder}/".casefold()) for each in others)
        root = self.beside(links) if beside else self.part(links)
        found: dict[str, Relation] = {}
        for each in root if root is not None else ():
            if each.get("TargetMode") == "External":
                continue
            target = each.get("Target", "")
            joined = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            kind = each.get("Type", "").rsplit("/", 1)[-1]
            found[each.get("Id", "")] = Relation(kind, joined)
        return found

    def _checked_names(self) -> dict[str, zipfile.ZipInfo]:
        entries = self._zip.infolist()
        if len(entries) > _MAX_ENTRIES:
            raise UnreadableInput("word.too-many-parts", place=self._place)
        names: dict[str, zipfile.ZipInfo] = {}
        for entry in entries:
            name = entry.filename.replace("\\", "/").lstrip("/").casefold()
            if name in names and name.endswith((".xml", ".rels")):
                # programs differ in which of two parts of one name they show
                raise UnreadableInput("word.damaged", place=self._place, hint_id=_AGAIN)
            names[name] = entry
        return names

    def _main(self) -> str:
        types = self.part(_TYPES)
        if types is None:
            raise UnreadableInput("word.not-word", place=self._place)
        if "encryptedpackage" in self._names:
            raise UnreadableInput("word.encrypted", place=self._place)
        kinds = {
            each.get("PartName", "").lstrip("/").casefold(): each.get("ContentType", "")
            for each in types
        }
        linked = [r.target for r in self.relations("").values() if r.kind == "officeDocument"]
        for name in linked or ["word/document.xml"]:
            kind = kinds.get(name.casefold(), "")
            if name.casefold() in self._names and (_WORD in kind or _WORD_MACROS in kind):
                return name
        raise UnreadableInput("word.not-word", place=self._place)

    def _bytes(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise UnreadableInput("word.encrypted", place=self._place)
        room = min(_MAX_PART, _MAX_ALL - self._read)
        packed = max(entry.compress_size, 1)
        if packed * _MAX_RATIO < room:
            room = max(packed * _MAX_RATIO, _SMALL)
        try:
            with self._zip.open(entry) as file:
                data = file.read(room + 1)
        except _BROKEN:
            raise DamagedPart("word.damaged", place=self._place, hint_id=_AGAIN) from None
        if len(data) > room:
            raise UnreadableInput("word.bomb", place=self._place, part=entry.filename)
        self._read += len(data)
        return data


def _refuse_other_formats(path: Path) -> None:
    """Say what to do with a file that is no container, or one too large."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(8)
    except OSError as error:
        raise UnreadableInput(
            "reading.cannot-open", place=str(path), problem=error.strerror or ""
        ) from error
    if size > _MAX_FILE:
        raise UnreadableInput("reading.too-large", place=str(path), limit=_MAX_FILE // 1_000_000)
    for magic, slug in ((_OLE, "old"), (_RTF, "rtf")):
        if head.startswith(magic):
            raise UnreadableInput(f"word.{slug}", place=str(path), hint_id="word.save-as")
