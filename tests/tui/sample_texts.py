"""A draft, and the committee text that its library holds."""

from drafter.library import Source
from drafter.model.masthead import Masthead
from drafter.model.provenance import Stage
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind

DIASPORA = (
    "认识到侨民带来的人力、文化、社会和经济资本，侨民在国家发展战略中并在改善移民工人及其家人"
    "金融包容性和金融知识方案中进行参与并邮寄汇款，"
)
FLOWS = (
    "还认识到汇款流动是私人资本的来源，它补充国内储蓄，有助于改善收款人的福祉，同时铭记汇款"
    "不能被视为外国直接投资、官方发展援助、债务减免或其他发展筹资公共来源的替代品，"
)
RIGHTS = (
    "再次承诺确保充分尊重所有移民的人权和基本自由，而不论其移民身份，并本着国际合作的精神支持"
    "原籍国、过境国和目的地国，同时考虑到国情；"
)
SHARED_ISSUE = (
    "鼓励会员国将移民作为一个共有问题纳入国家发展计划、发展合作和其他相关框架，并按照全政府和"
    "全社会办法，通过自愿制定雄心勃勃的包容性国家执行计划，并扩大国际合作和伙伴关系，以实现"
    "《安全、有序和正常移民全球契约》的愿景，为此向发展中国家，特别是非洲国家、最不发达国家、"
    "内陆发展中国家、小岛屿发展中国家和中等收入国家提供财政和技术援助；"
)
OWN = "表示注意到秘书长关于渔业统计方法的说明；"


def opened(opening, words, *notes):
    marks = [Span(note, SpanKind.NOTE) for note in notes]
    return Text.of(Span(opening, SpanKind.EMPHASIS), words.removeprefix(opening), *marks)


def library_document():
    """Part of a committee report: two preambular and two operative paragraphs."""
    path = "report/draft-1"

    def clause(place, kind, opening, words, label=""):
        return Paragraph(f"{path}/{place}", kind, opened(opening, words), label_read=label)

    draft = Part(
        PartKind.DRAFT,
        (
            Paragraph(f"{path}/title", Kind.TITLE, Text.of("国际移民与发展")),
            Paragraph(f"{path}/enacting", Kind.ENACTING, Text.of("大会，")),
            clause("pp1", Kind.PREAMBULAR, "认识到", DIASPORA),
            clause("pp2", Kind.PREAMBULAR, "还认识到", FLOWS),
            clause("op3", Kind.OPERATIVE, "再次承诺", RIGHTS, "3."),
            clause("op16", Kind.OPERATIVE, "鼓励", SHARED_ISSUE, "16."),
        ),
    )
    root = Part(PartKind.REPORT, (Paragraph("report/1", Kind.REPORT, Text.of("委员会。")), draft))
    return Document(DocumentType.COMMITTEE_REPORT, "zh", root, Masthead(session=79))


def library_source():
    return Source(
        symbol="A/79/439/Add.2",
        stage=Stage.COMMITTEE,
        session=79,
        adopted_as=(("report/draft-1", "79/217"),),
    )


def draft_document():
    """A draft resolution: one preambular paragraph, three operative ones, notes and an annex."""
    body = (
        Paragraph("resolution/title", Kind.TITLE, Text.of("国际移民与发展")),
        Paragraph("resolution/enacting", Kind.ENACTING, Text.of("大会，")),
        Paragraph("resolution/pp1", Kind.PREAMBULAR, opened("回顾", "回顾其各项决议，", "n1")),
        Paragraph("resolution/op1", Kind.OPERATIVE, opened("表示注意到", OWN, "n2")),
        Paragraph(
            "resolution/op2",
            Kind.OPERATIVE,
            opened("鼓励", "鼓励会员国："),
            (
                Paragraph("resolution/op2.a", Kind.OPERATIVE, Text.of("加强合作；")),
                Paragraph("resolution/op2.b", Kind.OPERATIVE, Text.of("保护移民；")),
            ),
        ),
        Paragraph("resolution/op3", Kind.OPERATIVE, opened("请", "请秘书长提交报告。")),
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
        Masthead(symbol="A/C.2/81/L.__", session=81),
        (Note("n1", Text.of("第58/208号决议。")), Note("n2", Text.of("A/79/1。"))),
        stage="draft",
    )
