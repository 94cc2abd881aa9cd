"""What comparison pairs: the paragraphs, part headings and notes of a document as it prints."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafter.compare.lexicon import Lexicon
from drafter.compare.vocabulary import Vocabulary
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView

TEXT, NOTE, PART = "text", "note", "part"
_GROUPS = {Kind.TITLE: "title", Kind.HEADING: "heading", Kind.ENACTING: "enacting"}
ONE_OF_A_KIND = frozenset(_GROUPS.values())


@dataclass(frozen=True, slots=True)
class Element:
    """One element or note as it is paired, with its like (`group`) only.

    `parent` is the id of the paragraph above it, or the path of its part, or of the part above a
    part's own heading; of a note the element that marks it first, empty for none. `codes` are the
    tokens of `text` in the vocabulary that both documents share, older terms in their current
    form. `printed` is None for a note.
    """

    id: str
    parent: str
    group: str
    text: str
    codes: str
    printed: ElementView | None = None

    @property
    def part(self) -> str:
        """The path of the part that it stands in."""
        return self.printed.part if self.printed else ""

    @property
    def note_marks(self) -> tuple[tuple[int, str], ...]:
        """Where notes are marked in `text`, and the ids of the notes."""
        return self.printed.text.marks if self.printed else ()


def elements(view: DocumentView, vocabulary: Vocabulary, words: Lexicon) -> tuple[Element, ...]:
    """The elements as they print, then the notes: in the order of their marks, unmarked ones last.

    Ids are unique, so that a place in this sequence and an id say the same.
    """

    def codes(text: str) -> str:
        return vocabulary.codes(words.current(text))

    return (*_elements(view, codes), *_notes(view, codes))


def _elements(view: DocumentView, codes: Callable[[str], str]) -> Iterator[Element]:
    above: list[str] = []
    for each in view.elements:
        text = each.text.plain()
        if each.paragraph is None:
            parent, group = each.part.rpartition("/")[0], PART
        else:
            del above[each.level - 1 :]
            parent, group = above[-1] if above else each.part, _GROUPS.get(each.kind, TEXT)
            above.append(each.id)
        yield Element(each.id, parent, group, text, codes(text), each)


def _notes(view: DocumentView, codes: Callable[[str], str]) -> Iterator[Element]:
    hosts: dict[str, str] = {}
    for each in view.elements:
        for marked in each.text.notes:
            hosts.setdefault(marked, each.id)
    printed = [row.note for row in view.notes]
    unprinted = [note for note in view.document.notes if view.note(note.id) is None]
    for note in (*printed, *unprinted):
        text = note.text.plain()
        yield Element(note.id, hosts.get(note.id, ""), NOTE, text, codes(text))
