"""What a session can be asked: pure functions of its document as it is at that moment."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from drafter.languages import Language
from drafter.model.edit_checks import existing
from drafter.model.editable import typed
from drafter.model.findings import Finding
from drafter.model.places import clause_id
from drafter.model.tree import Document, DocumentType
from drafter.model.view import DocumentView
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.steps import printed

if TYPE_CHECKING:
    from drafter.compare import Change, Segment
    from drafter.library import Hit, Query
    from drafter.match import Containment, Coverage, Precedent, Stretch
    from drafter.workspace.masthead_fields import MastheadField

_CONTAINED = 10


class Questions(ABC):
    """The questions of a `Session`; each may be asked from another thread.

    `words`, where a question takes it, is the text of the paragraph as it is being typed.
    """

    library: LibraryProvider
    language: Language

    @property
    @abstractmethod
    def document(self) -> Document:
        """The document as it is now."""

    @property
    @abstractmethod
    def view(self) -> DocumentView:
        """The numbered document."""

    def search(self, query: Query) -> tuple[Hit, ...]:
        """What the library has for a query, best first."""
        return self.library.library.search(query)

    def precedents(self, element_id: str, words: str | None = None) -> tuple[Precedent, ...]:
        """The most similar clauses of the library, in the order of display."""
        engine = self.library.engine(self.language)
        return engine.shown(self._words(element_id, words), exclude=self._own(element_id))

    def contained(self, element_id: str, words: str | None = None) -> tuple[Containment, ...]:
        """The clauses that the paragraph fuses, and those that it is a part of: the first ten."""
        engine = self.library.engine(self.language)
        text = self._words(element_id, words)
        return engine.contained(text, limit=_CONTAINED, exclude=self._own(element_id))

    def deviations(
        self, element_id: str, precedent: Precedent, words: str | None = None
    ) -> tuple[Change, ...]:
        """How the paragraph departs from a precedent, every difference named once."""
        from drafter.compare import changes
        from drafter.compare.naming import sourced

        text = self._words(element_id, words)
        found = changes(precedent.clause.plain, text, self.language)
        return sourced(found, old=precedent.clause.symbol)

    def segments(
        self, element_id: str, precedent: Precedent, words: str | None = None
    ) -> tuple[Segment, ...]:
        """The same as stretches to show: equal, only in the precedent, only here."""
        from drafter.compare import segments

        text = self._words(element_id, words)
        return segments(precedent.clause.plain, text, self.language)

    def lineage(self, precedent: Precedent) -> tuple[tuple[str, str], ...]:
        """How the wording of a precedent moved over the years, as lines of ink and words."""
        from drafter.workspace.lineage import lineage_lines, traced

        return lineage_lines(traced(precedent.clause, self.library))

    def coverage(self) -> Coverage:
        """How much of the text stands verbatim in the library, edited, or is not found there."""
        return self.library.coverer(self.language).document(self.document)

    def provenance(self, element_id: str, words: str | None = None) -> tuple[Stretch, ...]:
        """Where the paragraph comes from, stretch by stretch."""
        text = self._words(element_id, words)
        return self.library.coverer(self.language).stretches(text, self._own(element_id))

    def near_duplicates(self) -> tuple[tuple[str, str, float], ...]:
        """Pairs of paragraphs of this draft that say nearly the same, with their similarity."""
        from drafter.match import near_duplicates_of

        return near_duplicates_of(self.document, self.language)

    def check(self) -> tuple[Finding, ...]:
        """What the checks say about the document."""
        from drafter.checks import run

        return run(self.view, self.language)

    def masthead_fields(self, kind: DocumentType | None = None) -> tuple[MastheadField, ...]:
        """The fields of the masthead that the document has, or has as the type `kind`."""
        from drafter.workspace.masthead_fields import fields_of

        return fields_of(self.view, self.language, kind)

    def _words(self, element_id: str, words: str | None) -> str:
        """The plain text of the paragraph, or of the words in its editor."""
        document = self.document
        if words is not None:
            return typed(words, printed(document, self.language)).plain()
        return existing(document, element_id).text.plain()

    def _own(self, element_id: str) -> str:
        """The clause that the paragraph itself is, if the library holds this very document."""
        symbol = self.document.masthead.symbol
        return clause_id(symbol, element_id) if symbol else ""
