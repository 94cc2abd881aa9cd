"""Files are read whole or refused with a reason, and replaced whole or not at all."""

import os

import pytest

from drafter.errors import UnreadableInput
from drafter.yamlio import read_text, write_atomically


def refusal(path, **options):
    with pytest.raises(UnreadableInput) as caught:
        read_text(path, **options)
    return caught.value.message_id, caught.value.place


def test_a_byte_order_mark_is_not_text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff大会".encode())
    assert read_text(path) == "大会"


def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path):
    path = tmp_path / "a.txt"
    assert refusal(path) == ("error.missing-file", str(path))
    assert refusal(tmp_path) == ("error.is-a-folder", str(tmp_path))
    path.write_bytes(b"ab\n\xff\xfe")
    assert refusal(path) == ("error.not-utf-8", f"{path}:2")
    path.write_bytes(b"x" * 11)
    assert refusal(path, max_bytes=10) == ("error.too-large", str(path))
    assert refusal(path / "below") == ("error.unreadable", str(path / "below"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe")[0] == "error.not-a-file"


def test_a_file_is_replaced_and_nothing_is_left_beside_it(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_bytes(b"old")
    link.symlink_to(real)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_permissions_are_kept_and_private_files_are_private(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(b"")
    path.chmod(0o640)
    write_atomically(path, b"x")
    assert path.stat().st_mode & 0o777 == 0o640
    write_atomically(path, b"x", mode=0o600)
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_a_killed_run_left_behind_is_no_obstacle(tmp_path):
    (tmp_path / f".drafter-{os.getpid()}-0.tmp").write_bytes(b"torn")
    write_atomically(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"


def test_a_file_that_cannot_be_written_is_named_and_not_the_temporary_one(tmp_path):
    path = tmp_path / "nothere" / "clause.yaml"
    with pytest.raises(OSError, match=r"clause\.yaml") as problem:
        write_atomically(path, b"x")
    assert problem.value.filename == str(path)
    assert isinstance(problem.value, FileNotFoundError)


def test_a_device_or_a_pipe_is_never_replaced_by_a_file(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match=r"pipe"):
        write_atomically(pipe, b"words")
    assert pipe.is_fifo()
    assert [each.name for each in tmp_path.iterdir()] == ["pipe"]
