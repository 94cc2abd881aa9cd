"""Rows of JSON become clause files; a row that cannot be used is told with its line."""

import json
import time

import pytest

from drafter.library import Library, check, import_rows
from drafter.model.provenance import Stage
from drafter.model.tree import Kind


def _row(**fields):
    row = {
        "id": "c1", "text": "鼓励会员国减少汇款费用；", "kind": "operative", "doc": "A/RES/64/177",
        "session": 64, "date": "2009年12月10日", "lang": "zh",
    }  # fmt: skip
    return json.dumps(row | fields, ensure_ascii=False)


def test_rows_become_the_clauses_of_their_documents(tmp_path):
    rows = [
        _row(),
        _row(id="c2", kind="preambular", text="又回顾其第70/1号决议，"),
        _row(id="c1", doc="A/68/L.5", session=68),
        "",
        _row(id="c3"),
    ]
    outcome = import_rows(rows, tmp_path, name="in.jsonl")
    assert not outcome.findings
    assert (outcome.rows, len(outcome.outcomes)) == (4, 2)
    library = Library.open([tmp_path])
    assert [clause.id for clause in library.clauses] == [
        "A/RES/64/177#resolution/c1",
        "A/RES/64/177#resolution/c2",
        "A/RES/64/177#resolution/c3",
        "A/68/L.5#resolution/c1",
    ]
    first = library.clause("A/RES/64/177#resolution/c1")
    assert (first.stage, first.session, first.date) == (Stage.ADOPTED, 64, "2009年12月10日")
    assert (first.kind, first.opening) == (Kind.OPERATIVE, "鼓励")
    assert library.clause("A/RES/64/177#resolution/c2").opening == "又回顾"
    assert library.clause("A/68/L.5#resolution/c1").stage is Stage.DRAFT
    assert not [f for f in check(tmp_path) if f.severity == "error"]


def test_the_same_rows_again_change_nothing(tmp_path):
    import_rows([_row(), _row(id="c2")], tmp_path)
    outcome = import_rows([_row(), _row(id="c2")], tmp_path)
    assert [each.written for each in outcome.outcomes] == [False]


@pytest.mark.parametrize(
    ("row", "code", "field"),
    [
        ("{", "row-not-json", None),
        ("[1]", "row-not-json", None),
        ("[" * 5000, "row-not-json", None),
        ("null", "row-not-json", None),
        (_row(kind="verse"), "wrong-value", "kind"),
        (_row(kind="title"), "wrong-value", "kind"),
        (_row(lang="tlh"), "wrong-value", "lang"),
        (_row(stage="agreed"), "wrong-value", "stage"),
        (_row(text="  "), "row-incomplete", "text"),
        (_row(doc=None), "row-incomplete", "doc"),
        (_row(id=None), "row-incomplete", "id"),
        (_row(id="c0"), "duplicate-id", None),
        (_row(session="eighty"), "wrong-value", "session"),
        (_row(session="9" * 5000), "wrong-value", "session"),
    ],
)
def test_a_row_that_cannot_be_used_is_told_and_nothing_is_written(row, code, field, tmp_path):
    outcome = import_rows([_row(id="c0"), row, _row(id="c9")], tmp_path, name="in.jsonl")
    (finding,) = outcome.findings
    assert (finding.code, finding.values.get("field")) == (code, field)
    assert (finding.place.file, finding.place.line) == ("in.jsonl", 2)
    assert outcome.rows == 0
    assert not list(tmp_path.rglob("*.yaml"))


def test_a_document_whose_stage_nothing_tells_is_refused(tmp_path):
    outcome = import_rows([_row(doc="2015/e/res/2014/37"), _row()], tmp_path, name="in.jsonl")
    assert [f.code for f in outcome.findings] == ["import-needs"]
    assert outcome.findings[0].place.line == 1
    given = import_rows([_row(doc="2015/e/res/2014/37", stage="adopted")], tmp_path)
    assert not given.findings


