"""Footnote numbers and ibid. follow from where the marks stand."""

import pytest

from drafter.model.footnotes import scope
from drafter.model.moving import move
from drafter.model.tree import PartKind
from drafter.model.view import view
from tests.model.rules import EN, ZH, K, doc, note, p, part

SERIES = "联合国，《条约汇编》"
OFFICIAL = "见《经济及社会理事会正式记录，"


def printed(document, rules=ZH):
    return [(n.id, n.number, n.text.plain()) for n in view(document, rules).notes]


def treaties():
    return doc(
        p("a", K.PREAMBULAR, "甲，", notes=["n1"]),
        p("b", K.PREAMBULAR, "乙，", notes=["n2"]),
        p("c", K.PREAMBULAR, "丙，", notes=["n3"]),
        notes=[
            note("n1", "联合国，《条约汇编》，第660卷，第9464号。", SERIES),
            note("n2", "联合国，《条约汇编》，第1249卷，第20378号。", SERIES),
            note("n3", "第41/128号决议，附件。"),
        ],
    )


def test_the_second_note_on_a_work_says_ibid():
    assert printed(treaties()) == [
        ("n1", "1", "联合国，《条约汇编》，第660卷，第9464号。"),
        ("n2", "2", "同上，第1249卷，第20378号。"),
        ("n3", "3", "第41/128号决议，附件。"),
    ]


def test_moving_a_note_between_them_makes_both_stand_in_full():
    moved = move(treaties(), "c", up=True)
    assert [(each[0], each[2][:2]) for each in printed(moved)] == [
        ("n1", "联合"), ("n3", "第4"), ("n2", "联合"),
    ]  # fmt: skip


def test_moving_the_first_note_down_turns_the_two_round():
    moved = move(treaties(), "a", up=False)
    assert [(each[0], each[2][:2]) for each in printed(moved)][:2] == [
        ("n2", "联合"),
        ("n1", "同上"),
    ]


def test_a_note_that_is_all_ibid_ends_with_its_stop():
    text = doc(
        p("a", K.PREAMBULAR, "甲", notes=["n1", "n2"]),
        notes=[note("n1", "A/79/323。", "A/79/323"), note("n2", "A/79/323。", "A/79/323")],
    )
    assert printed(text)[1] == ("n2", "2", "同上。")
    english = doc(
        p("a", K.PREAMBULAR, "x", notes=["n1", "n2"]),
        notes=[note("n1", "A/79/323.", "A/79/323"), note("n2", "A/79/323.", "A/79/323")],
    )
    assert printed(english, EN)[1] == ("n2", "2", "Ibid.")


def test_ibid_inside_a_title_opens_the_title_again():
    text = doc(
        p("a", K.PREAMBULAR, "甲", notes=["n1", "n2"]),
        notes=[
            note("n1", OFFICIAL + "2006年，补编第5号》(E/2006/25)。", OFFICIAL),
            note("n2", OFFICIAL + "2008年，补编第5号》(E/2008/25)。", OFFICIAL),
        ],
    )
    assert printed(text)[1][2] == "同上，《2008年，补编第5号》(E/2008/25)。"


def test_english_ibid_is_followed_by_its_comma():
    series = "United Nations, Treaty Series"
    text = doc(
        p("a", K.PREAMBULAR, "x", notes=["n1", "n2"]),
        notes=[
            note("n1", f"{series}, vol. 660, No. 9464.", series),
            note("n2", f"{series}, vol. 1249, No. 20378.", series),
        ],
    )
    assert printed(text, EN)[1][2] == "Ibid., vol. 1249, No. 20378."


def test_numbers_run_on_through_annexes_and_restart_in_an_embedded_draft():
    report = doc(
        p("t", K.TITLE, "报告", notes=["star"]),
        p("r", K.REPORT, "甲", notes=["n1"]),
        part(
            PartKind.DRAFT,
            p("d", K.PREAMBULAR, "乙", notes=["n2"]),
            part(PartKind.ANNEX, p("x", K.PROSE, "丙", notes=["n3"])),
        ),
        kind=PartKind.REPORT,
        notes=[note("star", mark="*"), note("n1"), note("n2"), note("n3")],
    )
    assert [each[:2] for each in printed(report)] == [
        ("star", "*"), ("n1", "1"), ("n2", "1"), ("n3", "2"),
    ]  # fmt: skip


def test_ibid_does_not_reach_from_a_report_into_its_draft():
    report = doc(
        p("r", K.REPORT, "甲", notes=["n1"]),
        part(PartKind.DRAFT, p("d", K.PREAMBULAR, "乙", notes=["n2"])),
        kind=PartKind.REPORT,
        notes=[note("n1", "A/1。", "A/1"), note("n2", "A/1。", "A/1")],
    )
    assert [each[2] for each in printed(report)] == ["A/1。", "A/1。"]


def test_notes_are_numbered_in_the_order_they_print_even_after_a_part():
    text = doc(
        p("1", K.OPERATIVE, "甲", notes=["n1"]),
        part(PartKind.DECLARATION, p("d", K.DECLARATION, "乙", notes=["n2"])),
        p("2", K.OPERATIVE, "丙", notes=["n3"]),
        notes=[note("n3"), note("n2"), note("n1")],
    )
    assert [each[:2] for each in printed(text)] == [("n1", "1"), ("n2", "2"), ("n3", "3")]


def test_a_note_without_a_mark_is_not_printed():
    assert printed(doc(p("1", K.OPERATIVE), notes=[note("n1")])) == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("report", "report"),
        ("report/draft-1", "report/draft-1"),
        ("report/draft-2/annex-1", "report/draft-2"),
        ("resolution/annex-1/appendix-2", "resolution"),
    ],
)
def test_the_scope_of_numbers_is_the_embedded_draft_or_the_whole(path, expected):
    assert scope(path) == expected
