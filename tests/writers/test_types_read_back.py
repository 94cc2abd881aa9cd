"""What a page says of its type and body is understood when the page is read again."""

from dataclasses import replace
from functools import cache

import pytest

from drafter.languages import codes, language
from drafter.model.rebuild import map_paragraphs
from drafter.model.text import Text
from drafter.model.tree import DocumentType, Kind, Part, PartKind
from drafter.readers import ReadOptions, read
from drafter.workspace.amending import Form, document_of, pair_of
from drafter.workspace.becoming import become
from tests.writers.life import draft, lettered, report, typed
from tests.writers.round_trips import after, said
from tests.writers.writing_samples import written

RESOLUTION = DocumentType.RESOLUTION
GIVEN = ("date=2026-12-20", "adopted_on=2026-12-18", "meeting=54", "submitter=X (Y)")
# body: symbols of a draft and of a resolution, session
BODIES = {
    "general-assembly": ("A/C.2/81/L.5", "A/RES/81/231", 81),
    "security-council": ("S/2026/123", "S/RES/2799(2026)", None),
    "human-rights-council": ("A/HRC/63/L.5", "A/HRC/RES/63/31", 63),
    "economic-and-social-council": ("E/2026/L.5", "E/RES/2026/31", None),
}
TYPES = {
    DocumentType.REVISED_DRAFT: "{draft}/Rev.1",
    DocumentType.CHAIRS_TEXT: "A/C.2/81/L.44",
    DocumentType.ADDENDUM: "{draft}/Add.1",
    DocumentType.DRAFT_DECISION: "{draft}",
    RESOLUTION: "{resolution}",
}


@cache
def of_body(code, body):
    """The draft as one of this body: its enacting words, and no title in the Security Council."""
    rules = language(code)
    acting = rules.masthead.enacting_words(body) + rules.conventions.comma
    document = map_paragraphs(
        draft(code),
        lambda p: replace(p, text=Text.of(acting)) if p.kind is Kind.ENACTING else p,
    )
    symbol, _, session = BODIES[body]
    masthead = replace(
        document.masthead, body=body, symbol=symbol, session=session,
        session_read="" if session else document.masthead.session_read,
        added_sponsors=("TCD", "FJI"),
    )  # fmt: skip
    blocks = document.root.blocks
    if body == "security-council":
        blocks = tuple(b for b in blocks if getattr(b, "kind", None) is not Kind.TITLE)
    return replace(document, masthead=masthead, root=replace(document.root, blocks=blocks))


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("code", codes())
def test_type_and_masthead_come_back(tmp_path, code, body, kind):
    before, adopted, session = BODIES[body]
    symbol = TYPES[kind].format(draft=before, resolution=adopted)
    made = become(of_body(code, body), kind, language(code), given=(f"symbol={symbol}", *GIVEN))
    file = tmp_path / "page.txt"
    file.write_bytes(written(made, "txt"))
    back = read(file).document
    assert back.type is kind
    assert back.masthead.symbol == symbol
    assert back.masthead.session == session
    if kind is RESOLUTION:
        assert back.masthead.adopted_on
        assert bool(back.masthead.closing) is (body != "security-council")
    if kind is DocumentType.CHAIRS_TEXT:
        assert (back.masthead.submitter, back.masthead.predecessor) == ("X (Y)", before)
    if kind is DocumentType.ADDENDUM:
        assert len(back.masthead.added_sponsors) == len(made.masthead.added_sponsors)
    assert back.root.kind is made.root.kind
    paragraphs = [(p.kind, len(p.text.plain()) > 0) for _, p in made.walk()]
    assert [(p.kind, len(p.text.plain()) > 0) for _, p in back.walk()] == paragraphs


@pytest.mark.parametrize("code", codes())
def test_one_amendment_is_read_as_several_are(tmp_path, code):
    whole = typed(code, DocumentType.AMENDMENTS)
    title, _, first, *_ = whole.root.paragraphs
    one = replace(first, kind=Kind.PROSE, numbered=False)
    made = replace(whole, root=replace(whole.root, blocks=(title, one)))
    file = tmp_path / "page.txt"
    file.write_bytes(written(made, "txt"))
    back = read(file, ReadOptions(language=code)).document
    assert back.type is DocumentType.AMENDMENTS
    assert back.masthead.predecessor == "A/C.2/81/L.24"
    assert back.masthead.sponsors == made.masthead.sponsors


