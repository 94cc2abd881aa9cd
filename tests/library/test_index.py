"""The index is derived: fresh when it can be, built again when it must be, never in the way."""

import os
import stat
import subprocess
import sys
import threading
from dataclasses import replace

import pytest

from drafter.library import Curated, Library, Query, import_document, store, updating
from tests.library.samples import ANNEXED, annexed, two_texts

VERSION = store.VERSION.encode()
POSIX = pytest.mark.skipif(os.name == "nt", reason="permissions are those of POSIX")


def _ids(library, words="汇款"):
    return [hit.clause.id for hit in library.search(Query(words))]


def _index(cache):
    (found,) = cache.glob("*.sqlite")
    return found


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


@pytest.fixture
def aged(folder):
    """The folder with files that were last changed long ago."""
    for path in folder.rglob("*.yaml"):
        os.utime(path, (1_600_000_000, 1_600_000_000))
    return folder


@pytest.fixture
def parsed(monkeypatch):
    """The files that were parsed since the last look."""
    seen = []
    real = updating.parse

    def parse(data, path):
        seen.append(path.name)
        return real(data, path)

    monkeypatch.setattr(updating, "parse", parse)
    return seen


def test_a_fresh_index_is_used_without_parsing_anything(folder, cache, parsed):
    first = Library.open([folder], cache)
    assert sorted(parsed) == ["A_70_L.61.yaml", "A_79_439_Add.2.yaml"]
    parsed.clear()
    second = Library.open([folder], cache)
    assert not parsed
    assert second.clauses == first.clauses
    assert second.sources == first.sources
    assert second.coverage == first.coverage
    assert _ids(second) == _ids(first)


