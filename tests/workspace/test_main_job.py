"""The main job without a terminal: a library of the three texts, and a draft made from it."""

import subprocess
import sys
from pathlib import Path

import pytest

from drafter.library import Query
from drafter.model.tree import DocumentType, Kind
from drafter.readers import ReadOptions
from drafter.workspace.bulk.filing import filed
from drafter.workspace.bulk.gathering import gathered
from drafter.workspace.importing import import_document
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.session import Session

SEEDS = Path(__file__).parents[1] / "data" / "seeds"
GIVEN = {
    "001": ReadOptions(
        symbol="A/79/439/Add.2",
        stage="committee",
        adopted_as=(("report/draft-1", "79/217"),),
    ),
    "003": ReadOptions(symbol="A/68/L.5", stage="draft", adopted_as=(("", "68/4"),)),
    "004": ReadOptions(
        symbol="A/70/L.61",
        stage="draft",
        adopted_as=(("", "70/302"), ("resolution/annex-1", "71/1")),
    ),
}
OP16 = "A/79/439/Add.2#report/draft-1/op16"


def seed(number):
    return next(SEEDS.glob(f"{number}*"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("library")
    for number, given in GIVEN.items():
        for row in filed(gathered([seed(number)]), path, given):
            assert row.error is None
    return path


@pytest.fixture
def provider(folder, tmp_path):
    return LibraryProvider([folder], tmp_path / "cache")


@pytest.fixture
def session(provider):
    return Session.new(type=DocumentType.DRAFT_RESOLUTION, language="zh", library=provider)


def test_the_main_job(session, provider, tmp_path):
    hits = session.search(Query(words="汇款", language="zh", kind=Kind.PREAMBULAR))
    first = session.insert_clause(hits[0].clause.id, after=None)
    agreed = session.insert_clause(OP16, after=first)
    text = session.document.paragraph(agreed).text.plain()
    session.edit_text(agreed, text.replace("鼓励", "敦促", 1))
    precedent = session.precedents(agreed)[0]
    assert precedent.clause.id == OP16
    (change,) = session.deviations(agreed, precedent)
    assert (change.kind.value, change.old, change.new) == ("verb-stronger", "鼓励", "敦促")
    path = session.save(tmp_path / "mine.draft.yaml")
    session.close()
    code = (
        "import os, signal, sys; from pathlib import Path;"
        "from drafter.workspace.session import Session;"
        "s = Session.open(Path(sys.argv[1])); s.edit_text(sys.argv[2], '敦促各国。');"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    subprocess.run([sys.executable, "-c", code, path, agreed], check=False)
    again = Session.open(path, library=provider)
    assert again.recovery.edits == 1
    again.recover()
    assert again.document.paragraph(agreed).text.plain() == "敦促各国。"
    again.undo()
    assert again.document.paragraph(agreed).text.plain().startswith("敦促会员国将移民")
    (word,) = again.rendered(("docx",)).put(tmp_path / "mine.docx")
    assert word.read_bytes().startswith(b"PK")


def test_an_inserted_clause_says_where_it_comes_from(session):
    new = session.insert_clause(OP16, after=None)
    (origin,) = session.document.paragraph(new).origins
    assert (origin.symbol, origin.part, origin.place) == (
        "A/79/439/Add.2",
        "report/draft-1",
        "op16",
    )
    assert (origin.stage.value, origin.adopted_as, origin.clause) == ("committee", "79/217", OP16)
    assert origin.text == session.document.paragraph(new).text.plain()


def test_unchecked_text_is_marked_until_it_is_confirmed_and_stays_so_in_the_file(
    session, provider, tmp_path
):
    new = session.insert_clause("A/79/439/Add.2#report/draft-1/op15", after=None)
    inserted = session.document.paragraph(new)
    assert all(origin.unchecked for each in inserted.walk() for origin in each.origins)
    (found,) = (each for each in session.check() if each.code == "O101")
    assert (found.place.element, found.severity.value) == (new, "info")
    saved = session.save(tmp_path / "draft.draft.yaml")
    assert saved.read_text(encoding="utf-8").count("unchecked: true") == 18
    session.confirm(new)
    assert [each for each in session.check() if each.code == "O101"] == []
    session.save()
    assert "unchecked" not in saved.read_text(encoding="utf-8")
    session.undo()
    assert session.document.paragraph(new) == inserted


def test_text_that_was_checked_against_the_document_carries_no_mark(folder, tmp_path):
    checked = tmp_path / "checked"
    for path in folder.rglob("*.yaml"):
        words = path.read_text(encoding="utf-8")
        words = words.replace("state: extracted, unchecked", "state: against document")
        (checked / path.name).parent.mkdir(exist_ok=True)
        (checked / path.name).write_text(words, encoding="utf-8")
    library = LibraryProvider([checked], tmp_path / "cache")
    session = Session.new(type=DocumentType.DRAFT_RESOLUTION, language="zh", library=library)
    new = session.insert_clause(OP16, after=None)
    assert not session.document.paragraph(new).origins[0].unchecked


def test_a_question_of_provenance_is_answered_for_what_is_being_typed(session):
    new = session.insert_clause(OP16, after=None)
    (whole,) = session.provenance(new)
    assert (whole.clause.id, whole.state.value) == (OP16, "verbatim")
    words = whole.clause.plain[:30] + "唱歌跳舞"
    first, rest = session.provenance(new, words)
    assert (first.end, first.state.value) == (30, "verbatim")
    assert (rest.end, rest.state.value) == (34, "not-found")


def test_its_notes_come_along_and_are_numbered_where_they_stand(session):
    first = session.insert_clause("A/79/439/Add.2#report/draft-1/pp10", after=None)
    before = session.insert_clause("A/79/439/Add.2#report/draft-1/pp7", after=None)
    session.move_up(before)
    assert [note.number for note in session.view.notes] == ["1", "2", "3"]
    marks = {e.id: [mark for _, mark in e.marks] for e in session.view.elements}
    assert marks[before] == ["1", "2"]
    assert marks[first] == ["3"]
    session.delete(before)
    assert [note.number for note in session.view.notes] == ["1"]


def test_a_note_that_leaned_on_the_one_before_it_stands_on_its_own_when_that_goes(session):
    session.insert_clause("A/79/439/Add.2#report/draft-1/pp9", after=None)
    words = [note.text.plain() for note in session.view.notes]
    assert words[1:3] == ["见第2200 A (XXI)号决议，附件。", "同上。"]
    session.remove_note(session.view.notes[1].id)
    assert session.view.notes[1].text.plain() == "见第2200 A (XXI)号决议，附件。"


def test_a_clause_brings_its_sub_paragraphs_each_with_its_origin(session):
    new = session.insert_clause("A/79/439/Add.2#report/draft-1/op15", after=None)
    children = session.document.paragraph(new).children
    assert len(children) == 17
    assert [child.origins[0].place for child in children][:2] == ["op15.a", "op15.b"]
    assert len({child.id for child in children}) == 17


def test_a_sub_paragraph_joins_those_at_the_cursor(session):
    chapeau = session.insert_clause("A/79/439/Add.2#report/draft-1/op15", after=None)
    first = session.document.paragraph(chapeau).children[0].id
    new = session.insert_clause("A/70/L.61#resolution/annex-1/appendix-2/8.h", after=first)
    assert [child.id for child in session.document.paragraph(chapeau).children].index(new) == 1
    assert session.document.paragraph(new).kind is Kind.OPERATIVE
    assert session.view.element(new).label == "(b)"


def test_clauses_find_their_section_from_anywhere(session):
    operative = session.insert_clause(OP16, after=None)
    session.insert_clause("A/79/439/Add.2#report/draft-1/pp16", after=operative)
    session.insert_clause("A/79/439/Add.2#report/draft-1/op17", after="resolution/enacting")
    kinds = [p.kind.value for p in session.document.root.paragraphs]
    assert kinds == ["title", "enacting", "preambular", "operative", "operative"]


def test_an_annex_paragraph_among_operative_ones_is_numbered_with_them(session):
    session.insert_clause(OP16, after=None)
    new = session.insert_clause("A/70/L.61#resolution/annex-1/57", after=None)
    assert session.document.paragraph(new).kind is Kind.PROSE
    session.undo()
    last = session.document.root.paragraphs[-1].id
    new = session.insert_clause("A/70/L.61#resolution/annex-1/57", after=last)
    assert session.document.paragraph(new).kind is Kind.OPERATIVE
    assert session.view.element(new).label == "2."


def test_coverage_tells_agreed_from_edited_from_new(session):
    session.insert_clause(OP16, after=None)
    assert session.coverage().verbatim > 0.9
    session.insert_paragraph(Kind.PREAMBULAR, "铭记本届会议的各种全新安排与构想，", after=None)
    assert session.coverage().not_found > 0.05


def test_near_duplicates_inside_the_draft_are_found(session):
    one = session.insert_clause(OP16, after=None)
    two = session.insert_clause(OP16, after=one)
    ((first, second, similarity),) = session.near_duplicates()
    assert {first, second} == {one, two}
    assert similarity == 1


def test_the_draft_in_a_report_is_imported_with_its_findings(tmp_path):
    imported = import_document(seed("001"), GIVEN["001"], "report/draft-1")
    kinds = [p.kind for p in imported.document.root.paragraphs]
    assert kinds.count(Kind.PREAMBULAR) == 30
    assert kinds.count(Kind.OPERATIVE) == 21
    assert len(imported.document.notes) == 23
    assert imported.document.paragraph("resolution/op16").origins[0].clause == OP16


def test_many_files_are_imported_by_several_processes(tmp_path):
    source = tmp_path / "in"
    source.mkdir()
    manifest = []
    for number, symbol in (("003", "A/68/L.5"), ("001", "A/79/439/Add.2")):
        (source / f"{number}.txt").write_bytes(seed(number).read_bytes())
        manifest.append(f"{number}.txt:\n  symbol: {symbol}\n  stage: draft\n")
    (source / "manifest.yaml").write_text("".join(manifest))
    rows = list(filed(gathered([source]), tmp_path / "lib", ReadOptions(), jobs=2))
    assert [each.path.name for each in rows] == ["001.txt", "003.txt"]
    assert len(list((tmp_path / "lib").rglob("*.yaml"))) == 2
