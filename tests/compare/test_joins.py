"""Paragraphs fused into one, and one split into several, wherever they stand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.compare.documents import TEXTS, document, of_texts, others, paragraph, rows

LONG = (
    "欢迎各国在执行《全球契约》方面取得的进展，并邀请各国分享经验和最佳做法；",
    "鼓励尚未加入有关国际文书的国家考虑作为优先事项加入这些文书；",
    "重申必须以平衡、连贯一致的方式充分处理国际移民问题的各个方面；",
    "请联合国系统各机构在各自任务规定范围内向发展中国家提供技术援助；",
    "强调需要可靠的移民统计数据，以便制定循证政策；",
)
FUSED = LONG[0][:-1] + "，又" + LONG[4]


def test_paragraphs_fused_from_far_apart():
    found = others(of_texts(*LONG), of_texts(FUSED, *LONG[1:4]))
    assert found == [("fused", ["op1", "op5"], ["op1"])]


def test_one_paragraph_split_and_its_parts_taken_apart():
    found = others(of_texts(FUSED, *LONG[1:4]), of_texts(*LONG))
    assert found == [("split", ["op1"], ["op1", "op5"])]


def test_paragraphs_fused_with_edits():
    edited = FUSED.replace("最佳做法", "良好做法").replace("需要可靠的", "迫切需要可靠和分类的")
    assert others(of_texts(*LONG), of_texts(edited, *LONG[1:4])) == [
        ("fused", ["op1", "op5"], ["op1"])
    ]


def test_three_paragraphs_fused_into_one():
    together = "".join(text[:-1] + "，" for text in LONG[:3])[:-1] + "；"
    assert others(of_texts(*LONG), of_texts(together, *LONG[3:])) == [
        ("fused", ["op1", "op2", "op3"], ["op1"])
    ]


def test_sub_paragraphs_fused_into_one():
    inner = [paragraph(f"op1.{n}", LONG[n]) for n in (0, 4)]
    old = document(paragraph("op1", TEXTS[0], *inner))
    new = document(paragraph("op1", TEXTS[0], paragraph("op1.x", FUSED)))
    assert others(old, new) == [("fused", ["op1.0", "op1.4"], ["op1.x"])]


def test_sub_paragraphs_run_into_their_paragraph():
    inner = [paragraph(f"op1.{n}", LONG[n]) for n in (1, 2)]
    old = document(paragraph("op1", "决定如下：" + LONG[0], *inner), paragraph("op2", LONG[3]))
    new = document(paragraph("op1", "决定如下：" + "".join(LONG[:3])), paragraph("op2", LONG[3]))
    assert others(old, new) == [("fused", ["op1", "op1.1", "op1.2"], ["op1"])]


def test_a_dropped_paragraph_whose_words_another_always_had_is_dropped():
    """Nothing was fused: the long paragraph stood there before."""
    old, new = of_texts(FUSED, LONG[0], LONG[4]), of_texts(FUSED)
    assert rows(old, new) == [
        ("kept", ["op1"], ["op1"]),
        ("dropped", ["op2"], []),
        ("dropped", ["op3"], []),
    ]


def test_of_two_equal_paragraphs_only_one_is_fused():
    old = of_texts(LONG[0], LONG[0], LONG[4])
    found = others(old, of_texts(FUSED))
    assert sorted(state for state, _, _ in found) == ["dropped", "fused"]


@settings(deadline=None, max_examples=60)
@given(st.permutations(LONG), st.integers(0, 3))
def test_two_neighbours_fused_are_one_row_and_nothing_else(order, place):
    together = order[place][:-1] + "，" + order[place + 1]
    fused = of_texts(*order[:place], together, *order[place + 2 :])
    whole = of_texts(*order)
    assert [state for state, _, _ in others(whole, fused)] == ["fused"]
    assert [state for state, _, _ in others(fused, whole)] == ["split"]
