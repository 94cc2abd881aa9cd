"""Where paragraphs stand in sections that count by themselves: sect. II.B, para. 1."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.compare.section_names import section_names
from drafter.languages import language
from drafter.model.places import AGAIN, Places
from drafter.model.tree import Document, Paragraph
from drafter.model.view import view


@dataclass(frozen=True, slots=True)
class InSection:
    """The section by the labels printed above it ("II", "II.B"), and a place as clause ids name
    one, but counted in that section: pp1, op1.a."""

    name: str
    place: str


def in_sections(document: Document) -> dict[str, InSection]:
    """Where paragraphs stand, by their ids, if their numbers are not enough to find them.

    None of a part where no section begins the numbers again, none of a section that cannot be
    told, and none whose number runs on through sections and comes but once.
    """
    rows = tuple(_rows(document))
    if not any(each.top.restarts for each in rows):
        return {}
    rules = language(document.language).conventions
    names = section_names(view(document, rules), as_read=True)
    counts = Counter((each.part, each.number) for each in rows)
    through: defaultdict[tuple[str, int], set[str]] = defaultdict(set)
    for each in rows:
        through[each.part, each.run].add(names.get(each.top.id, "").partition(".")[0])
    places: defaultdict[tuple[str, str], Places] = defaultdict(Places)
    found: dict[str, InSection] = {}
    for each in rows:
        name = names.get(each.top.id, "")
        own = places[each.part, name]
        place = own.top(each.top)
        alone = len(through[each.part, each.run] - {""}) == 1
        if name and (alone or counts[each.part, each.number] > 1):
            found |= {one: InSection(name, where) for one, where in _below(each.top, place, own)}
    return found


@dataclass(frozen=True, slots=True)
class _Row:
    """A paragraph of a part, how often the numbers of the part began again up to it, and its place
    as its own number gives it."""

    part: str
    run: int
    top: Paragraph
    number: str


def _rows(document: Document) -> Iterator[_Row]:
    for path, part in document.parts():
        run = 0
        for top in part.paragraphs:
            run += top.restarts
            yield _Row(path, run, top, AGAIN.sub("", top.id))


def _below(paragraph: Paragraph, place: str, own: Places) -> Iterator[tuple[str, str]]:
    yield paragraph.id, place
    for child in paragraph.children:
        yield from _below(child, own.child(place, child), own)
