"""Files of strangers: refused with a reason, never followed, never in the way of the others."""

import os
import time

import pytest

from drafter.library import Library, Query, check, updating

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs links, pipes and permissions of POSIX")

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
HOSTILE = {
    "bomb": BOMB.encode(),
    "deep": b"[" * 100_000,
    "deep map": b"".join(b"%s- \n" % (b" " * n) for n in range(500)),
    "tag": b"!!python/object/apply:os.system ['echo hello']\n",
    "escape": b'format: 1\nsource:\n  symbol: "A\\e[2J"\n',
    "raw control": b"format: 1\nsource:\n  symbol: A\x1b[2J\n",
    "nul": b"format: 1\n\0",
    "binary": bytes(range(256)) * 64,
    "utf-16": "format: 1\n".encode("utf-16"),
    "several": b"format: 1\n---\nformat: 1\n",
    "key": b"? [a, b]\n: c\n",
    "merge": b"a: {b: c}\n<<: {d: e}\n",
    "wrong types": b"format: [1]\nsource: 7\ntype: {}\npart: []\nblocks: {a: b}\nnotes: x\n",
    "nothing": b"",
    "long line": b"format: 1\nsource: " + b"x" * 2_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_a_problem_and_the_rest_works(name, folder):
    (folder / "hostile.yaml").write_bytes(HOSTILE[name])
    start = time.perf_counter()
    library = Library.open([folder])
    assert library.problems
    assert all(p.place.file.endswith("hostile.yaml") for p in library.problems)
    assert len(library.search(Query("汇款"))) == 4
    assert check(folder)
    assert time.perf_counter() - start < 10
    for problem in library.problems:
        assert all(str(value).isprintable() for _, value in problem.params)


def test_a_huge_file_is_not_read(folder, monkeypatch):
    monkeypatch.setattr(updating, "MAX_BYTES", 10_000)
    (folder / "huge.yaml").write_bytes(b"# " + b"x" * 20_000)
    library = Library.open([folder])
    (problem,) = library.problems
    assert problem.code == "too-large"
    assert library.coverage.texts == 2


@POSIX
def test_links_in_a_circle_do_not_trap_the_library(folder):
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "zh" / "up").symlink_to("..", target_is_directory=True)
    (folder / "self.yaml").symlink_to("self.yaml")
    (folder / "gone.yaml").symlink_to("nowhere.yaml")
    library = Library.open([folder])
    assert library.coverage.texts == 2
    assert {p.place.file.rpartition("/")[2] for p in library.problems} == {"self.yaml", "gone.yaml"}


@POSIX
def test_what_is_no_file_is_not_opened(folder):
    os.mkfifo(folder / "pipe.yaml")
    (folder / "folder.yaml").mkdir()
    library = Library.open([folder])
    assert [p.code for p in library.problems] == ["not-a-file"]
    assert library.coverage.texts == 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_a_problem(folder):
    path = folder / "zh/ga/70/A_70_L.61.yaml"
    path.chmod(0)
    try:
        assert [p.code for p in Library.open([folder]).problems] == ["unreadable"]
    finally:
        path.chmod(0o644)


def test_hidden_files_drafts_and_other_files_are_left_alone(folder):
    for name in (".hidden.yaml", "mine.draft.yaml", "notes.txt", "x.yml", ".git/config.yaml"):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("[not: a clause", encoding="utf-8")
    assert not Library.open([folder]).problems


def test_a_name_with_strange_characters_is_no_obstacle(folder):
    source = folder / "zh/ga/70/A_70_L.61.yaml"
    source.rename(source.with_name("决议 草案 #1 \u202e.yaml"))
    assert Library.open([folder]).document("A/70/L.61") is not None


def test_a_folder_with_strange_characters_keeps_its_index(folder, tmp_path):
    strange = tmp_path / "a b#c?d%41 条款"
    folder.rename(strange)
    cache = tmp_path / "缓存 #1?x%20"
    first = Library.open([strange], cache)
    second = Library.open([strange], cache)
    assert first.clauses == second.clauses
    assert not second.problems
    assert len(list(cache.glob("*.sqlite"))) == 1
