"""An index is changed in place: all of it or nothing, by one program at a time, and never wrong."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.library import Library, Query, Source, database, import_document, keeping
from drafter.model.provenance import Stage
from tests.library.samples import ANNEXED, REPORT, annexed, report

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="there is no SIGKILL")
WORDS = ("汇款", "侨民", "费用", "移民 汇款", "大会", "决定")
OTHER = Source(symbol="A/71/L.9", stage=Stage.DRAFT)
TOPICS = b"format: 1\ntopics:\n  remittances:\n    zh: \xe6\xb1\x87\xe6\xac\xbe\n"


def _written(where, document, source):
    return import_document(document, source, where).path.read_bytes()


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    """Contents of clause files: three sources, one of them in two wordings, and one broken."""
    where = tmp_path_factory.mktemp("texts")
    first = _written(where / "a", annexed(), ANNEXED)
    return (
        first,
        first.replace("侨民和汇款".encode(), "侨民和费用".encode()),
        _written(where / "b", report(), REPORT),
        _written(where / "c", annexed(), OTHER),
        first.replace(b"kind: enacting", b"kind: enacted"),
    )


def _answers(library):
    problems = [(each.code, each.place.file, each.place.line) for each in library.problems]
    return {
        "everything": library.everything,
        "clauses": library.clauses,
        "sources": library.sources,
        "coverage": library.coverage,
        "vocabulary": library.vocabulary,
        "problems": problems,
        "hits": [library.search(Query(words)) for words in WORDS],
        "all": library.search(Query(limit=1000)),
        "state": library.state("zh"),
        "files": library.files("zh"),
        "texts": list(library.texts(sorted(library.files("zh")))),
    }


def _index(cache):
    (found,) = cache.glob("*.sqlite")
    return found


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


CHANGES = st.lists(
    st.lists(
        st.tuples(
            st.sampled_from(("low/a.yaml", "low/b/c.yaml", "low/d.yaml", "high/a.yaml")),
            st.integers(-1, 4),
        ),
        max_size=3,
    ),
    min_size=1,
    max_size=5,
)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=CHANGES)
def test_whatever_is_added_changed_and_removed_the_index_is_that_of_a_new_one(
    tmp_path_factory, texts, changes
):
    where = tmp_path_factory.mktemp("changing")
    folders = [where / "low", where / "high"]
    for folder in (folders[0] / "b", folders[1]):
        folder.mkdir(parents=True)
    kept = Library.open(folders, where / "cache")
    (where / "low" / "topics.yaml").write_bytes(TOPICS)
    for step in changes:
        before = kept.state("zh")
        for name, number in step:
            if number < 0:
                (where / name).unlink(missing_ok=True)
            else:
                (where / name).write_bytes(texts[number])
        changed = kept.refresh()
        new = Library.open(folders)
        assert _answers(kept) == _answers(new)
        assert changed or kept.state("zh") == before
        assert not kept.refresh()
    assert _answers(Library.open(folders, where / "cache")) == _answers(kept)


def test_a_change_leaves_the_index_in_its_place(folder, cache, rewrite):
    library = Library.open([folder], cache)
    before = _index(cache)
    rewrite(folder / "zh/ga/70/A_70_L.61.yaml", "我们认识到侨民和汇款。", "我们认识到侨民。")
    assert library.refresh()
    assert _index(cache) == before


def test_what_another_program_changed_is_told_once(folder, cache, rewrite):
    library = Library.open([folder], cache)
    before = library.clauses
    rewrite(folder / "zh/ga/70/A_70_L.61.yaml", "我们认识到侨民和汇款。", "我们认识到侨民。")
    assert Library.open([folder], cache).clauses != before
    assert library.refresh()
    assert not library.refresh()
    assert library.clauses == Library.open([folder]).clauses != before


def test_it_may_be_asked_while_it_changes(folder, cache, texts):
    library = Library.open([folder], cache)
    errors, done = [], threading.Event()

    def ask():
        try:
            while not done.is_set():
                assert "A/79/439/Add.2#report/draft-1/pp1" in {
                    hit.clause.id for hit in library.search(Query("汇款"))
                }
                held = [clause.plain for clause in library.everything if clause.place == "46"]
                assert held in (["我们认识到侨民和汇款。"], ["我们认识到侨民和费用。"])
        except Exception as error:  # a thread's error must reach the test
            errors.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for each in threads:
        each.start()
    for number in range(20):
        (folder / "zh/ga/70/A_70_L.61.yaml").write_bytes(texts[number % 2])
        library.refresh()
    done.set()
    for each in threads:
        each.join()
    assert not errors


PROGRAM = """
import sys
from pathlib import Path
from drafter.library import Library
library = Library.open([Path(sys.argv[1])], Path(sys.argv[2]))
print("open", flush=True)
for line in sys.stdin:
    library.refresh()
    print(library.state("zh"), len(library.problems), flush=True)
