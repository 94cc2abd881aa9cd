"""The units of a paragraph, characters and note marks, and which of them a text is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from drafter.model.located import Located
from drafter.model.text import SpanKind, Text
from drafter.writers.tracked.parts import Paragraph, Scan


@dataclass(frozen=True, slots=True)
class Unit:
    """A character or a note mark: in which run, in which of its children, the how manieth there."""

    run: int
    child: int
    offset: int


def units_of(paragraph: Paragraph) -> tuple[Unit, ...]:
    """The units of a paragraph in their order."""
    return tuple(
        Unit(run, child, offset)
        for run, each in enumerate(paragraph.runs)
        for child, inner in enumerate(each.children)
        for offset in range(1 if inner.kind == "note" else len(inner.text))
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """Units `first`…`last` (both counted) of paragraph `paragraph` of a part."""

    part: str
    paragraph: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Slot:
    """A character of a text, or a note mark (`note` is the id of its note); `spot` is None where
    the file has nothing for it: the gap between two cells."""

    char: str
    kind: SpanKind
    note: str = ""
    spot: Spot | None = None


class Places:
    """Where the texts of a document stand in the parts of its file."""

    def __init__(self, scans: Mapping[str, Scan], located: Iterable[Located]) -> None:
        self._scans = scans
        self._located: dict[str, list[Located]] = {}
        for each in located:
            self._located.setdefault(each.element, []).append(each)
        self._units: dict[tuple[str, int], tuple[Unit, ...]] = {}
        self._chars: dict[tuple[str, int], list[int]] = {}
        self._references = dict(self._all_references())

    def units(self, part: str, paragraph: int) -> tuple[Unit, ...]:
        """The units of a paragraph."""
        key = (part, paragraph)
        if key not in self._units:
            self._units[key] = units_of(self._scans[part].paragraphs[paragraph])
        return self._units[key]

    def key(self, note: str) -> str:
        """What the file calls a note ("footnote 3"), "" where that is not known."""
        for each in self._located.get(note, ()):
            kind = "endnote" if "endnote" in each.part.casefold() else "footnote"
            known = self._scans[each.part].paragraphs[each.paragraph].note
            return f"{kind} {known}" if known else ""
        return ""

    def paragraphs(self, element: str) -> tuple[tuple[str, int], ...]:
        """The paragraphs that an element stands in, as (part, number), in their order."""
        found = ((each.part, each.paragraph) for each in self._located.get(element, ()))
        return tuple(dict.fromkeys(found))

    def first_unit(self, element: str) -> Spot | None:
        """Where an element begins."""
        for each in self._located.get(element, ()):
            first = self._unit_at(each.part, each.paragraph, each.first)
            return Spot(each.part, each.paragraph, first, first)
        return None

    def last_unit(self, element: str) -> int:
        """The unit that ends an element, in its last paragraph; -1 for none."""
        found = self._located.get(element, ())
        each = found[-1] if found else None
        if each is None or each.last == 0:
            return -1
        return self._unit_at(each.part, each.paragraph, each.last - 1)

    def slots(self, element: str, text: Text) -> tuple[Slot, ...]:
        """The characters and note marks of the text of an element, each with its place."""
        spots = dict(self._spots(element))
        met: set[str] = set()
        made: list[Slot] = []
        count = 0
        for span in text.spans:
            if span.kind is SpanKind.NOTE:
                spot = None if span.text in met else self._references.get(self.key(span.text))
                met.add(span.text)
                made.append(Slot("", span.kind, span.text, spot))
                continue
            for index, char in enumerate(span.text, count):
                made.append(Slot(char, span.kind, spot=spots.get(index)))
            count += len(span.text)
        return tuple(made)

    def _spots(self, element: str) -> Iterator[tuple[int, Spot]]:
        for each in self._located.get(element, ()):
            at, number = (each.part, each.paragraph), each.first
            even = each.last - each.first == each.end - each.start
            for index in range(each.start, each.end):
                last = number if even else each.last - 1
                yield index, Spot(*at, self._unit_at(*at, number), self._unit_at(*at, last))
                number += 1

    def _unit_at(self, part: str, paragraph: int, char: int) -> int:
        """The unit that is the character `char` of a paragraph."""
        starts = self._char_units(part, paragraph)
        return starts[char] if char < len(starts) else len(starts)

    def _char_units(self, part: str, paragraph: int) -> Sequence[int]:
        key = (part, paragraph)
        found = self._chars.get(key)
        if found is None:
            runs = self._scans[part].paragraphs[paragraph].runs
            found = self._chars[key] = [
                index
                for index, unit in enumerate(self.units(part, paragraph))
                if runs[unit.run].children[unit.child].kind != "note"
            ]
        return found

    def _all_references(self) -> Iterator[tuple[str, Spot]]:
        for part, scan in self._scans.items():
            for paragraph in scan.paragraphs:
                if not any(c.kind == "note" for run in paragraph.runs for c in run.children):
                    continue
                for index, unit in enumerate(self.units(part, paragraph.number)):
                    child = paragraph.runs[unit.run].children[unit.child]
                    if child.kind == "note":
                        units = self.units(part, paragraph.number)
                        last = index + (_rest_of_run(units, index) if child.own_mark else 0)
                        yield child.key, Spot(part, paragraph.number, index, last)


def _rest_of_run(units: Sequence[Unit], at: int) -> int:
    """How many units follow in the run of the one at `at`."""
    return sum(1 for each in units[at + 1 :] if each.run == units[at].run)
