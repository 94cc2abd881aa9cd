"""What of a document is drafted: of a committee's report, the first draft in it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.model.tree import RECOMMENDED, Document, Paragraph, Part, PartKind


def main_part(document: Document) -> tuple[str, Part]:
    """The part that is drafted: the first draft in a report, else the whole."""
    if document.root.kind is PartKind.REPORT:
        for path, part in document.parts():
            if part.kind in RECOMMENDED:
                return path, part
    return next(iter(document.parts()))


def drafted(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of the part that is drafted, in document order."""
    main, _ = main_part(document)
    for path, paragraph in document.walk():
        if path == main or path.startswith(f"{main}/"):
            yield paragraph