"""


def _program(code, *words):
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    )  # fmt: skip


@pytest.mark.parametrize("journal", ["wal", "delete"])
def test_two_programs_may_refresh_at_once(folder, cache, texts, journal, monkeypatch):
    if journal == "delete":
        # as on a file system that has no memory shared between programs
        monkeypatch.setattr(keeping, "_journal", lambda connection: None)
    library = Library.open([folder], cache)
    with closing(sqlite3.connect(_index(cache))) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == (journal,)
    with _program(PROGRAM, folder, cache) as other:
        assert other.stdout.readline() == "open\n"
        for number in range(8):
            (folder / f"{number % 3}.yaml").write_bytes(texts[number % 4])
            (folder / "zh/ga/70/A_70_L.61.yaml").write_bytes(texts[number % 2])
            other.stdin.write("refresh\n")
            library.refresh()
            new = Library.open([folder])
            assert other.stdout.readline() == f"{new.state('zh')} 0\n"
            assert _answers(library) == _answers(new)
        other.stdin.close()
    assert not library.problems


def test_an_index_that_another_program_holds_too_long_is_told_and_the_library_works(
    folder, cache, rewrite, monkeypatch
):
    library = Library.open([folder], cache)
    monkeypatch.setattr(database, "WAIT_SECONDS", 0.01)
    rewrite(folder / "zh/ga/70/A_70_L.61.yaml", "我们认识到侨民和汇款。", "我们认识到侨民。")
    with closing(sqlite3.connect(_index(cache), isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        assert library.refresh()
    assert [problem.code for problem in library.problems] == ["index-not-kept"]
    assert library.clauses == Library.open([folder]).clauses
    # as soon as it is free again the library works from it again
    assert not library.refresh()
    assert not library.problems
    assert not Library.open([folder], cache).problems


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="a folder that even its owner cannot write to"
)
def test_an_index_that_cannot_be_written_is_used_as_long_as_it_is_right(folder, cache, texts):
    before = _answers(Library.open([folder], cache))
    cache.chmod(0o500)
    try:
        library = Library.open([folder], cache)
        assert _answers(library) == before
        (folder / "zh/ga/70/A_70_L.61.yaml").write_bytes(texts[1])
        assert library.refresh()
        assert [problem.code for problem in library.problems] == ["index-not-kept"]
        assert library.everything == Library.open([folder]).everything
    finally:
        cache.chmod(0o700)


# Ended in the middle -----------------------------------------------------------------------------

ENDED = """
import os, signal, sys
from pathlib import Path
from drafter.library import Library, changes
real, left = changes.Changes.put, int(sys.argv[3])
def put(self, entry, clauses):
    global left
    # what does not fit into memory is on the disk before it counts
    self._cursor.execute("PRAGMA cache_size = 1")
    real(self, entry, clauses)
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
changes.Changes.put = put
Library.open([Path(sys.argv[1])], Path(sys.argv[2]))
"""


def _ended(folder, cache, after):
    with _program(ENDED, folder, cache, after) as program:
        assert program.wait() == -signal.SIGKILL


@POSIX
@pytest.mark.parametrize("journal", ["wal", "delete"])
@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_program_ended_in_the_middle_of_a_change_loses_nothing(
    folder, cache, texts, journal, after, monkeypatch
):
    if journal == "delete":
        monkeypatch.setattr(keeping, "_journal", lambda connection: None)
    first = Library.open([folder], cache)
    before = _answers(first)
    del first
    index = _index(cache)
    (folder / "zh/ga/70/A_70_L.61.yaml").write_bytes(texts[1])
    (folder / "c.yaml").write_bytes(texts[3])
    (folder / "d.yaml").write_bytes(texts[4])
    _ended(folder, cache, after)
    late = Library.open([folder], cache, at_once=True)
    assert _answers(late)["all"] == before["all"]
    assert late.refresh()
    assert _answers(late) == _answers(Library.open([folder]))
    assert _index(cache) == index


@POSIX
def test_what_a_program_ended_in_the_middle_of_building_leaves_is_cleared_away(folder, cache):
    for _ in range(3):
        _ended(folder, cache, 2)
        (left,) = cache.iterdir()
        assert left.suffix == ".tmp"
        os.utime(left, (1_600_000_000, 1_600_000_000))
    assert not Library.open([folder], cache).problems
    assert [path.suffix for path in cache.iterdir()] == [".sqlite"]


def test_an_index_that_is_being_built_is_not_cleared_away(folder, cache):
    cache.mkdir()
    library = Library.open([folder], cache)
    unfinished = cache / f".{library.index_file.stem}-0a.tmp"
    with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("BEGIN EXCLUSIVE")
        os.utime(unfinished, (1_600_000_000, 1_600_000_000))
        _index(cache).unlink()
        library.refresh()
        assert unfinished.exists()
    _index(cache).unlink()
    library.refresh()
    assert not unfinished.exists()


# Damaged -----------------------------------------------------------------------------------------


@POSIX
def test_the_journal_of_an_index_that_is_gone_is_not_taken_for_that_of_the_new_one(
    folder, cache, texts
):
    Library.open([folder], cache)
    old = _index(cache)
    # a program that is still at work, and has changed what is not yet in the file itself
    with _program(PROGRAM, folder, cache) as other:
        assert other.stdout.readline() == "open\n"
        (folder / "zh/ga/70/A_70_L.61.yaml").write_bytes(texts[1])
        other.stdin.write("refresh\n")
        other.stdout.readline()
        assert old.with_name(f"{old.name}-wal").stat().st_size
        other.kill()
    old.unlink()
    library = Library.open([folder], cache)
    assert _index(cache) != old
    assert not [path for path in cache.iterdir() if path.name.startswith(old.name)]
    assert _answers(library) == _answers(Library.open([folder]))


@pytest.mark.parametrize("share", [0.0, 0.02, 0.1, 0.5, 0.9, 0.999])
def test_an_index_cut_short_is_built_again(folder, cache, share):
    Library.open([folder], cache)
    path = _index(cache)
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert _answers(Library.open([folder], cache)) == _answers(Library.open([folder]))
    assert _index(cache) != path


@pytest.mark.parametrize("page", range(1, 12))
def test_a_page_that_was_overwritten_never_gives_other_words(folder, cache, page):
    Library.open([folder], cache)
    path = _index(cache)
    with path.open("r+b") as file:
        file.seek(page * 4096)
        file.write(os.urandom(4096))
    library, new = Library.open([folder], cache), Library.open([folder])
    assert library.everything == new.everything
    for clause in new.everything:
        assert library.clause(clause.id) == clause


def test_programs_that_build_at_once_end_up_with_one_index(folder, cache):
    programs = [_program(PROGRAM, folder, cache) for _ in range(4)]
    assert [each.stdout.readline() for each in programs] == ["open\n"] * 4
    for each in programs:
        each.stdin.write("refresh\n")
    assert len({each.stdout.readline() for each in programs}) == 1
    for each in programs:
        each.stdin.close()
        assert each.wait() == 0
        each.stdout.close()
    assert [path.suffix for path in cache.iterdir()] == [".sqlite"]
