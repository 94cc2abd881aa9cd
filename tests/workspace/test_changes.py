"""Several files changed as one."""

import pytest

from drafter.errors import RefusedOverwrite, UnreadableInput
from drafter.library.revising import Revision
from drafter.workspace import changes
from drafter.workspace.changes import Change


@pytest.fixture
def two(tmp_path):
    old, new = tmp_path / "old.yaml", tmp_path / "deep" / "new.yaml"
    old.write_bytes(b"a: 1\n")
    return Change.of((Revision(old, b"a: 1\n", b"a: 2\n"), Revision(new, None, b"b: 1\n")))


def test_every_file_is_written(two):
    two.write()
    assert [each.path.read_bytes() for each in two.files] == [b"a: 2\n", b"b: 1\n"]


def test_a_file_that_says_so_already_is_left_out(tmp_path):
    assert Change.of((Revision(tmp_path / "x", b"a", b"a"),)).files == ()


def test_differences_are_shown_as_git_shows_them(two):
    first, second = two.differences
    assert "-a: 1" in first
    assert "+a: 2" in first
    assert second.startswith("--- /dev/null")


def test_when_one_cannot_be_written_none_is(two, monkeypatch):
    first, second = two.files
    write = changes.write

    def failing(path, data):
        if path == second.path:
            raise UnreadableInput("workspace.cannot-write", place=str(path), reason="full")
        write(path, data)

    monkeypatch.setattr(changes, "write", failing)
    with pytest.raises(UnreadableInput):
        two.write()
    assert first.path.read_bytes() == b"a: 1\n"
    assert not second.path.exists()


def test_a_file_that_changed_meanwhile_is_refused_and_nothing_written(two):
    two.files[0].path.write_bytes(b"a: 9\n")
    with pytest.raises(RefusedOverwrite):
        two.write()
    assert not two.files[1].path.exists()
