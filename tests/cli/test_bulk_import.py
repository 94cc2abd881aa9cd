"""Importing folders on the command line: told as it goes, stopped and gone on with, summed up."""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspace.bulk import library_bytes, write_draft, write_drafts

with contextlib.suppress(ImportError):  # not on Windows
    import fcntl

ROOT = Path(__file__).resolve().parents[2]
MANY = 80  # so many lines fill a page and what a reader takes of it at once
_PAGE = 4096
held_up = pytest.mark.skipif(
    sys.platform != "linux", reason="only where a pipe can be made small is an import held up"
)


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "in"
    path.mkdir()
    return path


def heeding():
    """A process that a shell starts in the background is deaf to the keyboard, and so are its own;
    this one is not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def start(folder, library, tmp_path, *words):
    """The command in a process of its own, its lines to be read one by one."""
    names = ("STATE", "CACHE", "CONFIG")
    private = {f"DRAFTER_{name}": str(tmp_path / name.lower()) for name in names}
    return subprocess.Popen(
        [sys.executable, "-m", "drafter", "import", folder, "--library", library, *words],
        cwd=ROOT, env={**os.environ, **private, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
        preexec_fn=heeding,  # noqa: PLW1509  no threads here
    )  # fmt: skip


def held(run):
    """The import `run`, unable to write more lines than a page until they are read: however the
    processes take turns, it is not done when its first line is seen."""
    fcntl.fcntl(run.stderr, fcntl.F_SETPIPE_SZ, _PAGE)
    return run


def test_a_folder_is_imported_with_a_line_a_file_and_a_summary(drafter, folder, tmp_path):
    write_drafts(folder, 2)
    (folder / "notes.png").touch()
    (folder / "bad.txt").write_text("", encoding="utf-8")
    done = drafter("import", folder, "--library", tmp_path / "lib", "--jobs", 2)
    assert done.code == 2
    assert "[1/3]" in done.err
    assert "A_C.2_81_L.1.yaml: new" in done.err
    assert "new: 2\n" in done.out
    assert "no documents: 1 (notes.png)" in done.out
    assert f"  {folder / 'bad.txt'}\n" in done.out
    assert "--symbol" in done.out


def test_the_summary_is_in_the_language_of_the_interface(drafter, folder, tmp_path):
    write_drafts(folder, 2)
    words = ("import", folder, "--library", tmp_path / "lib", "--ui-lang", "zh")
    assert "新收入：2" in drafter(*words).out
    again = drafter(*words)
    assert "此前已收入，未重读：2" in again.out
    assert not [line for line in (again.out + again.err).splitlines() if "cli." in line]


def test_the_summary_as_json_names_every_file(drafter, folder, tmp_path):
    write_drafts(folder, 2)
    (folder / "bad.txt").write_text("", encoding="utf-8")
    (folder / "a.zip").touch()
    done = drafter("import", folder, "--library", tmp_path / "lib", "--json")
    assert done.code == 2
    assert done.json["counts"]["created"] == 2
    assert done.json["counts"]["failed"] == 1
    rows = {Path(row["file"]).name: row for row in done.json["documents"]}
    assert list(rows) == ["001.txt", "002.txt", "bad.txt"]
    assert rows["001.txt"]["clause_file"].endswith("A_C.2_81_L.1.yaml")
    assert "symbol" in rows["bad.txt"]["error"]
    assert done.json["skipped"] == [{"file": str(folder / "a.zip"), "reason": "no-document"}]


def test_an_edited_file_is_shown_beside_what_would_replace_it(drafter, folder, tmp_path):
    write_drafts(folder, 2)
    words = ("import", folder, "--library", tmp_path / "lib")
    drafter(*words)
    file = tmp_path / "lib" / "en" / "ga" / "81" / "A_C.2_81_L.1.yaml"
    file.write_text(file.read_text("utf-8").replace("debt relief", "relief of debt"), "utf-8")
    before = file.read_bytes()
    done = drafter(*words)
    assert done.code == 3
    assert "relief of debt" in done.err
    assert "debt relief" in done.err
    assert "--force" in done.err
    assert "not overwritten: 1" in done.out
    assert file.read_bytes() == before
    assert drafter(*words, "--force").code == 0
    assert file.read_bytes() != before


def test_one_document_in_two_files_is_told(drafter, folder, tmp_path):
    write_draft(folder / "a.txt", 7)
    other = write_draft(folder / "b.txt", 7)
    other.write_text(other.read_text("utf-8").replace("debt relief", "relief"), "utf-8")
    done = drafter("import", folder, "--library", tmp_path / "lib")
    assert done.code == 0
    assert "b.txt: a.txt is kept; paragraphs and notes whose words are not in it: 1" in done.out


@held_up
def test_an_import_that_was_killed_goes_on_and_ends_as_if_it_had_not_been(folder, tmp_path):
    write_drafts(folder, MANY)
    library = tmp_path / "lib"
    with held(start(folder, library, tmp_path, "--jobs", "2")) as run:
        first = run.stderr.readline()
        run.kill()
    assert f"[1/{MANY}]" in first
    left = library_bytes(library)
    assert 1 <= len([name for name in left if name.endswith(".yaml")]) < MANY
    with start(folder, library, tmp_path, "--jobs", "2", "--json") as again:
        again.communicate()
    assert again.returncode == 0
    with start(folder, tmp_path / "whole", tmp_path) as whole:
        whole.communicate()
    made = {name: data for name, data in library_bytes(library).items() if ".tmp" not in name}
    assert made == library_bytes(tmp_path / "whole")
    assert all(made[name] == data for name, data in left.items() if name in made)


@held_up
def test_a_stop_from_the_keyboard_sums_up_what_was_done(folder, tmp_path):
    write_drafts(folder, MANY)
    with held(start(folder, tmp_path / "lib", tmp_path, "--jobs", "2")) as run:
        run.stderr.readline()
        run.send_signal(signal.SIGINT)
        out, err = run.communicate()
    assert run.returncode == 130
    assert f"of {MANY} files" in out
    assert "Traceback" not in err


def test_json_is_of_a_library(drafter, folder, tmp_path):
    file = write_draft(folder / "a.txt", 7)
    assert drafter("import", file, "-o", tmp_path / "x", "--json").code == 2
