"""One draft resolution in six languages, and the documents that it becomes on its way."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from drafter.languages import language
from drafter.model.markup import parse
from drafter.model.masthead import Masthead
from drafter.model.record_read import document
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.yamlio import load

DATA = Path(__file__).resolve().parents[1] / "data" / "life"
_CHANGES = {
    DocumentType.REVISED_DRAFT: {"symbol": "A/C.2/81/L.24/Rev.1"},
    DocumentType.CHAIRS_TEXT: {
        "symbol": "A/C.2/81/L.40", "sponsors": (), "predecessor": "A/C.2/81/L.24",
    },
    DocumentType.AMENDMENTS: {"symbol": "A/C.2/81/L.31", "predecessor": "A/C.2/81/L.24"},
    DocumentType.ORAL_REVISIONS: {
        "symbol": "", "sponsors": (), "distribution": "", "original_language": "",
        "predecessor": "A/C.2/81/L.24",
    },
    DocumentType.ADDENDUM: {"symbol": "A/C.2/81/L.24/Add.1", "group": "group-of-77"},
    DocumentType.CORRIGENDUM: {"symbol": "A/C.2/81/L.24/Corr.1", "sponsors": ()},
}  # fmt: skip
CODES = ("ar", "en", "es", "fr", "ru", "zh")


@cache
def draft(code):
    """The draft resolution: sections, sub-paragraphs, notes of every form, annex, appendices."""
    path = DATA / f"{code}.draft.yaml"
    return document(load(path.read_text(encoding="utf-8"), source=path.name).data)


@cache
def words(code):
    """What the variants say that the draft does not."""
    path = DATA / "variants.yaml"
    return load(path.read_text(encoding="utf-8"), source=path.name).data[code]


def typed(code, kind):
    """The draft as a document of the type `kind`, with what its masthead then has."""
    made = {
        DocumentType.COMMITTEE_REPORT: report,
        DocumentType.STATEMENT: statement,
        DocumentType.OTHER: other,
    }.get(kind)
    if made:
        return made(code)
    if kind in (DocumentType.RESOLUTION, DocumentType.DECISION):
        return adopted(code, kind)
    whole = draft(code)
    if kind is DocumentType.DRAFT_DECISION:
        whole = replace(whole, root=replace(whole.root, kind=PartKind.DECISION))
    masthead = replace(whole.masthead, **_CHANGES.get(kind, {}))
    if kind is DocumentType.ADDENDUM:
        masthead = replace(masthead, added_sponsors=masthead.sponsors[-2:])
        whole = _unstarred(whole)
    if kind is DocumentType.CHAIRS_TEXT:
        masthead = replace(masthead, submitter=words(code)["officer"])
    return replace(whole, type=kind, masthead=masthead)


def adopted(code, kind=DocumentType.RESOLUTION):
    """The text as the plenary adopted it."""
    decision = kind is DocumentType.DECISION
    masthead = replace(
        draft(code).masthead,
        symbol="A/DEC/81/531" if decision else "A/RES/81/231",
        committee="", distribution="general", date="2026-12-23", original_language="", sponsors=(),
        adopted_on="2026-12-18", bracket_line=words(code)["bracket"],
        closing="\n".join(words(code)["closing"]), job_number="26-24210", meeting="54",
        documents=("A/81/439", "A/81/439/Add.1"),
    )  # fmt: skip
    root = draft(code).root
    if decision:
        root = replace(root, kind=PartKind.DECISION)
    return replace(draft(code), type=kind, masthead=masthead, stage="adopted", root=root)


def with_declaration(code):
    """A resolution that adopts a declaration in its body: no preamble, no comma."""
    comma = language(code).conventions.comma
    enacting = draft(code).paragraph("resolution/enacting")
    body = enacting.text.plain().removesuffix(comma)
    annex = draft(code).root.parts[0]
    told = [_as(block, Kind.DECLARATION) for block in annex.paragraphs[1:]]
    title = _paragraph("d-title", Kind.TITLE, words(code)["declaration"])
    blocks = (
        draft(code).paragraph("resolution/title"),
        replace(enacting, text=parse(f"*{body}*")),
        _paragraph("adopts", Kind.OPERATIVE, words(code)["adopts"]),
        Part(PartKind.DECLARATION, (title, *told)),
    )
    return _of(draft(code), Part(PartKind.RESOLUTION, blocks))


def lettered(code):
    """Two complete resolutions under one number."""
    title = draft(code).paragraph("resolution/title")
    parts = tuple(Part(PartKind.LETTERED, blocks) for blocks in _two(draft(code)))
    return _of(draft(code), Part(PartKind.RESOLUTION, (title, *parts)))


def sole(code):
    """A draft with a preamble and one operative paragraph, which takes no number."""
    blocks = draft(code).root.paragraphs
    last = [block for block in blocks if block.kind is Kind.OPERATIVE][-1:]
    first = [b for b in blocks if b.kind in (Kind.TITLE, Kind.ENACTING, Kind.PREAMBULAR)]
    return _of(draft(code), Part(PartKind.RESOLUTION, (*first, *last)))


def long_list(code, length=30):
    """A draft whose second paragraph has more sub-paragraphs than the alphabet has letters."""
    whole = sole(code)
    listed = draft(code).paragraph("resolution/op2")
    rows = tuple(
        replace(listed.children[0], id=f"{listed.id}.{index}", text=listed.children[0].text)
        for index in range(length)
    )
    blocks = (*whole.root.blocks[:-1], replace(listed, children=rows), whole.root.blocks[-1])
    return replace(whole, root=replace(whole.root, blocks=blocks))


def report(code):
    """A committee's report that recommends two draft resolutions and a draft decision."""
    said, whole = words(code), draft(code)
    drafts = [Part(PartKind.DRAFT, blocks) for blocks in _two(whole)]
    decision = Part(PartKind.DECISION, (
        _paragraph("dec-title", Kind.TITLE, said["decision_title"]),
        _paragraph("dec-1", Kind.OPERATIVE, said["decision"]),
    ))  # fmt: skip
    blocks = (
        _paragraph("r-title", Kind.TITLE, said["report"]),
        _paragraph("r-s1", Kind.HEADING, said["introduction"]),
        _paragraph("r-1", Kind.REPORT, said["considered"]),
        _paragraph("r-s2", Kind.HEADING, said["recommendation"]),
        _paragraph("r-2", Kind.REPORT, said["resolutions"]),
        *drafts,
        _paragraph("r-3", Kind.REPORT, said["decisions"]),
        decision,
    )
    masthead = replace(
        whole.masthead, symbol="A/81/439", sponsors=(), distribution="general",
        rapporteur=said["rapporteur"],
    )  # fmt: skip
    stop = language(code).conventions.stop
    notes = (
        Note("r0", parse(said["report_note"]), "*"),
        Note("r1", parse(f"A/C.2/81/SR.9{stop}")),
        *whole.notes,
    )
    made = Document(DocumentType.COMMITTEE_REPORT, code, Part(PartKind.REPORT, blocks), masthead)
    return _of(replace(made, notes=notes, stage="committee"), made.root)


