"""A committee's report: the file of its events begun, checked, and made into a draft.

The events are the source. The report is made from them anew each time: what is changed in the
draft that was built does not come back into the events.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, cast

from drafter.errors import UnreadableInput, UsageError
from drafter.languages import language as language_of
from drafter.messages import say
from drafter.model.findings import Finding, Severity
from drafter.model.masthead import Masthead
from drafter.model.proceedings import (
    Event,
    EventKind,
    Proceedings,
    Proposal,
)
from drafter.model.proceedings_write import KEYS, PROCEEDINGS_KEYS, record, record_of_event
from drafter.model.tree import Document
from drafter.readers import extensions, read
from drafter.workspace.native import EVENTS, SUFFIX, is_events, native_bytes, with_suffix
from drafter.workspace.records import FORMAT, Record, finding_at, sentence
from drafter.workspace.report_drafts import proposals_of
from drafter.workspace.saving import reason, write_new
from drafter.workspace.starting import usual_language
from drafter.yamlio import Value, dump

Fields: TypeAlias = dict[str, Value]
_BLANK = re.compile(r"^( *(?:- )?\w+): (?:''|\[\])$", re.M)
_LISTS = frozenset({"agenda_items", "agenda_titles", "parts", "meetings"})
ELSEWHERE = "report.draft-elsewhere"
_SELDOM = frozenset({"body", "date", "original_language", "job_number"})
_INTRODUCTION = (EventKind.CONSIDERED, EventKind.SUMMARY_RECORDS)


@dataclass(frozen=True, slots=True)
class Reported:
    """A report made from a file of events, what the events leave open, and the files of the drafts
    that were read for it."""

    document: Document
    findings: tuple[Finding, ...]
    sources: tuple[Path, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether any finding is an error."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def record(self) -> Record:
        """The findings as JSON."""
        return {
            "format": FORMAT,
            "findings": [finding_at(finding) for finding in self.findings],
        }


def check_events(path: Path) -> Reported:
    """The report that a file of events makes, and its findings.

    Raises `UsageError` for a file that is not called `*.report.yaml`, `InvalidYaml` with file and
    line for what cannot be read.
    """
    if not is_events(path):
        raise UsageError("report.wrong-name", place=str(path), ends=EVENTS[0])
    result = read(path)
    return Reported(result.document, result.findings, result.sources)


def build_report(path: Path, target: Path, *, force: bool = False) -> tuple[Path, Reported]:
    """Write the report as a draft that can be edited; returns its path too.

    Raises as `check_events`, `UsageError` for a target that no draft is called, and
    `RefusedOverwrite` for a file that is there unless `force`, or that the report is made from.
    """
    reported = check_events(path)
    draft = with_suffix(target)
    sources = (path, *reported.sources)
    write_new(draft, native_bytes(reported.document), force=force, sources=sources)
    return draft, reported


def open_words(path: Path, findings: Sequence[Finding]) -> tuple[str, ...]:
    """What is said of the findings where the report is rendered: each text from elsewhere, and how
    many there are."""
    elsewhere = tuple(sentence(each) for each in findings if each.message == ELSEWHERE)
    grave = sum(each.severity is Severity.ERROR for each in findings)
    counted = say("report.open", count=len(findings), errors=grave, path=str(path))
    return (*elsewhere, counted) if findings else ()


def new_events(
    drafts: Sequence[Path], target: Path, language: str = "", *, force: bool = False
) -> Path:
    """Begin a file of events for these drafts: what they say of themselves is filled in, what only
    the meeting can say is left blank. Returns its path.

    Raises `UsageError` for drafts in several languages and for a `target` that is called otherwise
    than `*.report.yaml`, `UnknownName` for a language there is none of, `RefusedOverwrite`,
    `UnreadableInput`.
    """
    if target.suffix and not is_events(target):
        raise UsageError("report.wrong-name", place=str(target), ends=EVENTS[0])
    path = target if target.suffix else target.with_name(target.name + EVENTS[0])
    read_drafts = [(draft, read(draft).document) for draft in drafts]
    codes = {document.language for _, document in read_drafts} | ({language} - {""})
    if len(codes) > 1:
        place, found = ", ".join(map(str, drafts)), ", ".join(sorted(codes))
        raise UsageError("report.several-languages", place=place, codes=found)
    code = language_of(next(iter(codes), usual_language())).code
    told = Proceedings(
        language=code,
        masthead=_head([document.masthead for _, document in read_drafts]),
        introduction=tuple(map(Event, _INTRODUCTION)),
        proposals=proposals_of(read_drafts, path),
    )
    write_new(path, events_text(told, blanks=True).encode(), force=force, sources=drafts)
    return path


def drafts_beside(path: Path, named: Sequence[str]) -> tuple[str, ...]:
    """The files beside a file of events that a draft could be read from and that are not `named` in
    it, our own first. Raises `UnreadableInput`."""
    try:
        files = [each.name for each in path.parent.iterdir() if each.is_file()]
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-read", place=str(path.parent), reason=reason(problem)
        ) from None
    ends = extensions()
    found = (n for n in files if n.lower().endswith(ends) and not is_events(Path(n)))
    return tuple(
        sorted(set(found) - set(named), key=lambda name: (not name.endswith(SUFFIX), name))
    )


def begun(draft: Path, path: Path) -> Fields:
    """The record of a draft in the file of events at `path`, with what it says of itself. Raises
    `UnreadableInput`."""
    whole = record(Proceedings("", proposals=proposals_of([(draft, read(draft).document)], path)))
    return cast("list[Fields]", whole["proposals"])[0]


def events_text(told: Proceedings, *, blanks: bool = False) -> str:
    """The file of `told`, with what may stand in it as comments on top; with `blanks`, every field
    that an event or the head of the report may have is there to be filled in."""
    value = _with_blanks(told) if blanks else record(told)
    return _BLANK.sub(r"\1:", dump(value, comment="\n".join(_explained())))


def _explained() -> Iterator[str]:
    yield from say("report.explained").splitlines()
    for kind in EventKind:
        yield f"  {kind.value}: {say(f'report.event-{kind.value}')}"
        if KEYS[kind]:
            yield f"    {', '.join(KEYS[kind])}"
    yield from say("report.explained-votes").splitlines()


def _with_blanks(told: Proceedings) -> Fields:
    found = record(told)
    head: Fields = {key: found.get(key, [] if key in _LISTS else "") for key in PROCEEDINGS_KEYS}
    head["introduction"] = [_event(each) for each in told.introduction]
    head["proposals"] = [
        {**_record_of(each), "events": [_event(event) for event in each.events]}
        for each in told.proposals
    ]
    return {key: value for key, value in head.items() if key not in _SELDOM or value}


def _record_of(proposal: Proposal) -> Fields:
    return {
        "kind": proposal.kind.value,
        "symbol": proposal.symbol,
        "title": proposal.title,
        "draft": proposal.file,
    }


def _event(event: Event) -> Fields:
    found = record_of_event(event)
    blank: dict[str, Value] = {key: "" for key in KEYS[event.kind] if key != "vote"}
    return {"event": event.kind.value, **blank, **found}


def _head(mastheads: Sequence[Masthead]) -> Masthead:
    """What all drafts say alike of session, committee and agenda item."""
    first = mastheads[0] if mastheads else Masthead()
    alike = {
        name: getattr(first, name)
        for name in ("body", "session", "committee", "agenda_items", "agenda_titles")
        if all(getattr(each, name) == getattr(first, name) for each in mastheads)
    }
    return replace(Masthead(), **alike)
