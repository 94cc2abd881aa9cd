"""A redline as a Word file in our own layout: the base as we print it, every change tracked.

It is for consultation: what is submitted is the official file with its changes tracked.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from operator import ne
from pathlib import Path

from drafter import writers
from drafter.errors import UnreadableInput
from drafter.languages import language
from drafter.model.findings import Finding, Severity
from drafter.model.text import Span, SpanKind, Text, dense
from drafter.model.tree import Document, Note, Paragraph
from drafter.model.view import view
from drafter.readers import ReadOptions, ReadResult, read
from drafter.workspace.comparing import compare
from drafter.workspace.rendering import Asked, write_options
from drafter.writers.redlines.note_order import with_notes_in_order
from drafter.writers.tracked import TrackOptions, tracked


@dataclass(frozen=True, slots=True)
class Redlined:
    """The Word file, how many changes it tracks, and what of the revision could not be marked."""

    data: bytes
    changes: int
    left: tuple[Finding, ...]


def redlined(base: Document, draft: Document, options: TrackOptions) -> Redlined:
    """`base` as a Word file with every change to `draft` tracked, under the masthead of `draft`.

    The file is read back both ways before it is given: rejecting all changes must give the words of
    `base`, accepting all those of `draft`. Raises `UnreadableInput` where it does not.
    """
    dressed = _dressed(base, draft)
    plain = _printed(dressed)
    standing = _read_back(plain, draft.language)
    pair = compare(_text_of(standing.document, dressed), draft)
    # the masthead that was printed is the draft's already
    revision = replace(pair.revision, masthead=())
    made = tracked(plain, revision, standing.located, pair.a, pair.b, options)
    data = with_notes_in_order(made.data)
    unlike = _prove(data, base, draft)
    left = (_renumbered(unlike),) if unlike else ()
    return Redlined(data, made.changes, (*made.left, *left))


def _printed(document: Document) -> bytes:
    rules = language(document.language)
    options = replace(write_options(Asked()), consultation=True)
    return writers.write("docx", view(document, rules.conventions), rules, options)


def _dressed(base: Document, draft: Document) -> Document:
    """The text of the base under the masthead of the draft, whose notes come with it."""
    marked = {note for _, paragraph in draft.walk() for note in paragraph.text.notes}
    heads = tuple(n for n in draft.notes if n.mark and n.id not in marked)
    kept = {note for _, paragraph in base.walk() for note in paragraph.text.notes}
    notes = (*(note for note in base.notes if note.id in kept), *map(_apart, heads))
    return replace(
        base, type=draft.type, masthead=draft.masthead, notes=notes, base=None,
        language=draft.language, stage=draft.stage,
    )  # fmt: skip


def _apart(note: Note) -> Note:
    return replace(note, id=f"draft-{note.id}")


def _read_back(data: bytes, code: str, changes: str = "accepted") -> ReadResult:
    with tempfile.TemporaryDirectory(prefix="drafter-") as folder:
        path = Path(folder) / "redline.docx"
        path.write_bytes(data)
        return read(path, ReadOptions(language=code, changes=changes))


def _text_of(read_back: Document, printed: Document) -> Document:
    """The text as it was read back, without lines of the masthead that were taken for text: what
    stands before the first paragraph that was printed."""
    first = next((dense(p.text.plain()) for _, p in printed.walk()), "")
    blocks = read_back.root.blocks
    texts = (dense(b.text.plain()) if isinstance(b, Paragraph) else None for b in blocks)
    start = next((at for at, words in enumerate(texts) if words == first), 0)
    return replace(read_back, root=replace(read_back.root, blocks=blocks[start:]))


def _prove(data: bytes, base: Document, draft: Document) -> int:
    """Reading the file must give what reading the base, and the draft, printed alone gives.

    How many paragraphs have another label than there; raises `UnreadableInput` for other words.
    """
    unlike = 0
    for changes, text in (("original", _dressed(base, draft)), ("accepted", draft)):
        labels, words = _printed_words(_read_back(data, text.language, changes).document, text)
        alone = _read_back(_printed(text), text.language).document
        wanted_labels, wanted_words = _printed_words(alone, text)
        if words != wanted_words:
            raise UnreadableInput("workspace.redline-unproven")
        unlike += sum(map(ne, labels, wanted_labels))
    return unlike


def _renumbered(count: int) -> Finding:
    return Finding("T7", Severity.WARNING, "workspace.redline-labels", params=(("count", count),))


def _printed_words(read_back: Document, text: Document) -> tuple[list[str], list[Text]]:
    """Labels and words of a text as it was read back, its marks by their numbers, and those of its
    notes; empty paragraphs are no part of it."""
    side = view(_text_of(read_back, text), language(text.language).conventions)
    numbers = {note.id: note.number for note in side.notes}
    rows = [(each.label_read, _numbered(each.text, numbers)) for each in side.elements]
    rows += [(each.number, Text.of(each.text.plain())) for each in side.notes]
    rows = [row for row in rows if row[1].spans]
    return [label for label, _ in rows], [words for _, words in rows]


def _numbered(text: Text, numbers: dict[str, str]) -> Text:
    spans = (
        Span(numbers.get(s.text, "?"), s.kind) if s.kind is SpanKind.NOTE else Span(s.text)
        for s in text.spans
    )
    return Text.of(*spans)
