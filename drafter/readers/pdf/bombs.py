"""Streams of a PDF that unpack to far more than a document needs."""

from __future__ import annotations

import re
import zlib

_FILTER = re.compile(rb"/(?:FlateDecode|Fl)\b")
_STREAM = re.compile(rb"stream\r?\n")
_MAX_RATIO = 1032  # of deflate
_MAX_STREAM = 80_000_000
_MAX_ALL = 400_000_000
_DICTIONARY = 300
_STEP = 1_000_000
_STAGES = 3
_ZLIB = b"\x78\x58\x38\x68\x48\x28\x18\x08"


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether the compressed streams in the file unpack to more than any real document holds.

    A stream too short to reach the limit is not looked into, unless it is packed more than once;
    nor are encrypted ones.
    """
    total = 0
    position = 0
    while True:
        found = _STREAM.search(data, position)
        if found is None:
            return False
        start = found.end()
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        position = end
        if end - start < 2 or data[start] not in _ZLIB:
            continue
        again = _FILTER.findall(data, max(found.start() - _DICTIONARY, 0), found.start())
        large = (end - start) * _MAX_RATIO > _MAX_STREAM
        if large or total > _MAX_STREAM or len(again) > 1:
            total += _unpacked(data[start:end])
        if total > _MAX_ALL:
            return True


def _unpacked(packed: bytes, stages: int = _STAGES) -> int:
    """How much the stream unpacks to, counted no further than the limit; streams may be packed
    more than once."""
    engine = zlib.decompressobj()
    size, first = 0, b""
    try:
        while packed and size <= _MAX_STREAM:
            piece = engine.decompress(packed, _STEP)
            packed = engine.unconsumed_tail
            first = first or piece
            size += len(piece)
            if not piece:
                break
    except zlib.error:
        return size
    if size > _MAX_STREAM:
        return _MAX_ALL + 1
    if stages > 1 and len(first) == size and first[:1] and first[0] in _ZLIB:
        size += _unpacked(first, stages - 1)
    return size