DECIDING = {
    DocumentType.REVISED_DRAFT: "A/C.2/81/L.24/Rev.1",
    DocumentType.ADDENDUM: "A/C.2/81/L.24/Add.1",
    DocumentType.CHAIRS_TEXT: "A/C.2/81/L.44",
    DocumentType.AMENDMENTS: "A/C.2/81/L.45",
    DocumentType.ORAL_REVISIONS: "",
}


@pytest.mark.parametrize("kind", DECIDING)
@pytest.mark.parametrize("code", codes())
def test_a_draft_decision_stays_one_whatever_it_becomes(tmp_path, code, kind):
    decision = replace(draft(code), masthead=replace(draft(code).masthead, added_sponsors=("FJI",)))
    decision = become(decision, DocumentType.DRAFT_DECISION, language(code))
    before = replace(decision, masthead=replace(decision.masthead, symbol="A/C.2/81/L.24"))
    given = (f"symbol={DECIDING[kind]}", "submitter=X (Y)") if DECIDING[kind] else ()
    made = become(before, kind, language(code), given=given)
    file = tmp_path / "page.txt"
    file.write_bytes(written(made, "txt"))
    words = language(code).masthead
    assert words.draft_resolution not in " ".join(file.read_text(encoding="utf-8").split())
    back = read(file, ReadOptions(language=code)).document
    assert (back.type, back.root.kind) == (kind, PartKind.DECISION)
    if kind not in (DocumentType.REVISED_DRAFT, DocumentType.ADDENDUM):
        assert back.masthead.predecessor == "A/C.2/81/L.24"


@pytest.mark.parametrize("code", codes())
def test_agenda_titles_below_a_blank_are_read(tmp_path, code):
    whole = draft(code)
    made = replace(whole, masthead=replace(whole.masthead, agenda_items=(), session_read=""))
    back = after(made, "txt", tmp_path)
    assert said(back)["agenda titles"] == said(made)["agenda titles"]
    assert back.masthead.agenda_items == ()


@pytest.mark.parametrize("form", [Form.CORRIGENDUM, Form.ORAL_REVISIONS])
@pytest.mark.parametrize("code", codes())
def test_a_sheet_of_one_line_keeps_its_title(tmp_path, code, form):
    base = draft(code)
    longer = map_paragraphs(
        base, lambda p: replace(p, text=_with_year(p.text)) if p.id == "resolution/op1" else p
    )
    made = document_of(pair_of(longer, base), form)
    back = after(made, "txt", tmp_path)
    for each in ("type", "words", "parts, kinds and levels", "agenda titles"):
        assert said(back)[each] == said(made)[each]


def _with_year(text):
    end = len(text.plain()) - 1
    return text.replaced(end, end, " 2027")


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize(("code", "name"), [("en", "docx"), ("zh", "txt")])
def test_parts_a_and_b_of_a_draft_in_a_report_come_back(tmp_path, code, name, alone):
    whole, parts = report(code), lettered(code).root
    blocks = list(whole.root.blocks)
    blocks[blocks.index(whole.root.parts[0])] = Part(PartKind.DRAFT, _named("c", parts.blocks))
    if alone:
        blocks = [each for each in blocks if each not in whole.root.parts]
    notes = (*whole.notes, *(n for n in lettered(code).notes if n not in whole.notes))
    made = replace(whole, root=replace(whole.root, blocks=tuple(blocks)), notes=notes)
    back = after(made, name, tmp_path)
    before, now = said(made), said(back)
    assert now["parts, kinds and levels"] == before["parts, kinds and levels"]
    assert now["words"] == before["words"]
    assert now["labels"] == before["labels"]


def _named(prefix, blocks):
    return tuple(
        replace(b, blocks=_named(prefix, b.blocks)) if isinstance(b, Part) else _renamed(b, prefix)
        for b in blocks
    )


def _renamed(paragraph, prefix):
    children = tuple(_renamed(child, prefix) for child in paragraph.children)
    return replace(paragraph, id=f"{prefix}/{paragraph.id}", children=children)
