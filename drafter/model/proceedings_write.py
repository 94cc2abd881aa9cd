"""Proceedings as a record for a `*.report.yaml` file: keys in one order, empty values left out.

`proceedings_read` is the way back; both know the keys from here.
"""

from __future__ import annotations

from drafter.model.proceedings import (
    Event,
    EventKind,
    Meeting,
    Proceedings,
    Proposal,
    Speaker,
    Vote,
)
from drafter.model.record_write import Record
from drafter.yamlio.value import Block, Value

FORMAT = 1
HEAD_KEYS = (
    "symbol", "body", "session", "committee", "agenda_items", "agenda_titles", "date",
    "original_language", "rapporteur", "job_number",
)  # fmt: skip
PROCEEDINGS_KEYS = (
    "format", "language", *HEAD_KEYS, "parts", "meetings", "introduction", "proposals",
)  # fmt: skip
MEETING_KEYS = ("number", "date", "record")
PROPOSAL_KEYS = ("kind", "symbol", "title", "draft", "events")
SPEAKER_KEYS = ("name", "on_behalf_of")
VOTE_KEYS = ("in_favour", "against", "abstaining", "counts")
COUNT_KEYS = ("in_favour", "against", "abstaining")

_DECIDED = ("how", "vote")
# The fields of each kind of event, after `event`; `joined` may stand in any.
KEYS: dict[EventKind, tuple[str, ...]] = {
    EventKind.ALLOCATED: ("plenary_meeting", "date"),
    EventKind.DEBATED: ("items", "see", "paragraph"),
    EventKind.CONSIDERED: (),
    EventKind.SUMMARY_RECORDS: (),
    EventKind.DOCUMENTS: ("see", "documents"),
    EventKind.SUBMITTED: ("meeting", "sponsors", "submitter"),
    EventKind.INTRODUCED: ("meeting", "by"),
    EventKind.REVISED: ("meeting", "symbol", "sponsors"),
    EventKind.CHAIRS_TEXT: ("meeting", "symbol", "submitter"),
    EventKind.SPONSORS_JOINED: ("meeting", "when", "sponsors"),
    EventKind.ORALLY_REVISED: ("meeting", "by"),
    EventKind.ORALLY_CORRECTED: ("meeting", "by"),
    EventKind.BUDGET: ("meeting", "implications", "document"),
    EventKind.AMENDMENTS_SUBMITTED: ("meeting", "symbol", "sponsors"),
    EventKind.AMENDMENTS_INTRODUCED: ("meeting", "symbol", "by"),
    EventKind.AMENDMENTS_DECIDED: ("meeting", "symbol", "outcome", *_DECIDED),
    EventKind.AMENDMENTS_WITHDRAWN: ("meeting", "symbol"),
    EventKind.VOTE_REQUESTED: ("meeting", "by", "on"),
    EventKind.SEPARATE_VOTE: ("meeting", "on", "outcome", *_DECIDED),
    EventKind.NO_ACTION: ("meeting", "by", "outcome", *_DECIDED),
    EventKind.STATEMENTS: ("meeting", "when", "by", "explanations", "observers"),
    EventKind.ADOPTED: ("meeting", *_DECIDED),
    EventKind.REJECTED: ("meeting", *_DECIDED),
    EventKind.WITHDRAWN: ("meeting", "symbol", "after"),
    EventKind.TEXT: ("words",),
}


def record(proceedings: Proceedings) -> Record:
    """The proceedings with every event. `proceedings_read.proceedings` gives them back."""
    head = proceedings.masthead
    session = "" if head.session is None else str(head.session)
    values = {key: getattr(head, key) for key in HEAD_KEYS if key != "session"}
    return _filled(
        format=str(FORMAT),
        language=proceedings.language,
        **{key: _plain(session if key == "session" else values[key]) for key in HEAD_KEYS},
        parts=list(proceedings.parts),
        meetings=[_meeting(each) for each in proceedings.meetings],
        introduction=[record_of_event(each) for each in proceedings.introduction],
        proposals=[_proposal(each) for each in proceedings.proposals],
    )


def record_of_event(event: Event) -> Record:
    """One event with the fields of its kind."""
    values: dict[str, Value] = {
        "plenary_meeting": _number(event.meeting),
        "meeting": _number(event.meeting),
        "date": event.date,
        "symbol": event.symbol,
        "by": [_speaker(each) for each in event.by],
        "explanations": [_speaker(each) for each in event.explanations],
        "observers": [_speaker(each) for each in event.observers],
        "sponsors": list(event.sponsors),
        "submitter": event.submitter,
        "when": event.moment.value,
        "on": event.on,
        "implications": event.implications.value,
        "document": event.document,
        "documents": list(event.documents),
        "items": list(event.items),
        "see": event.see,
        "paragraph": event.paragraph,
        "outcome": event.outcome.value,
        "how": event.manner.value,
        "vote": _vote(event.vote),
        "after": event.after,
        "words": Block(event.words),
    }
    own = {key: values[key] for key in KEYS[event.kind]}
    return _filled(event=event.kind.value, **own, joined="true" if event.joined else "")


def _proposal(proposal: Proposal) -> Record:
    return _filled(
        kind=proposal.kind.value,
        symbol=proposal.symbol,
        title=proposal.title,
        draft=proposal.file,
        events=[record_of_event(each) for each in proposal.events],
    )


def _meeting(meeting: Meeting) -> Record:
    return _filled(number=_number(meeting.number), date=meeting.date, record=meeting.record)


def _speaker(speaker: Speaker) -> Value:
    if not speaker.on_behalf_of:
        return speaker.name
    return _filled(name=speaker.name, on_behalf_of=speaker.on_behalf_of)


def _vote(vote: Vote) -> Record:
    counts = zip(COUNT_KEYS, vote.counts, strict=True)
    return _filled(
        in_favour=list(vote.in_favour),
        against=list(vote.against),
        abstaining=list(vote.abstaining),
        counts={key: str(count) for key, count in counts if count >= 0},
    )


def _plain(value: str | tuple[str, ...]) -> Value:
    return value if isinstance(value, str) else list(value)


def _number(number: int) -> str:
    return str(number) if number else ""


def _filled(**values: Value) -> Record:
    return {key: value for key, value in values.items() if value}