def test_a_file_edited_by_hand_is_told_and_kept(tmp_path):
    path = import_rows([_row()], tmp_path).outcomes[0].path
    path.write_text(path.read_text(encoding="utf-8").replace("减少", "降低"), encoding="utf-8")
    outcome = import_rows([_row()], tmp_path, name="in.jsonl")
    assert [f.code for f in outcome.findings] == ["edited-by-hand"]
    assert "降低" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["../../x", "a/b/../c", "A/RES/64/177#resolution/op1", "é\0\x1b[2J"]
)
def test_ids_of_rows_are_harmless(name, tmp_path):
    outcome = import_rows([_row(id=name)], tmp_path)
    (clause,) = Library.open([tmp_path]).clauses
    changed = [] if name.startswith("A/RES") else ["row-id-changed"]
    assert [each.code for each in outcome.findings] == changed
    assert clause.id.startswith("A/RES/64/177#resolution/")
    assert ".." not in clause.place
    assert clause.id.isprintable()


def test_control_characters_of_rows_do_not_reach_the_library(tmp_path):
    import_rows([_row(text="鼓励\x1b]0;x\x07会员国；")], tmp_path)
    (clause,) = Library.open([tmp_path]).clauses
    assert "\x1b" not in clause.plain


def test_many_rows_are_written_quickly(tmp_path):
    rows = [
        _row(id=f"c{n}", doc=f"A/RES/64/{n // 40}", text=f"鼓励会员国减少第{n}项汇款费用；")
        for n in range(2000)
    ]
    start = time.perf_counter()
    outcome = import_rows(rows, tmp_path)
    assert outcome.rows == 2000
    # 20,000 rows take about 7 seconds; ten times the time is a fault and not a slow machine
    assert time.perf_counter() - start < 20


def _texts(folder):
    return {clause.place: clause.plain for clause in Library.open([folder]).clauses}


def test_rows_of_a_part_of_a_document_leave_its_other_clauses(tmp_path):
    import_rows([_row(id=f"c{n}", text=f"鼓励第{n}项；") for n in range(3)], tmp_path)
    again = [_row(id="c1", text="鼓励其他；"), _row(id="c1a", text="又鼓励；")]
    outcome = import_rows(again, tmp_path, name="in.jsonl")
    (finding,) = outcome.findings
    assert (finding.code, finding.severity, finding.values) == (
        "rows-kept", "info", {"symbol": "A/RES/64/177", "count": 2},
    )  # fmt: skip
    assert list(_texts(tmp_path).items()) == [
        ("c0", "鼓励第0项；"), ("c1", "鼓励其他；"), ("c1a", "又鼓励；"), ("c2", "鼓励第2项；"),
    ]  # fmt: skip


def test_not_even_force_takes_clauses_away(tmp_path):
    import_rows([_row(), _row(id="c2")], tmp_path)
    import_rows([_row(id="c2")], tmp_path, force=True)
    assert set(_texts(tmp_path)) == {"c1", "c2"}


def test_all_rows_in_another_order_are_in_that_order(tmp_path):
    import_rows([_row(), _row(id="c2")], tmp_path)
    outcome = import_rows([_row(id="c2"), _row()], tmp_path)
    assert not outcome.findings
    assert list(_texts(tmp_path)) == ["c2", "c1"]


def test_rows_do_not_touch_the_rest_of_a_whole_document(folder):
    path = folder / "zh/ga/70/A_70_L.61.yaml"
    before = path.read_text(encoding="utf-8")
    row = _row(
        id="A/70/L.61#resolution/annex-1/46", doc="A/70/L.61", kind="prose", session=70, date=None,
        text="我们认识到侨民和他们的汇款。", stage="draft",
    )  # fmt: skip
    import_rows([row], folder)
    after = path.read_text(encoding="utf-8")
    expected = before.replace("我们认识到侨民和汇款。", "我们认识到侨民和他们的汇款。")
    assert _but_imported(after) == _but_imported(expected)


