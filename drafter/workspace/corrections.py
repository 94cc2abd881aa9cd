"""Corrections of a text as read, as values: applied to a document, and written to the journal.

They change nothing that was printed but what they say; see `model.correcting`.
"""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, fields, replace
from typing import TypeAlias, cast

from drafter.languages import Language
from drafter.model import correcting, edits, parting, record_read
from drafter.model.edit_checks import existing
from drafter.model.footnotes import numbered_notes
from drafter.model.masthead import Masthead
from drafter.model.rebuild import change_paragraph, parent
from drafter.model.record_write import record_of_masthead
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph, PartKind
from drafter.readers.segment.labels import label_of
from drafter.workspace.retyping import opened, retyped
from drafter.yamlio.value import Value

_PLAIN = frozenset({Kind.TITLE, Kind.HEADING, Kind.PROSE, Kind.REPORT})
_AFTER_STOP = re.compile(r"[;；.。:：,，،؛]\s*")


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph taken for another kind than it is."""

    element: str
    kind: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with it turned, its opening words emphasised if it has any."""
        kind = Kind(self.kind)
        turned = correcting.turn(document, self.element, kind)
        text = existing(turned, self.element).text
        if kind in _PLAIN:
            text = correcting.plain_opening(text)
        elif not text.opening and parent(turned, self.element) is None:
            text = opened(text, kind, language)
        return _with_text(turned, self.element, text)


@dataclass(frozen=True, slots=True)
class Deepen:
    """A paragraph that is a sub-paragraph of the one before."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with it one level deeper."""
        return correcting.deepen(document, self.element)


@dataclass(frozen=True, slots=True)
class RaiseLevel:
    """A sub-paragraph that stands one level higher."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with it one level higher."""
        return correcting.raise_level(document, self.element)


@dataclass(frozen=True, slots=True)
class JoinBefore:
    """A paragraph that is the rest of the one printed before it."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with one paragraph for two."""
        separator = "" if language.joins.delete else " "
        return correcting.join_before(document, self.element, separator)


@dataclass(frozen=True, slots=True)
class SplitAt:
    """Two paragraphs read as one; the second, `new`, begins at `offset` with its label, if any."""

    element: str
    offset: int
    new: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with two paragraphs, the second with its opening words emphasised."""
        rest = existing(document, self.element).text.plain()[max(self.offset, 0) :]
        label = printed_label(rest.lstrip())
        parted = correcting.split_at(document, self.element, self.offset, self.new, label)
        second = existing(parted, self.new)
        if second.text.opening or parent(parted, self.new) is not None:
            return parted
        return _with_text(parted, self.new, opened(second.text, second.kind, language))


@dataclass(frozen=True, slots=True)
class Label:
    """The label or number that is printed before a paragraph; empty for none."""

    element: str
    label: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with this label."""
        return correcting.set_label(document, self.element, self.label)


@dataclass(frozen=True, slots=True)
class Retype:
    """The words of a paragraph as typed, marks shown as `[^1]`.

    A note whose mark was taken away stays, to be marked elsewhere.
    """

    element: str
    words: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with these words."""
        paragraph = existing(document, self.element)
        top = parent(document, self.element) is None
        marks = marks_of(document, language)
        text = retyped(paragraph.text, self.words, marks, paragraph.kind, language, top=top)
        return document if text == paragraph.text else _with_text(document, self.element, text)


@dataclass(frozen=True, slots=True)
class TakeOut:
    """A paragraph that is no part of the text; `pieces` are the words that go with it."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document without it."""
        return correcting.take_out(document, self.element)[0]

    def pieces(self, document: Document) -> tuple[str, ...]:
        """The words that go out of the text."""
        return correcting.take_out(document, self.element)[1]


@dataclass(frozen=True, slots=True)
class PutIn:
    """Words that are part of the text after all, as a paragraph after another one."""

    element: str
    new: str
    words: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with them; at the end of its first part where `element` is empty."""
        new = Paragraph(self.new, Kind.PROSE, Text.of(self.words), numbered=False)
        if not self.element:
            path = document.root.kind.value
            return correcting.keeping_labels(document, edits.append(document, path, new))
        return correcting.put_in(document, new, self.element)


@dataclass(frozen=True, slots=True)
class BeginPart:
    """An annex, declaration or other part that begins at a paragraph."""

    element: str
    part: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with the part."""
        return parting.begin_part(document, self.element, PartKind(self.part))


@dataclass(frozen=True, slots=True)
class DissolvePart:
    """A part, by its path, that is none."""

    path: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with its paragraphs in the part around it."""
        return parting.dissolve_part(document, self.path)


@dataclass(frozen=True, slots=True)
class SetFacts:
    """What stands above the text, what the document is, and how far it had come."""

    masthead: Masthead
    type: str
    stage: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document under this masthead."""
        typed = parting.of_type(document, DocumentType(self.type))
        return replace(typed, masthead=self.masthead, stage=self.stage)


Correction: TypeAlias = (
    Turn
    | Deepen
    | RaiseLevel
    | JoinBefore
    | SplitAt
    | Label
    | Retype
    | TakeOut
    | PutIn
    | BeginPart
    | DissolvePart
    | SetFacts
)
_BY_NAME = {
    each.__name__: each
    for each in (
        Turn, Deepen, RaiseLevel, JoinBefore, SplitAt, Label, Retype, TakeOut, PutIn, BeginPart,
        DissolvePart,
    )
}  # fmt: skip


def record_of(correction: Correction) -> dict[str, object]:
    """The JSON form of a correction."""
    name = type(correction).__name__
    if isinstance(correction, SetFacts):
        head = record_of_masthead(correction.masthead)
        return {"name": name, "masthead": head, "type": correction.type, "stage": correction.stage}
    return {"name": name, **asdict(correction)}


def of_record(record: dict[str, object]) -> Correction:
    """The correction of a JSON form. Raises KeyError, TypeError or `DrafterError`."""
    if record["name"] == SetFacts.__name__:
        head = record_read.masthead(cast(Value, record["masthead"]), ())
        return SetFacts(head, str(record["type"]), str(record["stage"]))
    made = _BY_NAME[str(record["name"])]
    values = {field.name: record[field.name] for field in fields(made)}
    return made(**values)  # type: ignore[arg-type]  # each value has its field's type


def marks_of(document: Document, language: Language) -> dict[str, str]:
    """What the editor shows for every note: its number, or its id where no mark points to it."""
    printed = {note.id: note.number for note in numbered_notes(document, language.conventions)}
    return {note.id: printed.get(note.id, note.id) for note in document.notes}


def printed_label(words: str) -> str:
    """The label that words begin with, as it is printed; empty if they begin with none."""
    found = label_of(words)
    return found.printed if found and words.startswith(found.printed) else ""


def likely_split(words: str) -> int:
    """Where a second paragraph seems to begin: at a label behind a stop; 0 if nowhere."""
    for stop in _AFTER_STOP.finditer(words):
        if stop.end() < len(words) and printed_label(words[stop.end() :]):
            return stop.end()
    return 0


def _with_text(document: Document, element: str, text: Text) -> Document:
    return change_paragraph(document, element, lambda p: (replace(p, text=text),))
