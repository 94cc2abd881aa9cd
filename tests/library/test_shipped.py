"""The shipped library: three texts as they were read, with what maintainers added to them."""

import hashlib
import shutil
from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest

from drafter.errors import RefusedOverwrite
from drafter.library import Library, Obtained, Query, Source, check, import_document
from drafter.library.clause_file import completed, parse
from drafter.library.clause_writing import written
from drafter.messages import say, set_language
from drafter.model.edits import set_text
from drafter.model.provenance import Stage
from drafter.model.text import Text
from drafter.model.tree import Kind
from drafter.readers import ReadOptions, read

ROOT = Path(__file__).resolve().parents[2]
CLAUSES = ROOT / "clauses"
SEEDS = ROOT / "tests" / "data" / "seeds"
SCHEMA = "../../../clause.schema.json"

TEXTS = {
    "A/79/439/Add.2": (
        "001_83d1c10e2e5efe31.txt", "committee", (("report/draft-1", "79/217"),),
        "zh/ga/79/A_79_439_Add.2.yaml",
    ),
    "A/68/L.5": (
        "003_0f52cda6ad3e56f0.txt", "draft", (("resolution", "68/4"),), "zh/ga/68/A_68_L.5.yaml",
    ),
    "A/70/L.61": (
        "004_1bdbe2ede276673b.txt", "draft",
        (("resolution", "70/302"), ("resolution/annex-1", "71/1")), "zh/ga/70/A_70_L.61.yaml",
    ),
}  # fmt: skip
ALL = pytest.mark.parametrize("symbol", TEXTS)


@pytest.fixture(scope="module")
def library():
    return Library.open([CLAUSES])


def _seed(symbol):
    name, stage, adopted_as, _ = TEXTS[symbol]
    options = ReadOptions(symbol=symbol, stage=stage, adopted_as=adopted_as)
    return read(SEEDS / name, options).document


def _source(symbol):
    data = (SEEDS / TEXTS[symbol][0]).read_bytes()
    return Source(obtained=Obtained(sha256=hashlib.sha256(data).hexdigest()))


def _file(symbol, folder=CLAUSES):
    path = folder / TEXTS[symbol][3]
    return parse(path.read_bytes(), path)


# Reading back ------------------------------------------------------------------------------------


def test_nothing_is_wrong_with_the_shipped_files(library):
    assert check(CLAUSES) == ()
    assert library.problems == ()


@ALL
def test_the_file_gives_its_document_back_exactly(symbol, library):
    seed = _seed(symbol)
    held = library.document(symbol)
    assert held.document == completed(seed, held.source) == seed


@ALL
def test_importing_the_seed_again_changes_no_byte(symbol, tmp_path):
    shutil.copytree(CLAUSES, tmp_path / "clauses")
    path = tmp_path / "clauses" / TEXTS[symbol][3]
    before = path.read_bytes()
    outcome = import_document(_seed(symbol), _source(symbol), tmp_path / "clauses")
    assert outcome.path == path
    assert not (outcome.created or outcome.written)
    assert path.read_bytes() == before


@ALL
def test_a_new_import_derives_every_field_that_stands_in_the_file(symbol, tmp_path):
    path = import_document(_seed(symbol), _source(symbol), tmp_path).path
    new, shipped = _file(symbol, tmp_path), _file(symbol)
    assert path == tmp_path / TEXTS[symbol][3]
    assert new.document == shipped.document
    assert new.imported == shipped.imported
    for name in (
        "symbol",
        "language",
        "stage",
        "title",
        "body",
        "session",
        "adopted_as",
        "obtained",
    ):
        assert getattr(new.source, name) == getattr(shipped.source, name), name
    derived = _derived(Library.open([tmp_path]))
    assert derived == [row for row in _derived(Library.open([CLAUSES])) if row["symbol"] == symbol]
    assert not new.curated
    assert shipped.curated


def _derived(library):
    curated = {"topics", "addressees", "family", "note", "review", "file"}
    return [
        {f.name: getattr(clause, f.name) for f in fields(clause) if f.name not in curated}
        for clause in library.everything
    ]


