"""The PDF of a document: blocks and measures through the templates of `pdf/`."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import UnreadableInput
from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.blocks.body import body
from drafter.writers.bodies import type_row
from drafter.writers.emblem import Emblem, emblem
from drafter.writers.front import front
from drafter.writers.layout import Layout, layout
from drafter.writers.pdf.fonts import Fonts, found, wanted
from drafter.writers.pdf.pages import Sheet, sheet_data
from drafter.writers.pdf.typesetting import Source, typeset
from drafter.writers.resources import folders
from drafter.writers.writer import Notice, WriteOptions
from drafter.yamlio import read_text

_NAMED = 12
_SCRIPTS = {
    "complex": re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"),
    "east_asian": re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]"),
}


@dataclass(frozen=True, slots=True)
class Printed:
    """A PDF, and the `characters` in it that other fonts had to serve for."""

    data: bytes
    characters: str = ""


def pdf(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    """The document as a PDF, tagged for accessibility (PDF/UA-1).

    Raises `UnreadableInput` or `InvalidYaml` for a broken template, layout or emblem, and for
    characters that no font of this machine has.
    """
    return _printed(view, language, options).data


def substitutes(
    view: DocumentView, language: Language, options: WriteOptions
) -> tuple[Notice, ...]:
    """What to say of characters that the fonts of the layout lack; raises as `pdf` does."""
    characters = _printed(view, language, options).characters
    if not characters:
        return ()
    fonts = wanted(layout(options.templates), language.code)
    advised = _advised(characters, fonts)
    params = (("characters", named(characters)), ("fonts", advised))
    return (Notice("writing.other-font-advised" if advised else "writing.other-font", params),)


def named(characters: str) -> str:
    """The characters as "移 (U+79FB), 民 (U+6C11)"; beyond a dozen with how many more there are."""
    told = ", ".join(f"{each} (U+{ord(each):04X})" for each in characters[:_NAMED])
    return told + (f" … (+{len(characters) - _NAMED})" if len(characters) > _NAMED else "")


def _printed(view: DocumentView, language: Language, options: WriteOptions) -> Printed:
    rules = layout(options.templates)
    kind = type_row(view, language, options, rules)
    face = front(view, language, options, rules)
    image = _emblem(options, rules)
    sheet = Sheet(face, body(view, kind, face), language, rules, kind, image, options.stamp)
    names = wanted(rules, language.code)
    sources = _templates(options.templates)
    if image is not None:
        sources = (*sources, Source(f"emblem.{image.extension}", image.data))
    return _typeset(sheet, sources, names, options.fonts)


def _typeset(sheet: Sheet, sources: tuple[Source, ...], names: Fonts, own: Path | None) -> Printed:
    """The pages with the fonts of the layout alone, else with any that has what those lack."""
    fonts, lacking = found(names, own), ""
    for fallback in (False, True):
        data = sheet_data(sheet, fonts, fallback=fallback)
        words = json.dumps(data, ensure_ascii=False).encode()
        pages = typeset((*sources, Source("document.json", words)), own)
        if not pages.lacking:
            return Printed(pages.data, lacking)
        lacking = pages.lacking
    advised = _advised(lacking, names)
    raise UnreadableInput(
        "writing.no-glyph", hint_id=f"writing.no-glyph-{'hint' if advised else 'own-hint'}",
        characters=named(lacking), fonts=advised,
    )  # fmt: skip


def _advised(characters: str, names: Fonts) -> str:
    """The fonts that would serve, "" where the layout names none for such characters."""
    uses = {use for use, pattern in _SCRIPTS.items() if pattern.search(characters)}
    return ", ".join(name for use in sorted(uses) for name in names[use])


def _templates(own: Path | None) -> tuple[Source, ...]:
    """Every typst file, the user's own before the shipped one of the same name."""
    paths = {
        path.name: path
        for folder in reversed(folders(own))
        for path in sorted((folder / "pdf").glob("*.typ"))
    }
    return tuple(Source(name, read_text(path).encode(), str(path)) for name, path in paths.items())


def _emblem(options: WriteOptions, rules: Layout) -> Emblem | None:
    if not options.emblem:
        return None
    box = rules.masthead()
    return emblem(options.emblem, int(box["emblem_width"]), int(box["emblem_height"]))
