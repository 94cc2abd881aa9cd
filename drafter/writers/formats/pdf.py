"""PDF: the pages themselves, tagged, with bookmarks, their fonts in the file."""

from __future__ import annotations

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.writer import Notice, WriteOptions, Writer


def _write(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    # the typesetter is loaded when the first PDF is asked for
    from drafter.writers.pdf.render import pdf

    return pdf(view, language, options)


def _notices(view: DocumentView, language: Language, options: WriteOptions) -> tuple[Notice, ...]:
    from drafter.writers.pdf.render import substitutes

    return substitutes(view, language, options)


WRITER = Writer("pdf", "pdf", _write, templated=True, notices=_notices)
