"""The `source:` block of a clause file: a Source as strings, and back.

The way back trusts the shape: `shape` has checked it.
"""

from __future__ import annotations

from typing import TypeAlias

from drafter.library.source import Adoption, Obtained, Reservation, Source, Votes
from drafter.model.provenance import Stage
from drafter.yamlio import Value

Fields: TypeAlias = dict[str, Value]


def source_record(source: Source) -> Fields:
    """The source as it stands in the file, empty values left out."""
    return _filled(
        symbol=source.symbol,
        title=source.title,
        body=source.body,
        session=_number(source.session),
        date=source.date,
        language=source.language,
        original_language=source.original_language,
        stage=source.stage.value,
        adopted_as=dict(source.adopted_as),
        adoption=[_adoption_record(each) for each in source.adoption],
        obtained=_filled(
            state=source.obtained.state,
            by=source.obtained.by,
            date=source.obtained.date,
            sha256=source.obtained.sha256,
        ),
        url=source.url,
        notice=source.notice,
    )


def source_of(fields: Value) -> Source:
    """The source that a checked `source:` block describes."""
    held = _Held(fields)
    return Source(
        symbol=held.words("symbol"),
        language=held.words("language"),
        stage=Stage(held.words("stage")),
        title=held.words("title"),
        body=held.words("body"),
        session=held.number("session"),
        date=held.words("date"),
        original_language=held.words("original_language"),
        adopted_as=tuple(
            (part, symbol)
            for part, symbol in held.table("adopted_as").items()
            if isinstance(symbol, str)
        ),
        adoption=tuple(_adoption(each) for each in held.rows("adoption")),
        obtained=_obtained(held.inner("obtained")),
        url=held.words("url"),
        notice=held.words("notice"),
    )


def _adoption_record(adoption: Adoption) -> Fields:
    return _filled(
        part=adoption.part,
        how=adoption.how,
        votes=_votes_record(adoption.votes) if adoption.votes else {},
        separate_votes=[_votes_record(each) for each in adoption.separate_votes],
        reservations=[
            _filled(by=each.by, how=each.how, on=each.on, text=each.text, record=each.record)
            for each in adoption.reservations
        ],
        record=adoption.record,
    )


def _votes_record(votes: Votes) -> Fields:
    return _filled(
        on=votes.on,
        in_favour=_number(votes.in_favour),
        against=_number(votes.against),
        abstaining=_number(votes.abstaining),
        record=votes.record,
    )


def _adoption(held: _Held) -> Adoption:
    votes = held.inner("votes")
    return Adoption(
        part=held.words("part"),
        how=held.words("how") or "unknown",
        votes=_votes(votes) if votes.fields else None,
        separate_votes=tuple(_votes(each) for each in held.rows("separate_votes")),
        reservations=tuple(
            Reservation(*(each.words(name) for name in ("by", "on", "text", "record", "how")))
            for each in held.rows("reservations")
        ),
        record=held.words("record"),
    )


def _votes(held: _Held) -> Votes:
    return Votes(
        held.number("in_favour"),
        held.number("against"),
        held.number("abstaining"),
        held.words("on"),
        held.words("record"),
    )


def _obtained(held: _Held) -> Obtained:
    default = Obtained()
    return Obtained(
        held.words("state") or default.state,
        held.words("by"),
        held.words("date"),
        held.words("sha256"),
    )


class _Held:
    """A checked block of strings."""

    def __init__(self, fields: Value) -> None:
        self.fields: Fields = fields if isinstance(fields, dict) else {}

    def words(self, name: str) -> str:
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def number(self, name: str) -> int | None:
        words = self.words(name)
        return int(words) if words else None

    def table(self, name: str) -> Fields:
        return _Held(self.fields.get(name, "")).fields

    def inner(self, name: str) -> _Held:
        return _Held(self.fields.get(name, ""))

    def rows(self, name: str) -> list[_Held]:
        value = self.fields.get(name, "")
        return [_Held(each) for each in value] if isinstance(value, list) else []


def _number(number: int | None) -> str:
    return "" if number is None else str(number)


def _filled(**fields: Value) -> Fields:
    return {name: value for name, value in fields.items() if value}
