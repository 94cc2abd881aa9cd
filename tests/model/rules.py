"""The conventions of two languages, small documents, and how they print."""

from drafter.model.conventions import Conventions, Counter, LabelStyle
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import (
    Document,
    DocumentType,
    Kind,
    Note,
    Paragraph,
    Part,
    PartKind,
)

_LEVELS = (
    LabelStyle(Counter.DECIMAL, "", "."),
    LabelStyle(Counter.ALPHA, "(", ")"),
    LabelStyle(Counter.ROMAN_LOWER, "(", ")"),
    LabelStyle(Counter.ALPHA, "", "."),
)
ZH = Conventions(
    language="zh",
    direction="ltr",
    levels=_LEVELS,
    section=LabelStyle(Counter.HAN, "", "."),
    part_words=(("annex", "附件"), ("appendix", "附录"), ("draft", "决议草案")),
    part_counter=Counter.HAN,
    part_space="",
    letter_counter=Counter.ALPHA_UPPER,
    ibid="同上",
    comma="，",
    stop="。",
    title_open="《",
    title_close="》",
)
EN = Conventions(
    language="en",
    direction="ltr",
    levels=_LEVELS,
    section=LabelStyle(Counter.ROMAN_UPPER, "", "."),
    part_words=(
        ("annex", "Annex"),
        ("appendix", "Appendix"),
        ("draft", "Draft resolution"),
        ("decision", "Draft decision"),
    ),
    part_counter=Counter.ROMAN_UPPER,
    part_space=" ",
    letter_counter=Counter.ALPHA_UPPER,
    ibid="Ibid.",
    comma=",",
    stop=".",
)
K = Kind


def p(name, kind, words="", *children, notes=(), **more):
    """A paragraph with the words and, after them, the marks."""
    marks = tuple(Span(note, SpanKind.NOTE) for note in notes)
    return Paragraph(name, kind, Text.of(words, *marks), tuple(children), **more)


def doc(*blocks, kind=PartKind.RESOLUTION, notes=()):
    """A Chinese draft resolution of these blocks."""
    return Document(
        DocumentType.DRAFT_RESOLUTION, "zh", Part(kind, tuple(blocks)), notes=tuple(notes)
    )


def part(kind, *blocks, heading=""):
    """A part of these blocks."""
    return Part(kind, tuple(blocks), heading)


def note(name, words="注。", work="", mark=""):
    """A note."""
    return Note(name, Text.of(words), mark, work)
