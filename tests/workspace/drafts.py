"""A small Chinese draft that the tests of this room work on."""

from drafter.model.masthead import Masthead
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind


def opened(opening, rest, *, note=None):
    marks = [Span(note, SpanKind.NOTE)] if note else []
    return Text.of(Span(opening, SpanKind.EMPHASIS), rest, *marks)


def small_draft():
    """Two preambular paragraphs, three operative ones, sub-paragraphs, notes and an annex."""
    body = (
        Paragraph("resolution/title", Kind.TITLE, Text.of("国际移民与发展")),
        Paragraph("resolution/enacting", Kind.ENACTING, Text.of("大会，")),
        Paragraph("resolution/pp1", Kind.PREAMBULAR, opened("回顾", "其各项决议，", note="n1")),
        Paragraph("resolution/pp2", Kind.PREAMBULAR, opened("重申", "《宣言》，")),
        Paragraph(
            "resolution/op1", Kind.OPERATIVE, opened("表示注意到", "秘书长的报告；", note="n2")
        ),
        Paragraph(
            "resolution/op2",
            Kind.OPERATIVE,
            opened("鼓励", "会员国："),
            (
                Paragraph("resolution/op2.a", Kind.OPERATIVE, Text.of("加强合作；")),
                Paragraph("resolution/op2.b", Kind.OPERATIVE, Text.of("保护移民；")),
            ),
        ),
        Paragraph("resolution/op3", Kind.OPERATIVE, opened("请", "秘书长提交报告。")),
    )
    annex = Part(
        PartKind.ANNEX,
        (
            Paragraph("resolution/annex-1/title", Kind.TITLE, Text.of("行动纲领")),
            Paragraph("resolution/annex-1/1", Kind.PROSE, Text.of("我们决心采取行动。")),
        ),
    )
    return Document(
        DocumentType.DRAFT_RESOLUTION,
        "zh",
        Part(PartKind.RESOLUTION, (*body, annex)),
        Masthead(symbol="A/C.2/79/L.99"),
        (Note("n1", Text.of("第58/208号决议。")), Note("n2", Text.of("A/79/1。"))),
        stage="draft",
    )


def session_on(document):
    """A session on a document that has no file."""
    from drafter.workspace.session import Session
    from drafter.workspace.store import Store

    return Session(document, Store.for_new(None))
