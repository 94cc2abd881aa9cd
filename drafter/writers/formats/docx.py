"""Word: the file format that United Nations documents are submitted in."""

from __future__ import annotations

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.writer import WriteOptions, Writer


def _write(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    # the template engine is loaded when the first file is written
    from drafter.writers.docx.render import docx

    return docx(view, language, options)


WRITER = Writer("docx", "docx", _write, templated=True)
