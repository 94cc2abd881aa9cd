"""The drafts of a report that is begun: what they say of themselves, as first events.

A Chair's text, or a revision, and the draft that it takes the place of are one proposal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from drafter.languages import language
from drafter.languages.groups import behalf_of, group_note
from drafter.languages.report_words import report_words
from drafter.model.drafted import drafted, main_part
from drafter.model.masthead import Masthead
from drafter.model.proceedings import Event, EventKind, Proposal, ProposalKind, Speaker
from drafter.model.tree import Document, DocumentType, Kind, PartKind
from drafter.workspace.becoming import with_mark

_OFFICER = "\0"
_REVISION = re.compile(r"/Rev\.\d+.*$")


def proposals_of(drafts: Sequence[tuple[Path, Document]], target: Path) -> tuple[Proposal, ...]:
    """The proposals that `drafts` make in the file of events at `target`, in their order."""
    by_symbol = {document.masthead.symbol: document for _, document in drafts}
    earlier = {_earlier(document.masthead) for _, document in drafts} - {""}
    return tuple(
        _proposal(path, document, by_symbol.get(_earlier(document.masthead)), target)
        for path, document in drafts
        if document.masthead.symbol not in earlier
    )


def _proposal(path: Path, document: Document, before: Document | None, target: Path) -> Proposal:
    """`before` is the text that this one takes the place of, where it is at hand."""
    _, part = main_part(document)
    decision = part.kind is PartKind.DECISION
    titles = (p.text.plain() for p in drafted(document) if p.kind is Kind.TITLE)
    first = _earlier(document.masthead)
    return Proposal(
        ProposalKind.DECISION if decision else ProposalKind.RESOLUTION,
        symbol=first or document.masthead.symbol,
        title=next(titles, ""),
        file=_named(path, target),
        events=tuple(_events(document, before, first)),
    )


def _events(document: Document, before: Document | None, first: str) -> list[Event]:
    head, open_ = document.masthead, [Event(EventKind.BUDGET), Event(EventKind.ADOPTED)]
    if not first:
        return [_begun(document), *open_]
    begun = _begun(before) if before else Event(EventKind.INTRODUCED)
    if document.type is not DocumentType.CHAIRS_TEXT:
        return [begun, Event(EventKind.REVISED, symbol=head.symbol), *open_]
    text = Event(EventKind.CHAIRS_TEXT, symbol=head.symbol, submitter=_officer(document))
    return [begun, text, *open_, Event(EventKind.WITHDRAWN, symbol=first, after=head.symbol)]


def _begun(document: Document) -> Event:
    sponsors = document.masthead.sponsors
    if len(sponsors) == 1:
        return Event(EventKind.INTRODUCED, by=(Speaker(sponsors[0], _group(document)),))
    officer = "" if sponsors else _officer(document)
    return Event(EventKind.SUBMITTED, sponsors=_with_group(document), submitter=officer)


def _with_group(document: Document) -> tuple[str, ...]:
    """The sponsors, the one with the mark of the note about a group with that group behind it; the
    last one where none has the mark."""
    head, group = document.masthead, _group(document)
    if not (group and head.sponsors):
        return head.sponsors
    marked = [with_mark(name, head.submitters).endswith("*") for name in head.sponsors]
    place = marked.index(True) if True in marked else -1
    words = report_words(document.language)
    names = [name.rstrip("* ") for name in head.sponsors]
    said = words.text("for-group").format(name=names[place], group=group)
    names[place] = words.contracted(said)
    return tuple(names)


def _officer(document: Document) -> str:
    """The officer who submits, as the masthead has it or its line of those who submit: "the Chair"
    of "Draft resolution submitted by the Chair"."""
    head = document.masthead
    line = " ".join(head.submitters.split()).rstrip("* ")
    found = (form.fullmatch(line) for form in _forms(document.language))
    return head.submitter or next((each["officer"] for each in found if each), "")


@cache
def _forms(code: str) -> tuple[re.Pattern[str], ...]:
    """The lines that name an officer, those of a revised draft first."""
    words = language(code).masthead
    lines = (
        each.submitted.format(label=label, submitter=_OFFICER)
        for each in (words, words.deciding())
        for label in (each.revised_draft_resolution, each.draft_resolution)
    )
    patterns = (re.escape(each).replace(_OFFICER, "(?P<officer>.+)") for each in lines)
    return tuple(re.compile(each, re.IGNORECASE) for each in patterns)


def _group(document: Document) -> str:
    """Those on whose behalf the sponsor submits, as the note of the draft says it."""
    code, group = document.language, document.masthead.group
    notes = [note.text.plain() for note in document.notes]
    told = [group_note(group, code, document.masthead.date)] if group else notes
    return next(filter(None, (behalf_of(words, code) for words in told)), "")


def _earlier(head: Masthead) -> str:
    """The symbol of the draft that this one takes the place of: named in its masthead, or that of
    which it is a revision."""
    without = _REVISION.sub("", head.symbol)
    return head.predecessor or (without if without != head.symbol else "")


def _named(path: Path, target: Path) -> str:
    """How the events file names a draft: from its own folder, in full where it lies elsewhere."""
    whole, folder = path.resolve(), target.resolve().parent
    return str(whole.relative_to(folder)) if whole.is_relative_to(folder) else str(whole)
