"""An index that cannot be used, and how that is noticed."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from drafter.library.clause import Clause
from drafter.library.packing import unpack_clause


class Damaged(Exception):
    """The index cannot be used: torn, foreign, or of another version. Never leaves this room."""


@contextmanager
def as_damage() -> Iterator[None]:
    """Whatever goes wrong inside says that the index is damaged."""
    try:
        yield
    except (sqlite3.Error, ValueError, KeyError, TypeError) as error:
        raise Damaged(str(error)) from error


def unpacked(payload: str, crc: int) -> Clause:
    """The clause in a payload. Raises `Damaged`."""
    with as_damage():
        return unpack_clause(sound(payload, crc))


def sound(payload: str, crc: int) -> str:
    """The payload, if it is what was written. Raises `Damaged`."""
    if zlib.crc32(payload.encode()) != crc:
        raise Damaged("crc")
    return payload
