"""`drafter redline`: what a draft changes, as tracked changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option
from drafter.cli.common.terminal import put, tell
from drafter.cli.common.writing import write_out
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from drafter.model.findings import Finding
    from drafter.workspace.comparing import Compared
    from drafter.workspace.redlines import ExportOptions

_DATE = r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?"
_LONGEST_NAME = 255  # more is no valid author to the Open XML SDK
_UNSEEN = frozenset({"Cc", "Cs", "Cn"})
_TURNS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})


def redline(
    draft: Path,
    *,
    into: Path | None,
    to: str,
    against: Path | None,
    output: Path,
    author: str,
    date: str,
    judgements: bool,
    side_by_side: bool,
    changed_only: bool,
    force: bool,
) -> None:
    """Write the official file with the changes of the draft, or a redline for consultation."""
    if (into is None) != bool(to) or (into is not None and against is not None):
        raise UsageError("cli.redline-what")
    who, when = signed(author), moment(date)
    if into is not None:
        _into(draft, into, output, who, when, force=force)
        return
    from drafter.workspace import redlines

    formats = options.formats(to, output, redlines.EXPORTS)
    asked = redlines.ExportOptions(judgements, side_by_side, changed_only, who, when)
    pair = redlines.redline_pair(draft, against)
    sources = (draft,) if against is None else (draft, against)
    write_redlines(pair, formats, output, asked, sources, force=force)


def write_redlines(
    pair: Compared,
    formats: tuple[str, ...],
    output: Path,
    asked: ExportOptions,
    sources: Iterable[Path],
    *,
    force: bool,
    as_json: bool = False,
) -> None:
    """Write a comparison of the `sources` in some formats, and tell what to know of the files."""
    from drafter.workspace import redlines

    made = {name: redlines.exported(pair, name, asked) for name in formats}
    files = {name: each.data for name, each in made.items()}
    write_out(files, output, sources, force=force, as_json=as_json)
    _tell_findings(finding for each in made.values() for finding in each.left)


def _into(draft: Path, into: Path, output: Path, who: str, when: str, *, force: bool) -> None:
    from drafter.workspace import submitting

    if output.is_dir() or str(output) == options.STANDARD:
        raise UsageError("cli.redline-one-file", place=str(output))
    made = submitting.into(draft, into, output, author=who, date=when, force=force)
    put(say("cli.redline-written", path=str(made.path), count=made.changes))
    _tell_findings(made.left)


def _tell_findings(findings: Iterable[Finding]) -> None:
    from drafter.cli.common.outline import finding_lines

    for finding in findings:
        for line in finding_lines(finding):
            tell(line)


def moment(date: str) -> str:
    """The moment that tracked changes bear: midnight of the day given, or of today."""
    import re
    from datetime import UTC, datetime

    from drafter.workspace.typed_days import typed_day

    if not date:
        return datetime.now(UTC).strftime("%Y-%m-%dT00:00:00Z")
    try:
        iso = date if re.fullmatch(_DATE, date, re.ASCII) else typed_day(date)
        found = datetime.fromisoformat(iso)
        told = found if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        raise UsageError("cli.redline-date", place="--date", date=date) from None
    except UsageError as problem:
        problem.place = "--date"
        raise
    return f"{told.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def signed(author: str) -> str:
    """Whose name tracked changes bear: the one given, on one line and without controls or what
    turns the writing round, or "Delegation" in the interface language.

    Raises `UsageError` for one without a letter, or longer than Word takes.
    """
    import unicodedata

    if not author:
        return say("cli.delegation")
    plain = "".join(c for c in " ".join(author.split()) if unicodedata.category(c) not in _UNSEEN)
    name = "".join(c for c in plain if unicodedata.bidirectional(c) not in _TURNS).strip()
    if not name or len(name) > _LONGEST_NAME:
        raise UsageError("cli.redline-author", place="--author", longest=_LONGEST_NAME)
    return name


COMMAND = Command(
    "redline",
    callback=redline,
    help="cli.redline",
    params=[
        options.file("draft"),
        Option(["--into"], type=options.path, metavar="OFFICIAL.docx", help="cli.option-into"),
        options.words("--to", "docx,html,…", "cli.option-to-redline"),
        Option(["--against"], type=options.path, metavar="FILE", help="cli.option-against-file"),
        options.exported(required=True),
        options.text("--author", "DELEGATION", "cli.option-author"),
        options.text("--date", "DATE", "cli.option-date-redline"),
        *options.redlines(),
        options.force(),
    ],
)
