"""Notes side by side: paired by their marks and words, and marks told apart from text."""

from drafter.compare import compare_documents
from drafter.languages import language
from tests.compare.documents import TEXTS, document, marked, note, others, paragraph, rows

ZH = language("zh")
REPORT, OTHER = "见A/77/236号文件，第三节。", "联合国，《条约汇编》，第1577卷，第27531号。"


def structure(a, b):
    return [
        (row.a, [(fact.what, fact.old, fact.new) for fact in row.structure])
        for row in compare_documents(a, b, ZH).rows
        if row.structure
    ]


def one(text, *notes):
    return document(paragraph("op1", text), notes=notes)


def test_a_note_that_reads_otherwise_at_the_same_mark_is_changed():
    old = one(marked("欢迎秘书长的报告", 1, "；"), note(1, REPORT))
    new = one(marked("欢迎秘书长的报告", 1, "；"), note(1, OTHER))
    assert others(old, new) == [("changed", ["n1"], ["n1"])]
    assert structure(old, new) == []


def test_a_note_elsewhere_in_the_paragraph_that_reads_otherwise_is_another():
    old = one(marked("欢迎秘书长的报告", 1, "和《公约》缔约方会议的成果；"), note(1, REPORT))
    new = one(marked("欢迎秘书长的报告和《公约》缔约方会议的成果", 1, "；"), note(1, OTHER))
    assert others(old, new) == [("dropped", ["n1"], []), ("new", [], ["n1"])]


def test_equal_notes_belong_to_their_paragraphs():
    notes = [note(1, REPORT), note(2, REPORT)]
    first, second = (paragraph(f"op{n}", marked(TEXTS[n], n)) for n in (1, 2))
    old, new = document(first, second, notes=notes), document(second, notes=notes[1:])
    assert others(old, new) == [("dropped", ["op1"], []), ("dropped", ["n1"], [])]


def test_a_note_goes_with_its_paragraph_and_never_moves_by_itself():
    notes = [note(n, f"A/79/{n}。") for n in (1, 2, 3)]
    all_three = [paragraph(f"op{n}", marked(TEXTS[n], n)) for n in (1, 2, 3)]
    old = document(*all_three, notes=notes)
    new = document(*all_three[1:], all_three[0], notes=notes)
    assert others(old, new) == [("moved", ["op1"], ["op1"])]


def test_a_mark_that_moved_inside_a_paragraph_is_told_and_the_text_is_kept():
    old = one(marked("欢迎秘书长的报告", 1, "和《公约》缔约方会议的成果；"), note(1, REPORT))
    new = one(marked("欢迎秘书长的报告和《公约》", 1, "缔约方会议的成果；"), note(1, REPORT))
    assert others(old, new) == []
    ((_, facts),) = structure(old, new)
    assert facts == [("note-mark", "欢迎秘书长的报告[1]", "迎秘书长的报告和《公约》[1]")]


def test_marks_that_come_and_go_are_told():
    bare = one("欢迎秘书长的报告；")
    noted = one(marked("欢迎秘书长的报告", 1, "；"), note(1, REPORT))
    (came,) = [facts for _, facts in structure(bare, noted)]
    (went,) = [facts for _, facts in structure(noted, bare)]
    assert came == [("note-mark", "", "欢迎秘书长的报告[1]")]
    assert went == [("note-mark", "欢迎秘书长的报告[1]", "")]
    assert others(bare, noted) == [("new", [], ["n1"])]


def test_a_mark_beside_changed_words_stays_with_its_words():
    old = one(marked("欢迎秘书长的报告", 1, "；"), note(1, REPORT))
    new = one(marked("又欢迎秘书长的最新报告", 1, "和建议；"), note(1, REPORT))
    assert others(old, new) == [("changed", ["op1"], ["op1"])]
    assert structure(old, new) == []


def test_a_mark_taken_to_another_paragraph_is_told_in_both():
    notes = [note(1, REPORT)]
    old = document(paragraph("op1", marked(TEXTS[0], 1)), paragraph("op2", TEXTS[1]), notes=notes)
    new = document(paragraph("op1", TEXTS[0]), paragraph("op2", marked(TEXTS[1], 1)), notes=notes)
    assert others(old, new) == []
    assert [(a[0], facts[0][0]) for a, facts in structure(old, new)] == [
        ("resolution/op1", "note-mark"),
        ("resolution/op2", "note-mark"),
    ]


def test_notes_of_a_paragraph_rewritten_altogether_are_paired_by_their_words():
    old = one(marked("欢迎秘书长的报告", 1, "；"), note(1, REPORT))
    new = one(marked("决定将此项目列入临时议程", 1, "；"), note(1, REPORT))
    assert ("kept", ["n1"], ["n1"]) in rows(old, new)
