"""A text is corrected after reading: nothing is lost, everything can be undone, and it is kept."""

import os
import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.errors import EditRefused, RefusedOverwrite, UsageError
from drafter.library import Query
from drafter.model.findings import Finding, Place, Severity
from drafter.model.tree import DocumentType, Kind, PartKind
from drafter.readers import ReadOptions, ReadResult, read_text
from drafter.workspace.bulk.filing import filed
from drafter.workspace.bulk.gathering import gathered
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.naming import placed_as_read
from drafter.workspace.recovery import recoverable
from drafter.workspace.resources import clauses_folder
from drafter.workspace.reviewing import Review
from drafter.workspace.session import Session
from drafter.workspace.sheets import MASTHEAD, Sheet

TEXT = """A/C.2/81/L.9
第八十一届会议
第二委员会
大会主席提交的决议草案
渔业统计
大会，
回顾其关于渔业统计的各项决议，
还回顾其关于海洋的决议，
1. 请秘书长向大会提交关于渔业统计的报告；
3. 鼓励会员国：
(a) 加强渔业统计方面的合作；
(b) 分享这方面的经验；
与发展中国家一道；
4. 决定继续处理此案。
"""


@pytest.fixture
def review():
    made = Review.of_text(TEXT, "pasted")
    yield made
    made.close()


def element(review, words):
    return next(p.id for _, p in review.document.walk() if words in p.text.plain())


def words_of(review):
    return [(p.kind.value, p.label_read, p.text.plain()) for _, p in review.document.walk()]


def characters(review):
    document = review.document
    text = "".join(p.label_read + p.text.plain() for _, p in document.walk())
    notes = "".join(n.mark + n.text.plain() for n in document.notes)
    headings = "".join(part.heading_read for _, part in document.parts())
    removed = "".join(each.text for each in review.removed)
    return sorted("".join((text + notes + headings + removed).split()))