@ALL
def test_what_maintainers_added_survives_a_changed_text(symbol, tmp_path):
    shutil.copytree(CLAUSES, tmp_path / "clauses")
    folder = tmp_path / "clauses"
    seed = _seed(symbol)
    place = _file(symbol).curated[-1][0]
    changed = set_text(seed, place, Text.of("改过的案文。"))
    outcome = import_document(changed, _source(symbol), folder)
    assert outcome.changed == (place,)
    assert _file(symbol, folder).curated == _file(symbol).curated
    assert _file(symbol, folder).document.paragraph(place).text.plain() == "改过的案文。"
    back = import_document(seed, _source(symbol), folder)
    assert back.path.read_bytes() == (CLAUSES / TEXTS[symbol][3]).read_bytes()


def test_a_correction_by_hand_is_not_undone(tmp_path):
    symbol = "A/70/L.61"
    shutil.copytree(CLAUSES, tmp_path / "clauses")
    path = tmp_path / "clauses" / TEXTS[symbol][3]
    path.write_text(
        path.read_text(encoding="utf-8").replace("国家and接纳", "国家和接纳"), encoding="utf-8"
    )
    with pytest.raises(RefusedOverwrite):
        changed = set_text(_seed(symbol), "resolution/annex-1/1", Text.of("改。"))
        import_document(changed, _source(symbol), tmp_path / "clauses")
    assert "国家和接纳" in path.read_text(encoding="utf-8")


@ALL
def test_the_file_is_written_in_its_one_form(symbol):
    path = CLAUSES / TEXTS[symbol][3]
    text = path.read_bytes().decode("utf-8")
    assert written(_file(symbol), schema=SCHEMA) == text
    assert text.endswith("\n")
    assert (path.parent / SCHEMA).resolve() == (CLAUSES / "clause.schema.json").resolve()


# What is in it -----------------------------------------------------------------------------------


def _count(library, symbol, part=None):
    rows = [c for c in library.clauses if c.symbol == symbol and part in (None, c.part)]
    return Counter((c.kind.value, bool(c.parent)) for c in rows)


def test_the_draft_of_the_report_is_whole(library):
    assert _count(library, "A/79/439/Add.2") == {
        ("preambular", False): 30,
        ("operative", False): 21,
        ("operative", True): 17,
    }


def test_the_declaration_of_2013_is_whole(library):
    assert _count(library, "A/68/L.5") == {("operative", False): 1, ("declaration", False): 35}
    places = [c.place for c in library.clauses if c.symbol == "A/68/L.5"]
    assert places == ["op1", "chapeau", *map(str, range(1, 35))]


def test_the_new_york_declaration_is_whole(library):
    annex = "resolution/annex-1"
    assert _count(library, "A/70/L.61", "resolution") == {
        ("preambular", False): 2,
        ("operative", False): 1,
    }
    assert _count(library, "A/70/L.61", annex) == {("prose", False): 91}
    assert _count(library, "A/70/L.61", f"{annex}/appendix-1") == {
        ("prose", False): 19,
        ("prose", True): 41,
    }
    assert _count(library, "A/70/L.61", f"{annex}/appendix-2") == {
        ("prose", False): 15,
        ("prose", True): 24,
    }


def test_report_prose_is_in_the_file_and_never_offered(library):
    held = [c for c in library.everything if c.kind is Kind.REPORT]
    assert [c.place for c in held] == ["1", "2", "3", "4", "5", "6"]
    assert not [c for c in library.clauses if c.part == "report"]
    assert not [h for h in library.search(Query("委员会", limit=500)) if h.clause.part == "report"]
    found = library.search(Query("乌干达", kind=Kind.REPORT))
    assert [hit.clause.place for hit in found] == ["2"]


