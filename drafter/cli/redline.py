"""`drafter redline`: what a draft changes, as tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path


def redline(
    draft: Path, *, into: Path | None, output: Path, author: str, date: str, force: bool
) -> None:
    """Write the official file with the changes of the draft."""
    from drafter.cli.common.outline import finding_lines
    from drafter.workspace import submitting

    if into is None:
        raise UsageError("cli.redline-what")
    made = submitting.into(
        draft, into, output,
        author=author or say("cli.delegation"), date=moment(date), force=force,
    )  # fmt: skip
    put(say("cli.redline-written", path=str(made.path), count=made.changes))
    for finding in made.left:
        for line in finding_lines(finding):
            tell(line)


def moment(date: str) -> str:
    """The moment that tracked changes bear: midnight of the day given, or of today."""
    from datetime import UTC, datetime

    if not date:
        return datetime.now(UTC).strftime("%Y-%m-%dT00:00:00Z")
    try:
        found = datetime.fromisoformat(date)
    except ValueError:
        raise UsageError("cli.redline-date", place="--date", date=date) from None
    told = found if found.tzinfo is None else found.astimezone(UTC)
    return told.strftime("%Y-%m-%dT%H:%M:%SZ")


COMMAND = Command(
    "redline",
    callback=redline,
    help="cli.redline",
    params=[
        options.file("draft"),
        Option(["--into"], type=options.path, metavar="OFFICIAL.docx", help="cli.option-into"),
        options.output("cli.option-output-redline", required=True),
        options.text("--author", "DELEGATION", "cli.option-author"),
        options.text("--date", "DATE", "cli.option-date-redline"),
        options.force(),
    ],
)
