"""Automatic numbers: the labels that Word shows before the paragraphs of its lists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from drafter.readers.docx.counters import counted
from drafter.readers.docx.markup import below, switch, value, whole
from drafter.readers.docx.styles import Styles
from drafter.readers.docx.symbols import bullet

LEVELS = 9
_PLACE = re.compile(r"%([1-9])")
_HOPS = 8


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: what it counts from, how, and the words round the numbers.

    `text` has %1 … %9 where numbers stand; `restart` is the level (1-based) whose use begins the
    count again, 0 for none, -1 for every level above. `legal` shows all numbers in digits.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int = -1
    legal: bool = False
    hidden: bool = False
    linked: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """A list as a paragraph uses it: the definition whose count it shares, its levels, and the
    levels at which it begins to count anew when it is first used, with their first number."""

    count: str
    levels: tuple[Level, ...]
    anew: tuple[tuple[int, int], ...] = ()


class Lists:
    """The lists of a file, and their counts while its paragraphs are taken in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        children = list(root) if root is not None else []
        self._definitions = {
            each.get("w:abstractNumId", ""): each for each in children if _is(each, "abstractNum")
        }
        self._numbers = {each.get("w:numId", ""): each for each in children if _is(each, "num")}
        self._made: dict[str, List | None] = {}
        # how far each level of a definition has counted, None where it has not begun
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def level_of(self, number: str, style_id: str) -> int:
        """The level that is linked to a paragraph style; 0 if none is."""
        found = self._list(number)
        levels = found.levels if found else ()
        return next((i for i, each in enumerate(levels) if each.linked == style_id), 0)

    def label(self, number: str, level: int) -> str:
        """Count one paragraph at `level` (0-based) of the list `number`; the label it shows."""
        found = self._list(number)
        if found is None or not 0 <= level < LEVELS:
            return ""
        counts = self._counts.setdefault(found.count, [None] * LEVELS)
        self._begin(number, found, level, counts)
        current = counts[level]
        counts[level] = found.levels[level].start if current is None else current + 1
        for deeper in range(level + 1, LEVELS):
            restart = found.levels[deeper].restart
            if restart < 0 or level < restart:
                counts[deeper] = None
        return _shown(found.levels, level, counts)

    def _begin(self, number: str, found: List, level: int, counts: list[int | None]) -> None:
        for at, start in found.anew:
            if at == level and (number, at) not in self._begun:
                self._begun.add((number, at))
                counts[at] = start - 1

    def _list(self, number: str) -> List | None:
        if number not in self._made:
            self._made[number] = self._read(number)
        return self._made[number]

    def _read(self, number: str) -> List | None:
        instance = self._numbers.get(number)
        key = value(instance, "w:abstractNumId")
        definition = self._definitions.get(key)
        for _ in range(_HOPS):
            linked = value(definition, "w:numStyleLink")
            if not linked:
                break
            key = value(self._numbers.get(self._styles.list_of(linked)), "w:abstractNumId")
            definition = self._definitions.get(key)
        if instance is None or definition is None:
            return None
        levels = [Level() for _ in range(LEVELS)]
        for each in definition:
            if each.tag == "w:lvl":
                _put(levels, each)
        anew: list[tuple[int, int]] = []
        for each in instance:
            own = below(each, "w:lvl")
            if own is not None:
                _put(levels, own, each.get("w:ilvl", ""))
            start = value(each, "w:startOverride")
            at = whole(each.get("w:ilvl", ""), -1)
            if start and 0 <= at < LEVELS:
                anew.append((at, whole(start, 1)))
        return List(key, tuple(levels), tuple(anew))


def _is(element: Element, name: str) -> bool:
    return element.tag == f"w:{name}"


def _put(levels: list[Level], element: Element, at: str = "") -> None:
    index = whole(element.get("w:ilvl", "") or at, -1)
    if not 0 <= index < LEVELS:
        return
    format_ = below(element, "w:numFmt")
    if format_ is None:
        # a custom format stands beside an older one
        format_ = below(element, "mc:AlternateContent", "mc:Fallback", "w:numFmt")
    style = format_.get("w:val", "decimal") if format_ is not None else "decimal"
    text = value(element, "w:lvlText")
    if style == "bullet":
        text = bullet(text, below(element, "w:rPr", "w:rFonts"))
    levels[index] = Level(
        start=whole(value(element, "w:start"), 0 if below(element, "w:start") is None else 1),
        style=style,
        text=text,
        restart=whole(value(element, "w:lvlRestart"), -1),
        legal=bool(switch(element, "w:isLgl")),
        hidden=bool(switch(below(element, "w:rPr"), "w:vanish")),
        linked=value(element, "w:pStyle"),
    )


def _shown(levels: tuple[Level, ...], level: int, at: list[int | None]) -> str:
    own = levels[level]
    if own.hidden:
        return ""

    def number(found: re.Match[str]) -> str:
        index = int(found[1]) - 1
        other = levels[index]
        current = at[index]
        style = "decimal" if own.legal and other.style != "none" else other.style
        return counted(other.start if current is None else current, style)

    return _PLACE.sub(number, own.text).strip()
