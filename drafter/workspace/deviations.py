"""How a draft departs from its base, or from the precedents of its paragraphs, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter.compare import Change, Row, RowState
from drafter.compare.naming import REMARKS
from drafter.errors import UsageError
from drafter.languages import Language, language
from drafter.messages import language as interface_language
from drafter.messages import say
from drafter.model.drafted import main_part
from drafter.model.findings import ChangeKind
from drafter.model.places import clause_id
from drafter.model.tree import Document, PartKind
from drafter.model.view import DocumentView, ElementView, view
from drafter.readers import read
from drafter.workspace.comparing import Compared, compare, row_record, structure
from drafter.workspace.extracting import extracted
from drafter.workspace.libraries import LibraryProvider, cited
from drafter.workspace.match_records import reach_record
from drafter.workspace.matching import FLOOR, MATCHED
from drafter.workspace.places import place_name
from drafter.workspace.records import FORMAT, Record, fact, sentence
from drafter.writers.redlines.table import Column, Table

BASE, PRECEDENTS = "base", "precedents"
# which way a verb went is a judgement; that it is another verb is a fact
_PLAINLY = dict.fromkeys(
    (ChangeKind.VERB_STRONGER, ChangeKind.VERB_WEAKER), ChangeKind.VERB_CHANGED
)
_FSI, _PDI = "\u2068", "\u2069"
_SHARES = {"place": 3, "source": 3, "old": 5, "new": 5, "kind": 3, "sentence": 5, "severity": 2}


def spoken(change: Change, direction: str, *, judgements: bool) -> str:
    """The sentence of a change. Words that run from right to left are isolated in it (Unicode
    Standard Annex 9), or they would change places with those round them."""
    if direction == "rtl":
        params = tuple(
            (
                name,
                f"{_FSI}{value}{_PDI}" if isinstance(value, str) and name not in REMARKS else value,
            )
            for name, value in change.params
        )
        change = replace(change, params=params)
    return sentence(change) if judgements else fact(change)


@dataclass(frozen=True, slots=True)
class Deviation:
    """How one paragraph, or several that were fused or split, departs from what it is held against.

    `row` has the ids; `a` is the id of a clause where it is held against a precedent, which
    `source` then cites. `about` is the sentence about the whole of it, if it came, went or moved.
    """

    row: Row
    place: str
    old: str
    new: str
    source: str = ""
    about: str = ""

    def told(
        self, direction: str = "", *, judgements: bool
    ) -> Iterator[tuple[str, str, str, str, str]]:
        """Each difference as (old words, new words, kind, sentence, severity); `direction` is that
        of the text, for `spoken`."""
        state = self.row.state
        if self.about:
            words = ("", "") if state is RowState.MOVED else (self.old, self.new)
            yield *words, say(f"workspace.state-{state.value}"), self.about, ""
        for each in structure(self.row):
            yield each.old, each.new, each.kind, each.sentence, ""
        for change in self.row.changes:
            severity = say(f"workspace.severity-{change.severity.value}") if judgements else ""
            kind = change.kind if judgements else _PLAINLY.get(change.kind, change.kind)
            said = spoken(change, direction, judgements=judgements)
            yield change.old, change.new, say(f"workspace.kind-{kind.value}"), said, severity


@dataclass(frozen=True, slots=True)
class Deviations:
    """All departures of one text; `against` is `base` or `precedents`, `name` what the text it is
    held against is called. `masthead` has the fields that differ, by their names."""

    against: str
    name: str
    view: DocumentView
    language: Language
    rows: tuple[Deviation, ...]
    masthead: tuple[tuple[str, str, str], ...] = ()
    provider: LibraryProvider | None = None

    @property
    def record(self) -> Record:
        """The JSON of `drafter deviations`."""
        found: Record = {"format": FORMAT, "against": self.against, "name": self.name}
        found["paragraphs"] = [
            {
                **row_record(each.row),
                "place": each.place,
                "source": each.source,
                "old": each.old,
                "new": each.new,
            }
            for each in self.rows
        ]
        if self.provider is not None:
            found["library"] = reach_record(self.provider)
        return found

    def table(self, *, judgements: bool = False) -> Table:
        """Place, old words, new words, kind and sentence of each difference: facts, and what to
        make of them only with `judgements`."""
        names = ["place", "old", "new", "kind", "sentence"]
        if self.against == PRECEDENTS:
            names.insert(1, "source")
        if judgements:
            names.append("severity")
        return Table(
            say(f"workspace.table-{self.against}", name=self.name),
            tuple(
                Column(say(f"workspace.column-{name}"), name in {"old", "new"}, _SHARES[name])
                for name in names
            ),
            tuple(self._cells(names, judgements=judgements)),
            self.language.code,
            self.language.direction,
            interface_language(),
        )

    def _cells(self, names: Sequence[str], *, judgements: bool) -> Iterator[tuple[str, ...]]:
        for field, old, new in self.masthead:
            cells = {"place": field, "old": old, "new": new, "kind": say("workspace.masthead")}
            yield tuple(cells.get(name, "") for name in names)
        for each in self.rows:
            for old, new, kind, said, severity in each.told(
                self.language.direction, judgements=judgements
            ):
                cells = {
                    "place": each.place, "source": each.source, "old": old, "new": new,
                    "kind": kind, "sentence": said, "severity": severity,
                }  # fmt: skip
                yield tuple(cells[name] for name in names)


def between(pair: Compared) -> Deviations:
    """The departures of one document from another."""
    rows = filter(pair.differs, pair.comparison.rows)
    return Deviations(
        BASE,
        pair.names[0],
        pair.b,
        pair.language,
        tuple(_deviation(pair, row) for row in rows),
        pair.masthead,
    )


def _deviation(pair: Compared, row: Row) -> Deviation:
    return Deviation(row, pair.place(row), *pair.words(row), about=pair.whole(row))


def deviations(path: Path, against: str, provider: LibraryProvider) -> Deviations:
    """How the text of a file departs from the base that it carries, or from its precedents.

    `against` is `BASE`, `PRECEDENTS`, or empty: the base if there is one. Raises `UnreadableInput`,
    and `UsageError` for a text without a base.
    """
    document = read(path).document
    if against == PRECEDENTS or (not against and document.base is None):
        return from_precedents(document, provider)
    return from_base(document, place=str(path))


def from_base(document: Document, *, place: str = "") -> Deviations:
    """The departures of a draft from the base that it carries. Raises `UsageError` without one.

    Of the masthead nothing is said: that of a base is the base's own.
    """
    pair = compare(base_of(document, place=place), document)
    found = between(pair)
    symbol = document.base.symbol if document.base else ""
    return Deviations(BASE, symbol or say("workspace.the-base"), pair.b, pair.language, found.rows)


def base_of(document: Document, *, place: str = "") -> Document:
    """The part of its base that a draft departs from: the draft in a report, if it is one.

    Raises `UsageError` for a draft without a base.
    """
    if document.base is None:
        raise UsageError("workspace.no-base-compared", place=place)
    return matching_part(document.base.document, document)


def matching_part(base: Document, draft: Document) -> Document:
    """What of a base a draft departs from: the draft in a report, unless it is a report itself."""
    if draft.root.kind is PartKind.REPORT:
        return base
    return extracted(base, main_part(base)[0]).document


def from_precedents(document: Document, provider: LibraryProvider) -> Deviations:
    """The departure of each paragraph from the precedent that is shown first of all it has."""
    rules = language(document.language)
    numbered = view(document, rules.conventions)
    elements = (each for each in numbered.elements if each.kind in MATCHED and len(each.text))
    found = (_from_precedent(numbered, each, provider, rules) for each in elements)
    rows = tuple(each for each in found if each.row.state is not RowState.KEPT)
    name = say("workspace.precedents")
    return Deviations(PRECEDENTS, name, numbered, rules, rows, provider=provider)


def _from_precedent(
    numbered: DocumentView, element: ElementView, provider: LibraryProvider, rules: Language
) -> Deviation:
    symbol = numbered.document.masthead.symbol
    own = clause_id(symbol, element.id) if symbol else ""
    words = element.text.plain()
    place = place_name(numbered, element.id)
    found = provider.engine(rules).shown(words, floor=FLOOR, exclude=own)
    if not found:
        row = Row(RowState.NEW, (), (element.id,))
        return Deviation(row, place, "", words, about=provider.reach)
    clause, differences = found[0].clause, found[0].changes
    state = RowState.CHANGED if differences else RowState.KEPT
    row = Row(state, (clause.id,), (element.id,), differences)
    return Deviation(row, place, clause.plain, words, cited(clause))


def sentences_of(deviation: Deviation) -> tuple[str, ...]:
    """What a person is told of a paragraph on the screen, judgements included."""
    return tuple(dict.fromkeys(said for *_, said, _ in deviation.told(judgements=True)))
