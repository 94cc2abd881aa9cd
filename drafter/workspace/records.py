"""Findings and documents as the JSON of `contract.md`; sentences in the interface language."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from drafter.compare.naming import REMARKS, fact_of
from drafter.messages import say
from drafter.model.findings import Change, Finding, Params
from drafter.model.footnotes import NoteView
from drafter.model.tree import RECOMMENDED, Document, Kind
from drafter.model.view import DocumentView, ElementView

Record: TypeAlias = dict[str, object]
FORMAT = 1
_REMARK = "deviation.remark-"


def show_record(
    view: DocumentView, findings: tuple[Finding, ...], running: Sequence[str] = ()
) -> Record:
    """What `drafter show --json` prints."""
    document = view.document
    return {
        "format": FORMAT,
        "type": document.type.value,
        "language": document.language,
        "stage": document.stage,
        "masthead": {**masthead_record(document), "running": list(running)},
        "elements": [element_record(element) for element in view.elements],
        "footnotes": [*map(note_record, view.notes), *masthead_notes(view)],
        "findings": [short_finding(finding) for finding in findings],
    }


def masthead_record(document: Document) -> Record:
    """The masthead, empty where nothing is known, with the title of the text."""
    head = document.masthead
    return {
        "symbol": head.symbol,
        "body": head.body,
        "session": head.session,
        "committee": head.committee,
        "agenda_items": list(head.agenda_items),
        "agenda_titles": list(head.agenda_titles),
        "distribution": head.distribution,
        "date": head.date,
        "original_language": head.original_language,
        "submitters": head.submitters,
        "sponsors": list(head.sponsors),
        "rapporteur": head.rapporteur,
        "title": title_of(document),
        "adopted_as": dict(document.adopted_as),
        "adopted_on": head.adopted_on,
        "bracket_line": head.bracket_line,
        "closing": head.closing,
        "job_number": head.job_number,
        "added_sponsors": list(head.added_sponsors),
        "group": head.group,
        "submitter": head.submitter,
        "predecessor": head.predecessor,
        "meeting": head.meeting,
        "documents": list(head.documents),
        "read": list(head.read),
    }


def title_of(document: Document) -> str:
    """The first title in the text: of the draft in a report, if there is one."""
    titles = [(path, p.text.plain()) for path, p in document.walk() if p.kind is Kind.TITLE]
    drafts = {path for path, part in document.parts() if part.kind in RECOMMENDED}
    inside = [title for path, title in titles if path in drafts]
    return next(iter((*inside, *(title for _, title in titles))), "")


def element_record(element: ElementView) -> Record:
    """One element; its label as printed in the file, or as it prints now."""
    return {
        "id": element.id,
        "part": f"{element.part}/section-{element.section}" if element.section else element.part,
        "kind": element.kind.value,
        "label": element.label_read or element.label,
        "level": element.level,
        "opening": element.opening,
        "text": element.text.plain(),
        "footnotes": [mark for _, mark in element.marks],
    }


def note_record(note: NoteView) -> Record:
    """One footnote as it prints."""
    return {"part": note.part, "number": note.number, "text": note.text.plain()}


def masthead_notes(view: DocumentView) -> list[Record]:
    """The footnotes whose marks stand in the masthead ("Uganda:* draft resolution")."""
    printed = {note.id for note in view.notes}
    return [
        {"part": view.document.root.kind.value, "number": note.mark, "text": note.text.plain()}
        for note in view.document.notes
        if note.mark and note.id not in printed
    ]


def short_finding(finding: Finding) -> Record:
    """A finding as `show` lists it."""
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "element": finding.place.element,
        "message": sentence(finding),
    }


def sentence(of: Finding | Change) -> str:
    """The sentence of a finding or a change in the interface language."""
    return _said(of.message, of.params)


def fact(change: Change) -> str:
    """What changed, without judging it: the sentence of a change for exports, where no verb is
    called weaker and nothing reversed."""
    return _said(fact_of(change), change.params)


def _said(message: str, params: Params) -> str:
    """A sentence with what must be borne in mind with it, in brackets."""
    values = dict(params)
    told = say(message, **values)
    if "original" in values:
        values["original"] = say(f"deviation.language-{values['original']}")
    remarks = [say(f"{_REMARK}{name}", **values) for name in REMARKS if name in values]
    return say("deviation.remarked", sentence=told, remarks="; ".join(remarks)) if remarks else told


def sentences(changes: Sequence[Change]) -> tuple[str, ...]:
    """The sentences of changes, each said once."""
    return tuple(dict.fromkeys(map(sentence, changes)))


def change_record(change: Change) -> Record:
    """One difference."""
    return {
        "kind": change.kind.value,
        "severity": change.severity.value,
        "old": change.old,
        "new": change.new,
        "sentence": sentence(change),
        **{name: value for name, value in change.params if name == "variant"},
    }


def finding_at(finding: Finding) -> Record:
    """A finding about a file."""
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": place.file,
        "line": place.line,
        "element": place.element,
        "message": sentence(finding),
    }
