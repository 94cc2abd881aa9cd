"""Akoma Ntoso 3.0: the structure of the text for machines, by the United Nations guidelines."""

from __future__ import annotations

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.writer import WriteOptions, Writer


def _write(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    # what writes the format is loaded when the first file is written
    from drafter.writers.akn.document import akn

    return akn(view, language, options)


WRITER = Writer("akn", "akn.xml", _write, is_text=True)
