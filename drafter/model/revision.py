"""How one text becomes another, paragraph by paragraph, as tracked changes tell it.

A revision holds both texts: `base_texts` is what rejecting every change gives, `draft_texts` what
accepting every change gives. As in Word (ISO/IEC 29500-1, 17.13.5) the mark at the end of a
paragraph comes or goes by itself: a paragraph whose mark is deleted runs into the next one, one
whose mark is inserted was split off from it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from drafter.model.text import Span, SpanKind, Text


class Fate(StrEnum):
    """What became of words, or of the mark at the end of a paragraph.

    Words are kept, inserted or deleted; a paragraph may also stand where it was moved from, with
    its old words, and where it was moved to, with its new ones.
    """

    KEPT = "kept"
    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_FROM = "moved-from"
    MOVED_TO = "moved-to"


_KEPT_AT_LEAST = 3
_IN_BASE = frozenset({Fate.KEPT, Fate.DELETED, Fate.MOVED_FROM})
_IN_DRAFT = frozenset({Fate.KEPT, Fate.INSERTED, Fate.MOVED_TO})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with one fate: kept, inserted or deleted.

    Note marks in kept and inserted words are ids of the draft's notes, in deleted ones of the
    base's. Kept words are emphasised as in the base.
    """

    fate: Fate
    text: Text


@dataclass(frozen=True, slots=True)
class Revised:
    """One printed paragraph (a sub-paragraph, a heading, a title too) or one note.

    `fate` is that of its mark. `old` and `new` are the ids of the elements (of the notes) that end
    with this mark in the base and in the draft, empty where there is none. `move` is the name that
    the two places of a moved paragraph share: the one it was moved from has its old words, all
    deleted, the one it was moved to its new ones, kept and inserted.
    """

    fate: Fate
    old: str
    new: str
    pieces: tuple[Piece, ...]
    move: str = ""

    @property
    def changed(self) -> bool:
        """Whether anything in it differs between the base and the draft."""
        return self.fate is not Fate.KEPT or any(p.fate is not Fate.KEPT for p in self.pieces)

    @property
    def stays(self) -> bool:
        """Whether most of its words in the base are in the draft too, here or where it moved to."""
        sizes = Counter[Fate]()
        for piece in self.pieces:
            sizes[piece.fate] += len(piece.text)
        return self.fate is Fate.MOVED_FROM or sizes[Fate.KEPT] > sizes[Fate.DELETED]


@dataclass(frozen=True, slots=True)
class Revision:
    """A whole revision: paragraphs in order, those of the base in its own order too; notes in the
    order of the draft, deleted ones last; masthead fields as (field, old, new)."""

    paragraphs: tuple[Revised, ...]
    notes: tuple[Revised, ...] = ()
    masthead: tuple[tuple[str, str, str], ...] = ()


def little_in_common(revision: Revision) -> tuple[int, int] | None:
    """How many paragraphs of the base stay, and how many it has, if the draft is hardly one of this
    text: fewer than one in three stay."""
    old = [each for each in revision.paragraphs if each.old]
    kept = sum(each.stays for each in old)
    return (kept, len(old)) if kept * _KEPT_AT_LEAST < len(old) else None


def base_texts(revision: Revision) -> tuple[tuple[str, Text], ...]:
    """The paragraphs of the base, by id: what rejecting every change gives."""
    names = {note.new: note.old for note in revision.notes if note.new and note.old}
    return _texts(revision, _IN_BASE, Fate.INSERTED, lambda each: each.old, names)


def draft_texts(revision: Revision) -> tuple[tuple[str, Text], ...]:
    """The paragraphs of the draft, by id: what accepting every change gives."""
    return _texts(revision, _IN_DRAFT, Fate.DELETED, lambda each: each.new, {})


def _texts(
    revision: Revision,
    ending: frozenset[Fate],
    absent: Fate,
    named: Callable[[Revised], str],
    names: Mapping[str, str],
) -> tuple[tuple[str, Text], ...]:
    found: list[tuple[str, Text]] = []
    open_still: list[Span] = []
    elsewhere = {Fate.MOVED_FROM, Fate.MOVED_TO} - ending
    for each in revision.paragraphs:
        if each.fate in elsewhere:
            continue
        for piece in each.pieces:
            # what was moved away is deleted here, and yet words of the base
            if piece.fate is not absent:
                kept = piece.fate is Fate.KEPT
                open_still += _renamed(piece.text.spans, names) if kept else piece.text.spans
        if each.fate in ending:
            found.append((named(each), Text.of(*open_still)))
            open_still = []
    return tuple(found)


def _renamed(spans: Iterable[Span], names: Mapping[str, str]) -> Iterable[Span]:
    for span in spans:
        is_note = span.kind is SpanKind.NOTE
        yield Span(names.get(span.text, span.text), span.kind) if is_note else span
