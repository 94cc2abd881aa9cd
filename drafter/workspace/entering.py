"""A reviewed text entered into a library, as `drafter import` does."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import UnreadableInput, UsageError
from drafter.library import ImportOutcome, Obtained, Source, import_document
from drafter.model.tree import Document
from drafter.workspace.given import refuse_odd_symbol
from drafter.workspace.naming import named_by_place, placed_as_read
from drafter.workspace.resources import clauses_folder
from drafter.workspace.review_source import ReviewSource
from drafter.workspace.saving import reason


def entered(
    document: Document, as_read: Document, source: ReviewSource, folder: Path, *, force: bool
) -> ImportOutcome:
    """Write the document to its clause file in the library `folder`.

    `as_read` is the document before it was corrected. Raises as `Review.enter` does.
    """
    if folder.resolve() == clauses_folder().resolve():
        raise UsageError("library.shipped-library", place=str(folder))
    refuse_odd_symbol(document)
    named = named_by_place if source.is_native else placed_as_read
    read = Source(obtained=Obtained(sha256=source.sha256))
    try:
        return import_document(named(document), read, folder, force=force, as_read=named(as_read))
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-write", place=str(folder), reason=reason(problem)
        ) from None
