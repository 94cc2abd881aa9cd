"""What amendments call a place of the text that they change: the fifth preambular paragraph,
operative paragraph 3 (b), paragraph 2 of annex I, footnote 4."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby

from drafter.compare.section_names import section_names
from drafter.compare.wholeness import is_whole
from drafter.languages import Language, Ordinals
from drafter.languages.amending import ALONE
from drafter.languages.sessions import ordinal_in
from drafter.model.tree import Kind, Paragraph, PartKind
from drafter.model.view import DocumentView, ElementView

_FIRST_WORDS = 40
_ROWS = {
    Kind.TITLE: "title", Kind.ENACTING: "enacting", Kind.HEADING: "heading",
    Kind.CONTINUATION: "closing",
}  # fmt: skip
# what goes by its place or its words, whatever number a negotiation gave it
_ORDINAL = frozenset({Kind.HEADING, Kind.PREAMBULAR})
_PARTS = {
    PartKind.ANNEX: "annex", PartKind.APPENDIX: "appendix", PartKind.DECLARATION: "declaration",
    PartKind.LETTERED: "part", PartKind.DRAFT: "draft", PartKind.DECISION: "decision",
}  # fmt: skip


class Places:
    """The names of the paragraphs, parts and notes of one text. No two of them share one, unless
    they begin with the same words too."""

    def __init__(self, view: DocumentView, language: Language) -> None:
        self._view, self._language = view, language
        self._words = language.amending
        self._above: dict[str, Paragraph] = {}
        for _, each in view.document.walk():
            self._above |= {child.id: each for child in each.children}
        parts = view.document.parts()
        self._parts = {path: part for path, part in parts if path != view.document.root.kind.value}
        self._sections = section_names(view)
        self._ordinals, self._counts = _counted(view.elements, self._sections)

    def name(self, place: str, case: str = "") -> str:
        """The name of a place in the grammatical `case` ("in", "of", `ALONE`, empty for none)."""
        note = self._view.note(place)
        if note is not None:
            return self._say("note", case, number=note.number)
        if place == self._view.document.root.kind.value:
            return self._whole(case)
        if place in self._parts:
            return self._part(place, case)
        element = self._view.element(place)
        if element is None:
            raise KeyError(place)
        if self._twice[self._unqualified(element, "")] == 1:
            return self._unqualified(element, case)
        first = self.quoted(self._beginning(element.text.plain()))
        return self._say("beginning", case, place=self._unqualified(element, case), words=first)

    def ways(self, place: str, cases: Iterable[str]) -> Iterator[str]:
        """What a paragraph may be called in a sentence, without article: by its name in each of the
        cases, and by its number alone: paragraph 5, preambular paragraph 2."""
        element = self._view.element(place)
        number = self._whole_number(element) if element else ""
        at = self._ordinals.get(place, 0)
        for case in cases:
            yield self._words.bare(self.name(place, case))
            if number:
                yield self._words.bare(self._say("paragraph", case, number=number))
            elif at and element and element.level == 1:
                yield self._words.bare(self._say("preambular", case, ordinal=str(at)))
                yield f"{self._words.bare(self._say('only_preambular', case))} {at}"

    def names(self, places: Sequence[str], case: str = "") -> str:
        """The names of several, in a list: operative paragraphs 3 and 4."""
        rows = [(self._row(place), self._sections.get(place, "")) for place in places]
        said = [
            self._several(row, section, [place for _, place in run], case)
            for (row, section), run in groupby(
                zip(rows, places, strict=True), key=lambda each: each[0]
            )
        ]
        return self._joined(said)

    def chapeau(self, place: str, case: str = "") -> str:
        """The name of the words of a paragraph alone, where sub-paragraphs stand under it."""
        element = self._view.element(place)
        if element is None or element.paragraph is None or not element.paragraph.children:
            return self.name(place, case)
        return self._say("chapeau", case, of=self.name(place, "of"))

    def _row(self, place: str) -> str:
        """The row that names a numbered or counted paragraph of the text itself; else empty."""
        element = self._view.element(place)
        if element is None or element.part in self._parts or element.kind is Kind.CONTINUATION:
            return ""
        if element.level > 1 and not self._whole_number(element):
            return ""
        if self._twice[self._unqualified(element, "")] > 1:
            return ""
        row = "preambular" if element.kind is Kind.PREAMBULAR else "paragraph"
        row = "operative" if element.kind is Kind.OPERATIVE else row
        return row if element.label or row == "preambular" else ""

    def _several(self, row: str, section: str, places: Sequence[str], case: str) -> str:
        if len(places) == 1 or not row or not self._words.has("places", row, "many"):
            return self._joined([self.name(place, case) for place in places])
        found = [e for e in map(self._view.element, places) if e is not None]
        each = [
            self._say(
                row, "each", number=self._whole_number(e),
                ordinal=self._ordinal(self._ordinals.get(e.id, 0), ""),
            )
            for e in found
        ]  # fmt: skip
        said = self._in_section(self._say(row, "many", all=self._joined(each)), section, case)
        return self._words.bare(said) if case == ALONE else said

    def _joined(self, said: Sequence[str]) -> str:
        *before, last = said
        separator, conjunction = self._words.joins
        return separator.join(before) + (conjunction if before else "") + last

    def quoted(self, words: str) -> str:
        """Words in the quotation marks of the language."""
        first, last = self._words.quotes
        return f"{first}{words.strip()}{last}"

    def _beginning(self, words: str) -> str:
        """The first words, no more than a line of them."""
        if len(words) <= _FIRST_WORDS:
            return words
        whole = (at for at in range(_FIRST_WORDS, 0, -1) if is_whole(words, 0, at, self._language))
        return words[: next(whole, _FIRST_WORDS)]

    def note_number(self, note: str) -> str:
        """The printed number of a note."""
        found = self._view.note(note)
        return found.number if found else ""

    @cached_property
    def _twice(self) -> Counter[str]:
        """How many paragraphs would have each name."""
        own = (each for each in self._view.elements if each.paragraph is not None)
        return Counter(self._unqualified(each, "") for each in own)

    def _unqualified(self, element: ElementView, case: str) -> str:
        said = self._in_section(self._own(element, case), self._sections.get(element.id, ""), case)
        if element.part not in self._parts:
            return said
        return self._in_part(said, element.part, case)

    def _own(self, element: ElementView, case: str) -> str:
        above = self._above.get(element.id)
        if element.kind is Kind.CONTINUATION and above is not None:
            return self._say("closing", case, of=self._inner(above, "of"))
        if above is not None:
            return self._below(element, above, case)
        if element.kind is Kind.HEADING:
            words = self.quoted(element.text.plain())
            return self._say("heading", case, words=words)
        if element.kind in _ROWS:
            return self._say(_ROWS[element.kind], case)
        return self._paragraph(element, self._number(element), case)

    def _inner(self, paragraph: Paragraph, case: str) -> str:
        element = self._view.element(paragraph.id)
        return self._own(element, case) if element else ""

    def _below(self, element: ElementView, above: Paragraph, case: str) -> str:
        """A sub-paragraph by the number and letters on the way down to it, if it has them all."""
        number = self._whole_number(element)
        if number:
            return self._paragraph(element, number, case)
        at = self._ordinals.get(element.id, 0)
        sub = element.label or self._ordinal(at, case)
        return self._say("sub", case, sub=sub, of=self._inner(above, "of"))

    def _paragraph(self, element: ElementView, number: str, case: str) -> str:
        section = self._sections.get(element.id, "")
        only = self._counts[element.part, section, element.kind] == 1
        if element.kind is Kind.PREAMBULAR:
            row = "only_preambular" if only else "preambular"
            at = self._ordinals[element.id]
            return self._say(row, case, ordinal=self._ordinal(at, case))
        if element.kind is Kind.OPERATIVE and (number or only):
            return self._say("operative" if number else "only_operative", case, number=number)
        if number:
            return self._say("paragraph", case, number=number)
        at = self._ordinals[element.id]
        return self._say("unnumbered", case, ordinal=self._ordinal(at, case))

    def _whole_number(self, element: ElementView) -> str:
        """The number with the letters on the way down, 3 (b) (ii); empty if one is missing."""
        labels: list[str] = []
        root: ElementView | None = element
        while root is not None and root.id in self._above:
            labels.insert(0, root.label)
            root = self._view.element(self._above[root.id].id)
        if root is None or not (root.label and all(labels)) or root.kind in _ORDINAL:
            return ""
        return self._language.conventions.part_space.join((self._number(root), *labels))

    def _number(self, element: ElementView) -> str:
        """A label without the marks that stand round it in the text: 3 of "3." and of "3 -"."""
        style = self._language.conventions.levels[0]
        label = element.label.strip()
        return label.removeprefix(style.prefix.strip()).removesuffix(style.suffix.strip()).strip()

    def _part(self, path: str, case: str) -> str:
        part = self._parts[path]
        heading = self._view.element(f"{path}/heading")
        word = self._language.conventions.part_word(part.kind.value)
        printed = heading.text.plain() if heading else ""
        number = printed.removeprefix(word).strip()
        row = _PARTS[part.kind]
        numbered = f"{row}_n" if number and row not in ("part", "declaration") else row
        said = self._say(numbered, case, number=number)
        above = path.rpartition("/")[0]
        if part.kind is not PartKind.APPENDIX or above not in self._parts:
            return said
        return self._in_part(said, above, case)

    def _in_part(self, said: str, path: str, case: str) -> str:
        part = self._part(path, _around(case))
        return self._say("in_part", case, place=said, part=part)

    def _in_section(self, said: str, number: str, case: str) -> str:
        if not number:
            return said
        section = self._say("section", _around(case), number=number)
        return self._say("in_part", case, place=said, part=section)

    def _whole(self, case: str) -> str:
        decides = self._view.document.root.kind is PartKind.DECISION
        return self._say("decision" if decides else "draft", case)

    def _ordinal(self, number: int, case: str) -> str:
        said, words = self._language.ordinals, self._words
        own = Ordinals(
            said.counter, said.compound,
            tuple({**dict(said.exact), **dict(words.exact)}.items()),
            tuple({**dict(said.stems), **dict(words.stems)}.items()),
            tuple({**dict(said.units), **dict(words.units)}.items()),
        )  # fmt: skip
        return words.agreeing(ordinal_in(own, number), case) or str(number)

    def _say(self, row: str, case: str, **fields: str) -> str:
        said = self._words.said("places", row, case).format(**fields)
        return self._words.bare(said) if case == ALONE else said


def _around(case: str) -> str:
    """The case of what a place stands in."""
    return case if case == ALONE else "of"


def _counted(
    elements: Iterable[ElementView], sections: Mapping[str, str]
) -> tuple[dict[str, int], Counter[tuple[str, str, Kind]]]:
    """For each paragraph without a number its place among its like, and how many of each kind the
    parts, and the sections with names of their own, have."""
    places: dict[str, int] = {}
    counts: Counter[tuple[str, str, Kind]] = Counter()
    loose: Counter[tuple[str, str, Kind, int]] = Counter()
    for each in elements:
        if each.paragraph is None:
            continue
        section = sections.get(each.id, "")
        if each.level == 1:
            counts[each.part, section, each.kind] += 1
        if not each.label or each.kind is Kind.PREAMBULAR:
            like = (each.part, section, each.kind, each.level)
            loose[like] += 1
            places[each.id] = loose[like]
    return places, counts
