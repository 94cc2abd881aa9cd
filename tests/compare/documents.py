"""Small documents to compare."""

from drafter.compare import compare_documents
from drafter.languages import language
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind

TEXTS = (
    "鼓励会员国将移民作为一个共有问题纳入国家发展计划；",
    "请秘书长向大会第八十一届会议提交关于本决议执行情况的报告；",
    "确认汇款对减少贫困和促进地方经济的重要作用；",
    "敦促各方为流离失所者提供安全通道和人道主义援助；",
    "决定于2026年召开第二次国际移民问题审查论坛；",
)


def paragraph(place, text, *children, kind=Kind.OPERATIVE):
    text = text if isinstance(text, Text) else Text.of(text)
    return Paragraph(f"resolution/{place}", kind, text, tuple(children))


def document(*blocks, notes=()):
    part = Part(PartKind.RESOLUTION, tuple(blocks))
    return Document(DocumentType.DRAFT_RESOLUTION, "zh", part, notes=tuple(notes))


def part(kind, *blocks):
    return Part(kind, tuple(blocks))


def marked(*pieces):
    """Words, and for each number the mark of that note."""
    marks = (p if isinstance(p, str) else Span(f"n{p}", SpanKind.NOTE) for p in pieces)
    return Text.of(*marks)


def of_texts(*texts):
    return document(*(paragraph(f"op{i}", text) for i, text in enumerate(texts, 1)))


def note(number, text):
    return Note(f"n{number}", Text.of(text))


def rows(a, b):
    """The rows of a comparison as (state, old places, new places)."""
    return [
        (
            row.state.value,
            [i.removeprefix("resolution/") for i in row.a],
            [i.removeprefix("resolution/") for i in row.b],
        )
        for row in compare_documents(a, b, language("zh")).rows
    ]


def states(a, b):
    return [state for state, _, _ in rows(a, b)]


def others(a, b):
    """The rows of all that is not kept."""
    return [row for row in rows(a, b) if row[0] != "kept"]
