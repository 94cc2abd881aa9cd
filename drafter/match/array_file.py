"""Named arrays in one file that never changes, read through a memory map.

`MAGIC`, the length and the checksum of a header, the header (JSON: the size of the file, every
array's type, shape, place and checksum, and what the writer says about them), then the arrays, each
at a multiple of 64 bytes. Little-endian throughout.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import threading
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

MAGIC = b"drafter arrays 1"
Array: TypeAlias = NDArray[Any]
_HEAD = struct.Struct("<16sQL")
_ALIGNED = 64
_PIECE = 1 << 24
_PRIVATE = 0o600


class DamagedIndex(Exception):
    """A file of the index cannot be used: torn, foreign, changed, or of another version."""


@dataclass(frozen=True, slots=True)
class ArrayFile:
    """The arrays of a file; reading one touches only the pages that are read."""

    path: Path
    arrays: Mapping[str, Array]
    about: Mapping[str, Any]
    sums: Mapping[str, int]

    @staticmethod
    def in_memory(arrays: Mapping[str, Array]) -> ArrayFile:
        """Arrays of no file, always sound."""
        return ArrayFile(Path(), arrays, {}, {})

    @property
    def size(self) -> int:
        """How many bytes there are to verify."""
        return sum(self.arrays[name].nbytes for name in self.sums)

    def verify(self) -> None:
        """Read everything and compare with the checksums. Raises `DamagedIndex`."""
        for name, checksum in self.sums.items():
            if _checksum(self.arrays[name]) != checksum:
                raise DamagedIndex(f"{self.path}: {name}")


def write_arrays(path: Path, arrays: Mapping[str, Array], about: Mapping[str, Any]) -> None:
    """Put the arrays in a new private file, synchronised before it takes its name. Raises OSError.

    Any number of programs may write the same path: each has a file of its own until it is whole.
    """
    header = _header(arrays, about)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, _PRIVATE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(_HEAD.pack(MAGIC, len(header), zlib.crc32(header)) + header)
            for array in arrays.values():
                file.write(b"\0" * (-file.tell() % _ALIGNED))
                file.write(np.ascontiguousarray(array).data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def open_arrays(path: Path) -> ArrayFile:
    """The arrays of the file, mapped and not yet read. Raises `DamagedIndex`; OSError if the file
    cannot be had."""
    with path.open("rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size < _HEAD.size:
            raise DamagedIndex(str(path))
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    try:
        header = _read_header(mapped)
        arrays = {
            name: np.frombuffer(mapped, kind, int(np.prod(shape, dtype=np.int64)), place).reshape(
                shape
            )
            for name, (kind, shape, place, _) in header["arrays"].items()
        }
        sums = {name: int(each[3]) for name, each in header["arrays"].items()}
    except (ValueError, KeyError, TypeError) as error:
        raise DamagedIndex(str(path)) from error
    if header["size"] != size:
        raise DamagedIndex(str(path))
    return ArrayFile(path, arrays, header["about"], sums)


def _header(arrays: Mapping[str, Array], about: Mapping[str, Any]) -> bytes:
    """The header; the places of the arrays depend on its length, which is therefore padded."""
    length = 0
    while True:
        place = _HEAD.size + length
        table: dict[str, Any] = {}
        for name, array in arrays.items():
            place += -place % _ALIGNED
            kind = array.dtype.newbyteorder("<").str
            table[name] = [kind, list(array.shape), place, 0]
            place += array.nbytes
        header = {"size": place, "about": dict(about), "arrays": table}
        needed = len(json.dumps(header)) + 11 * len(table)
        if needed <= length:
            break
        length = needed + _ALIGNED
    for name, array in arrays.items():
        table[name][3] = _checksum(array)
    return json.dumps(header).encode().ljust(length)


def _read_header(mapped: mmap.mmap) -> dict[str, Any]:
    magic, length, checksum = _HEAD.unpack_from(mapped)
    header = mapped[_HEAD.size : _HEAD.size + length]
    if magic != MAGIC or zlib.crc32(header) != checksum:
        raise ValueError(magic)
    found = json.loads(header)
    if not isinstance(found, dict):
        raise TypeError(header)
    return found


def _checksum(array: Array) -> int:
    data = np.ascontiguousarray(array).reshape(-1).view(np.uint8).data
    found = 0
    for start in range(0, len(data), _PIECE):
        found = zlib.crc32(data[start : start + _PIECE], found)
    return found
