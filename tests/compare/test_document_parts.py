"""Annexes and appendices side by side: parts move as wholes, equal texts stay where they stand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.compare import compare_documents
from drafter.languages import language
from drafter.model.tree import Kind, PartKind
from tests.compare.documents import TEXTS, document, of_texts, others, paragraph, part, rows

ANNEX, APPENDIX = PartKind.ANNEX, PartKind.APPENDIX
ZH = language("zh")


def appendix(name, *texts):
    heading = paragraph(f"{name}.h", "一般原则", kind=Kind.HEADING)
    inner = (paragraph(f"{name}.{i}", text, kind=Kind.PROSE) for i, text in enumerate(texts, 1))
    return part(APPENDIX, heading, *inner)


def headings(a, b):
    found = compare_documents(a, b, ZH).rows
    return [
        (row.state.value, row.a, row.b, [(f.what, f.old, f.new) for f in row.structure])
        for row in found
        if any(each.endswith("/heading") for each in (*row.a, *row.b))
    ]


def test_two_parts_that_changed_places_are_one_move():
    first, second = appendix("x", *TEXTS[:3]), appendix("y", *TEXTS[3:])
    old = document(part(ANNEX, first, second))
    new = document(part(ANNEX, second, first))
    assert others(old, new) == [
        ("moved", ["annex-1/appendix-2/heading"], ["annex-1/appendix-1/heading"])
    ]


def test_the_headings_of_parts_that_changed_places_count_otherwise():
    first, second = appendix("x", *TEXTS[:3]), appendix("y", *TEXTS[3:])
    one, two = (f"resolution/annex-1/appendix-{n}/heading" for n in (1, 2))
    found = headings(document(part(ANNEX, first, second)), document(part(ANNEX, second, first)))
    assert found[1:] == [
        ("moved", (two,), (one,), [("heading", "附录二", "附录一")]),
        ("kept", (one,), (two,), [("heading", "附录一", "附录二")]),
    ]


def test_equal_headings_of_two_appendices_are_not_crossed():
    first, second = appendix("x", *TEXTS[:2]), appendix("y", *TEXTS[2:])
    old = document(part(ANNEX, first, second))
    new = document(part(ANNEX, appendix("x", TEXTS[1], TEXTS[0]), second))
    assert [state for state, _, _ in others(old, new)] == ["moved"]


def test_a_new_annex_has_a_new_heading_and_the_old_one_counts_otherwise():
    kept, came = part(ANNEX, *_prose("x", TEXTS[:2])), part(ANNEX, *_prose("y", TEXTS[2:]))
    one, two = "resolution/annex-1/heading", "resolution/annex-2/heading"
    assert headings(document(kept), document(came, kept)) == [
        ("new", (), (one,), []),
        ("kept", (one,), (two,), [("heading", "附件", "附件二")]),
    ]


def test_a_dropped_annex_drops_its_heading_and_paragraphs_only():
    old = document(*_prose("a", TEXTS[:3]), part(ANNEX, *_prose("x", TEXTS[3:])))
    assert others(old, document(*_prose("a", TEXTS[:3]))) == [
        ("dropped", ["annex-1/heading"], []),
        ("dropped", ["x.1"], []),
        ("dropped", ["x.2"], []),
    ]


def test_an_annex_replaced_by_another_keeps_its_heading():
    old = document(*_prose("a", TEXTS[:3]), part(ANNEX, *_prose("x", TEXTS[3:4])))
    new = document(*_prose("a", TEXTS[:3]), part(ANNEX, *_prose("y", TEXTS[4:])))
    assert sorted(state for state, _, _ in others(old, new)) == ["dropped", "new"]


def test_paragraphs_put_into_an_annex_of_their_own_are_not_moved():
    old = document(*_prose("a", TEXTS))
    new = document(*_prose("a", TEXTS[:3]), part(ANNEX, *_prose("x", TEXTS[3:])))
    assert others(old, new) == [("new", [], ["annex-1/heading"])]


def test_a_paragraph_taken_over_another_into_an_annex_moved():
    old = document(*_prose("a", TEXTS))
    new = document(*_prose("a", TEXTS[1:]), part(ANNEX, *_prose("x", TEXTS[:1])))
    assert others(old, new) == [("new", [], ["annex-1/heading"]), ("moved", ["a.1"], ["x.1"])]


def test_equal_sub_paragraphs_stay_under_their_paragraphs():
    def under(place, text):
        return paragraph(place, text, paragraph(f"{place}.a", "其他事项；"))

    old = document(under("op1", TEXTS[0]), under("op2", TEXTS[1]))
    new = document(under("op1", TEXTS[1]), under("op2", TEXTS[0]))
    found = rows(old, new)
    assert [state for state, _, _ in found] == ["kept", "kept", "moved", "kept"]
    assert found[1::2] == [("kept", ["op2.a"], ["op1.a"]), ("kept", ["op1.a"], ["op2.a"])]


MANY = (*TEXTS, "其他事项；", "欢迎秘书长的报告，", "认识到必须加强国际合作，")


@settings(deadline=None, max_examples=80)
@given(st.data())
def test_shuffled_texts_are_as_few_moves_as_can_be_also_where_texts_are_equal(data):
    old = data.draw(st.lists(st.sampled_from(MANY), min_size=1, max_size=14))
    new = data.draw(st.permutations(old))
    found = others(of_texts(*old), of_texts(*new))
    assert {state for state, _, _ in found} <= {"moved"}
    assert len(found) == len(old) - _common(old, new)


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_parts_are_shuffled_by_themselves(data):
    """Each paragraph has a text of its own part; equal headings stand in every part."""
    inner = [[f"{text[:-1]}（{n}）；" for text in TEXTS] for n in ("甲", "乙", "丙")]
    shuffled = [data.draw(st.permutations(texts)) for texts in inner]
    order = data.draw(st.permutations(range(3)))
    old = document(part(ANNEX, *(appendix(f"x{n}", *inner[n]) for n in range(3))))
    new = document(part(ANNEX, *(appendix(f"y{n}", *shuffled[n]) for n in order)))
    least = sum(len(a) - _common(a, b) for a, b in zip(inner, shuffled, strict=True))
    found = others(old, new)
    assert {state for state, _, _ in found} <= {"moved"}
    assert len(found) == least + 3 - _common(list(range(3)), order)


def _prose(name, texts):
    return [paragraph(f"{name}.{i}", text, kind=Kind.PROSE) for i, text in enumerate(texts, 1)]


def _common(a, b):
    """The length of the longest common subsequence."""
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            best[i + 1][j + 1] = best[i][j] + 1 if x == y else max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1]