def statement(code):
    """A statement by the President of the Security Council."""
    head = language(code).masthead
    title = head.forms("statement")[-1].format(organ=head.organ("security-council"))
    rows = tuple(
        replace(block, numbered=False)
        for block in draft(code).root.parts[0].paragraphs
        if block.kind is Kind.PROSE and not block.children
    )
    root = Part(PartKind.RESOLUTION, (_paragraph("st-title", Kind.TITLE, title), *rows))
    masthead = Masthead(
        symbol="S/PRST/2026/3", body="security-council", distribution="general",
        date="2026-10-29", original_language="en",
    )  # fmt: skip
    whole = Document(DocumentType.STATEMENT, code, root, masthead, draft(code).notes)
    return _of(replace(whole, stage="adopted"), root)


def other(code):
    """A report that recommends nothing."""
    whole = report(code)
    kept = [block for block in whole.root.paragraphs if block.id in ("r-s1", "r-1", "r-s2")]
    title = _paragraph("o-title", Kind.TITLE, words(code)["declaration"])
    rows = [
        _as(block, Kind.REPORT)
        for block in draft(code).root.parts[0].paragraphs
        if block.kind is Kind.PROSE and block.numbered
    ]
    root = Part(PartKind.REPORT, (title, *kept, *rows))
    masthead = replace(whole.masthead, committee="", rapporteur="", symbol="A/81/300")
    notes = (*whole.notes, *draft(code).notes[-2:])
    made = replace(whole, type=DocumentType.OTHER, masthead=masthead, notes=notes, stage="")
    return _of(made, root)


def _two(whole):
    """The blocks of two texts made of one: the first section and the second."""
    blocks = whole.root.paragraphs
    front = [b for b in blocks if b.kind in (Kind.ENACTING, Kind.PREAMBULAR)]
    acts = [b for b in blocks if b.kind is Kind.OPERATIVE]
    for letter, preamble, own, title in (
        ("a", front[:4], acts[:3], "resolution/s1"),
        ("b", (front[0], *front[4:]), acts[3:], "resolution/s2"),
    ):
        heading = replace(whole.paragraph(title), kind=Kind.TITLE)
        last = _closed(own[-1], language(whole.language).endings)
        told = (heading, *preamble, *own[:-1], last)
        yield tuple(_renamed(block, letter) for block in told)


def _closed(paragraph, endings):
    """The paragraph as the last one of its text."""
    text = paragraph.text
    at = text.plain().rfind(endings.operative)
    if at >= 0:
        text = text.replaced(at, len(text.plain()), endings.last)
    return replace(paragraph, text=text)


def _renamed(paragraph, letter):
    children = tuple(_renamed(child, letter) for child in paragraph.children)
    return replace(paragraph, id=f"{letter}/{paragraph.id}", children=children)


def _as(paragraph, kind):
    """The paragraph as one of `kind`; a heading stays what it is."""
    own = kind if paragraph.kind is Kind.PROSE else paragraph.kind
    children = tuple(_as(child, kind) for child in paragraph.children)
    return replace(paragraph, kind=own, children=children)


def _unstarred(whole):
    """The document without the note of its title: the line of its sponsors has a star."""
    title, *rest = whole.root.blocks
    bare = replace(title, text=title.text.without_mark("n0"))
    return _of(whole, replace(whole.root, blocks=(bare, *rest)))


def _paragraph(name, kind, text):
    return Paragraph(name, kind, parse(text))


def _of(whole, root):
    """The document with another text, and the notes that it marks."""
    bare = replace(whole, root=root)
    marked = {note for _, paragraph in bare.walk() for note in paragraph.text.notes}
    return replace(bare, notes=tuple(note for note in whole.notes if note.id in marked))


VARIANTS = {
    "draft": draft,
    "declaration": with_declaration,
    "lettered": lettered,
    "sole": sole,
    "long-list": long_list,
    "report": report,
    "adopted": adopted,
}
