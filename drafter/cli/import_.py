"""`drafter import`: a document to a draft, or documents into a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.common import options
from drafter.cli.common.base import Command, Option, whole
from drafter.cli.common.terminal import put, put_json, tell
from drafter.errors import UsageError
from drafter.messages import say

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.readers import ReadOptions
    from drafter.workspace.bulk.filed import Filed


def import_(
    files: tuple[Path, ...],
    *,
    symbol: str,
    stage: str | None,
    adopted_as: tuple[str, ...],
    date: str,
    lang: str,
    changes: str | None,
    part: str,
    output: Path | None,
    library: Path | None,
    jobs: int,
    force: bool,
    as_json: bool,
) -> int:
    """Import to a draft (`-o`) or into a library (`--library`)."""
    from drafter.readers import ReadOptions

    if (output is None) == (library is None):
        raise UsageError("cli.import-where", hint_id="cli.import-where-hint")
    adopted = _pairs(adopted_as)
    given = ReadOptions(lang or None, symbol, stage or "", adopted, date, changes or "accepted")
    if library is not None:
        if part:
            raise UsageError("cli.part-to-draft-only", place="--part")
        return _to_library(files, library, given, jobs=jobs, force=force, as_json=as_json)
    if output is None or len(files) != 1:
        raise UsageError("cli.one-document", count=len(files))
    if as_json:
        raise UsageError("cli.json-of-library", place="--json")
    _to_draft(files[0], output, given, part=part, force=force)
    return 0


def _to_draft(file: Path, output: Path, given: ReadOptions, *, part: str, force: bool) -> None:
    from collections import Counter

    from drafter.cli.common.outline import finding_lines
    from drafter.workspace.importing import import_to_draft
    from drafter.workspace.showing import shown_document

    draft, imported = import_to_draft(file, given, output, part=part, force=force)
    count = sum(1 for _ in imported.document.walk())
    put(say("cli.imported", path=str(draft), count=count, notes=len(imported.document.notes)))
    shown = shown_document(imported.document, imported.findings)
    for finding in shown.findings:
        for line in finding_lines(finding, shown.view):
            tell(line)
    for reason, times in Counter(each.reason for each in imported.removed).items():
        tell(say("cli.removed", what=say(f"reading.removed-{reason}"), count=times))


def _to_library(
    files: tuple[Path, ...],
    library: Path,
    given: ReadOptions,
    *,
    jobs: int,
    force: bool,
    as_json: bool,
) -> int:
    from drafter.cli.common.bulk import imported, summary_lines
    from drafter.workspace.bulk.filing import filed
    from drafter.workspace.bulk.gathering import gathered

    found = gathered(files)
    alone = found.files == files and len(files) == 1
    each = filed(found, library, given, jobs=jobs, force=force)
    summary = imported(each, library, found, quiet=alone)
    if as_json:
        put_json(summary.record)
    elif alone and not summary.interrupted:
        _said(summary.filed[0])
    else:
        for line in summary_lines(summary):
            put(line)
    return summary.exit_code


def _said(filed: Filed) -> None:
    """Say what came of the only file, with all that its reader was unsure of."""
    from drafter.cli.common.bulk import not_filed, outcome
    from drafter.cli.common.outline import finding_lines

    if filed.error is None:
        put(outcome(filed))
    for finding in filed.findings:
        for line in finding_lines(finding):
            tell(line if finding.place.file else f"{filed.path}: {line}")
    not_filed(filed)


def _pairs(adopted_as: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    pairs = []
    for each in adopted_as:
        part, given, symbol = each.rpartition("=")
        if not symbol or (given and not part):
            raise UsageError("cli.adopted-as", place="--adopted-as", value=each)
        pairs.append((part, options.symbol(symbol)))
    return tuple(pairs)


COMMAND = Command(
    "import",
    callback=import_,
    help="cli.import",
    params=[
        options.files(),
        options.text("--symbol", "S", "cli.option-symbol", options.symbol),
        options.word("--stage", options.STAGES, "cli.option-stage"),
        Option(["--adopted-as"], multiple=True, metavar="[PART=]S", help="cli.option-adopted-as"),
        options.text("--date", "D", "cli.option-date"),
        options.spoken("cli.option-lang-of-text"),
        options.tracked_changes(),
        options.output("cli.option-output-draft", "DRAFT"),
        options.text("--part", "PATH", "cli.option-part"),
        Option(["--library"], type=options.path, metavar="DIR", help="cli.option-into-library"),
        Option(["--jobs"], type=whole(1, 256), default=1, metavar="N", help="cli.option-jobs"),
        options.force(),
        options.as_json(),
    ],
)
