"""Every edit of a session as a value: applied to a document, and written to the journal.

A step carries all it needs, ids of new paragraphs and whole inserted clauses included, so that
replaying the journal needs neither the library nor luck.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from drafter.errors import EditRefused
from drafter.languages import Language
from drafter.model import edits, moving, note_edits, restructure
from drafter.model.edit_checks import existing
from drafter.model.findings import AnyFix
from drafter.model.footnotes import numbered_notes
from drafter.model.masthead import Masthead
from drafter.model.rebuild import parent
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Note, Paragraph
from drafter.workspace.corrections import Correction
from drafter.workspace.fixing import fixed
from drafter.workspace.retyping import opened, retyped


@dataclass(frozen=True, slots=True)
class EditText:
    """The words of a paragraph as they stand in the editor, marks shown as `[^1]`."""

    element: str
    words: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with these words; the same document if they are not new."""
        paragraph = existing(document, self.element)
        top = parent(document, self.element) is None
        marks = printed(document, language)
        text = retyped(paragraph.text, self.words, marks, paragraph.kind, language, top=top)
        if text == paragraph.text:
            return document
        return edits.set_text(document, self.element, text)


@dataclass(frozen=True, slots=True)
class Insert:
    """A paragraph with its notes, put after, before or under an anchor, or at the end of a part."""

    paragraph: Paragraph
    notes: tuple[Note, ...]
    relation: str
    anchor: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with the paragraph. `relation` is after, before, under or end."""
        new = self.paragraph
        noted = replace(document, notes=(*document.notes, *self.notes))
        match self.relation:
            case "after":
                return edits.insert_after(noted, self.anchor, new)
            case "before":
                return edits.insert_before(noted, self.anchor, new)
            case "under":
                return edits.add_child(noted, self.anchor, new)
            case _:
                return edits.append(noted, self.anchor, new)


@dataclass(frozen=True, slots=True)
class Confirm:
    """The text of a paragraph, with its sub-paragraphs, found to be that of its sources."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document without its marks of unchecked text."""
        return edits.confirm(document, self.element)


@dataclass(frozen=True, slots=True)
class Delete:
    """A paragraph taken out."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document without it."""
        return edits.delete(document, self.element)


@dataclass(frozen=True, slots=True)
class Move:
    """A paragraph exchanged with the one before or after it."""

    element: str
    up: bool

    def apply(self, document: Document, language: Language) -> Document:
        """The document with the two exchanged."""
        return moving.move(document, self.element, up=self.up)


@dataclass(frozen=True, slots=True)
class Indent:
    """A paragraph made a sub-paragraph of the one before it."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with it one level deeper."""
        return moving.indent(document, self.element)


@dataclass(frozen=True, slots=True)
class Outdent:
    """A sub-paragraph raised one level."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with it one level higher."""
        return moving.outdent(document, self.element)


@dataclass(frozen=True, slots=True)
class Convert:
    """A paragraph turned into another kind."""

    element: str
    kind: Kind

    def apply(self, document: Document, language: Language) -> Document:
        """The document with it converted, its opening words emphasised if it has any."""
        converted = edits.convert(document, self.element, self.kind)
        words = existing(converted, self.element).text
        if not words.opening:
            return edits.set_text(converted, self.element, opened(words, self.kind, language))
        return converted


@dataclass(frozen=True, slots=True)
class Restart:
    """The numbers below a heading let begin again with 1, or run on."""

    element: str
    restarts: bool

    def apply(self, document: Document, language: Language) -> Document:
        """The document with its paragraphs numbered so."""
        return edits.restart(document, self.element, restarts=self.restarts)


@dataclass(frozen=True, slots=True)
class Split:
    """A paragraph parted at a place of its plain text; what follows becomes `new`."""

    element: str
    offset: int
    new: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with two paragraphs, the second with its opening words emphasised."""
        parted = restructure.split(document, self.element, self.offset, self.new)
        second = existing(parted, self.new)
        if second.text.opening or parent(parted, self.new) is not None:
            return parted
        text = opened(second.text, second.kind, language)
        return edits.set_text(parted, self.new, text)


@dataclass(frozen=True, slots=True)
class Join:
    """A paragraph with the next one put at its end."""

    element: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with one paragraph for two; both origins are kept."""
        separator = "" if language.joins.delete else " "
        return restructure.join(document, self.element, separator=separator)


@dataclass(frozen=True, slots=True)
class AddNote:
    """A new footnote, marked at a place of a paragraph."""

    element: str
    offset: int
    note: str
    words: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with the note."""
        note = Note(self.note, Text.of(self.words))
        return note_edits.add_note(document, self.element, self.offset, note)


@dataclass(frozen=True, slots=True)
class EditNote:
    """The words of a footnote."""

    note: str
    words: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document with these words in the note; it stands in full, never as ibid."""
        old = document.note(self.note)
        if old is None:
            raise EditRefused("edit.no-such-note", id=self.note)
        if old.text.plain() == self.words:
            return document
        work = old.work if self.words.startswith(old.work) else ""
        return note_edits.set_note(document, replace(old, text=Text.of(self.words), work=work))


@dataclass(frozen=True, slots=True)
class RemoveNote:
    """A footnote taken out with its marks."""

    note: str

    def apply(self, document: Document, language: Language) -> Document:
        """The document without it."""
        return note_edits.remove_note(document, self.note)


@dataclass(frozen=True, slots=True)
class SetMasthead:
    """The masthead as a whole."""

    masthead: Masthead

    def apply(self, document: Document, language: Language) -> Document:
        """The document under this masthead."""
        return replace(document, masthead=self.masthead)


@dataclass(frozen=True, slots=True)
class Rebase:
    """The draft as it is on another issue of its base: replaying must not depend on how the two
    are compared by then."""

    document: Document

    def apply(self, document: Document, language: Language) -> Document:
        """The draft on its new base."""
        return self.document


@dataclass(frozen=True, slots=True)
class ApplyFix:
    """A fix that a finding offered."""

    fix: AnyFix

    def apply(self, document: Document, language: Language) -> Document:
        """The document with the fix. Refused if other words stand there by now."""
        return fixed(document, self.fix)


Step: TypeAlias = (
    EditText
    | Insert
    | Confirm
    | Delete
    | Move
    | Indent
    | Outdent
    | Convert
    | Restart
    | Split
    | Join
    | AddNote
    | EditNote
    | RemoveNote
    | SetMasthead
    | Rebase
    | ApplyFix
    | Correction
)


def printed(document: Document, language: Language) -> dict[str, str]:
    """The printed mark of every note, by note id."""
    return {note.id: note.number for note in numbered_notes(document, language.conventions)}
