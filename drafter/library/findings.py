"""Findings about clause files: what is wrong, in which file and line, and what is allowed."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import DrafterError
from drafter.model.findings import Finding, Place, Severity


def problem(
    code: str,
    file: Path | str,
    line: int = 0,
    *,
    severity: Severity = Severity.ERROR,
    element: str = "",
    **params: str | int,
) -> Finding:
    """The finding `code` of the library's catalogue, at a line of a file."""
    place = Place(element=element, file=str(file), line=line)
    return Finding(code, severity, f"library.{code}", place, tuple(params.items()))


def of_error(error: DrafterError, file: Path) -> Finding:
    """An error of a lower room as a finding; its place is "file" or "file:line"."""
    where, _, line = error.place.rpartition(":")
    number = int(line) if where and line.isdecimal() else 0
    return Finding(
        error.message_id.partition(".")[2],
        Severity.ERROR,
        error.message_id,
        Place(file=str(file), line=number),
        tuple(error.params.items()),
    )
