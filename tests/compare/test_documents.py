"""Two documents side by side."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare import ChangeKind, RowState, compare_documents
from drafter.languages import language
from drafter.model.masthead import Masthead
from drafter.model.tree import Kind
from tests.compare.documents import TEXTS, document, note, of_texts, paragraph, rows, states

ZH = language("zh")


def test_a_document_beside_itself_is_kept():
    assert states(of_texts(*TEXTS), of_texts(*TEXTS)) == ["kept"] * 5


def test_a_changed_paragraph_says_how():
    old, new = of_texts(*TEXTS), of_texts("敦促" + TEXTS[0][2:], *TEXTS[1:])
    comparison = compare_documents(old, new, ZH)
    assert [row.state for row in comparison.rows] == [RowState.CHANGED, *[RowState.KEPT] * 4]
    assert [change.kind for change in comparison.rows[0].changes] == [ChangeKind.VERB_STRONGER]


def test_what_came_and_what_went_stand_where_they_stand():
    old, new = of_texts(*TEXTS[:3], TEXTS[4]), of_texts(TEXTS[0], *TEXTS[2:])
    assert rows(old, new) == [
        ("kept", ["op1"], ["op1"]),
        ("dropped", ["op2"], []),
        ("kept", ["op3"], ["op2"]),
        ("new", [], ["op3"]),
        ("kept", ["op4"], ["op4"]),
    ]


def test_of_two_paragraphs_that_changed_places_the_shorter_one_moved():
    long = replace(
        paragraph("op1", TEXTS[0]),
        children=tuple(paragraph(f"op1.{i}", text) for i, text in enumerate(TEXTS[2:])),
    )
    short = paragraph("op2", TEXTS[1])
    assert rows(document(long, short), document(short, long))[0] == ("moved", ["op2"], ["op2"])
    assert rows(document(short, long), document(long, short))[-1] == ("moved", ["op2"], ["op2"])


def test_one_paragraph_moved_to_the_front_is_one_move_and_nothing_else():
    old, new = of_texts(*TEXTS), of_texts(TEXTS[4], *TEXTS[:4])
    assert rows(old, new) == [
        ("moved", ["op5"], ["op1"]),
        *[("kept", [f"op{i}"], [f"op{i + 1}"]) for i in range(1, 5)],
    ]


def test_a_moved_paragraph_takes_its_sub_paragraphs_with_it():
    inner = [paragraph("op3.a", TEXTS[3]), paragraph("op3.b", TEXTS[4])]
    first, second = paragraph("op1", TEXTS[0]), paragraph("op2", TEXTS[1])
    whole = paragraph("op3", TEXTS[2], *inner)
    assert rows(document(first, second, whole), document(whole, first, second)) == [
        ("moved", ["op3"], ["op3"]),
        ("kept", ["op3.a"], ["op3.a"]),
        ("kept", ["op3.b"], ["op3.b"]),
        ("kept", ["op1"], ["op1"]),
        ("kept", ["op2"], ["op2"]),
    ]


def test_sub_paragraphs_are_compared_one_by_one():
    inner = [paragraph("op1.a", TEXTS[1]), paragraph("op1.b", TEXTS[2])]
    old = document(paragraph("op1", TEXTS[0], *inner))
    new = document(paragraph("op1", TEXTS[0], inner[0], paragraph("op1.c", TEXTS[3])))
    assert rows(old, new) == [
        ("kept", ["op1"], ["op1"]),
        ("kept", ["op1.a"], ["op1.a"]),
        ("dropped", ["op1.b"], []),
        ("new", [], ["op1.c"]),
    ]


def test_two_paragraphs_fused_into_one():
    fused = TEXTS[0][:-1] + "，并" + TEXTS[3]
    old, new = of_texts(TEXTS[0], TEXTS[3], TEXTS[1]), of_texts(fused, TEXTS[1])
    comparison = compare_documents(old, new, ZH)
    assert rows(old, new) == [("fused", ["op1", "op2"], ["op1"]), ("kept", ["op3"], ["op2"])]
    assert comparison.rows[0].changes[0].kind is ChangeKind.FUSED
    assert dict(comparison.rows[0].changes[0].params) == {
        "count": 2,
        "old": "op1, op2",
        "new": "op1",
    }


def test_one_paragraph_split_into_two():
    fused = TEXTS[0][:-1] + "，并" + TEXTS[3]
    old, new = of_texts(fused, TEXTS[1]), of_texts(TEXTS[0], TEXTS[3], TEXTS[1])
    assert rows(old, new) == [("split", ["op1"], ["op1", "op2"]), ("kept", ["op2"], ["op3"])]


def test_a_preambular_paragraph_turned_operative_is_the_same_paragraph():
    old = document(paragraph("pp1", TEXTS[2], kind=Kind.PREAMBULAR), paragraph("op1", TEXTS[0]))
    new = document(paragraph("op1", TEXTS[0]), paragraph("op2", TEXTS[2]))
    assert sorted(rows(old, new)) == [("kept", ["op1"], ["op1"]), ("moved", ["pp1"], ["op2"])]


def test_titles_and_notes_are_paired_among_their_like():
    title = paragraph("title", "国际移民与发展", kind=Kind.TITLE)
    other = paragraph("title", "移徙问题高级别对话", kind=Kind.TITLE)
    old = document(title, paragraph("op1", TEXTS[0]), notes=[note(1, "A/77/236。")])
    new = document(other, paragraph("op1", TEXTS[0]), notes=[note(1, "A/79/323。")])
    assert states(old, new) == ["changed", "kept", "changed"]


def test_masthead_fields_that_differ_are_listed():
    old = replace(of_texts(*TEXTS), masthead=Masthead(symbol="A/C.2/79/L.29", agenda_items=("20",)))
    new = replace(old, masthead=Masthead(symbol="A/C.2/79/L.29/Rev.1", agenda_items=("20",)))
    assert compare_documents(old, new, ZH).masthead == (
        ("symbol", "A/C.2/79/L.29", "A/C.2/79/L.29/Rev.1"),
    )


@settings(deadline=None)
@given(st.lists(st.sampled_from(TEXTS), max_size=6), st.lists(st.sampled_from(TEXTS), max_size=6))
def test_every_paragraph_of_both_stands_in_one_row(old, new):
    a, b = of_texts(*old), of_texts(*new)
    found = compare_documents(a, b, ZH).rows
    assert sorted(i for row in found for i in row.a) == sorted(p.id for _, p in a.walk())
    assert sorted(i for row in found for i in row.b) == sorted(p.id for _, p in b.walk())


@settings(deadline=None)
@given(st.permutations(TEXTS))
def test_a_new_order_is_moves_only_and_as_few_as_can_be(order):
    found = states(of_texts(*TEXTS), of_texts(*order))
    assert set(found) <= {"kept", "moved"}
    assert found.count("moved") == len(TEXTS) - _longest_in_order([TEXTS.index(t) for t in order])


def _longest_in_order(numbers):
    best = [1] * len(numbers)
    for i, one in enumerate(numbers):
        best[i] = max([best[j] + 1 for j in range(i) if numbers[j] < one], default=1)
    return max(best)


HARDLY_ALIKE = "请会员国在国家发展计划中考虑到移民问题和气候变化，并开展合作；"


def test_a_paragraph_rewritten_in_place_is_changed_though_its_neighbour_moved():
    old, new = of_texts(*TEXTS), of_texts(HARDLY_ALIKE, *TEXTS[2:], TEXTS[1])
    assert [row for row in rows(old, new) if row[0] != "kept"] == [
        ("changed", ["op1"], ["op1"]),
        ("moved", ["op2"], ["op5"]),
    ]


def test_a_paragraph_hardly_alike_elsewhere_is_another():
    found = states(of_texts(*TEXTS), of_texts(*TEXTS[1:], HARDLY_ALIKE))
    assert found == ["dropped", *["kept"] * 4, "new"]


def test_a_paragraph_finds_itself_across_a_change_of_terms():
    old, new = of_texts("移徙者和移徙；", *TEXTS), of_texts(*TEXTS, "移民和移民；")
    (moved,) = [row for row in compare_documents(old, new, ZH).rows if row.state.value != "kept"]
    assert moved.state is RowState.MOVED
    assert {change.kind for change in moved.changes} == {ChangeKind.TERM}
