"""HTML: one page that stands alone, to be read on a screen, sent, printed and read back."""

from __future__ import annotations

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.writer import WriteOptions, Writer


def _write(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    # the template engine is loaded when the first file is written
    from drafter.writers.html.page import html

    return html(view, language, options)


WRITER = Writer("html", "html", _write, is_text=True, templated=True)
