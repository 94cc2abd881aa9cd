"""`drafter show`: the structure of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, put_json

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.model.view import DocumentView
    from drafter.readers import ReadResult
    from drafter.workspace.records import Record


def show(
    file: Path, *, as_json: bool, confidence: bool, verbose: bool, changes: str | None
) -> None:
    """Print the elements, notes and findings of a file, or what its reader was unsure of."""
    from drafter.readers import ReadOptions
    from drafter.workspace.showing import shown

    result = shown(file, ReadOptions(changes=changes or "accepted"))
    if confidence and result.reading is not None:
        _confidence(result.record, result.reading, result.view, as_json=as_json, verbose=verbose)
        return
    if as_json:
        put_json(result.record)
        return
    from drafter.cli.common.outline import outline
    from drafter.cli.common.tracked import change_lines

    for line in outline(result.view, result.findings):
        put(line)
    for line in change_lines(result.reading.changes if result.reading else (), result.view):
        put(line)


def _confidence(
    record: Record, reading: ReadResult, view: DocumentView, *, as_json: bool, verbose: bool
) -> None:
    from drafter.cli.common.confidence import confidence_lines
    from drafter.cli.common.outline import title_lines
    from drafter.workspace.confidence import confidence_of

    found = confidence_of(reading, view)
    if as_json:
        put_json({**record, "confidence": found.record})
        return
    for line in (*title_lines(view.document), "", *confidence_lines(found, verbose=verbose)):
        put(line)


COMMAND = Command(
    "show",
    callback=show,
    help="cli.show",
    params=[
        options.file(),
        options.as_json(),
        options.tracked_changes(),
        Option(["--confidence"], is_flag=True, help="cli.option-confidence"),
        Option(["-v", "--verbose"], is_flag=True, help="cli.option-verbose"),
    ],
)
