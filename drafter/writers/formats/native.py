"""The native file, `*.draft.yaml`: the whole draft, so that reading it gives the same document.

One block scalar a paragraph, keys in one order, nothing folded: a changed word is one line of a
diff. The options of other formats do not touch it: it holds the document, not a rendering of it.
"""

from __future__ import annotations

from drafter.languages import Language
from drafter.model.record_write import record
from drafter.model.tree import Document
from drafter.model.view import DocumentView
from drafter.writers.writer import WriteOptions, Writer
from drafter.yamlio import dump


def file_of(document: Document) -> bytes:
    """The bytes of the document's native file."""
    return dump(record(document)).encode("utf-8")


def _write(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    return file_of(view.document)


WRITER = Writer("yaml", "draft.yaml", _write, is_text=True)
