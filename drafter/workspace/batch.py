"""Batches: files with one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.workspace.saving import reason

_LONGEST = 4_000_000


def rows_of(path: Path, fields: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """The objects of a JSON-lines file, each with all of `fields` as strings.

    Raises `UnreadableInput` naming the line that is none.
    """
    for row in rows_and_problems(path, fields):
        if isinstance(row, UnreadableInput):
            raise row
        yield row


def rows_and_problems(
    path: Path, fields: tuple[str, ...]
) -> Iterator[dict[str, str] | UnreadableInput]:
    """The same with, for a line that is no such object, the error that names it.

    Raises `UnreadableInput` for a file that cannot be read or is not UTF-8.
    """
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _row(line, f"{path}:{number}", number, fields)
    except UnicodeDecodeError:
        raise UnreadableInput("workspace.not-utf-8", place=str(path)) from None
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-read", place=str(path), reason=reason(problem)
        ) from None


def _row(
    line: str, place: str, number: int, fields: tuple[str, ...]
) -> dict[str, str] | UnreadableInput:
    try:
        row = json.loads(line) if len(line) <= _LONGEST else None
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or not all(isinstance(row.get(f), str) for f in fields):
        listed = ", ".join(fields)
        return UnreadableInput("workspace.not-a-row", place=place, line=number, fields=listed)
    return {field: row[field] for field in fields}
