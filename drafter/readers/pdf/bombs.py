"""Streams of a PDF that unpack to far more than a document needs."""

from __future__ import annotations

import re
import zlib

_STREAM = re.compile(rb"stream\r?\n")
_MAX_RATIO = 1032  # of deflate
_MAX_STREAM = 80_000_000
_MAX_ALL = 400_000_000
_STEP = 1_000_000
_STAGES = 3
_ZLIB = b"\x78\x58\x38\x68\x48\x28\x18\x08"


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether the compressed streams in the file unpack to more than any real document holds.

    A stream too short to reach the limit is counted at what it could at most unpack to only if
    there are many of them; encrypted streams cannot be looked into.
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
        worst = (end - start) * _MAX_RATIO
        total += _unpacked(data[start:end]) if worst > _MAX_STREAM or total > _MAX_STREAM else 0
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
