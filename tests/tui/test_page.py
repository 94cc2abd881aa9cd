"""The page: every paragraph laid out as an official text is."""

import pytest

from drafter.languages import language
from drafter.model.findings import Finding, Place, Severity
from drafter.model.masthead import Masthead
from drafter.model.tree import Document, DocumentType, Part, PartKind
from drafter.model.view import view
from drafter.tui.page import Item, rows
from drafter.tui.present.pages import NO_MARGIN, Margin, flags_of, items, outline
from drafter.tui.prose import plain, prose
from tests.tui.sample_texts import draft_document


@pytest.fixture
def page():
    rules = language("zh")
    return items(view(draft_document(), rules.conventions), NO_MARGIN, rules)


def laid_out(item, columns=40, *, airy=False):
    return [plain(line) for line in rows(item, columns, airy=airy)]


def named(page, item_id):
    return next(item for item in page if item.id == item_id)


def test_the_page_begins_with_the_masthead_and_ends_with_the_notes(page):
    assert page[0].layout == "masthead"
    assert [item.layout for item in page[-3:]] == ["notes", "note", "note"]


def test_a_numbered_paragraph_hangs_under_its_words(page):
    assert laid_out(named(page, "resolution/op1"), 24) == [
        "1.  表示注意到秘书长关于",
        "    渔业统计方法的说",
        "    明；²",
    ]


def test_a_preambular_paragraph_has_its_first_line_indented(page):
    (line,) = laid_out(named(page, "resolution/pp1"))
    assert line == "        回顾其各项决议，¹"


def test_a_sub_paragraph_is_indented_under_its_parent(page):
    (line,) = laid_out(named(page, "resolution/op2.a"))
    assert line == "    (a) 加强合作；"


def test_a_title_is_centred():
    item = Item("t", "title", prose("国际移民"))
    assert laid_out(item, 20) == ["", "      国际移民"]


def test_paragraphs_stand_apart_where_there_is_room(page):
    item = named(page, "resolution/op3")
    assert laid_out(item, airy=True) == ["", *laid_out(item)]


def test_headings_of_annexes_can_be_seen_but_not_written(page):
    heading = named(page, "resolution/annex-1/heading")
    assert heading.layout == "part"
    assert not heading.editable


def test_several_agenda_items_are_joined_as_the_language_does():
    rules = language("zh")
    document = Document(
        DocumentType.DRAFT_RESOLUTION,
        "zh",
        Part(PartKind.RESOLUTION),
        Masthead(session=70, agenda_items=("15", "116")),
    )
    head = items(view(document, rules.conventions), NO_MARGIN, rules)[0]
    assert plain(head.words) == "第七十届会议 · 议程项目15和116"


def test_the_worst_finding_flags_a_paragraph():
    found = (
        Finding("A", Severity.WARNING, "x", Place("p")),
        Finding("B", Severity.ERROR, "x", Place("p")),
        Finding("C", Severity.WARNING, "x", Place("p")),
        Finding("D", Severity.INFO, "x", Place("q")),
    )
    assert flags_of(found) == {"p": "✗"}


def test_the_outline_counts_the_sections_and_leaves_sub_paragraphs_out():
    rules = language("zh")
    margin = Margin({"resolution/op1": "+"}, {"resolution/op1": "⚑"})
    found = outline(view(draft_document(), rules.conventions), margin)
    assert "Preamble  1" in [row.words for row in found]
    assert "Operative part  3" in [row.words for row in found]
    assert "resolution/op2.a" not in [row.item for row in found]
    assert next((r.mark, r.flag) for r in found if r.item == "resolution/op1" and r.label) == (
        "+",
        "⚑",
    )
