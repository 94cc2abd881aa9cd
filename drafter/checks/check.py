"""What a check is, and the stretches of text that checks look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from drafter.languages import Language
from drafter.model.findings import Finding, Fix, Place, Severity
from drafter.model.tree import Kind, Note
from drafter.model.view import DocumentView

Run = Callable[[DocumentView, Language], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Words:
    """The plain text of one element or note; its first `unseen` characters are not printed."""

    element: str
    kind: Kind
    text: str
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its `code`, its `name` in words joined by hyphens, the `authority` it rests on,
    its documentation `page` (the docstring of its module), and what it does."""

    code: str
    name: str
    severity: Severity
    authority: str
    page: str
    run: Run

    def of_document(self, message: str, **params: str | int) -> Finding:
        """A finding about the document as a whole."""
        return Finding(self.code, self.severity, message, params=tuple(params.items()))

    def at(
        self,
        words: Words,
        start: int,
        end: int,
        message: str,
        *,
        new: str | None = None,
        **params: str | int,
    ) -> Finding:
        """A finding about characters `start`…`end`, mended by `new` in their place if given."""
        place = Place(words.element, start, end)
        fix = () if new is None else (Fix(words.element, start, end, words.text[start:end], new),)
        return Finding(self.code, self.severity, message, place, tuple(params.items()), fix)


def texts(view: DocumentView) -> Iterator[Words]:
    """The text of every element, in document order, then of every note."""
    for element in view.elements:
        yield Words(element.id, element.kind, element.text.plain())
    for note in view.document.notes:
        yield Words(note.id, Kind.NOTE, note.text.plain(), _not_printed(view, note))


def _not_printed(view: DocumentView, note: Note) -> int:
    """How much of a note gives way to ibid. in print: that stands in the note before it."""
    shown = view.note(note.id)
    return len(note.work) if shown is not None and shown.text != note.text else 0
