"""A zip container of which only some entries change.

What is not touched is copied as it stands: local headers, packed bytes, flags, order and the
records of the directory, whose offsets alone follow (PKWARE APPNOTE 4.3).
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from drafter.errors import UnreadableInput

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_CENTRAL_MAGIC, _END_MAGIC, _LOCAL_MAGIC = b"PK\x01\x02", b"PK\x05\x06", b"PK\x03\x04"
_MAX_PART = 64_000_000
_DESCRIPTOR = 0x8  # sizes stand after the data
_NEEDED = 20  # version 2.0: deflated
_MADE = (0, 33)  # midnight, 1 January 1980: the earliest a container can tell


@dataclass(frozen=True, slots=True)
class _Entry:
    """`record` is its whole record in the directory; its data stand at `start`…`end`, the local
    header with them."""

    name: str
    record: bytes
    start: int
    end: int


class Archive:
    """The entries of a Word file. Raises `UnreadableInput` for a container that is damaged, or of a
    kind that Word does not write."""

    def __init__(self, package: bytes) -> None:
        self._package = package
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(package))
            self._entries = tuple(self._read())
        except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError):
            raise UnreadableInput("word.damaged") from None

    def __contains__(self, name: str) -> bool:
        return self._named(name) is not None

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the entries, in their order."""
        return tuple(each.name for each in self._entries)

    def part(self, name: str) -> bytes:
        """The bytes of a part; names differ in more than case. Raises `KeyError` for none."""
        known = self._named(name)
        if known is None:
            raise KeyError(name)
        try:
            with self._zip.open(known) as file:
                data = file.read(_MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise UnreadableInput("word.damaged") from None
        if len(data) > _MAX_PART:
            raise UnreadableInput("word.bomb", part=known)
        return data

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """The container with other bytes in some parts, further parts at its end."""
        wanted = {self._named(name) or name: data for name, data in parts.items()}
        out = bytearray()
        directory = bytearray()
        for each in self._entries:
            data = wanted.pop(each.name, None)
            at = len(out)
            if data is None:
                out += self._package[each.start : each.end]
                directory += each.record[:42] + struct.pack("<L", at) + each.record[46:]
            else:
                flags, time, date = struct.unpack_from("<8x1H2x2H", each.record)
                local, record = _packed(each.name, data, at, flags & ~_DESCRIPTOR, (time, date))
                out += local
                directory += record
        for name, data in wanted.items():
            local, record = _packed(name, data, len(out), 0x800, _MADE)
            out += local
            directory += record
        count = len(self._entries) + len(wanted)
        ending = (_END_MAGIC, 0, 0, count, count, len(directory), len(out))
        return (
            bytes(out + directory) + _END.pack(*ending, len(self._zip.comment)) + self._zip.comment
        )

    def _named(self, name: str) -> str | None:
        """The name as the container spells it: parts are found whatever the case."""
        folded = name.casefold().lstrip("/")
        return next((e.name for e in self._entries if e.name.casefold() == folded), None)

    def _read(self) -> Iterator[_Entry]:
        infos = self._zip.infolist()
        starts = [*sorted(info.header_offset for info in infos), self._zip.start_dir]
        ends = dict(pairwise(starts))
        at = self._zip.start_dir
        for info in infos:
            fields = _CENTRAL.unpack_from(self._package, at)
            size = _CENTRAL.size + sum(fields[10:13])
            shifted = info.header_offset != fields[16]  # something stands before it, or zip64
            if fields[0] != _CENTRAL_MAGIC or shifted or 0xFFFFFFFF in fields[8:10]:
                raise ValueError(info.filename)
            record = self._package[at : at + size]
            yield _Entry(info.filename, record, info.header_offset, ends[info.header_offset])
            at += size


def _packed(
    name: str, data: bytes, at: int, flags: int, made: tuple[int, int]
) -> tuple[bytes, bytes]:
    """The local header with the packed data, and the record of the directory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    coded = name.encode("utf-8" if flags & 0x800 else "cp437")
    common = (_NEEDED, flags, zipfile.ZIP_DEFLATED, *made, zlib.crc32(data), len(packed), len(data))
    local = _LOCAL.pack(_LOCAL_MAGIC, *common, len(coded), 0) + coded + packed
    tail = (len(coded), 0, 0, 0, 0, 0, at)
    return local, _CENTRAL.pack(_CENTRAL_MAGIC, _NEEDED, *common, *tail) + coded
