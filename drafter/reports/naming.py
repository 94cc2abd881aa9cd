"""Whose names stand in an event: States that are not known, named twice, or have no vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drafter.languages.states import states
from drafter.model.proceedings import At, Event
from drafter.model.proceedings_write import VOTE_KEYS
from drafter.model.sponsors import Sponsor, printed_name, sponsors_of
from drafter.model.states import Standing
from drafter.reports.phrases import without_group


@dataclass(frozen=True, slots=True)
class NameProblem:
    """What is wrong with a name: the finding's slug, the place of the name in the record."""

    slug: str
    at: At
    params: tuple[tuple[str, str], ...]


def names_problems(event: Event, code: str) -> Iterator[NameProblem]:
    """The problems of all names of an event; `code` is the language of the report."""
    yield from _of_votes(event, code)
    sponsors = [without_group(each)[0] for each in event.sponsors]
    for place, sponsor in enumerate(_known(sponsors)):
        yield from _of_name(sponsor, (*event.at, "sponsors", place), code)
    for key in ("by", "explanations", "observers"):
        speakers = [each.name for each in getattr(event, key)]
        for place, speaker in enumerate(_known(speakers)):
            yield from _of_speaker(speaker, key, (*event.at, key, place), code)


def _of_votes(event: Event, code: str) -> Iterator[NameProblem]:
    cast: dict[str, str] = {}
    for column, typed in zip(VOTE_KEYS, event.vote.lists, strict=False):
        for place, voter in enumerate(_known(typed)):
            at = (*event.at, "vote", column, place)
            yield from _of_name(voter, at, code)
            name = voter.name(code)
            if voter.state and voter.state.standing is not Standing.MEMBER:
                yield _problem("not-a-member", at, state=name)
            key = voter.state.key if voter.state else voter.typed
            if key in cast:
                yield _problem("voted-twice", at, state=name, first=cast[key], then=column)
            cast.setdefault(key, column)


def _of_name(named: Sponsor, at: At, code: str) -> Iterator[NameProblem]:
    if named.state and named.former:
        yield _problem("name-former", at, name=named.typed, state=named.name(code))
    elif named.meant:
        meant = printed_name(named.meant, states(), code)
        yield _problem("name-meant", at, name=named.typed, state=meant)
    elif named.state is None:
        yield _problem("name-unknown", at, name=named.typed)


def _of_speaker(named: Sponsor, key: str, at: At, code: str) -> Iterator[NameProblem]:
    """Others than States speak too (a director, a rapporteur): only what looks like a slip is told,
    and an observer who would be called a representative, or the other way round."""
    if named.meant:
        yield from _of_name(named, at, code)
    if named.state is None:
        return
    observes = named.state.standing is not Standing.MEMBER
    if observes and key != "observers":
        yield _problem("not-a-representative", at, name=named.name(code), field=key)
    if key == "observers" and not observes:
        yield _problem("not-an-observer", at, name=named.name(code))


def _known(typed: Sequence[str]) -> tuple[Sponsor, ...]:
    return sponsors_of(typed, states()).sponsors


def _problem(slug: str, at: At, **params: str) -> NameProblem:
    return NameProblem(slug, at, tuple(params.items()))
