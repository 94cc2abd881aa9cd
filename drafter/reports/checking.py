"""What the events of a report leave open, or say twice: findings, each at its place in the record.

Nothing is taken for granted: a draft that is not said to be adopted without a vote was not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from drafter.model.dates import is_day
from drafter.model.findings import Finding, Params, Place, Severity
from drafter.model.proceedings import (
    At,
    Event,
    EventKind,
    Implications,
    Manner,
    Outcome,
    Proceedings,
    Proposal,
    Vote,
)
from drafter.model.proceedings_write import COUNT_KEYS, KEYS
from drafter.model.symbols import parse_symbol
from drafter.model.tree import Document
from drafter.reports.naming import names_problems

# message id without its domain: (code, severity)
FINDINGS: dict[str, tuple[str, Severity]] = {
    "head-missing": ("E101", Severity.WARNING),
    "field-missing": ("E102", Severity.WARNING),
    "meeting-unknown": ("E103", Severity.WARNING),
    "meeting-undated": ("E104", Severity.WARNING),
    "how-missing": ("E105", Severity.ERROR),
    "outcome-missing": ("E106", Severity.ERROR),
    "budget-missing": ("E107", Severity.WARNING),
    "text-missing": ("E108", Severity.ERROR),
    "fate-missing": ("E109", Severity.ERROR),
    "fate-twice": ("E110", Severity.ERROR),
    "votes-missing": ("E111", Severity.WARNING),
    "votes-unsure": ("E112", Severity.ERROR),
    "voted-twice": ("E113", Severity.ERROR),
    "lists-idle": ("E114", Severity.ERROR),
    "out-of-order": ("E115", Severity.WARNING),
    "after-the-end": ("E116", Severity.WARNING),
    "symbol-missing": ("E117", Severity.WARNING),
    "budget-unsaid": ("E118", Severity.INFO),
    "draft-unreadable": ("E119", Severity.ERROR),
    "draft-language": ("E120", Severity.ERROR),
    "not-a-member": ("E121", Severity.ERROR),
    "name-unknown": ("E122", Severity.WARNING),
    "name-meant": ("E123", Severity.WARNING),
    "name-former": ("E124", Severity.WARNING),
    "unlike-the-vote": ("E125", Severity.WARNING),
    "not-a-representative": ("E126", Severity.WARNING),
    "not-an-observer": ("E127", Severity.WARNING),
    "draft-elsewhere": ("E128", Severity.WARNING),
    "no-date": ("E129", Severity.WARNING),
    "no-symbol": ("E130", Severity.WARNING),
    "field-idle": ("E131", Severity.WARNING),
    "record-idle": ("E132", Severity.INFO),
}
# Any one of these fields, without which the sentence of the event has a blank.
_NEEDED: dict[EventKind, tuple[tuple[str, ...], ...]] = {
    EventKind.ALLOCATED: (("meeting",), ("date",)),
    EventKind.DEBATED: (("items",),),
    EventKind.DOCUMENTS: (("see", "documents"),),
    EventKind.SUBMITTED: (("sponsors", "submitter"),),
    EventKind.INTRODUCED: (("by",),),
    EventKind.REVISED: (("symbol",),),
    EventKind.CHAIRS_TEXT: (("symbol",), ("submitter",)),
    EventKind.SPONSORS_JOINED: (("sponsors",),),
    EventKind.ORALLY_REVISED: (("by",),),
    EventKind.ORALLY_CORRECTED: (("by",),),
    EventKind.AMENDMENTS_SUBMITTED: (("symbol",), ("sponsors",)),
    EventKind.AMENDMENTS_INTRODUCED: (("symbol",), ("by",)),
    EventKind.AMENDMENTS_DECIDED: (("symbol",),),
    EventKind.AMENDMENTS_WITHDRAWN: (("symbol",),),
    EventKind.VOTE_REQUESTED: (("by",),),
    EventKind.SEPARATE_VOTE: (("on",),),
    EventKind.NO_ACTION: (("by",),),
    EventKind.STATEMENTS: (("by", "explanations", "observers"),),
    EventKind.TEXT: (("words",),),
}
# A field of an event that is printed only if another one says so: (kind, field, the other, how).
_IDLE: tuple[tuple[EventKind, str, str, Callable[[Event], bool]], ...] = (
    (EventKind.SUBMITTED, "sponsors", "submitter", lambda event: not event.submitter),
    (EventKind.DEBATED, "paragraph", "see", lambda event: bool(event.see)),
    (
        EventKind.BUDGET, "document", "implications",
        lambda event: event.implications is Implications.STATED,
    ),
)  # fmt: skip
_NAMES = {"meeting": "plenary_meeting"}
_FATES = frozenset({EventKind.ADOPTED, EventKind.REJECTED, EventKind.WITHDRAWN})
_OUTCOMES = frozenset({EventKind.AMENDMENTS_DECIDED, EventKind.SEPARATE_VOTE, EventKind.NO_ACTION})
_AFTER_THE_END = frozenset({EventKind.STATEMENTS, EventKind.SPONSORS_JOINED, EventKind.TEXT})
_HEAD = ("session", "committee", "agenda_items", "agenda_titles", "rapporteur")

Drafts = Sequence[Document | None]
Found = Iterator[tuple[At, Finding]]


def findings(proceedings: Proceedings, drafts: Drafts) -> tuple[tuple[At, Finding], ...]:
    """What there is to say, each finding with its path in the record; `drafts` are the texts of the
    proposals, None for one that is not there."""
    told = [*_of_head(proceedings)]
    for event in proceedings.introduction:
        told += _of_event(event, proceedings)
    for proposal, draft in zip(proceedings.proposals, drafts, strict=True):
        for event in proposal.events:
            told += _of_event(event, proceedings)
        told += _of_order(proposal, proceedings)
        told += _of_proposal(proposal, draft)
    return tuple(told)


def _of_head(proceedings: Proceedings) -> Found:
    for name in _HEAD:
        if not getattr(proceedings.masthead, name):
            yield _found("head-missing", (name,), field=name)
    events = proceedings.events
    named = {event.meeting for event in events if "meeting" in KEYS[event.kind]}
    told = {event.kind for event in events}
    for meeting in proceedings.meetings:
        yield from _of_date(meeting.date, (*meeting.at, "date"))
        if not meeting.date and (EventKind.CONSIDERED in told or meeting.number in named):
            yield _found("meeting-undated", meeting.at, number=meeting.number)
        if meeting.record and EventKind.SUMMARY_RECORDS not in told:
            yield _found("record-idle", (*meeting.at, "record"), record=meeting.record)


def _of_event(event: Event, proceedings: Proceedings) -> Found:
    for names in _NEEDED.get(event.kind, ()):
        if not any(getattr(event, name) for name in names):
            shown = ", ".join(_NAMES.get(name, name) for name in names)
            yield _found("field-missing", event.at, event=event.kind.value, field=shown)
    for kind, name, other, printed in _IDLE:
        if kind is event.kind and getattr(event, name) and not printed(event):
            at = (*event.at, name)
            yield _found("field-idle", at, event=event.kind.value, field=name, other=other)
    yield from _of_meeting(event, proceedings)
    yield from _of_date(event.date, event.at)
    yield from _of_symbol(event.symbol, event.at)
    if event.kind in _OUTCOMES and not event.outcome:
        yield _found("outcome-missing", event.at, event=event.kind.value)
    if "how" in KEYS[event.kind]:
        yield from _of_decision(event)
    for problem in names_problems(event, proceedings.language):
        yield _found(problem.slug, problem.at, **dict(problem.params))
    if event.kind is EventKind.BUDGET:
        if not event.implications:
            yield _found("budget-missing", event.at)
        elif event.implications is Implications.STATED and not event.document:
            yield _found("field-missing", event.at, event=event.kind.value, field="document")


def _of_date(words: str, at: At) -> Found:
    if words and not is_day(words):
        yield _found("no-date", at, words=words)


def _of_symbol(words: str, at: At) -> Found:
    if words and parse_symbol(words) is None:
        yield _found("no-symbol", at, words=words)


def _of_meeting(event: Event, proceedings: Proceedings) -> Found:
    if "meeting" not in KEYS[event.kind]:
        return
    if event.meeting and proceedings.meeting(event.meeting) is None:
        yield _found("meeting-unknown", event.at, number=event.meeting)
    if not (event.meeting or event.joined or event.moment):
        yield _found("field-missing", event.at, event=event.kind.value, field="meeting")


def _of_decision(event: Event) -> Found:
    vote, at = event.vote, (*event.at, "vote")
    if event.manner is Manner.UNKNOWN:
        yield _found("how-missing", event.at, event=event.kind.value)
    if event.manner is Manner.RECORDED and not vote.is_listed:
        yield _found("votes-missing", event.at, event=event.kind.value)
    if event.manner is not Manner.RECORDED and vote != Vote():
        yield _found("lists-idle", at, event=event.kind.value)
    for key, listed, written in zip(COUNT_KEYS, vote.lists, vote.counts, strict=True):
        if vote.is_listed and written not in (-1, len(listed)):
            yield _found(
                "votes-unsure", (*at, "counts", key), list=key, written=written, listed=len(listed)
            )
    yes, no, _ = vote.totals
    carried = event.outcome == Outcome.ADOPTED or event.kind is EventKind.ADOPTED
    said = carried or event.outcome == Outcome.REJECTED or event.kind is EventKind.REJECTED
    if event.manner is Manner.RECORDED and said and min(yes, no) >= 0 and carried != (yes > no):
        yield _found("unlike-the-vote", event.at, event=event.kind.value, yes=yes, no=no)


def _of_order(proposal: Proposal, proceedings: Proceedings) -> Found:
    """Events whose meeting was held before that of the event told before them."""
    latest, before = "", 0
    for event in proposal.events:
        held = proceedings.meeting(event.meeting)
        if held is None:
            continue
        order = held.date if is_day(held.date) else latest
        if order < latest or (order == latest and event.meeting < before):
            yield _found("out-of-order", event.at, event=event.kind.value, number=event.meeting)
        latest, before = max(order, latest), max(event.meeting, before)


def _of_proposal(proposal: Proposal, draft: Document | None) -> Found:
    name = proposal.symbols[-1] if proposal.symbols else proposal.title or proposal.file or "—"
    fates = [event for event in proposal.events if _is_fate(event, proposal)]
    yield from _of_symbol(proposal.symbol, (*proposal.at, "symbol"))
    if not proposal.symbol:
        yield _found("symbol-missing", proposal.at, draft=name)
    if not fates and not _stopped(proposal):
        yield _found("fate-missing", proposal.at, draft=name)
    for event in fates[1:]:
        yield _found("fate-twice", event.at, draft=name, first=fates[0].kind, then=event.kind)
    if proposal.adoption and draft is None and not proposal.file:
        yield _found("text-missing", proposal.at, draft=name)
    if fates and fates[0].kind is EventKind.ADOPTED:
        if not any(event.kind is EventKind.BUDGET for event in proposal.events):
            yield _found("budget-unsaid", proposal.at, draft=name)
        yield from _after_the_end(proposal, name)


def _is_fate(event: Event, proposal: Proposal) -> bool:
    """Whether an event ends the draft as it stands last: withdrawing what it replaced does not."""
    replaced = event.kind is EventKind.WITHDRAWN and event.symbol in proposal.symbols[:-1]
    return event.kind in _FATES and not replaced


def _stopped(proposal: Proposal) -> bool:
    return any(
        event.kind is EventKind.NO_ACTION and event.outcome is Outcome.ADOPTED
        for event in proposal.events
    )


def _after_the_end(proposal: Proposal, name: str) -> Found:
    kinds = [event.kind for event in proposal.events]
    end = kinds.index(EventKind.ADOPTED)
    for event in proposal.events[end + 1 :]:
        if event.kind not in _AFTER_THE_END | _FATES:
            yield _found("after-the-end", event.at, event=event.kind.value, draft=name)


def unreadable(message: str, params: Params) -> Finding:
    """The finding that a draft cannot be read, for the reason that `message` tells."""
    code, severity = FINDINGS["draft-unreadable"]
    return Finding(code, severity, message, Place(), params)


def found(slug: str, **params: str | int) -> Finding:
    """The finding called `slug`, without a place."""
    code, severity = FINDINGS[slug]
    return Finding(code, severity, f"report.{slug}", Place(), tuple(params.items()))


def _found(slug: str, at: At, **params: str | int) -> tuple[At, Finding]:
    return at, found(slug, **params)
