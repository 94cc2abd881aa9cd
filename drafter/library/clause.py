"""Clauses: the paragraphs of source documents, with what maintainers say about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, TypeAlias

from drafter.library.in_sections import in_sections
from drafter.library.source import Adoption, Source, Votes
from drafter.model.places import clause_id
from drafter.model.provenance import Stage
from drafter.model.symbols import settled_stage
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Paragraph

AGREED_KINDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE})
CLAUSE_KINDS = AGREED_KINDS | {Kind.REPORT, Kind.CONTINUATION}
ReviewState: TypeAlias = Literal["", "unreviewed", "reviewed", "needs-attention"]


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a paragraph said before it was corrected: its plain text, the ISO date of the
    corrigendum where that is known, and its symbol."""

    text: str
    until: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Retired:
    """Why a clause is not to be used any more, and the id of the clause to use instead, if any."""

    why: str = ""
    by: str = ""


IN_USE = Retired()


@dataclass(frozen=True, slots=True)
class Curated:
    """What a maintainer adds to a clause; no import ever overwrites it.

    `topics` and `addressees` are keys of the vocabulary; `family` names the clause over the years;
    `review` is a `ReviewState`; `earlier` are the readings that corrigenda replaced, oldest first.
    """

    topics: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    family: str = ""
    note: str = ""
    review: str = ""
    earlier: tuple[Earlier, ...] = ()
    retired: Retired = IN_USE


NOTHING = Curated()


@dataclass(frozen=True, slots=True)
class SetApart:
    """What sets a paragraph apart from the text it was adopted in.

    `votes` if it, or the paragraph whose sub-paragraph it is, was voted on separately; otherwise
    `by` whom there is a reservation (`how` is a `ReservationWay`), on this paragraph or, if
    `whole`, on all of the text.
    """

    votes: Votes | None = None
    by: str = ""
    how: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph or sub-paragraph as read from its source.

    `id` is `symbol#part/place`, the same in every language version; `label` the printed label
    ("15.", "(q)"); `parent` the id of the clause whose sub-paragraph this is; `offered` whether it
    is resolution language, which the prose of a report never is, and a `retired` clause no more.
    Where sections count by themselves, `section` is the one it stands in ("II.B", as printed) and
    `section_place` its place among the paragraphs of that section; both empty where none is known.
    `adoption_way` (an `AdoptionWay`) and `votes` say how the text was adopted that it is part of;
    `checked`, whether its text was compared with the document.
    """

    id: str
    symbol: str
    part: str
    place: str
    label: str
    kind: Kind
    language: str
    text: Text
    plain: str
    opening: str
    stage: Stage
    adopted_as: str
    session: int | None
    date: str
    topics: tuple[str, ...]
    addressees: tuple[str, ...]
    family: str
    note: str
    review: str
    file: Path
    parent: str = ""
    offered: bool = field(default=True)
    adoption_way: str = "unknown"
    votes: Votes | None = None
    set_apart: tuple[SetApart, ...] = ()
    checked: bool = False
    retired: Retired = IN_USE
    section: str = ""
    section_place: str = ""


def clauses_of(
    document: Document, source: Source, curated: dict[str, Curated], file: Path
) -> Iterator[Clause]:
    """The clauses of a document, in document order."""
    sections = in_sections(document)
    for path, part in document.parts():
        adopted_as = source.adopted(path)
        for top in part.paragraphs:
            if top.kind not in CLAUSE_KINDS:
                continue
            for paragraph, above in _with_parents(top, ()):
                clause = _clause(
                    paragraph,
                    curated.get(paragraph.id, NOTHING),
                    source,
                    part=path,
                    above=above,
                    adopted_as=adopted_as,
                    offered=top.kind in AGREED_KINDS,
                    file=file,
                )
                own = sections.get(paragraph.id)
                yield replace(clause, section=own.name, section_place=own.place) if own else clause


def _with_parents(
    paragraph: Paragraph, above: tuple[str, ...]
) -> Iterator[tuple[Paragraph, tuple[str, ...]]]:
    yield paragraph, above
    for child in paragraph.children:
        yield from _with_parents(child, (*above, paragraph.id))


def _set_apart(adoption: Adoption, symbol: str, ids: tuple[str, ...]) -> Iterator[SetApart]:
    """What is recorded of a paragraph or of those that it stands in, then of the whole."""
    own = {name for each in ids for name in (each, clause_id(symbol, each))}
    yield from (SetApart(votes) for votes in adoption.separate_votes if votes.on in own)
    for each in adoption.reservations:
        if each.on in own:
            yield SetApart(by=each.by, how=each.how)
    for each in adoption.reservations:
        if not each.on:
            yield SetApart(by=each.by, how=each.how, whole=True)


def _clause(
    paragraph: Paragraph,
    curated: Curated,
    source: Source,
    *,
    part: str,
    above: tuple[str, ...],
    adopted_as: str,
    offered: bool,
    file: Path,
) -> Clause:
    symbol, adoption = source.symbol, source.adoption_of(part)
    return Clause(
        id=clause_id(symbol, paragraph.id),
        symbol=symbol,
        part=part,
        place=paragraph.id.removeprefix(f"{part}/"),
        label=paragraph.label_read,
        kind=paragraph.kind,
        language=source.language,
        text=paragraph.text,
        plain=paragraph.text.plain(),
        opening=paragraph.text.opening,
        stage=settled_stage(symbol, source.stage),
        adopted_as=adopted_as,
        session=source.session,
        date=source.date,
        topics=curated.topics,
        addressees=curated.addressees,
        family=curated.family,
        note=curated.note,
        review=curated.review,
        file=file,
        parent=clause_id(symbol, above[-1]) if above else "",
        offered=offered,
        adoption_way=adoption.how,
        votes=adoption.votes,
        set_apart=tuple(_set_apart(adoption, symbol, (*above, paragraph.id))),
        checked=source.obtained.checked,
    )
