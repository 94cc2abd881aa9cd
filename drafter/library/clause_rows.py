"""The rows of a clause file as YAML holds them, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.yamlio import Value

NOTES = "notes"
Row = dict[str, Value]
Steps = tuple[str | int, ...]


def words(row: Row, key: str) -> str:
    """What a row says under `key`; empty if that is not words."""
    value = row.get(key, "")
    return value if isinstance(value, str) else ""


def several(row: Row, key: str) -> tuple[str, ...]:
    """The words listed under `key`."""
    value = row.get(key, "")
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def note_rows(data: Row) -> Iterator[tuple[Steps, Row]]:
    """The notes of a file as they stand in it, and where: at the end, and beside paragraphs."""
    yield from rows(data.get(NOTES, ""), (NOTES,))
    for at, row in rows(data.get("blocks", ""), ("blocks",)):
        if "part" not in row:
            yield from rows(row.get(NOTES, ""), (*at, NOTES))


def rows(blocks: Value, path: Steps) -> Iterator[tuple[Steps, Row]]:
    """The rows of `blocks` and all in them, each with where it stands."""
    for index, row in enumerate(blocks):
        if isinstance(row, dict):
            at = (*path, index)
            yield at, row
            for inner in ("blocks", "children"):
                yield from rows(row.get(inner, ""), (*at, inner))


def dicts(value: Value) -> list[Row]:
    """Those of some rows that have keys, as all do where the shape was checked."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
