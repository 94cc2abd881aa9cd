"""What differs between two texts and no tracked change shows."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.revision import Fate, Revision, draft_texts
from drafter.model.text import SpanKind, Text
from drafter.model.view import DocumentView, ElementView


def emphasised_otherwise(revision: Revision, draft: DocumentView) -> Iterator[ElementView]:
    """The paragraphs of the draft with words that stay, but are set in italics (in KaiTi) where
    they were not, or no longer are."""
    for name, marked in draft_texts(revision):
        element = draft.element(name)
        if element is not None and _emphasis(marked) != _emphasis(element.text):
            yield element


def _emphasis(text: Text) -> list[tuple[str, bool]]:
    """Each character and whether it is emphasised; white space left out, where nobody sees it."""
    spans = (each for each in text.spans if each.kind is not SpanKind.NOTE)
    return [
        (each, span.kind is SpanKind.EMPHASIS)
        for span in spans
        for each in span.text
        if not each.isspace()
    ]


def renumbered_notes(revision: Revision, base: DocumentView, draft: DocumentView) -> int:
    """How many notes stay, but print another number: others came or went before them."""
    count = 0
    for each in revision.notes:
        old, new = base.note(each.old), draft.note(each.new)
        if each.fate is Fate.KEPT and old is not None and new is not None:
            count += old.number != new.number
    return count
