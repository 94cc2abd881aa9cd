"""Fonts: those of the user's folder, the system, the font packages and typst itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TypeAlias

import typst

from drafter.errors import UnreadableInput
from drafter.writers.layout import Layout

USES = ("latin", "east_asian", "heading_east_asian", "emphasis_east_asian", "complex")
# Fonts from the package index, for machines without them: `pip install drafter[fonts]`.
_PACKAGES = ("fontpkg_amiri", "pylopdf_fonts_zh_cn")

Fonts: TypeAlias = dict[str, tuple[str, ...]]


# What the first font of a face is asked for where others share its work: all but the quotation
# marks and dashes that Chinese sets in its own type; letters from right to left, and spaces.
_LATIN = "latin-in-cjk"
_LEFTWARD = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc ]"


@dataclass(frozen=True, slots=True)
class Font:
    """A font and what it is asked for: "" for everything, or what typst calls `covers`."""

    name: str
    covers: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """Fonts in the order they are asked for a character."""

    fonts: tuple[Font, ...]
    weight: str = "regular"
    style: str = "normal"


@cache
def fonts_in(folder: Path | None) -> typst.Fonts:
    """All fonts of this machine, searched once; `folder` holds the user's own.

    Raises `UnreadableInput` for a folder that is not there.
    """
    if folder is not None and not folder.is_dir():
        raise UnreadableInput("writing.no-fonts-folder", place=str(folder))
    own = () if folder is None else (folder,)
    return typst.Fonts(font_paths=[*own, *_packaged()])


def _packaged() -> tuple[Path, ...]:
    specs = (find_spec(name) for name in _PACKAGES)
    return tuple(
        Path(each) for spec in specs if spec for each in spec.submodule_search_locations or ()
    )


def wanted(rules: Layout, language: str) -> Fonts:
    """The fonts for each use in order of preference, the one that the language names first."""
    row = rules.type(language)
    return {use: tuple(dict.fromkeys((row[use], *rules.fonts(use)))) for use in USES}


def found(names: Mapping[str, tuple[str, ...]], folder: Path | None) -> Fonts:
    """Those of `names` that are there."""
    there = _families(folder)
    return {use: tuple(name for name in each if name in there) for use, each in names.items()}


@cache
def _families(folder: Path | None) -> frozenset[str]:
    return frozenset(fonts_in(folder).families())


def faces(
    row: Mapping[str, str], fonts: Mapping[str, tuple[str, ...]], *, leftward: bool
) -> dict[str, Face]:
    """The faces that a language (its row of the layout) is set in, from the `fonts` by use."""
    bold = "bold" if row["headings_bold"] == "yes" else "regular"
    italic = "italic" if row["emphasis_italic"] == "yes" else "normal"
    latin = _LATIN if row["quotes_east_asian"] == "yes" else ""
    first = [Font(name, _LEFTWARD) for name in fonts["complex"] if leftward]

    def face(use: str, weight: str = "regular", style: str = "normal") -> Face:
        others = (Font(name) for name in (*fonts[use], *fonts["complex"]))
        return Face(
            (*first, *(Font(name, latin) for name in fonts["latin"]), *others), weight, style
        )

    return {
        "body": face("east_asian"),
        "heading": face("heading_east_asian", weight=bold),
        "emphasis": face("emphasis_east_asian", style=italic),
        "watermark": face("heading_east_asian"),
        "joiner": Face(tuple(Font(name) for name in fonts["latin"])),
    }
