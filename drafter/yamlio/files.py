"""Reading text files that people hand in."""

from __future__ import annotations

from pathlib import Path

from drafter.errors import MissingFile, UnreadableInput


def read_text(path: Path, *, max_bytes: int = 50_000_000) -> str:
    """The text of a UTF-8 file, without its byte order mark.

    Raises `UnreadableInput` (place: the path) if it is missing, a folder or another thing that is
    no file, larger than `max_bytes`, not UTF-8, or not to be opened.
    """
    data = read_bytes(path, max_bytes=max_bytes)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise UnreadableInput("error.not-utf-8", place=f"{path}:{line}") from None


def read_bytes(path: Path, *, max_bytes: int = 50_000_000) -> bytes:
    """The bytes of a file. Raises `UnreadableInput` as `read_text` does."""
    if path.is_dir():
        raise UnreadableInput("error.is-a-folder", place=str(path))
    if path.exists() and not path.is_file():
        raise UnreadableInput("error.not-a-file", place=str(path))
    try:
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise MissingFile("error.missing-file", place=str(path)) from None
    except OSError as problem:
        reason = problem.strerror or type(problem).__name__
        raise UnreadableInput("error.unreadable", place=str(path), reason=reason) from None
    if len(data) > max_bytes:
        raise UnreadableInput("error.too-large", place=str(path), limit=max_bytes)
    return data
