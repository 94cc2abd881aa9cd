"""Styles: what a paragraph and its characters look like, after every style they are based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from drafter.readers.docx.markup import below, is_on, value, whole

_KAI = re.compile("楷|kai", re.IGNORECASE)
_DEEPEST = 50
_BODY_TEXT = "9"
_NOT_A_WORD = re.compile(r"[^0-9a-z]+")


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look.

    `size` is in points, 0 where no style says. Complex scripts (Arabic) have a weight, slant and
    size of their own (`cs_…`), in force where `complex` is set. `kai` says that Han characters are
    set in a KaiTi face, which Chinese texts use for italics.
    """

    bold: bool = False
    italic: bool = False
    size: float = 0.0
    cs_bold: bool = False
    cs_italic: bool = False
    cs_size: float = 0.0
    complex: bool = False
    raised: bool = False
    hidden: bool = False
    kai: bool = False
    font: str = ""


_SWITCHES = (
    ("bold", "w:b"), ("italic", "w:i"), ("cs_bold", "w:bCs"), ("cs_italic", "w:iCs"),
    ("hidden", "w:vanish"),
)  # fmt: skip
_SIZES = (("size", "w:sz"), ("cs_size", "w:szCs"))


def dressed(look: Look, properties: Element | None, *, toggling: bool = False) -> Look:
    """`look` with the run properties over it. Where a style toggles, on over on is off
    (ECMA-376, 17.7.3)."""
    if properties is None or not len(properties):
        return look
    told = {each.tag: each for each in properties}
    changes: dict[str, bool | float | str] = {}
    for field, tag in _SWITCHES:
        if tag in told:
            on = is_on(told[tag])
            changes[field] = on != getattr(look, field) if toggling and on else on
    if "w:rtl" in told or "w:cs" in told:
        changes["complex"] = any(is_on(told[tag]) for tag in ("w:rtl", "w:cs") if tag in told)
    for field, tag in _SIZES:
        half_points = whole(told[tag].get("w:val", "")) if tag in told else 0
        if half_points > 0:
            changes[field] = half_points / 2
    if "w:vertAlign" in told:
        changes["raised"] = told["w:vertAlign"].get("w:val", "") == "superscript"
    if "w:rFonts" in told:
        fonts = told["w:rFonts"].attrib
        if "w:eastAsia" in fonts:
            changes["kai"] = _KAI.search(fonts["w:eastAsia"]) is not None
        changes["font"] = fonts.get("w:ascii", "") or fonts.get("w:hAnsi", "") or look.font
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]  # by field


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is set: its list (`number` is the id of the list, "" for none, "0" for none
    in spite of its style), its `level` there (-1: not said), `left` and `first` indents in
    twentieths of a point; `text` says that its outline level is that of body text (ECMA-376,
    17.3.1.20)."""

    number: str = ""
    level: int = -1
    left: int = 0
    first: int = 0
    text: bool = False


def shaped(shape: Shape, properties: Element | None) -> Shape:
    """`shape` with the paragraph properties over it."""
    if properties is None:
        return shape
    numbers = below(properties, "w:numPr")
    if numbers is not None:
        level = whole(value(numbers, "w:ilvl"), -1)
        shape = replace(
            shape,
            number=value(numbers, "w:numId") or shape.number,
            level=level if level >= 0 else shape.level,
        )
    outline = value(properties, "w:outlineLvl")
    if outline:
        shape = replace(shape, text=outline == _BODY_TEXT)
    indents = below(properties, "w:ind")
    if indents is not None:
        hanging = whole(indents.get("w:hanging", ""))
        left = indents.get("w:left", "") or indents.get("w:start", "")
        first = -hanging if hanging else whole(indents.get("w:firstLine", ""), shape.first)
        shape = replace(shape, left=whole(left, shape.left), first=first)
    return shape


@dataclass(frozen=True, slots=True)
class Style:
    """A style with everything it is based on; `names` are its own and those of the styles it is
    based on, nearest first, in small letters without spaces and signs."""

    names: tuple[str, ...] = ()
    look: Look = Look()
    shape: Shape = Shape()


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[tuple[str, str], Element] = {}
        self._made: dict[tuple[str, str], Style] = {}
        self._default = ""
        self.base = Look()
        for each in root if root is not None else ():
            if each.tag == "w:docDefaults":
                self.base = dressed(Look(), below(each, "w:rPrDefault", "w:rPr"))
                self._shape = shaped(Shape(), below(each, "w:pPrDefault", "w:pPr"))
            elif each.tag == "w:style":
                kind, name = each.get("w:type", "paragraph"), each.get("w:styleId", "")
                self._elements.setdefault((kind, name), each)
                if kind == "paragraph" and each.get("w:default", "0") in ("1", "true", "on"):
                    self._default = name

    _shape = Shape()

    def paragraph(self, style_id: str) -> Style:
        """The style of a paragraph; that of plain paragraphs for "" or an unknown id."""
        known = style_id if ("paragraph", style_id) in self._elements else self._default
        return self._resolved("paragraph", known, _DEEPEST)

    def over(self, look: Look, style_id: str) -> Look:
        """`look` with a character style over it."""
        for properties in self._chain(style_id):
            look = dressed(look, properties, toggling=True)
        return look

    def character_name(self, style_id: str) -> str:
        """The name of a character style."""
        return _plain(value(self._elements.get(("character", style_id)), "w:name"))

    def list_of(self, style_id: str) -> str:
        """The id of the list that a list style stands for."""
        found = self._elements.get(("numbering", style_id))
        return value(below(found, "w:pPr", "w:numPr"), "w:numId")

    def _chain(self, style_id: str) -> list[Element]:
        found: list[Element] = []
        for _ in range(_DEEPEST):
            style = self._elements.get(("character", style_id))
            if style is None:
                break
            properties = below(style, "w:rPr")
            if properties is not None:
                found.insert(0, properties)
            style_id = value(style, "w:basedOn")
        return found

    def _resolved(self, kind: str, style_id: str, depth: int) -> Style:
        made = self._made.get((kind, style_id))
        if made is not None:
            return made
        element = self._elements.get((kind, style_id))
        if element is None or depth == 0:
            return Style(look=self.base, shape=self._shape)
        parent = value(element, "w:basedOn")
        based = self._resolved(kind, parent, depth - 1) if parent else None
        under = based or Style(look=self.base, shape=self._shape)
        made = Style(
            (_plain(value(element, "w:name") or style_id), *under.names),
            dressed(under.look, below(element, "w:rPr")),
            shaped(under.shape, below(element, "w:pPr")),
        )
        self._made[kind, style_id] = made
        return made


def _plain(name: str) -> str:
    return _NOT_A_WORD.sub("", name.casefold())
