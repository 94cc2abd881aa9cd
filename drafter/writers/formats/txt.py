"""Plain text in 72 columns, for reading, pasting and comparing; drafter reads it back."""

from __future__ import annotations

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.writer import WriteOptions, Writer


def _write(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    # what writes the format is loaded when the first file is written
    from drafter.writers.plain.page import page

    return page(view, language, options).encode()


WRITER = Writer("txt", "txt", _write, is_text=True)
