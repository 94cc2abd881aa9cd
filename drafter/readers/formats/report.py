"""The events of a committee's report, `*.report.yaml`, read as the report that they make.

Strict as a draft file: an error names the file, the line and what is allowed there. The drafts it
names are read from beside it, by whatever reader knows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from drafter.errors import DrafterError, InvalidRecord, InvalidYaml, UnreadableInput
from drafter.languages import codes, language
from drafter.model import proceedings_read
from drafter.model.findings import Finding, Place
from drafter.model.proceedings import Proceedings, Proposal
from drafter.model.tree import Document
from drafter.readers.reader import Reader, ReadOptions, ReadResult
from drafter.reports import findings, report
from drafter.reports.checking import found, unreadable
from drafter.reports.pasting import unfolded
from drafter.yamlio import Located, Value, load, read_text

SUFFIXES = (".report.yaml", ".report.yml")
_MAX_BYTES = 10_000_000
_MAX_DRAFTS = 200


def proceedings_of(text: str, *, source: str) -> tuple[Proceedings, Located]:
    """The proceedings in the text of an events file, and where each value stands in it.

    Raises `InvalidYaml` (place "file:line") for broken YAML, an unknown key or event, a wrong
    value, a language there is none of, a newer format.
    """
    located = load(text, source=source, max_bytes=_MAX_BYTES)
    try:
        told = proceedings_in(located.data)
    except InvalidRecord as problem:
        raise InvalidYaml(
            problem.message_id, place=located.place(*problem.path), hint_id="", **problem.params
        ) from None
    return told, located


def proceedings_in(value: Value) -> Proceedings:
    """The proceedings in the record of an events file. Raises `InvalidRecord` with the path."""
    told = proceedings_read.proceedings(unfolded(value))
    if told.language not in codes():
        known = ", ".join(codes())
        raise InvalidRecord("language.unknown", path=("language",), code=told.language,
                            known=known)  # fmt: skip
    if len(told.proposals) > _MAX_DRAFTS:
        raise InvalidRecord("report.too-many", path=("proposals",), limit=_MAX_DRAFTS)
    return told


def _read(path: Path, options: ReadOptions) -> ReadResult:
    told, located = proceedings_of(read_text(path, max_bytes=_MAX_BYTES), source=str(path))
    drafts, problems = drafts_of(path, told, located)
    document = report(told, drafts, language(told.language))
    open_ = [_placed(finding, located, at) for at, finding in findings(told, drafts)]
    head = document.masthead
    given = replace(head, symbol=options.symbol or head.symbol, date=options.date or head.date)
    return ReadResult(
        replace(document, masthead=given), (*problems, *open_), sources=_sources(path, told, drafts)
    )


def _sources(path: Path, told: Proceedings, drafts: Sequence[Document | None]) -> tuple[Path, ...]:
    """The files of the texts that were read."""
    return tuple(
        beside(path, each.file)
        for each, draft in zip(told.proposals, drafts, strict=True)
        if draft is not None
    )


def drafts_of(
    path: Path, told: Proceedings, located: Located
) -> tuple[list[Document | None], list[Finding]]:
    """The texts of the proposals, None for one that is not there or cannot be read, and why."""
    problems: list[Finding] = []
    drafts = [_draft(path, each, told.language, problems, located) for each in told.proposals]
    return drafts, problems


def _draft(
    path: Path, proposal: Proposal, code: str, problems: list[Finding], located: Located
) -> Document | None:
    """The text of a proposal; None, and a finding, where it cannot be read."""
    from drafter.readers import read

    if not proposal.file:
        return None
    at = (*proposal.at, "draft")
    if _is_elsewhere(path, proposal.file):
        told = found("draft-elsewhere", file=proposal.file)
        problems.append(_placed(told, located, at))
    try:
        document = read(beside(path, proposal.file)).document
    except DrafterError as problem:
        told = unreadable(problem.message_id, tuple(problem.params.items()))
        problems.append(_placed(told, located, at))
        return None
    if document.language != code:
        told = found("draft-language", file=proposal.file, found=document.language, wanted=code)
        problems.append(_placed(told, located, at))
    return document


def beside(path: Path, named: str) -> Path:
    """The file that `named` is to the events file at `path`: an absolute path as it is, any other
    inside the folder of the events file.

    Raises `UnreadableInput` for one that leads out of the folder, or is an events file itself.
    """
    if named.lower().endswith(SUFFIXES):
        raise UnreadableInput("report.in-itself", place=named)
    if Path(named).is_absolute():
        return Path(named)
    folder = path.resolve().parent
    target = (folder / named).resolve()
    if not target.is_relative_to(folder):
        raise UnreadableInput("report.outside", place=named)
    return target


def _is_elsewhere(path: Path, named: str) -> bool:
    """Whether `named` is a full path that leads out of the folder of the events file at `path`."""
    inside = Path(named).resolve().is_relative_to(path.resolve().parent)
    return Path(named).is_absolute() and not inside


def _placed(finding: Finding, located: Located, at: tuple[str | int, ...]) -> Finding:
    return replace(finding, place=Place(file=located.source, line=located.line(*at)))


def _recognises(_head: bytes) -> bool:
    return False  # known by its name alone: a draft file begins in the same way


READER = Reader("report", SUFFIXES, _recognises, _read, by_name=True)
