"""typst: pages from templates. What it says is wrong is put into drafter's own errors."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import typst

from drafter.errors import UnreadableInput
from drafter.writers.pdf.fonts import fonts_in
from drafter.writers.resources import templates_folder

_MAIN = "document.typ"
# What typst says of a character that no font in its list has: PDF/UA-1 forbids empty boxes.
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_PLACE = re.compile(r"┌─ ([^\n]+?):(\d+):\d+\n")
# a package would be asked of the network, however its first character is written
_PACKAGE = re.compile(r'"(?:@|\\u\{0*40\})')


@dataclass(frozen=True, slots=True)
class Source:
    """A file for typst: a template, the data, the emblem; `place` is where the user finds it."""

    name: str
    data: bytes
    place: str = ""


@dataclass(frozen=True, slots=True)
class Pages:
    """A PDF; or none, because no font that was asked for has the characters `lacking`."""

    data: bytes
    lacking: str = ""


@lru_cache(maxsize=2)
def typeset(sources: tuple[Source, ...], folder: Path | None) -> Pages:
    """The PDF of `document.typ` among `sources`; `folder` holds the user's own fonts.

    Raises `UnreadableInput` (place: template and line) for a template that typst cannot set.
    """
    for each in sources:
        if each.place and (asked := _PACKAGE.search(text := each.data.decode())):
            line = text.count("\n", 0, asked.start()) + 1
            raise UnreadableInput("writing.template-package", place=f"{each.place}:{line}")
    files = {each.name: each.data for each in sources}
    files["main.typ"] = f'#include "{_MAIN}"'.encode()
    try:
        made = typst.compile(  # type: ignore[call-overload]  # its stub leaves out files by name
            files, font_paths=fonts_in(folder), pdf_standards=["ua-1"],
            root=templates_folder() / "pdf",  # what a template may read
        )  # fmt: skip
    except typst.TypstError as problem:
        lacking = "".join(_LACKING.findall(problem.diagnostic))
        if lacking:
            return Pages(b"", _characters(lacking))
        raise _broken(problem, {each.name: each.place for each in sources}) from None
    return Pages(bytes(made))


def _characters(quoted: str) -> str:
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)) if found[1] else found[2], quoted)
    return "".join(dict.fromkeys(plain))


def _broken(problem: typst.TypstError, places: Mapping[str, str]) -> UnreadableInput:
    found = _PLACE.search(problem.diagnostic)
    name = Path(found[1]).name if found else _MAIN
    place = places.get(name) or name
    return UnreadableInput(
        "writing.broken-template", place=f"{place}:{found[2]}" if found else place,
        problem=problem.message,
    )  # fmt: skip
