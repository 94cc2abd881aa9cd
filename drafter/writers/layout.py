"""Layout data: geometry, type and masthead fields from `layout.yaml`, correctable without code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import InvalidYaml
from drafter.languages.wrapping import columns
from drafter.writers.layout_values import NAME, values
from drafter.writers.styles import TWIPS, Style, resolved, said
from drafter.yamlio import Value


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

        Raises `InvalidYaml` for a style that is not there, that names no measure, or that is based
        on itself.
        """
        return resolved(self._style_rows(), name, self._measures(language))

    def styles(self, language: str) -> dict[str, dict[str, str]]:
        """What every paragraph style says itself, with the measures of a language, for a format
        whose styles build on each other.

        Raises `InvalidYaml` as `style` does.
        """
        rows, measures = self._style_rows(), self._measures(language)
        for name in rows:
            resolved(rows, name, measures)
        return {name: said(rows, name, measures) for name in rows}

    def _style_rows(self) -> dict[str, dict[str, str]]:
        rows = self.values["styles"]
        names = rows if isinstance(rows, dict) else ()
        return {name: _row(self.values, "styles", name) for name in names}

    def _measures(self, language: str) -> dict[str, str]:
        return {**_row(self.values, "text"), **self.type(language)}

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

    def title_column(self, title: str) -> int:
        """How wide a title runs along the top of later pages, in twips: long ones are wider, so
        that they find room above the rule."""
        box = self.masthead()
        is_long = columns(title) > int(box["long_title"])
        return int(box["title_column_long" if is_long else "title_column"])

    def organs(self) -> Mapping[str, str]:
        """The organ by the first segment of its symbols: A is the General Assembly."""
        return _row(self.values, "organs")


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
