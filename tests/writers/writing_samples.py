"""Drafts of tests/data/drafts, and a look into the Word files made from them."""

import io
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from drafter.languages import language
from drafter.model.masthead import Masthead
from drafter.model.record_read import document
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.model.view import view
from drafter.writers import WriteOptions, write
from drafter.yamlio import load

DATA = Path(__file__).resolve().parents[1] / "data"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = tuple(
    sorted(path.name.removesuffix(".draft.yaml") for path in (DATA / "drafts").glob("*.yaml"))
)


@cache
def sample(name):
    path = DATA / "drafts" / f"{name}.draft.yaml"
    return document(load(path.read_text(encoding="utf-8"), source=path.name).data)


def viewed(draft):
    return view(draft, language(draft.language).conventions)


def written(source, to="docx", /, **options):
    return write(to, viewed(source), language(source.language), WriteOptions(**options))


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        return {name: container.read(name) for name in container.namelist()}


def tree(data, name="word/document.xml"):
    return ElementTree.fromstring(parts(data)[name])  # noqa: S314  made by the code under test


def words(element):
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def paragraphs(data, name="word/document.xml"):
    return [words(p) for p in elements(data, name)]


def elements(data, name="word/document.xml"):
    """The paragraphs of a part without the one that only holds the rule at the end."""
    every = tree(data, name).iter(f"{W}p")
    return [p for p in every if p.find(f"{W}pPr/{W}pStyle[@{W}val='EndRule']") is None]


def draft_of(*texts, code="en", kind=Kind.OPERATIVE, **masthead):
    rows = (Paragraph(f"p{i}", kind, Text.of(each)) for i, each in enumerate(texts))
    root = Part(PartKind.RESOLUTION, tuple(rows))
    return Document(DocumentType.DRAFT_RESOLUTION, code, root, Masthead(**masthead))


def with_notes(*marks, code="en"):
    """One paragraph a note; a mark of "" is a numbered note."""
    rows = tuple(
        Paragraph(f"p{i}", Kind.PREAMBULAR, Text.of("Noting", Span(f"n{i}", SpanKind.NOTE)))
        for i, _ in enumerate(marks)
    )
    notes = tuple(Note(f"n{i}", Text.of(f"Note {i}."), mark) for i, mark in enumerate(marks))
    root = Part(PartKind.RESOLUTION, rows)
    return Document(DocumentType.DRAFT_RESOLUTION, code, root, notes=notes)