def test_a_row_with_the_words_that_are_there_keeps_their_note_marks(folder):
    path = folder / "zh/ga/70/A_70_L.61.yaml"
    before = path.read_bytes()
    row = _row(
        id="resolution/pp1", doc="A/70/L.61", kind="preambular", session=70, date=None,
        text="回顾其2015年12月22日第70/539号决定，", stage="draft",
    )  # fmt: skip
    import_rows([row], folder)
    assert path.read_bytes() == before


def test_a_clause_edited_by_hand_stays_known_as_edited(tmp_path):
    path = import_rows([_row(), _row(id="c2")], tmp_path).outcomes[0].path
    path.write_text(path.read_text(encoding="utf-8").replace("减少", "降低", 1), encoding="utf-8")
    before = path.read_bytes()
    import_rows([_row(id="c2")], tmp_path)
    assert path.read_bytes() == before


def _but_imported(text):
    return [line for line in text.splitlines() if not line.startswith("imported:")]


@pytest.mark.parametrize(
    ("doc", "said", "filed"),
    [("A/80/L.6", "adopted", "draft"), ("A/RES/64/177", "draft", "adopted")],
)
def test_the_stage_is_that_of_the_symbol_and_rows_that_say_another_are_told(
    doc, said, filed, tmp_path
):
    rows = [_row(doc=doc, session=None), _row(doc=doc, id="c2", session=None, stage=said)]
    for given in (rows, rows[::-1]):
        outcome = import_rows(given, tmp_path / said, name="in.jsonl", force=True)
        told = [each for each in outcome.findings if each.code == "row-stage"]
        assert [each.place.line for each in told] == [given.index(rows[1]) + 1]
        assert {c.stage for c in Library.open([tmp_path / said]).clauses} == {Stage(filed)}
    assert not [f for f in check(tmp_path / said) if f.code == "stage-unlike-symbol"]


def test_a_draft_may_have_been_withdrawn(tmp_path):
    outcome = import_rows([_row(doc="A/80/L.6", session=80, stage="withdrawn")], tmp_path)
    assert not outcome.findings
    assert Library.open([tmp_path]).clauses[0].stage is Stage.WITHDRAWN


def test_a_file_that_says_a_draft_is_adopted_is_read_as_a_draft(tmp_path):
    path = import_rows([_row(doc="A/80/L.6", session=80)], tmp_path).outcomes[0].path
    path.write_text(path.read_text(encoding="utf-8").replace("stage: draft", "stage: adopted"))
    library = Library.open([tmp_path])
    assert [clause.stage for clause in library.clauses] == [Stage.DRAFT]
    assert library.document("A/80/L.6", "zh").document.stage == "draft"


def test_an_id_of_another_document_is_told(tmp_path):
    outcome = import_rows([_row(), _row(id="A/68/L.5#resolution/op1")], tmp_path, name="in.jsonl")
    (finding,) = outcome.findings
    assert (finding.code, finding.place.line) == ("row-of-other-document", 2)
    assert finding.values["clause"] == "A/RES/64/177#resolution/op1"


def test_ids_that_become_the_same_are_told_and_neither_is_lost(tmp_path):
    outcome = import_rows([_row(id="a b"), _row(id="a_b")], tmp_path)
    assert [each.code for each in outcome.findings] == ["duplicate-id"]


@pytest.mark.parametrize("rows", [[], ["", "  "]])
def test_a_file_without_rows_is_told(rows, tmp_path):
    outcome = import_rows(rows, tmp_path, name="in.jsonl")
    assert [(each.code, each.place.file) for each in outcome.findings] == [("no-rows", "in.jsonl")]


def test_the_stages_that_are_allowed_are_named(tmp_path):
    (finding,) = import_rows([_row(stage="agreed")], tmp_path).findings
    assert str(finding.values["allowed"]).startswith("draft, ")
