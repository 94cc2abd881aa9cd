"""Writers: every file format a document is rendered to, one module each in `formats/`."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar

from drafter.errors import UnknownName
from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.registry import discover
from drafter.writers import formats
from drafter.writers.writer import Made, Notice, WriteOptions, Writer

__all__ = ["Made", "Notice", "WriteOptions", "Writer", "made", "names", "write", "writer"]

T = TypeVar("T")


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
    return _bounded(name, writer(name).write, view, language, options or WriteOptions())


def made(name: str, view: DocumentView, language: Language, options: WriteOptions) -> Made:
    """`view` in the format called `name`, with what is to be said of it. Raises `UnknownName`."""
    return _bounded(name, writer(name).made, view, language, options)


def _bounded(
    name: str,
    make: Callable[[DocumentView, Language, WriteOptions], T],
    view: DocumentView,
    language: Language,
    options: WriteOptions,
) -> T:
    """What `make` gives; with templates of the user's own, within bounds."""
    if options.templates is None or not writer(name).templated:
        return make(view, language, options)
    # processes are loaded when a template of the user's own is to be filled
    from drafter.writers.apart import apart

    return apart(options.templates, name, len(view.elements), make, view, language, options)
