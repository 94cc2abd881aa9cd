"""The user's own emblem image: which kind it is, and how large it stands in the masthead."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from drafter.errors import UnreadableInput

MAX_BYTES = 5_000_000
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
# Frame headers of every JPEG coding; C4, C8 and CC are tables.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(frozen=True, slots=True)
class Emblem:
    """An image with its printed size in EMU (1/914400 inch)."""

    extension: str
    data: bytes
    width: int
    height: int


def emblem(data: bytes, width: int, height: int) -> Emblem:
    """The PNG or JPEG image in `data`, as large as fits into `width` by `height` EMU.

    Raises `UnreadableInput` for anything else, and for an image over 5 MB.
    """
    if len(data) > MAX_BYTES:
        raise UnreadableInput("writing.emblem-too-large", limit=MAX_BYTES)
    extension, size = _size(data)
    if size is None or not all(size):
        raise UnreadableInput("writing.emblem-unreadable")
    scale = min(width / size[0], height / size[1])
    return Emblem(extension, data, round(size[0] * scale), round(size[1] * scale))


def _size(data: bytes) -> tuple[str, tuple[int, int] | None]:
    if data.startswith(_PNG) and len(data) >= 24:
        wide, high = struct.unpack(">II", data[16:24])
        return "png", (wide, high)
    if data.startswith(_JPEG):
        return "jpeg", _jpeg_size(data)
    return "", None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], struct.unpack(">H", data[at + 2 : at + 4])[0]
        if marker in _FRAMES:
            high, wide = struct.unpack(">HH", data[at + 5 : at + 9])
            return wide, high
        at += 2 + length
    return None
