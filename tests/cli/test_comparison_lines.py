"""What `drafter compare` prints of two documents."""

import pytest

from drafter import messages
from drafter.cli.common.comparison import comparison_lines
from drafter.model.tree import Kind, PartKind
from drafter.workspace.comparing import compare
from tests.compare.documents import TEXTS, document, marked, note, of_texts, paragraph, part


@pytest.fixture(autouse=True)
def _in_english():
    before = messages.language()
    messages.set_language("en")
    yield
    messages.set_language(before)


def lines(a, b):
    return list(comparison_lines(compare(a, b)))


def test_paragraphs_that_are_only_renumbered_are_not_printed():
    assert lines(of_texts(*TEXTS[1:3]), of_texts(*TEXTS[:3])) == [
        "new  operative paragraph 1",
        f"    {TEXTS[0]}",
        "1 new, 2 unchanged",
    ]


def test_a_note_mark_put_elsewhere_is_told_of_a_paragraph_whose_words_are_kept():
    notes = [note(1, "A/77/236。")]
    old = document(paragraph("op1", marked("欢迎报告", 1, "和建议；")), notes=notes)
    new = document(paragraph("op1", marked("欢迎报告和建议", 1, "；")), notes=notes)
    assert lines(old, new)[1:2] == ["    note mark moved: 欢迎报告[1] → 欢迎报告和建议[1]"]


def test_a_paragraph_turned_operative_says_what_it_was():
    stays = [paragraph("op1", TEXTS[0]), paragraph("op2", TEXTS[1])]
    old = document(paragraph("x", TEXTS[2], kind=Kind.PREAMBULAR), *stays)
    new = document(paragraph("x", TEXTS[2]), *stays)
    assert lines(old, new)[:2] == [
        "kept  operative paragraph 1",
        "    this was preambular paragraph 1",
    ]


def test_annexes_that_changed_places_say_how_they_count_now():
    first, second = (
        part(PartKind.ANNEX, *(paragraph(f"{n}.{i}", TEXTS[i], kind=Kind.PROSE) for i in places))
        for n, places in (("x", (0, 1, 2)), ("y", (3, 4)))
    )
    found = lines(document(first, second), document(second, first))
    assert [each.strip() for each in found if "counts" in each] == [
        "the heading counts otherwise: 附件二 → 附件一",
        "the heading counts otherwise: 附件一 → 附件二",
    ]
    assert found[-1].startswith("1 moved")
