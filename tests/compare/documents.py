"""Small documents to compare."""

from drafter.model.text import Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind

TEXTS = (
    "鼓励会员国将移民作为一个共有问题纳入国家发展计划；",
    "请秘书长向大会第八十一届会议提交关于本决议执行情况的报告；",
    "确认汇款对减少贫困和促进地方经济的重要作用；",
    "敦促各方为流离失所者提供安全通道和人道主义援助；",
    "决定于2026年召开第二次国际移民问题审查论坛；",
)


def paragraph(place, text, *children, kind=Kind.OPERATIVE):
    return Paragraph(f"resolution/{place}", kind, Text.of(text), tuple(children))


def document(*paragraphs, notes=()):
    part = Part(PartKind.RESOLUTION, tuple(paragraphs))
    return Document(DocumentType.DRAFT_RESOLUTION, "zh", part, notes=tuple(notes))


def of_texts(*texts):
    return document(*(paragraph(f"op{i}", text) for i, text in enumerate(texts, 1)))


def note(number, text):
    return Note(f"n{number}", Text.of(text))
