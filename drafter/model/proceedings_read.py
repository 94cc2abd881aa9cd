"""Proceedings from a record, read strictly: see `proceedings_write` for the keys.

Every function raises `InvalidRecord` with the path of the offending value: an unknown key or event,
a value of the wrong type, a meeting listed twice, or a format newer than this program knows. What
is merely not known yet (a meeting, how a draft was adopted) is read as such: it is told of later,
and printed as a blank.
"""

from __future__ import annotations

from drafter.errors import InvalidRecord
from drafter.model import proceedings_write as keys
from drafter.model.masthead import Masthead
from drafter.model.proceedings import (
    Event,
    EventKind,
    Implications,
    Manner,
    Meeting,
    Moment,
    Outcome,
    Proceedings,
    Proposal,
    ProposalKind,
    Speaker,
    Vote,
)
from drafter.model.strict import Fields, Path, words
from drafter.yamlio.value import Value


def proceedings(value: Value) -> Proceedings:
    """The proceedings that `proceedings_write.record` wrote."""
    _check_format(value)
    fields = Fields(value, (), keys.PROCEEDINGS_KEYS)
    return Proceedings(
        language=fields.required("language"),
        masthead=_masthead(fields),
        parts=fields.strings("parts"),
        meetings=_meetings(fields),
        introduction=tuple(event(item, at) for item, at in fields.items("introduction")),
        proposals=tuple(_proposal(item, at) for item, at in fields.items("proposals")),
    )


def event(value: Value, path: Path) -> Event:
    """One event; keys that do not belong to its kind are refused."""
    kind = _kind(value, path)
    fields = Fields(value, path, ("event", *keys.KEYS[kind], "joined"))
    meeting = "plenary_meeting" if kind is EventKind.ALLOCATED else "meeting"
    return Event(
        kind=kind,
        meeting=fields.number(meeting),
        date=fields.words("date"),
        symbol=fields.words("symbol"),
        by=_speakers(fields, "by"),
        explanations=_speakers(fields, "explanations"),
        observers=_speakers(fields, "observers"),
        sponsors=fields.strings("sponsors"),
        submitter=fields.words("submitter"),
        moment=fields.choice("when", Moment, Moment.UNSAID),
        on=fields.words("on"),
        implications=fields.choice("implications", Implications, Implications.UNKNOWN),
        document=fields.words("document"),
        documents=fields.strings("documents"),
        items=fields.strings("items"),
        see=fields.words("see"),
        paragraph=fields.words("paragraph"),
        outcome=fields.choice("outcome", Outcome, Outcome.UNKNOWN),
        manner=fields.choice("how", Manner, Manner.UNKNOWN),
        vote=_vote(fields),
        after=fields.words("after"),
        words=fields.words("words"),
        joined=fields.boolean("joined", default=False),
        at=path,
    )


def _check_format(value: Value) -> None:
    if not isinstance(value, dict) or "format" not in value:
        raise InvalidRecord("report.not-a-report", path=())
    found = Fields({"format": value["format"]}, (), ("format",)).number("format")
    if found != keys.FORMAT:
        newer = "yaml.newer-format" if found > keys.FORMAT else "report.not-a-report"
        raise InvalidRecord(newer, path=("format",), found=found, known=keys.FORMAT)


def _kind(value: Value, path: Path) -> EventKind:
    named = value.get("event", "") if isinstance(value, dict) else ""
    every = dict.fromkeys(("event", *(key for each in keys.KEYS.values() for key in each)))
    fields = Fields(value if named == "" else {"event": named}, path, (*every, "joined"))
    return fields.choice("event", EventKind)


def _masthead(fields: Fields) -> Masthead:
    return Masthead(
        symbol=fields.words("symbol"),
        body=fields.words("body"),
        session=fields.number("session") or None,
        committee=fields.words("committee"),
        agenda_items=fields.strings("agenda_items"),
        agenda_titles=fields.strings("agenda_titles"),
        date=fields.words("date"),
        original_language=fields.words("original_language"),
        rapporteur=fields.words("rapporteur"),
        job_number=fields.words("job_number"),
    )


def _meetings(fields: Fields) -> tuple[Meeting, ...]:
    found: dict[int, Meeting] = {}
    for item, path in fields.items("meetings"):
        own = Fields(item, path, keys.MEETING_KEYS)
        number = own.number("number")
        if number in found:
            raise InvalidRecord("report.meeting-twice", path=own.at("number"), number=number)
        if not number:
            raise InvalidRecord("yaml.missing-key", path=own.at("number"), key="number")
        found[number] = Meeting(number, own.words("date"), own.words("record"), path)
    return tuple(found.values())


def _proposal(value: Value, path: Path) -> Proposal:
    fields = Fields(value, path, keys.PROPOSAL_KEYS)
    return Proposal(
        kind=fields.choice("kind", ProposalKind),
        symbol=fields.words("symbol"),
        title=fields.words("title"),
        file=fields.words("draft"),
        events=tuple(event(item, at) for item, at in fields.items("events")),
        at=path,
    )


def _speakers(fields: Fields, key: str) -> tuple[Speaker, ...]:
    return tuple(_speaker(item, path) for item, path in fields.items(key))


def _speaker(value: Value, path: Path) -> Speaker:
    if isinstance(value, dict):
        fields = Fields(value, path, keys.SPEAKER_KEYS)
        return Speaker(fields.required("name"), fields.words("on_behalf_of"))
    return Speaker(words(value, path))


def _vote(fields: Fields) -> Vote:
    if not fields.value("vote"):
        return Vote()
    own = Fields(fields.value("vote"), fields.at("vote"), keys.VOTE_KEYS)
    return Vote(
        in_favour=own.strings("in_favour"),
        against=own.strings("against"),
        abstaining=own.strings("abstaining"),
        counts=_counts(own),
    )


def _counts(vote: Fields) -> tuple[int, int, int]:
    if not vote.value("counts"):
        return -1, -1, -1
    own = Fields(vote.value("counts"), vote.at("counts"), keys.COUNT_KEYS)
    favour, against, abstaining = (
        own.number(key) if own.words(key) else -1 for key in keys.COUNT_KEYS
    )
    return favour, against, abstaining
