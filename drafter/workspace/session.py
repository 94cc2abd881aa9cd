"""The Session: one document being drafted. The only thing in drafter that has state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drafter.languages import Language, language
from drafter.model.findings import AnyFix, Finding
from drafter.model.masthead import Masthead
from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Paragraph
from drafter.model.view import DocumentView, view
from drafter.workspace import steps
from drafter.workspace.history import History
from drafter.workspace.inserting import NewId, copied, unused
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.placing import Spot, beside, spot
from drafter.workspace.retyping import clean_masthead, opened
from drafter.workspace.session_in_print import InPrint
from drafter.workspace.session_on_base import OnBase
from drafter.workspace.store import Store
from drafter.yamlio.characters import fit

if TYPE_CHECKING:
    from drafter.workspace.recovery import Recovery

_NOTE = "n"


class Session(OnBase, InPrint):
    """A document, its history, its file and journal, and the library beside it.

    Verbs change the document, raise `revision` by one and are journalled; they raise `EditRefused`
    where an edit cannot apply and `Locked` in a read-only session. Control characters in words are
    stored as symbols, as no file may carry them; all else verbatim. Questions are pure functions of
    the document as it is when they are asked, and may be asked from other threads.
    """

    def __init__(
        self,
        document: Document,
        store: Store,
        *,
        library: LibraryProvider | None = None,
        findings: tuple[Finding, ...] = (),
    ) -> None:
        super().__init__()
        self.library = library or LibraryProvider(at_once=True)
        self.language: Language = language(document.language)
        self.revision = 0
        self.findings_of_reading = findings
        self._store = store
        self._history = History(document)
        self._view: tuple[int, DocumentView] | None = None

    @classmethod
    def open(
        cls, path: Path, *, library: LibraryProvider | None = None, read_only: bool = False
    ) -> Session:
        """Open a file: a native draft to edit it in place, any other as a draft not yet saved.

        Raises `UnreadableInput`, and `Locked` with the holder's name if another drafter has the
        draft open and `read_only` was not asked for.
        """
        from drafter.workspace.opening import opened_file

        document, store, findings = opened_file(path, read_only=read_only)
        return cls(document, store, library=library, findings=findings)

    @classmethod
    def new(
        cls,
        *,
        type: DocumentType,  # noqa: A002  the domain's word
        language: str,
        base: Document | None = None,
        unchecked: bool = False,
        path: Path | None = None,
        library: LibraryProvider | None = None,
    ) -> Session:
        """A new draft, empty or with the text of its base. `path` is where it will be saved.

        `unchecked` says that nobody has compared the text of the base with the document.

        Raises `RefusedOverwrite` if there is a file at `path` already, and `UnknownName`.
        """
        from drafter.workspace.starting import started

        document = started(type, language, base, unchecked=unchecked)
        return cls(document, Store.for_new(path), library=library)

    @classmethod
    def example(cls, *, library: LibraryProvider | None = None) -> Session:
        """The shipped example as a draft not yet saved."""
        from drafter.workspace.opening import opened_copy
        from drafter.workspace.resources import example_draft

        document, store, findings = opened_copy(example_draft())
        return cls(document, store, library=library, findings=findings)

    @classmethod
    def recovered(cls, recovery: Recovery, *, library: LibraryProvider | None = None) -> Session:
        """The session that left `recovery` behind (`recoverable()` lists them)."""
        from drafter.workspace.opening import opened_recovery

        history, store, findings = opened_recovery(recovery)
        session = cls(history.present, store, library=library, findings=findings)
        session._history = history
        return session

    # the state

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self._history.present

    @property
    def view(self) -> DocumentView:
        """The numbered document, worked out once a revision."""
        known = self._view
        if known is None or known[0] != self.revision:
            known = (self.revision, view(self.document, self.language.conventions))
            self._view = known
        return known[1]

    @property
    def can_undo(self) -> bool:
        """Whether there is an edit to undo."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an undone edit to do again."""
        return self._history.can_redo

    # the verbs

    def edit_text(self, element_id: str, words: str) -> None:
        """Put `words` (marks as `[^1]`) in the paragraph; its opening words are emphasised."""
        self._do(steps.EditText(element_id, fit(words)))

    def insert_clause(self, clause_id: str, *, after: str | None) -> str:
        """Insert a clause of the library where it belongs near the cursor; returns the new id.

        Its sub-paragraphs come with it, its notes are copied and renumbered, its origin is kept.
        """
        found = self.library.source(clause_id, self.document.language)
        where = spot(self.document, found.paragraph.kind, after, sub=found.sub)
        new, notes = copied(
            found.paragraph, found.notes, found.source, where.kind, self._fresh_ids(where)
        )
        return self._insert(steps.Insert(new, notes, where.relation, where.anchor))

    def insert_paragraph(self, kind: Kind, words: str, *, after: str | None) -> str:
        """Insert a paragraph written by hand; returns its id."""
        where = beside(self.document, kind, after)
        new_id = self._fresh_ids(where)("new")
        text = opened(Text.of(fit(words)), where.kind, self.language)
        new = Paragraph(new_id, where.kind, text)
        return self._insert(steps.Insert(new, (), where.relation, where.anchor))

    def confirm(self, element_id: str) -> None:
        """Take the mark of unchecked text from a paragraph and its sub-paragraphs."""
        self._do(steps.Confirm(element_id))

    def delete(self, element_id: str) -> None:
        """Take a paragraph out, with its sub-paragraphs."""
        self._do(steps.Delete(element_id))

    def move_up(self, element_id: str) -> None:
        """Exchange a paragraph with the one before it at its depth."""
        self._do(steps.Move(element_id, up=True))

    def move_down(self, element_id: str) -> None:
        """Exchange a paragraph with the one after it at its depth."""
        self._do(steps.Move(element_id, up=False))

    def indent(self, element_id: str) -> None:
        """Make a paragraph the last sub-paragraph of the one before it."""
        self._do(steps.Indent(element_id))

    def outdent(self, element_id: str) -> None:
        """Raise a sub-paragraph one level."""
        self._do(steps.Outdent(element_id))

    def convert(self, element_id: str, kind: Kind) -> None:
        """Turn a paragraph into another kind; preambular and operative ones change section."""
        self._do(steps.Convert(element_id, kind))

    def restart(self, element_id: str, *, restarts: bool) -> None:
        """Let the numbers of the paragraphs below a heading begin again with 1, or run on."""
        self._do(steps.Restart(element_id, restarts))

    def split(self, element_id: str, offset: int) -> str:
        """Part a paragraph at `offset` of its plain text; returns the id of the second half."""
        where = beside(self.document, Kind.CONTINUATION, element_id)
        new = self._fresh_ids(where)("new")
        self._do(steps.Split(element_id, offset, new))
        return new

    def join(self, element_id: str) -> None:
        """Put the next paragraph of the same kind at the end of this one."""
        self._do(steps.Join(element_id))

    def add_note(self, element_id: str, offset: int, words: str) -> str:
        """Mark a new footnote at `offset` of the plain text; returns the note's id."""
        note = unused(_NOTE, {each.id for each in self.document.notes})
        self._do(steps.AddNote(element_id, offset, note, fit(words)))
        return note

    def edit_note(self, note_id: str, words: str) -> None:
        """Put `words` in a footnote."""
        self._do(steps.EditNote(note_id, fit(words)))

    def remove_note(self, note_id: str) -> None:
        """Take a footnote out, with its marks."""
        self._do(steps.RemoveNote(note_id))

    def set_masthead(self, masthead: Masthead) -> None:
        """Put another masthead over the text."""
        self._do(steps.SetMasthead(clean_masthead(masthead)))

    def apply_fix(self, fix: AnyFix) -> None:
        """Apply a fix that a finding offered; refused if the text has changed under it."""
        self._do(steps.ApplyFix(fix))

    def undo(self) -> None:
        """Take back the last edit."""
        self._writable()
        before = self.document
        self._history.undo()
        self._store.journal.undo(before, self.document)
        self.revision += 1

    def redo(self) -> None:
        """Do again what was undone."""
        self._writable()
        before = self.document
        self._history.redo()
        self._store.journal.redo(before, self.document)
        self.revision += 1

    # inside

    def _do(self, step: steps.Step) -> None:
        self._writable()
        before = self.document
        after = step.apply(before, self.language)
        if after == before:
            return
        self._history.push(after)
        self._store.journal.step(step, before, after)
        self.revision += 1

    def _insert(self, step: steps.Insert) -> str:
        self._do(step)
        return step.paragraph.id

    def _fresh_ids(self, where: Spot) -> NewId:
        taken = {p.id for _, p in self.document.walk()} | {n.id for n in self.document.notes}

        def fresh(word: str) -> str:
            stem = word if word == _NOTE else f"{where.part}/{word}"
            new = unused(stem, taken)
            taken.add(new)
            return new

        return fresh
