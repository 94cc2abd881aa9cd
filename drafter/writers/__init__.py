"""Writers: every file format a document is rendered to, one module each in `formats/`."""

from __future__ import annotations

from functools import cache

from drafter.errors import UnknownName
from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.registry import discover
from drafter.writers import formats
from drafter.writers.writer import WriteOptions, Writer

__all__ = ["WriteOptions", "Writer", "names", "write", "writer"]


@cache
def _writers() -> dict[str, Writer]:
    return {each.name: each for each in discover(formats, "WRITER", Writer)}


def names() -> tuple[str, ...]:
    """The names of all formats, as `--to` takes them."""
    return tuple(sorted(_writers()))


def writer(name: str) -> Writer:
    """The writer called `name`. Raises `UnknownName` with the names there are."""
    found = _writers().get(name)
    if found is None:
        raise UnknownName("writing.unknown-format", name=name, known=", ".join(names()))
    return found


def write(
    name: str, view: DocumentView, language: Language, options: WriteOptions | None = None
) -> bytes:
    """`view` in the format called `name`. Raises `UnknownName`."""
    return writer(name).write(view, language, options or WriteOptions())
