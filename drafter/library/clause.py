"""Clauses: the paragraphs of source documents, with what maintainers say about them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from drafter.library.source import Source
from drafter.model.places import clause_id
from drafter.model.provenance import Stage
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Paragraph

AGREED_KINDS = frozenset({Kind.PREAMBULAR, Kind.OPERATIVE, Kind.DECLARATION, Kind.PROSE})
CLAUSE_KINDS = AGREED_KINDS | {Kind.REPORT, Kind.CONTINUATION}
ReviewState: TypeAlias = Literal["", "unreviewed", "reviewed", "needs-attention"]


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
    `review` is a `ReviewState`.
    """

    topics: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    family: str = ""
    note: str = ""
    review: str = ""
    retired: Retired = IN_USE


NOTHING = Curated()


@dataclass(frozen=True, slots=True)
class Clause:
    """One paragraph or sub-paragraph as read from its source.

    `id` is `symbol#part/place`, the same in every language version; `label` the printed label
    ("15.", "(q)"); `parent` the id of the clause whose sub-paragraph this is; `offered` whether it
    is resolution language, which the prose of a report never is, and a `retired` clause no more.
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
    retired: Retired = IN_USE


def clauses_of(
    document: Document, source: Source, curated: dict[str, Curated], file: Path
) -> Iterator[Clause]:
    """The clauses of a document, in document order."""
    for path, part in document.parts():
        adopted_as = source.adopted(path)
        for top in part.paragraphs:
            if top.kind not in CLAUSE_KINDS:
                continue
            for paragraph, parent in _with_parents(top, ""):
                yield _clause(
                    paragraph,
                    curated.get(paragraph.id, NOTHING),
                    source,
                    part=path,
                    parent=parent,
                    adopted_as=adopted_as,
                    offered=top.kind in AGREED_KINDS,
                    file=file,
                )


def _with_parents(paragraph: Paragraph, parent: str) -> Iterator[tuple[Paragraph, str]]:
    yield paragraph, parent
    for child in paragraph.children:
        yield from _with_parents(child, paragraph.id)


def _clause(
    paragraph: Paragraph,
    curated: Curated,
    source: Source,
    *,
    part: str,
    parent: str,
    adopted_as: str,
    offered: bool,
    file: Path,
) -> Clause:
    symbol = source.symbol
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
        stage=source.stage,
        adopted_as=adopted_as,
        session=source.session,
        date=source.date,
        topics=curated.topics,
        addressees=curated.addressees,
        family=curated.family,
        note=curated.note,
        review=curated.review,
        file=file,
        parent=clause_id(symbol, parent) if parent else "",
        offered=offered,
    )
