"""Footnote numbers and ibid.: derived from where the marks stand, so that moving a note is safe.

Numbers run on through a document's annexes and appendices and restart in each draft embedded in a
report. A note whose text begins with the `work` that the note printed just before it also cites is
printed with ibid. (Editorial Manual, "Footnotes": ibid. refers only to the note just before).
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.conventions import Conventions
from drafter.model.text import Text
from drafter.model.tree import RECOMMENDED, Document, Note

_RECOMMENDED = tuple(f"{kind.value}-" for kind in sorted(RECOMMENDED))


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note as it prints: the part its first mark stands in, its number or `*`, its words."""

    id: str
    part: str
    number: str
    text: Text
    note: Note


def scope(path: str) -> str:
    """The part path in which notes are numbered together: a draft in a report, else all."""
    segments = path.split("/")
    for index, segment in enumerate(segments):
        if segment.startswith(_RECOMMENDED):
            return "/".join(segments[: index + 1])
    return segments[0]


def numbered_notes(document: Document, rules: Conventions) -> tuple[NoteView, ...]:
    """Every marked note in printing order; a note without a mark is not printed."""
    notes = {note.id: note for note in document.notes}
    numbers: dict[str, int] = {}
    before: dict[str, Note] = {}
    views: dict[str, NoteView] = {}
    for path, paragraph in document.walk():
        where = scope(path)
        for note_id in paragraph.text.notes:
            note = notes.get(note_id)
            if note is None or note_id in views:
                continue
            if not note.mark:
                numbers[where] = numbers.get(where, 0) + 1
            number = note.mark or str(numbers[where])
            text = printed_text(note, before.get(where), rules)
            views[note_id] = NoteView(note_id, path, number, text, note)
            if not note.mark:
                before[where] = note
    return tuple(views.values())


def printed_text(note: Note, previous: Note | None, rules: Conventions) -> Text:
    """The note's text, shortened with ibid. if `previous` cites the same work."""
    if not note.work or previous is None or not _cites(previous, note.work):
        return note.text
    return ibid_text(note.text, note.work, rules)


def ibid_text(text: Text, work: str, rules: Conventions) -> Text:
    """`text` with the leading `work` replaced by ibid.; an opened title mark is opened again."""
    rest = text.slice(len(work), len(text))
    plain = rest.plain()
    if not plain.strip(rules.stop + " "):
        return Text.of(rules.ibid.rstrip(rules.stop) + rules.stop, *rest.spans[1:])
    if rules.title_open and work.count(rules.title_open) > work.count(rules.title_close):
        inside = rest.slice(len(rules.comma), len(plain)) if plain.startswith(rules.comma) else rest
        return Text.of(rules.ibid + rules.comma + rules.title_open, *inside.spans)
    return Text.of(rules.ibid, *rest.spans)


def _cites(previous: Note, work: str) -> bool:
    return previous.text.plain().startswith(work)