@ALL
def test_every_source_says_what_it_is(symbol, library):
    name, stage, adopted_as, _ = TEXTS[symbol]
    (source,) = [each for each in library.sources if each.symbol == symbol]
    assert (source.stage, source.adopted_as) == (Stage(stage), adopted_as)
    assert {each.how for each in source.adoption} == {"unknown"}
    assert {each.part for each in source.adoption} == {part for part, _ in adopted_as}
    assert source.obtained.state == "extracted, unchecked"
    assert source.obtained.sha256 == hashlib.sha256((SEEDS / name).read_bytes()).hexdigest()
    assert source.notice == "NOTICE.md"
    assert source.date == ""


def test_the_notice_names_every_source():
    notice = (CLAUSES / "NOTICE.md").read_text(encoding="utf-8")
    assert all(symbol in notice for symbol in TEXTS)
    for words in ("official text prevails", "endorsed by the United Nations", "confirm the terms"):
        assert words in notice


def test_every_clause_is_filed_under_topics_of_the_table(library):
    topics = {term.key for term in library.vocabulary.topics}
    addressees = {term.key for term in library.vocabulary.addressees}
    for clause in library.clauses:
        assert clause.topics, clause.id
        assert set(clause.topics) <= topics, clause.id
        assert set(clause.addressees) <= addressees, clause.id
    used = {topic for clause in library.clauses for topic in clause.topics}
    assert used == topics
    for term in library.vocabulary.topics:
        assert {code for code, _ in term.names} >= {"en", "zh"}


def test_a_clause_is_cited_as_read(library):
    set_language("en")
    clause = library.clause("A/70/L.61#resolution/annex-1/46")
    from drafter.library import citation

    message, values = citation(clause)
    assert say(message, **dict(values)) == (
        "A/70/L.61, annex, para. 46 (draft; later adopted as 71/1)"
    )


def test_the_texts_that_were_not_adopted_as_read_are_never_called_adopted(library):
    assert {clause.stage for clause in library.clauses} == {Stage.DRAFT, Stage.COMMITTEE}
    assert not library.search(Query(stage=Stage.ADOPTED))


# Finding -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["汇款", "侨民", "难民", "贩运", "移徙"])
def test_every_clause_with_a_word_is_found_and_no_other(words, library):
    found = {hit.clause.id for hit in library.search(Query(words, limit=1000))}
    assert found == {clause.id for clause in library.clauses if words in clause.plain}


def test_marks_show_what_was_asked_for(library):
    for hit in library.search(Query("汇款 侨民", limit=1000)):
        marked = {hit.clause.plain[start:end] for start, end in hit.spans}
        assert marked == {"汇款", "侨民"}


def test_topics_openings_sources_and_sessions_narrow(library):
    assert {h.clause.session for h in library.search(Query(session=68, limit=99))} == {68}
    by_topic = {hit.clause.id for hit in library.search(Query(topic="remittances", limit=99))}
    assert by_topic == {c.id for c in library.clauses if "remittances" in c.topics}
    openings = {h.clause.opening for h in library.search(Query(opening="鼓励", limit=99))}
    assert {"鼓励", "又鼓励"} <= openings
    assert len(library.search(Query(source="79/217", limit=999))) == 68


@ALL
def test_clauses_are_named_as_the_contract_says(symbol, library):
    for clause in library.clauses:
        assert clause.id == f"{clause.symbol}#{clause.part}/{clause.place}"
    for name in (
        "A/79/439/Add.2#report/draft-1/pp10",
        "A/79/439/Add.2#report/draft-1/op15.q",
        "A/70/L.61#resolution/annex-1/46",
        "A/70/L.61#resolution/annex-1/appendix-1/5.a",
    ):
        assert library.clause(name) is not None


def test_obtained_by_another_copy_is_another_obtained(tmp_path):
    symbol = "A/68/L.5"
    import_document(_seed(symbol), _source(symbol), tmp_path)
    other = replace(_source(symbol), obtained=Obtained(sha256="b" * 64))
    import_document(_seed(symbol), other, tmp_path)
    assert _file(symbol, tmp_path).source.obtained.sha256 == "b" * 64
