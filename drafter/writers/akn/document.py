"""A whole Akoma Ntoso file."""

from __future__ import annotations

from dataclasses import replace

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.akn.elements import element, written
from drafter.writers.akn.identity import identity
from drafter.writers.akn.meta import references
from drafter.writers.akn.structure import Structure
from drafter.writers.front import front
from drafter.writers.layout import layout
from drafter.writers.writer import WriteOptions


def akn(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    """The document as Akoma Ntoso. Fields that are not known are left out, whatever `options` say:
    a blank to be filled in is no content.

    Raises `UnreadableInput` or `InvalidYaml` for a broken layout.
    """
    document = view.document
    kind = options.as_type or document.type
    face = front(view, language, replace(options, final=True), layout(options.templates))
    who = identity(document.masthead, kind, document.root, language)
    structure = Structure(view, language, kind, who, face)
    told = references(who, face.organ, language, document.masthead.original_language)
    return written(element("akomaNtoso", structure.document(told)))
