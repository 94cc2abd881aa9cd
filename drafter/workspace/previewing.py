"""A look at a document before it is written: as a page in the browser, or its first page as text.

The page is a private file in the cache folder, overwritten by the next; nothing is sent anywhere.
"""

from __future__ import annotations

import os
import sys
import webbrowser
from dataclasses import dataclass, replace
from pathlib import Path

from drafter import writers
from drafter.errors import UnreadableInput
from drafter.model.tree import Document
from drafter.workspace.folders import PRIVATE_FILE, cache_folder, made
from drafter.workspace.masthead_fields import missing, told
from drafter.workspace.preflight import unready
from drafter.workspace.rendering import Asked, prepared, write_options
from drafter.workspace.saving import reason

_NAME = "preview.html"
# A page of a United Nations document holds so many lines of 72 columns, masthead included.
_PAGE = 54
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
_WITH_WINDOWS = ("darwin", "win32", "cygwin")


@dataclass(frozen=True, slots=True)
class FirstPage:
    """How a document would print: the `lines` of its first page as text, what prints as a blank in
    one line (`lacking`), and why it cannot be final (`unready`), a reason a line."""

    lines: tuple[str, ...]
    lacking: str = ""
    unready: tuple[str, ...] = ()


def first_page(document: Document, asked: Asked, *, place: str) -> FirstPage:
    """The first page as it is asked for. Raises as `prepared` does, except for a final text that is
    not ready: that shows what it is like so far."""
    as_is = replace(asked, final=False, tell=None)
    numbered, rules = prepared(document, as_is, place=place)
    templates = write_options(asked).templates
    reasons = unready(numbered, rules, templates) if asked.final else ()
    text = writers.write("txt", numbered, rules, write_options(asked)).decode()
    lacking = told(missing(numbered, rules, templates=templates))
    return FirstPage(tuple(text.splitlines()[:_PAGE]), lacking, reasons)


def preview(document: Document, asked: Asked, *, place: str) -> Path:
    """Write the page of a document to the private file, and give the file.

    Raises `UnreadableInput` if it cannot be written, and as `prepared` does.
    """
    numbered, rules = prepared(document, asked, place=place)
    data = writers.write("html", numbered, rules, write_options(asked))
    path = cache_folder() / "preview" / _NAME
    try:
        made(path.parent)
        path.unlink(missing_ok=True)
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE_FILE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-write", place=str(path), reason=reason(problem)
        ) from None
    return path


def opened(path: Path, *, over_the_screen: bool = False) -> bool:
    """Open a page in the browser; whether one was found.

    A browser that runs in the terminal would draw `over_the_screen` of the drafting room: there,
    only one with windows of its own is asked.
    """
    windows = sys.platform in _WITH_WINDOWS or any(os.environ.get(name) for name in _DISPLAYS)
    if not windows and (over_the_screen or not os.environ.get("BROWSER")):
        return False
    try:
        return webbrowser.open(path.as_uri())
    except webbrowser.Error:
        return False
