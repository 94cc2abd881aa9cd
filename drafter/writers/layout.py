"""Layout data: geometry, type and masthead fields from `layout.yaml`, correctable without code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InvalidYaml
from drafter.writers.layout_values import NAME, is_number, values
from drafter.yamlio import Value

TWIPS = 20
HALF_POINTS = 2
# how wide a letter of Times is on the average
_EM_WIDE = 0.37


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style, all lengths in points; `tracking` is the distance added between letters.
    `face` is "body", "heading" or "emphasis", `align` "start", "justify", "center" or "end";
    `outline` says whether (1) it is a bookmark, on what level the pages know; `keep` that it stands
    on the page of the paragraph below it."""

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


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one file: `values` as the file says them, every value a string."""

    values: dict[str, Value]

    def kind(self, document_type: str, body: str = "") -> Mapping[str, str]:
        """The row of a document type of a body (its key, empty for none in particular)."""
        bodies = self.values["bodies"]
        own = bodies.get(body, {}) if isinstance(bodies, dict) else {}
        return {
            **_row(self.values, "types", "default"),
            **_named(own, "default"),
            **_row(self.values, "types", document_type),
            **_named(own, document_type),
        }

    def type(self, language: str) -> Mapping[str, str]:
        """Fonts, sizes and words for a language; what its row leaves out is the default."""
        rows = self.values["languages"]
        own = _row(self.values, "languages", language) if language in rows else {}
        return {**_row(self.values, "languages", "default"), **own}

    def page(self) -> Mapping[str, str]:
        """The measures of the page."""
        return _row(self.values, "page")

    def measure(self, group: str, name: str) -> float:
        """The measure `name` of "page", "masthead" or "text" in points."""
        return int(_value(self.values, group, name)) / TWIPS

    def style(self, name: str, language: str) -> Style:
        """The paragraph style `name` with the measures of a language.

        Raises `InvalidYaml` for a style that is not there, or that names no measure.
        """
        return _style(self, name, language)

    def fonts(self, use: str) -> tuple[str, ...]:
        """The fonts for one use ("latin", "east_asian" …), the best first."""
        found = self.values.get("fonts")
        names = found.get(use) if isinstance(found, dict) else None
        if not isinstance(names, list):
            raise InvalidYaml("writing.layout-missing", place=NAME, name=f"fonts.{use}")
        return tuple(name for name in names if isinstance(name, str))

    def indents(self, name: str, level: int) -> Mapping[str, str]:
        """Where a paragraph at `level` stands; the last row serves all deeper ones."""
        found = self.values["indents"]
        rows = found.get(name) if isinstance(found, dict) else None
        if not isinstance(rows, list):
            raise InvalidYaml("writing.layout-missing", place=NAME, name=f"indents.{name}")
        row = rows[min(level, len(rows) - 1)]
        return _row({"row": row}, "row")

    def masthead(self) -> Mapping[str, str]:
        """The measures of the masthead."""
        return _row(self.values, "masthead")

    def organs(self) -> Mapping[str, str]:
        """The organ by the first segment of its symbols: A is the General Assembly."""
        return _row(self.values, "organs")


def stretched(scale: int, size: float) -> float:
    """The distance between letters of `size` points that makes lines as wide as letters that are
    scaled to so many per cent."""
    return (scale - 100) / 100 * _EM_WIDE * size


def _style(rules: Layout, name: str, language: str) -> Style:
    row, text, type_ = (
        _row(rules.values, "styles", name),
        rules.values["text"],
        rules.type(language),
    )

    def number(key: str, otherwise: str = "0") -> int:
        named = row.get(key, otherwise)
        found = type_.get(named, named)
        if not is_number(found):
            place = f"{NAME}: styles.{name}.{key}"
            raise InvalidYaml("writing.layout-number", place=place, name=key, value=found)
        return int(found)

    def length(key: str, otherwise: str = "0") -> float:
        return number(key, otherwise) / TWIPS

    edges = text if isinstance(text, dict) else {}
    return Style(
        size=number("size") / HALF_POINTS,
        leading=length("leading"),
        tracking=length("spacing", "spacing")
        + stretched(number("scale", "scale"), number("size") / HALF_POINTS),
        before=length("before"),
        after=length("after"),
        left=length("left", str(edges.get("left", "0"))),
        right=length("right", str(edges.get("right", "0"))),
        first=length("first"),
        face=row.get("face", "body"),
        align=row.get("align", "start"),
        outline=number("outline"),
        keep=row.get("keep") == "yes",
    )


def layout(own: Path | None = None) -> Layout:
    """The layout from the shipped `layout.yaml`, or from the user's own in the folder `own`.

    Raises `InvalidYaml` (place "file:line") for a name that is not there, or a measure that is no
    number.
    """
    return Layout(values(own))


def _named(rows: Value, name: str) -> dict[str, str]:
    return _row(rows, name) if isinstance(rows, dict) and name in rows else {}


def _value(values: Value, *path: str) -> str:
    found = _row(values, *path[:-1]).get(path[-1])
    if found is None:
        raise InvalidYaml("writing.layout-missing", place=NAME, name=".".join(path))
    return found


def _row(values: Value, *path: str) -> dict[str, str]:
    for step in path:
        if not isinstance(values, dict) or step not in values:
            raise InvalidYaml("writing.layout-missing", place=NAME, name=".".join(path))
        values = values[step]
    if not isinstance(values, dict):
        raise InvalidYaml("writing.layout-missing", place=NAME, name=".".join(path))
    return {key: value for key, value in values.items() if isinstance(value, str)}
