"""A revision as it is printed: labels, note numbers and what is said of each paragraph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from drafter.languages import Language
from drafter.model.revision import Fate, Piece, Revised, Revision
from drafter.model.text import SpanKind
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView
from drafter.writers.redlines.values import MOVES, Block, Line, Redline, Words

# The words of a page itself: how paragraphs stand, how words are marked, the forms, headings.
CAPTIONS = (
    "kept", "changed", "new", "dropped", "moved", "inserted", "deleted", "moved-to", "moved-from",
    "mark-inserted", "mark-deleted", "inline", "sides", "aloud", "only", "masthead", "field",
    "base", "draft", "notes", "same",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Wording:
    """The words round a revision: the names of the two texts, of the fields of the masthead that
    differ, and of the page; `told` gives the name of a paragraph and the sentences about it."""

    old_title: str
    new_title: str
    masthead: tuple[tuple[str, str, str], ...]
    summary: str
    captions: Mapping[str, str]
    interface: str
    notice: str
    told: Callable[[Revised], tuple[str, tuple[str, ...]]]


def redline(
    revision: Revision,
    base: DocumentView,
    draft: DocumentView,
    language: Language,
    wording: Wording,
) -> Redline:
    """The revision of `base` into `draft`, ready to print."""
    left = {each.move: each.old for each in revision.paragraphs if each.fate is Fate.MOVED_FROM}
    printing = _Printing(base, draft, left)
    rows = [printing.line(each) for each in revision.paragraphs]
    notes = [(printing.note(each),) for each in revision.notes]
    texts = _grouped(rows)
    paragraphs = iter(revision.paragraphs)
    return Redline(
        wording.old_title,
        wording.new_title,
        language.code,
        language.direction,
        tuple(_block(lines, [next(paragraphs) for _ in lines], wording) for lines in texts),
        tuple(_block(*each, wording) for each in zip(notes, zip(revision.notes), strict=True)),
        wording.masthead,
        wording.summary,
        wording.captions,
        wording.interface,
        wording.notice,
    )


def _block(lines: tuple[Line, ...], revised: Iterable[Revised], wording: Wording) -> Block:
    told = [wording.told(each) for each in revised]
    said = dict.fromkeys(sentence for _, sentences in told for sentence in sentences)
    return Block(lines, next((place for place, _ in told if place), ""), tuple(said))


def _grouped(lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Lines up to where both texts are at the end of a paragraph."""
    group: list[Line] = []
    base_open = draft_open = False
    for line in lines:
        group.append(line)
        if line.fate not in MOVES:
            base_open = line.fate is Fate.INSERTED and (base_open or _has(line, Fate.DELETED))
            draft_open = line.fate is Fate.DELETED and (draft_open or _has(line, Fate.INSERTED))
        if not base_open and not draft_open:
            yield tuple(group)
            group = []
    if group:
        yield tuple(group)


def _has(line: Line, fate: Fate) -> bool:
    return any(words.fate in {Fate.KEPT, fate} for words in line.words)


class _Printing:
    """Labels and note numbers of both texts; `left` has the old id of each move by its name."""

    def __init__(self, base: DocumentView, draft: DocumentView, left: Mapping[str, str]) -> None:
        self._base, self._draft, self._left = base, draft, left

    def line(self, revised: Revised) -> Line:
        old, new = self._base.element(revised.old), self._draft.element(revised.new)
        element = new or old
        kind = element.kind if element else Kind.PROSE
        special = kind in {Kind.TITLE, Kind.HEADING, Kind.ENACTING}
        return Line(
            revised.fate,
            self._words(revised.pieces),
            _label(old),
            _new_label(old or self._base.element(self._left.get(revised.move, "")), new),
            kind.value if special else "text",
            element.level if element else 1,
            revised.move,
        )

    def note(self, revised: Revised) -> Line:
        old, new = _number(self._base, revised.old), _number(self._draft, revised.new)
        return Line(revised.fate, self._words(revised.pieces), old, new, "note")

    def _words(self, pieces: Iterable[Piece]) -> tuple[Words, ...]:
        out: list[Words] = []
        for piece in pieces:
            side = self._base if piece.fate is Fate.DELETED else self._draft
            for span in piece.text.spans:
                if span.kind is SpanKind.NOTE:
                    out.append(Words(piece.fate, _number(side, span.text) or "?", mark=True))
                else:
                    emphasis = span.kind is SpanKind.EMPHASIS
                    out.append(Words(piece.fate, span.text, emphasis))
        return tuple(out)


def _label(element: ElementView | None) -> str:
    if element is None or element.paragraph is None:  # a part's heading is its own label
        return ""
    return element.label_read or element.label


def _new_label(old: ElementView | None, new: ElementView | None) -> str:
    """The label in the draft; what was read there may be from before others came or went."""
    if old and new and new.label_read == old.label_read and new.label != old.label:
        return _label(replace(new, label_read=""))
    return _label(new)


def _number(side: DocumentView, note_id: str) -> str:
    shown = side.note(note_id)
    if shown is not None:
        return shown.number
    note = side.document.note(note_id)
    return note.mark if note is not None else ""
