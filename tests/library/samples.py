"""Small documents and clause files for the tests of the library."""

from pathlib import Path

from drafter.library import Source, import_document
from drafter.model.markup import parse
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind


def paragraph(place, kind, text, *children, part="resolution", label="", numbered=True):
    return Paragraph(
        f"{part}/{place}", kind, parse(text), tuple(children), numbered=numbered, label_read=label
    )


def annexed():
    """A draft with preamble, one operative paragraph, an annex of prose and an appendix."""
    annex, appendix = "resolution/annex-1", "resolution/annex-1/appendix-1"
    sub = paragraph("5.a", Kind.PROSE, "便利移民汇款；", part=appendix, label="(a)")
    after = paragraph("5.c1", Kind.CONTINUATION, "并降低费用。", part=appendix)
    root = Part(
        PartKind.RESOLUTION,
        (
            paragraph("title", Kind.TITLE, "成果文件草稿"),
            paragraph("enacting", Kind.ENACTING, "大会，"),
            paragraph("pp1", Kind.PREAMBULAR, "*回顾*其2015年12月22日第70/539号决定，[^n1]"),
            paragraph("pp2", Kind.PREAMBULAR, "*又回顾*其关于侨民的决议，[^n2]"),
            paragraph("op1", Kind.OPERATIVE, "*决定*转递本决议所附成果文件。"),
            Part(
                PartKind.ANNEX,
                (
                    paragraph("title", Kind.TITLE, "宣言", part=annex),
                    paragraph(
                        "chapeau", Kind.PROSE, "我们通过以下宣言。", part=annex, numbered=False
                    ),
                    paragraph("heading-1", Kind.HEADING, "引言", part=annex, label="一."),
                    paragraph("46", Kind.PROSE, "我们认识到侨民和汇款。", part=annex, label="46."),
                    Part(
                        PartKind.APPENDIX,
                        (
                            paragraph(
                                "5", Kind.PROSE, "各国将：", sub, after, part=appendix, label="5."
                            ),
                        ),
                        "附录一",
                    ),
                ),
                "附件",
            ),
        ),
    )
    notes = (Note("n1", parse("见A/70/L.1。")), Note("n2", parse("第70/1号决议，附件。")))
    masthead = Masthead(session=70, session_read="第七十届会议", read=("第七十届会议",))
    return Document(DocumentType.DRAFT_RESOLUTION, "zh", root, masthead, notes)


def report():
    """A committee report in prose that recommends a draft resolution."""
    draft = "report/draft-1"
    root = Part(
        PartKind.REPORT,
        (
            paragraph("1", Kind.REPORT, "委员会讨论了汇款问题。", part="report", label="1."),
            Part(
                PartKind.DRAFT,
                (
                    paragraph("title", Kind.TITLE, "国际移民与发展", part=draft),
                    paragraph("enacting", Kind.ENACTING, "大会，", part=draft),
                    paragraph("pp1", Kind.PREAMBULAR, "*认识到*汇款的潜力，", part=draft),
                    paragraph(
                        "op1", Kind.OPERATIVE, "*鼓励*会员国降低汇款费用；", part=draft, label="1."
                    ),
                    paragraph(
                        "op2",
                        Kind.OPERATIVE,
                        "*又鼓励*会员国：",
                        paragraph("op2.a", Kind.OPERATIVE, "借鉴做法。", part=draft, label="(a)"),
                        part=draft,
                        label="2.",
                    ),
                ),
            ),
        ),
    )
    return Document(DocumentType.COMMITTEE_REPORT, "zh", root, Masthead(session=79))


ANNEXED = Source(
    symbol="A/70/L.61",
    stage=Stage.DRAFT,
    adopted_as=(("resolution", "70/302"), ("resolution/annex-1", "71/1")),
    url="https://undocs.org/ch/A/70/L.61",
)
REPORT = Source(
    symbol="A/79/439/Add.2",
    stage=Stage.COMMITTEE,
    adopted_as=(("report/draft-1", "79/217"),),
    url="https://undocs.org/ch/A/79/439/Add.2",
)


def two_texts(folder: Path) -> tuple[Path, Path]:
    """The two documents as clause files in `folder`."""
    return (
        import_document(annexed(), ANNEXED, folder).path,
        import_document(report(), REPORT, folder).path,
    )
