"""Markdown: headings, paragraphs with their labels, footnotes; written, not read back."""

from __future__ import annotations

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.writer import WriteOptions, Writer


def _write(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    # what writes the format is loaded when the first file is written
    from drafter.writers.markdown.page import markdown

    return markdown(view, language, options).encode()


WRITER = Writer("md", "md", _write, is_text=True)
