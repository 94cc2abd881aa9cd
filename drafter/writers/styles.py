"""Paragraph styles: rows that build on each other, the same for Word files and for PDF pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from drafter.errors import InvalidYaml
from drafter.writers.layout_values import NAME, is_number

TWIPS = 20
HALF_POINTS = 2
# how wide a letter of Times is on the average
_EM_WIDE = 0.37
_BASE = "Normal"
_MEASURES = (
    *("size", "leading", "spacing", "scale", "kern", "before", "after", "left", "right", "first"),
    "outline",
)
_WORDS = ("name", "next", "face", "weight", "align", "line", "keep", "tabs", "built_in")


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, all lengths in points; `tracking` is the distance added between letters.
    `face` is "body", "heading" or "emphasis", `align` "start", "justify", "center" or "end";
    `outline` is the level of its bookmark, 0 for none; `keep` says that it stands on the page of
    the paragraph below it."""

    size: float
    leading: float
    tracking: float
    before: float
    after: float
    left: float
    right: float
    first: float
    face: str
    align: str
    outline: int
    keep: bool


def stretched(scale: int, size: float) -> float:
    """The distance between letters of `size` points that makes lines as wide as letters that are
    scaled to so many per cent."""
    return (scale - 100) / 100 * _EM_WIDE * size


def said(
    rows: Mapping[str, Mapping[str, str]], name: str, measures: Mapping[str, str]
) -> dict[str, str]:
    """What the style `name` says itself, "" where it says nothing, with the style that it is
    `based` on and its measures as numbers (`measures` by name).

    Raises `InvalidYaml` for a style that is not there, or a measure that is no number.
    """
    row = rows.get(name)
    if row is None:
        raise InvalidYaml("writing.layout-missing", place=NAME, name=f"styles.{name}")
    found = dict.fromkeys((*_WORDS, *_MEASURES), "") | {"name": name, "based": _BASE} | dict(row)
    for key in _MEASURES:
        found[key] = measures.get(found[key], found[key])
        if found[key] and not is_number(found[key]):
            place = f"{NAME}: styles.{name}.{key}"
            raise InvalidYaml("writing.layout-number", place=place, name=key, value=found[key])
    return found


def resolved(
    rows: Mapping[str, Mapping[str, str]], name: str, measures: Mapping[str, str]
) -> Style:
    """The style `name` with all that it is based on.

    Raises `InvalidYaml` for a style that is not there, that builds on itself, or a measure that is
    no number.
    """
    row = _whole(rows, name, measures)

    def number(key: str) -> int:
        return int(row.get(key, "0"))

    size = number("size") / HALF_POINTS
    return Style(
        size=size,
        leading=number("leading") / TWIPS,
        tracking=number("spacing") / TWIPS + stretched(number("scale"), size),
        before=number("before") / TWIPS,
        after=number("after") / TWIPS,
        left=number("left") / TWIPS,
        right=number("right") / TWIPS,
        first=number("first") / TWIPS,
        face=row.get("face", "body"),
        align=row.get("align", "start"),
        outline=number("outline"),
        keep=row.get("keep") == "yes",
    )


def _whole(
    rows: Mapping[str, Mapping[str, str]], name: str, measures: Mapping[str, str]
) -> dict[str, str]:
    whole: dict[str, str] = {}
    passed: set[str] = set()
    at = name
    while at:
        if at in passed:
            raise InvalidYaml(
                "writing.layout-circle", place=f"{NAME}: styles.{name}.based", name=name
            )
        passed.add(at)
        row = said(rows, at, measures)
        whole |= {key: value for key, value in row.items() if value and key not in whole}
        at = "" if at == _BASE else row["based"]
    return whole
