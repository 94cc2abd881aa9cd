"""Layout data: geometry, type and masthead fields from `layout.yaml`, correctable without code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.errors import InvalidYaml
from drafter.writers.resources import resource
from drafter.yamlio import Located, Value, load

_NAME = "layout.yaml"
_FORMAT = "1"
_WANTED = (
    "page",
    "footer",
    "masthead",
    "text",
    "indents",
    "counters",
    "types",
    "organs",
    "languages",
)
# Rows whose values are words; every other value of the file is a whole number.
_WORDS = frozenset({"types", "organs", "languages", "counters", "format"})
_SIZES = ("body", "leading", "after", "note", "note_leading", "small", "title", "title_leading",
          "large", "large_leading", "organ", "organ_leading", "scale", "spacing", "kern",
          "name_scale", "name_spacing", "organ_scale", "organ_spacing", "large_spacing",
          "heading_spacing", "note_scale", "note_spacing")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of one file: `values` as the file says them, every value a string."""

    values: dict[str, Value]

    def kind(self, document_type: str) -> Mapping[str, str]:
        """The row of a document type."""
        return _row(self.values, "types", document_type)

    def type(self, language: str) -> Mapping[str, str]:
        """Fonts, sizes and words for a language; what its row leaves out is the default."""
        rows = self.values["languages"]
        own = _row(self.values, "languages", language) if language in rows else {}
        return {**_row(self.values, "languages", "default"), **own}

    def page(self) -> Mapping[str, str]:
        """The measures of the page."""
        return _row(self.values, "page")

    def masthead(self) -> Mapping[str, str]:
        """The measures of the masthead."""
        return _row(self.values, "masthead")

    def organs(self) -> Mapping[str, str]:
        """The organ by the first segment of its symbols: A is the General Assembly."""
        return _row(self.values, "organs")


def layout(own: Path | None = None) -> Layout:
    """The layout from the shipped `layout.yaml`, or from the user's own in the folder `own`.

    Raises `InvalidYaml` (place "file:line") where a row is missing or a measure is no number.
    """
    return _shipped() if own is None else _read(own)


@cache
def _shipped() -> Layout:
    return _read(None)


def _read(own: Path | None) -> Layout:
    text, path = resource(_NAME, own)
    located = load(text, source=str(path))
    values = located.data
    if not isinstance(values, dict) or values.get("format") != _FORMAT:
        raise InvalidYaml("writing.layout-format", place=located.place("format"), format=_FORMAT)
    for name in _WANTED:
        if name not in values:
            raise InvalidYaml("writing.layout-missing", place=str(path), name=name)
    _check_numbers(located, values, ())
    return Layout(values)


def _check_numbers(located: Located, value: Value, where: tuple[str | int, ...]) -> None:
    if isinstance(value, dict):
        for key, inner in value.items():
            if where or key not in _WORDS:
                _check_numbers(located, inner, (*where, key))
            elif key == "languages":
                _check_sizes(located, inner)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            _check_numbers(located, inner, (*where, index))
    elif where[-1] != "label" and not _is_number(value):
        raise InvalidYaml(
            "writing.layout-number", place=located.place(*where), name=str(where[-1]), value=value
        )


def _check_sizes(located: Located, rows: Value) -> None:
    for language, row in rows.items() if isinstance(rows, dict) else ():
        for name in _SIZES:
            if isinstance(row, dict) and name in row:
                _check_numbers(located, row[name], ("languages", language, name))


def _is_number(value: str) -> bool:
    digits = value.removeprefix("-")
    return digits.isascii() and digits.isdecimal()


def _row(values: Value, *path: str) -> dict[str, str]:
    for step in path:
        if not isinstance(values, dict) or step not in values:
            raise InvalidYaml("writing.layout-missing", place=_NAME, name=".".join(path))
        values = values[step]
    if not isinstance(values, dict):
        raise InvalidYaml("writing.layout-missing", place=_NAME, name=".".join(path))
    return {key: value for key, value in values.items() if isinstance(value, str)}