VERBS = st.lists(
    st.tuples(
        st.sampled_from(
            ["turn", "deepen", "raise", "join", "split", "out", "back", "part", "free", "settle",
             "undo", "redo"]
        ),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=12,
)  # fmt: skip


def do(review, verb, where, number):
    ids = [p.id for _, p in review.document.walk()] or [""]
    at = ids[where % len(ids)]
    paths = [path for path, _ in review.document.parts()]
    acts = {
        "turn": lambda: review.turn(at, list(Kind)[number % len(Kind)]),
        "deepen": lambda: review.deepen(at),
        "raise": lambda: review.raise_level(at),
        "join": lambda: review.join(at),
        "split": lambda: review.split(at, number),
        "out": lambda: review.take_out(at),
        "back": lambda: review.removed and review.put_back(number % len(review.removed), at),
        "part": lambda: review.begin_part(at, list(PartKind)[number % len(PartKind)]),
        "free": lambda: review.dissolve_part(paths[number % len(paths)]),
        "settle": lambda: review.settle(at),
        "undo": review.undo,
        "redo": review.redo,
    }
    try:
        acts[verb]()
    except (EditRefused, ValueError):
        return


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(VERBS)
def test_no_correction_loses_a_character_and_all_can_be_undone(verbs):
    review = Review.of_text(TEXT, "pasted")
    try:
        read, before = review.document, characters(review)
        for verb, where, number in verbs:
            do(review, verb, where, number)
            assert characters(review) == before
        while True:
            try:
                review.undo()
            except EditRefused:
                break
        assert review.document == read
        assert review.corrections == 0
    finally:
        review.close()


def test_what_was_uncertain_stands_beside_its_paragraph(review):
    gap = element(review, "鼓励会员国")
    assert [f.message for f in review.doubts[gap]] == ["reading.number-gap"]
    assert review.place(gap).line == 10
    missing = {f.message for f in review.doubts[MASTHEAD]}
    assert "reading.date-missing" in missing


def test_a_doubt_that_was_looked_at_is_none_any_more_and_may_be_again(review):
    gap = element(review, "鼓励会员国")
    review.settle(gap)
    assert gap not in review.doubts
    assert review.corrections == 0
    review.settle(gap)
    assert gap in review.doubts


def test_a_corrected_paragraph_is_no_longer_uncertain(review):
    gap = element(review, "鼓励会员国")
    review.set_label(gap, "2.")
    assert gap not in review.doubts
    assert review.document.paragraph(gap).label_read == "2."


def test_a_fact_that_is_given_is_not_missing_any_more(review):
    from dataclasses import replace

    head = replace(review.document.masthead, date="2026-10-01", session=81)
    review.set_facts(head, review.document.type, "")
    assert MASTHEAD not in review.doubts
    assert review.document.stage == "draft", "as the symbol shows"


def test_the_stage_follows_the_symbol_until_it_is_said(review):
    from dataclasses import replace

    head = replace(review.document.masthead, symbol="A/81/439")
    review.set_facts(head, DocumentType.DRAFT_RESOLUTION, "")
    assert review.document.stage == ""
    review.set_facts(head, DocumentType.DRAFT_RESOLUTION, "committee")
    assert (review.document.stage, review.sheet.stage_said) == ("committee", "committee")


def test_another_language_reads_the_text_again_and_keeps_what_was_typed(review):
    from dataclasses import replace

    review.take_out(element(review, "决定继续"))
    head = replace(review.document.masthead, date="2026-10-01")
    review.set_facts(head, review.document.type, "", "en")
    assert review.document.language == "en"
    assert review.document.masthead.date == "2026-10-01"
    review.undo()
    review.undo()
    assert review.document.language == "zh"
    assert len(review.removed) == 1


def test_joining_gives_the_paragraph_that_now_holds_the_words(review):
    rest = element(review, "与发展中国家一道")
    joined = review.join(rest)
    assert review.document.paragraph(joined).text.plain() == "分享这方面的经验；与发展中国家一道；"


def test_splitting_finds_the_label_and_the_opening_words(review):
    first = element(review, "请秘书长")
    review.edit_words(first, "请秘书长提交报告；2. 敦促会员国合作；")
    new = review.split(first, 9)
    second = review.document.paragraph(new)
    assert (second.label_read, second.text.plain()) == ("2.", "敦促会员国合作；")
    assert second.text.opening == "敦促"


def test_what_is_taken_out_is_listed_and_can_be_put_back(review):
    rest = element(review, "与发展中国家一道")
    before = review.document.paragraph(rest).text.plain()
    review.take_out(rest)
    assert [(each.reason, each.text) for each in review.removed] == [("by-hand", before)]
    new = review.put_back(0, element(review, "决定继续"))
    assert review.document.paragraph(new).text.plain() == before
    assert review.removed == ()


def test_a_note_without_a_mark_gets_one_where_its_id_is_typed():
    text = TEXT + "\n___________\n1 见A/79/1。\n"
    review = Review.of_text(text, "pasted")
    try:
        note = review.document.notes[0]
        first = element(review, "请秘书长")
        review.edit_words(first, f"请秘书长提交报告[^{note.id}]；")
        assert review.document.paragraph(first).text.notes == (note.id,)
        review.edit_words(first, "请秘书长提交报告；")
        assert review.document.notes == (note,), "a note is never lost with its mark"
    finally:
        review.close()


def test_ids_in_the_library_say_where_a_paragraph_stands_after_the_corrections(review, tmp_path):
    review.turn(element(review, "决定继续"), Kind.PROSE)
    review.split(element(review, "还回顾"), 3)
    outcome = review.enter(tmp_path / "own")
    ids = [p.id for _, p in outcome.document.walk()]
    assert "resolution/pp3" in ids
    assert not [each for each in ids if "new" in each]


def test_without_corrections_the_library_gets_what_the_import_gives(review):
    assert placed_as_read(review.document) == read_text(TEXT).document


def test_what_is_entered_can_be_searched_at_once(review, tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    provider = LibraryProvider([folder], tmp_path / "cache")
    assert not provider.library.search(Query("渔业统计", language="zh"))
    review.enter(folder)
    provider.reload()
    assert provider.library.search(Query("渔业统计", language="zh"))


def test_without_symbol_or_stage_nothing_is_entered(tmp_path):
    review = Review.of_text("大会，\n1. 请秘书长提交报告。\n", "pasted")
    try:
        with pytest.raises(UsageError) as refused:
            review.enter(tmp_path / "own")
        assert refused.value.params["needed"] == "symbol, stage"
        assert not (tmp_path / "own").exists()
    finally:
        review.close()


def test_the_shipped_library_is_never_written_to(review):
    with pytest.raises(UsageError) as refused:
        review.enter(clauses_folder())
    assert refused.value.message_id == "library.shipped-library"


def test_a_file_edited_by_hand_is_shown_and_stays(review, tmp_path):
    outcome = review.enter(tmp_path / "own")
    edited = outcome.path.read_text(encoding="utf-8").replace("分享这方面的经验", "分享有关经验")
    outcome.path.write_text(edited, encoding="utf-8")
    with pytest.raises(RefusedOverwrite) as refused:
        review.enter(tmp_path / "own")
    assert "分享有关经验" in str(refused.value.params["diff"])
    assert outcome.path.read_text(encoding="utf-8") == edited
    review.enter(tmp_path / "own", force=True)
    assert "分享这方面的经验" in outcome.path.read_text(encoding="utf-8")


def test_curated_fields_outlast_a_second_entering(review, tmp_path):
    outcome = review.enter(tmp_path / "own")
    written = outcome.path.read_text(encoding="utf-8")
    words = "*还回顾*其关于海洋的决议，"
    curated = written.replace(words, f"{words}\n    note: 见口径", 1)
    outcome.path.write_text(curated, encoding="utf-8")
    review.turn(element(review, "决定继续"), Kind.PROSE)
    review.enter(tmp_path / "own")
    assert "见口径" in outcome.path.read_text(encoding="utf-8")


def test_an_import_of_the_file_does_not_undo_corrections(tmp_path):
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")
    review = Review.of_file(file)
    review.turn(element(review, "决定继续"), Kind.PROSE)
    outcome = review.enter(tmp_path / "own")
    corrected = outcome.path.read_bytes()
    review.enter(tmp_path / "own")
    review.close()
    (row,) = filed(gathered([file]), tmp_path / "own", ReadOptions())
    assert isinstance(row.error, RefusedOverwrite)
    assert outcome.path.read_bytes() == corrected


def test_a_pasted_text_opens_as_a_draft_that_is_not_saved_yet(review, tmp_path):
    review.turn(element(review, "决定继续"), Kind.PROSE)
    session = review.as_draft(LibraryProvider([tmp_path]))
    assert session.dirty
    assert session.path is None
    saved = session.save(tmp_path / "mine.draft.yaml")
    session.close()
    assert Session.open(saved).document == review.document


DIE = """
import os
from drafter.workspace.reviewing import Review
from drafter.model.tree import Kind
review = Review.of_text({text!r}, "pasted")
for _, each in review.document.walk():
    if "决定继续" in each.text.plain():
        review.turn(each.id, Kind.PROSE)
    if "还回顾" in each.text.plain():
        review.join(each.id)
    if "鼓励会员国" in each.text.plain():
        review.take_out(each.id)
os.kill(os.getpid(), 9)
"""


def test_corrections_outlast_being_killed():
    subprocess.run([sys.executable, "-c", DIE.format(text=TEXT)], check=False, env={**os.environ})
    (left,) = recoverable()
    session = Session.recovered(left)
    try:
        texts = [p.text.plain() for _, p in session.document.walk()]
        assert "回顾其关于渔业统计的各项决议，还回顾其关于海洋的决议，" in texts
        assert "鼓励会员国：" not in texts
        kinds = {p.text.plain(): p.kind for _, p in session.document.walk()}
        assert kinds["决定继续处理此案。"] is Kind.PROSE
        assert session.document.paragraph("resolution/op4").label_read == "4."
    finally:
        session.close(discard=True)


DIE_TYPING = """
import os
from drafter.workspace.reviewing import Review
review = Review.of_text({text!r}, "pasted")
element = next(p.id for _, p in review.document.walk() if "还回顾" in p.text.plain())
review.typing(element, "还回顾其关于海洋和渔业的决议，")
{more}
os.kill(os.getpid(), 9)
"""


@pytest.mark.parametrize("more", ["", "review.typing('', '')"], ids=["typing", "given up"])
def test_words_that_are_being_typed_outlast_being_killed(more):
    subprocess.run([sys.executable, "-c", DIE_TYPING.format(text=TEXT, more=more)], check=False)
    (left,) = recoverable()
    session = Session.recovered(left)
    try:
        texts = [p.text.plain() for _, p in session.document.walk()]
        assert ("还回顾其关于海洋和渔业的决议，" in texts) is (more == "")
        assert ("还回顾其关于海洋的决议，" in texts) is (more != "")
    finally:
        session.close(discard=True)


def test_a_finding_belongs_to_the_paragraph_on_its_own_page():
    places = (
        Place("resolution/op1", line=40, page=1),
        Place("resolution/op2", line=8, page=2),
        Place("resolution/op3", line=41, page=2),
    )
    found = Finding("R022", Severity.WARNING, "reading.unnumbered", Place(line=40, page=1))
    sheet = Sheet.of(ReadResult(read_text(TEXT).document, (found,), places=places))
    assert sheet.findings[0].place.element == "resolution/op1"


@pytest.mark.parametrize("break_", ["\n", "\f"], ids=["one page", "two pages"])
def test_a_finding_of_a_plain_text_belongs_to_the_paragraph_of_its_line(break_):
    text = TEXT.replace("。\n", "。¹\n", 1).replace("\n3. ", f"{break_}3. ")
    review = Review.of_text(f"{text}__________\n¹ 第75/1号决议。\n", "pasted")
    try:
        (gap,) = (
            (element, each)
            for element, found in review.doubts.items()
            for each in found
            if each.message == "reading.number-gap"
        )
        assert gap[0] == "resolution/op3"
    finally:
        review.close()


def test_a_pasted_text_outlasts_being_killed():
    code = (
        f"from drafter.workspace.reviewing import Review; Review.of_text({TEXT!r}, '');"
        "import os; os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", code], check=False)
    (left,) = recoverable()
    session = Session.recovered(left)
    assert session.document == read_text(TEXT).document
    session.close(discard=True)


def test_giving_up_leaves_nothing_behind():
    review = Review.of_text(TEXT, "pasted")
    review.turn(element(review, "决定继续"), Kind.PROSE)
    review.close()
    assert recoverable() == ()
