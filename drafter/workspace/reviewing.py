"""The review of a text that was read: corrected here before it enters a library or is drafted on.

A review keeps every word: what is taken out of the text is listed beside what the reader took out,
and can be put back. Corrections are journalled like edits of a draft; what a crash leaves behind is
offered as unsaved work.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.languages import Language, language
from drafter.model.findings import Finding, Place
from drafter.model.masthead import Masthead
from drafter.model.tree import Document, DocumentType, Kind, PartKind
from drafter.model.view import DocumentView, view
from drafter.readers import ReadOptions, Removed
from drafter.workspace import corrections, steps
from drafter.workspace.history import History
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.retyping import clean_masthead, overlaid
from drafter.workspace.review_source import ReviewSource
from drafter.workspace.sheets import MASTHEAD, Sheet, doubts_of, shown_stage
from drafter.workspace.store import Store
from drafter.yamlio.characters import fit

if TYPE_CHECKING:
    from drafter.library import ImportOutcome
    from drafter.workspace.session import Session

BY_HAND = "by-hand"  # the reason of what a person took out


class Review:
    """A document as it was read, with the corrections made so far.

    Verbs raise `EditRefused` where a correction cannot apply, and `revision` by one where it does.
    """

    def __init__(self, source: ReviewSource) -> None:
        self.revision = 0
        self._source = source
        self._store = Store.for_new(None)
        self._history = History(Sheet.of(source.read(ReadOptions())))
        self._view: tuple[int, DocumentView] | None = None

    @classmethod
    def of_file(cls, path: Path) -> Review:
        """The review of a file in any format. Raises `UnreadableInput`."""
        return cls(ReviewSource.file(path))

    @classmethod
    def of_text(cls, text: str, name: str) -> Review:
        """The review of pasted text, which the journal keeps from the beginning."""
        review = cls(ReviewSource.text(text, name))
        review._store.journal.whole(review.document)
        return review

    # the state

    @property
    def name(self) -> str:
        """What the file, or the text, is called."""
        return self._source.name

    @property
    def sheet(self) -> Sheet:
        """Everything as it is now."""
        return self._history.present

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.sheet.document

    @property
    def as_read(self) -> Document:
        """The document as it was last read, before any correction."""
        return self.sheet.read.document

    @property
    def language(self) -> Language:
        """The language of the document."""
        return language(self.document.language)

    @property
    def view(self) -> DocumentView:
        """The numbered document, worked out once a revision."""
        if self._view is None or self._view[0] != self.revision:
            self._view = (self.revision, view(self.document, self.language.conventions))
        return self._view[1]

    @property
    def doubts(self) -> dict[str, tuple[Finding, ...]]:
        """What was uncertain, by the paragraph, note or `MASTHEAD` it belongs to."""
        return doubts_of(self.sheet)

    @property
    def removed(self) -> tuple[Removed, ...]:
        """What is no part of the text, by line."""
        return self.sheet.removed

    @property
    def corrections(self) -> int:
        """How many corrections have been made; looking at a doubt is none."""
        every = (*self._history.past, self.sheet)
        return sum(a.document is not b.document for a, b in pairwise(every))

    def place(self, element_id: str) -> Place:
        """Where the paragraph or note begins in the file; line 0 where that is not known."""
        return self.sheet.places.get(element_id, Place(element_id))

    @property
    def journal_problem(self) -> str:
        """Why the journal cannot be written at the moment, or empty."""
        return self._store.journal_problem

    # the verbs

    def turn(self, element_id: str, kind: Kind) -> None:
        """The paragraph is of another kind."""
        self._do(corrections.Turn(element_id, kind.value), element_id)

    def deepen(self, element_id: str) -> None:
        """The paragraph is a sub-paragraph of the one before."""
        self._do(corrections.Deepen(element_id), element_id)

    def raise_level(self, element_id: str) -> None:
        """The sub-paragraph stands one level higher."""
        self._do(corrections.RaiseLevel(element_id), element_id)

    def join(self, element_id: str) -> str:
        """The paragraph is the rest of the one printed before it; returns the id of that."""
        elements = [each.id for each in self.view.elements if each.paragraph]
        self._do(corrections.JoinBefore(element_id), element_id)
        return elements[elements.index(element_id) - 1]

    def split(self, element_id: str, offset: int) -> str:
        """A second paragraph begins at `offset` of the plain text; returns its id."""
        new = self._fresh()
        self._do(corrections.SplitAt(element_id, offset, new), element_id)
        return new

    def set_label(self, element_id: str, label: str) -> None:
        """The label as printed; empty for none."""
        self._do(corrections.Label(element_id, fit(label)), element_id)

    def edit_words(self, element_id: str, words: str) -> None:
        """The words of a paragraph (marks as `[^1]`) or of a note."""
        if self.document.note(element_id) is not None:
            self._do(steps.EditNote(element_id, fit(words)), element_id)
        else:
            self._do(corrections.Retype(element_id, fit(words)), element_id)

    def typing(self, element_id: str, words: str) -> None:
        """Keep words that are still being typed safe in the journal; the document stays as it is.

        An empty `element_id` says that the typing was given up.
        """
        journal = self._store.journal
        if element_id or journal.begun:
            journal.typing(element_id, fit(words), self.document, correcting=True)

    def take_out(self, element_id: str) -> None:
        """The paragraph is no part of the text: it joins what was removed."""
        step = corrections.TakeOut(element_id)
        here = self.place(element_id)
        pieces = tuple(
            Removed(BY_HAND, here.line, words, here.page) for words in step.pieces(self.document)
        )
        removed = tuple(sorted((*self.removed, *pieces), key=lambda each: (each.page, each.line)))
        self._do(step, element_id, removed=removed)

    def put_back(self, index: int, after: str) -> str:
        """What was removed is part of the text after all: a paragraph after this one."""
        piece = self.removed[index]
        new = self._fresh()
        rest = (*self.removed[:index], *self.removed[index + 1 :])
        self._do(corrections.PutIn(after, new, fit(piece.text)), new, removed=rest)
        return new

    def begin_part(self, element_id: str, kind: PartKind) -> None:
        """A part begins with this paragraph."""
        self._do(corrections.BeginPart(element_id, kind.value), element_id)

    def dissolve_part(self, path: str) -> None:
        """The part at `path` is none."""
        self._do(corrections.DissolvePart(path), f"{path}/heading")

    def set_facts(self, masthead: Masthead, kind: DocumentType, stage: str, code: str = "") -> None:
        """Masthead, type and stage (empty: as the symbol shows it); another language, `code`,
        reads the text again."""
        head = clean_masthead(masthead)
        before = self.document
        if code and code != before.language:
            head = overlaid(before.masthead, head, self._read_again(code))
        settled = stage or shown_stage(head.symbol, kind)
        step = corrections.SetFacts(head, kind.value, settled)
        self._do(step, MASTHEAD, stage_said=stage)

    def settle(self, element_id: str) -> None:
        """What was uncertain is right; said again, it is uncertain again."""
        settled = self.sheet.settled ^ {element_id}
        self._push(replace(self.sheet, settled=settled))

    def undo(self) -> None:
        """Take back the last correction."""
        before = self.document
        self._history.undo()
        self._travelled(before, self._store.journal.undo)

    def redo(self) -> None:
        """Do again what was undone."""
        before = self.document
        self._history.redo()
        self._travelled(before, self._store.journal.redo)

    # where it goes

    def enter(self, folder: Path, *, force: bool = False) -> ImportOutcome:
        """Write the document to its clause file in the library `folder`, as `drafter import` does.

        Raises `UsageError` without symbol or stage, or for the shipped library; `RefusedOverwrite`
        (parameter `diff` shows both) for a file that was edited by hand, unless `force`;
        `UnreadableInput` where nothing can be written.
        """
        from drafter.workspace.entering import entered

        return entered(self.document, self.as_read, self._source, folder, force=force)

    def as_draft(self, library: LibraryProvider) -> Session:
        """A session on the document as a draft that is not saved yet; the review is over."""
        from drafter.workspace.session import Session

        if not self._store.journal.begun:
            self._store.journal.whole(self.document)
        return Session(self.document, self._store, library=library)

    def close(self, *, keep: bool = False) -> None:
        """Give the review up; `keep` leaves it behind as unsaved work."""
        self._store.close(keep=keep)

    # inside

    def _do(
        self,
        step: steps.Step,
        element_id: str,
        *,
        removed: tuple[Removed, ...] | None = None,
        stage_said: str | None = None,
    ) -> None:
        before = self.sheet
        after = step.apply(before.document, self.language)
        if after == before.document:
            return
        self._store.journal.step(step, before.document, after)
        self._push(
            replace(
                before,
                document=after,
                removed=before.removed if removed is None else removed,
                settled=before.settled | ({element_id} - {MASTHEAD}),
                stage_said=before.stage_said if stage_said is None else stage_said,
            )
        )

    def _push(self, sheet: Sheet) -> None:
        self._history.push(sheet)
        self.revision += 1

    def _travelled(self, before: Document, note: Callable[[Document, Document], None]) -> None:
        if self.document is not before:
            note(before, self.document)
        self.revision += 1

    def _read_again(self, code: str) -> Masthead:
        """Read the text in another language; what was corrected before is one undo away."""
        if self._source.is_native:
            sheet = replace(self.sheet, document=replace(self.document, language=code))
        else:
            sheet = Sheet.of(self._source.read(ReadOptions(language=code)))
        self._store.journal.whole(sheet.document)
        self._push(sheet)
        return sheet.document.masthead

    def _fresh(self) -> str:
        taken = {paragraph.id for _, paragraph in self.document.walk()}
        number = 1
        while (new := f"{self.document.root.kind.value}/new-{number}") in taken:
            number += 1
        return new