def test_a_fresh_index_needs_neither_yaml_nor_pydantic(folder, cache):
    Library.open([folder], cache)
    code = (
        "import sys; from pathlib import Path; from drafter.library import Library, Query;"
        f"lib = Library.open([Path({str(folder)!r})], Path({str(cache)!r}));"
        "assert lib.search(Query('汇款')) and lib.clauses and lib.coverage.texts == 2;"
        "sys.exit(', '.join({'yaml', 'pydantic'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_only_the_file_that_changed_is_read_again(folder, cache, parsed, rewrite):
    Library.open([folder], cache)
    parsed.clear()
    rewrite(folder / "zh/ga/70/A_70_L.61.yaml", "我们认识到侨民和汇款。", "我们认识到侨民。")
    library = Library.open([folder], cache)
    assert parsed == ["A_70_L.61.yaml"]
    assert "A/70/L.61#resolution/annex-1/46" not in _ids(library)
    assert "A/79/439/Add.2#report/draft-1/pp1" in _ids(library)


def test_an_index_brought_up_to_date_answers_like_a_new_one(folder, cache, rewrite):
    path = folder / "zh/ga/70/A_70_L.61.yaml"
    Library.open([folder], cache)
    rewrite(path, "我们认识到侨民和汇款。", "我们认识到侨民和移民。")
    Library.open([folder], cache)
    rewrite(path, "便利移民汇款；", "便利移民汇款，降低汇款费用；")
    kept, fresh = Library.open([folder], cache), Library.open([folder])
    for words in ("汇款", "侨民", "费用", "移民 汇款"):
        assert kept.search(Query(words)) == fresh.search(Query(words))
    assert kept.everything == fresh.everything


def test_a_change_that_keeps_size_and_time_is_noticed(aged, cache, rewrite):
    Library.open([aged], cache)
    path = aged / "zh/ga/70/A_70_L.61.yaml"
    rewrite(path, "我们认识到侨民和汇款。", "我们认识到侨民和费用。")
    os.utime(path, (1_600_000_000, 1_600_000_000))
    assert "A/70/L.61#resolution/annex-1/46" not in _ids(Library.open([aged], cache))


def test_a_file_that_was_only_touched_is_not_parsed(folder, cache, parsed):
    Library.open([folder], cache)
    parsed.clear()
    (folder / "zh/ga/70/A_70_L.61.yaml").touch()
    Library.open([folder], cache)
    assert not parsed


def test_a_file_that_is_gone_is_gone_from_the_library(folder, cache):
    Library.open([folder], cache)
    (folder / "zh/ga/70/A_70_L.61.yaml").unlink()
    library = Library.open([folder], cache)
    assert library.coverage.texts == 1
    assert library.document("A/70/L.61") is None


def test_an_open_library_sees_changes_when_told_to_look(folder, cache, rewrite):
    library = Library.open([folder], cache)
    assert not library.refresh()
    rewrite(folder / "zh/ga/70/A_70_L.61.yaml", "我们认识到侨民和汇款。", "我们认识到侨民。")
    assert library.refresh()
    assert "A/70/L.61#resolution/annex-1/46" not in _ids(library)
    assert all("汇款" not in c.plain for c in library.clauses if c.place == "46")


DAMAGES = {
    "empty": lambda data: b"",
    "not a database": lambda data: b"hello" * 999,
    "torn": lambda data: data[: len(data) // 2],
    "longer": lambda data: data + b"\0" * 512,
    "scribbled": lambda data: data[:4096] + os.urandom(len(data) - 8192) + data[-4096:],
    "flipped": lambda data: data.replace("侨民".encode(), "侨眷".encode()),
    "other version": lambda data: data.replace(b"version" + VERSION, b"version0"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damaged_index_is_built_again(name, folder, cache):
    sound = Library.open([folder], cache)
    path = _index(cache)
    before = path.read_bytes()
    path.write_bytes(DAMAGES[name](before))
    assert path.read_bytes() != before
    library = Library.open([folder], cache)
    assert library.clauses == sound.clauses
    assert _ids(library) == _ids(sound)
    assert library.clause("A/70/L.61#resolution/annex-1/46").plain == "我们认识到侨民和汇款。"


def test_an_index_damaged_while_open_is_built_again(folder, cache):
    library = Library.open([folder], cache)
    second = Library.open([folder], cache)
    path = _index(cache)
    path.write_bytes(os.urandom(path.stat().st_size))
    assert _ids(second) == _ids(library)
    assert second.clauses == library.clauses


def test_the_index_may_be_thrown_away_at_any_time(folder, cache):
    library = Library.open([folder], cache)
    _index(cache).unlink()
    assert _ids(library) == _ids(Library.open([folder], cache))


@POSIX
def test_the_index_is_private(folder, cache):
    Library.open([folder], cache)
    assert stat.S_IMODE(_index(cache).stat().st_mode) == 0o600
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700


def test_a_library_works_without_a_cache(folder, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    assert _ids(Library.open([folder]))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_cache_that_cannot_be_written_is_told_and_the_library_works(folder, tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    library = Library.open([folder], tmp_path / "file" / "cache")
    assert _ids(library)
    assert [problem.code for problem in library.problems] == ["index-not-kept"]


def test_several_threads_and_programs_may_open_and_search_at_once(folder, cache):
    answers, errors = [], []

    def work():
        try:
            library = Library.open([folder], cache)
            answers.extend(tuple(_ids(library)) for _ in range(5))
            library.refresh()
        except Exception as error:  # a thread's error must reach the test
            errors.append(error)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert not errors
    assert len(set(answers)) == 1
    assert not [path for path in cache.iterdir() if path.suffix != ".sqlite"]


def test_one_library_may_be_asked_from_several_threads(library):
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(len(library.search(Query("汇款")))))
        for _ in range(8)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert answers == [4] * 8


# Overlay -----------------------------------------------------------------------------------------


@pytest.fixture
def own(tmp_path):
    """A folder of one's own that holds one of the texts, with a topic."""
    where = tmp_path / "own"
    outcome = import_document(annexed(), replace(ANNEXED, title="自己的"), where)
    text = outcome.path.read_text(encoding="utf-8")
    marked = text.replace("我们认识到侨民和汇款。", "我们认识到侨民与汇款。", 1)
    outcome.path.write_text(marked, encoding="utf-8")
    return where


@pytest.mark.parametrize("kept", [True, False])
def test_ones_own_file_is_laid_over_the_shipped_one(folder, own, cache, kept):
    library = Library.open([folder, own], cache if kept else None)
    assert library.coverage.texts == 2
    assert library.clause("A/70/L.61#resolution/annex-1/46").plain == "我们认识到侨民与汇款。"
    assert [s.title for s in library.sources if s.symbol == "A/70/L.61"] == ["自己的"]
    ids = [clause.id for clause in library.clauses]
    assert len(ids) == len(set(ids))
    assert library.document("A/70/L.61").file.is_relative_to(own)


def test_the_shipped_file_comes_back_when_ones_own_is_gone(folder, own, cache):
    Library.open([folder, own], cache)
    (own / "zh/ga/70/A_70_L.61.yaml").unlink()
    library = Library.open([folder, own], cache)
    assert library.clause("A/70/L.61#resolution/annex-1/46").plain == "我们认识到侨民和汇款。"


def test_nothing_is_ever_written_into_the_shipped_folder(folder, own, cache):
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    Library.open([folder, own], cache).search(Query("汇款"))
    assert {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()} == before


# Broken files ------------------------------------------------------------------------------------


@pytest.mark.parametrize("kept", [True, False])
def test_a_broken_file_is_a_problem_and_the_rest_loads(folder, cache, rewrite, kept):
    path = folder / "zh/ga/70/A_70_L.61.yaml"
    rewrite(path, "kind: enacting", "kind: enacted")
    for _ in range(2):
        library = Library.open([folder], cache if kept else None)
        (problem,) = library.problems
        assert (problem.code, problem.place.file) == ("wrong-value", str(path.resolve()))
        assert problem.place.line > 1
        assert library.coverage.texts == 1
        assert _ids(library) == [
            "A/79/439/Add.2#report/draft-1/pp1",
            "A/79/439/Add.2#report/draft-1/op1",
        ]


def test_a_file_that_was_repaired_is_read_again(folder, cache, rewrite):
    path = folder / "zh/ga/70/A_70_L.61.yaml"
    rewrite(path, "kind: enacting", "kind: enacted")
    Library.open([folder], cache)
    rewrite(path, "kind: enacted", "kind: enacting")
    library = Library.open([folder], cache)
    assert not library.problems
    assert library.coverage.texts == 2


def test_a_missing_folder_is_a_problem_and_the_rest_loads(folder, tmp_path):
    library = Library.open([folder, tmp_path / "nowhere"])
    assert [problem.code for problem in library.problems] == ["unreadable"]
    assert library.coverage.texts == 2


def test_the_same_source_twice_in_a_folder_counts_once(folder):
    first = folder / "zh/ga/70/A_70_L.61.yaml"
    (folder / "zz.yaml").write_bytes(first.read_bytes())
    library = Library.open([folder])
    assert library.coverage.texts == 2
    assert library.document("A/70/L.61").file == first.resolve()


def test_an_empty_library_answers(tmp_path):
    library = Library.open([tmp_path])
    assert library.clauses == () == library.search(Query("汇款"))
    assert library.coverage.sessions == ()
    assert library.clause("x") is None


# What the index gives back -----------------------------------------------------------------------


def test_a_library_with_an_index_says_what_one_without_says(folder, cache, rewrite):
    rewrite(
        folder / "zh/ga/70/A_70_L.61.yaml",
        "      - id: resolution/annex-1/46\n",
        "      - id: resolution/annex-1/46\n        topics: [remittances, diaspora]\n"
        "        addressees: [states]\n        family: f1\n        note: 注\n"
        "        review: reviewed\n",
    )
    Library.open([folder], cache)
    kept, fresh = Library.open([folder], cache), Library.open([folder])
    assert kept.everything == fresh.everything
    assert kept.sources == fresh.sources
    clause = kept.clause("A/70/L.61#resolution/annex-1/46")
    assert clause.topics == ("remittances", "diaspora")
    assert (clause.family, clause.note, clause.review) == ("f1", "注", "reviewed")
    document = kept.document("A/70/L.61")
    expected = Curated(("remittances", "diaspora"), ("states",), "f1", "注", "reviewed")
    assert dict(document.curated) == {"resolution/annex-1/46": expected}


def test_the_vocabulary_is_known_without_reading_it_again(folder, cache, parsed):
    (folder / "topics.yaml").write_text(
        "format: 1\ntopics:\n  remittances:\n    en: Remittances\n    zh: 汇款\n", encoding="utf-8"
    )
    Library.open([folder], cache)
    for library in (Library.open([folder], cache), Library.open([folder])):
        (topic,) = library.vocabulary.topics
        assert (topic.key, topic.name("zh"), topic.name("en")) == (
            "remittances",
            "汇款",
            "Remittances",
        )
        assert topic.name("fr") == "Remittances"
        assert not library.vocabulary.addressees
    (folder / "topics.yaml").unlink()
    assert not Library.open([folder], cache).vocabulary.topics


def test_ones_own_names_of_topics_come_first(folder, own):
    for where, name in ((folder, "汇款"), (own, "侨汇")):
        (where / "topics.yaml").write_text(
            f"format: 1\ntopics:\n  remittances:\n    zh: {name}\n", encoding="utf-8"
        )
    assert Library.open([folder, own]).vocabulary.topics[0].name("zh") == "侨汇"


def test_every_document_comes_back_whole(library):
    symbols = [each.source.symbol for each in library.documents]
    assert symbols == ["A/70/L.61", "A/79/439/Add.2"]
    assert library.documents[0].document.root == annexed().root


def test_adopted_as_is_that_of_the_nearest_part(library):
    found = {clause.id.partition("#")[2]: clause.adopted_as for clause in library.everything}
    assert found["resolution/pp1"] == "70/302"
    assert found["resolution/annex-1/46"] == "71/1"
    assert found["resolution/annex-1/appendix-1/5.a"] == "71/1"
    assert found["report/draft-1/op1"] == "79/217"
    assert found["report/1"] == ""


def test_sub_paragraphs_know_their_parent(library):
    clause = library.clause("A/70/L.61#resolution/annex-1/appendix-1/5.a")
    assert clause.parent == "A/70/L.61#resolution/annex-1/appendix-1/5"
    assert (clause.part, clause.place) == ("resolution/annex-1/appendix-1", "5.a")


def test_report_prose_is_held_and_never_offered(library):
    held = {clause.id for clause in library.everything}
    offered = {clause.id for clause in library.clauses}
    assert held - offered == {"A/79/439/Add.2#report/1"}
    assert library.clause("A/79/439/Add.2#report/1") is not None


def test_opening_twice_in_two_orders_gives_two_indexes(folder, own, cache):
    one = Library.open([folder, own], cache)
    two = Library.open([own, folder], cache)
    assert one.document("A/70/L.61").file != two.document("A/70/L.61").file
    two_texts(folder)
