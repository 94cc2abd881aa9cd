"""Paragraphs made ready for the tree: section numbers on lines of their own, numbered titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drafter.readers.segment.labels import Form, lone_label, resolution_number
from drafter.readers.segment.raw import Raw


def prepared(raws: Sequence[Raw]) -> tuple[Raw, ...]:
    """The paragraphs, with a section's number put before the heading that stands on the next line,
    and the number of a resolution taken off its title."""
    out: list[Raw] = []
    for raw in raws:
        last = out[-1] if out else None
        if last and _is_lone_section(last) and raw.title_like and not raw.role and not raw.label:
            out[-1] = replace(raw, label=lone_label(last.text))
        else:
            out.append(_titled(raw))
    return tuple(_with_lone_label(raw) for raw in out)


def _is_lone_section(raw: Raw) -> bool:
    found = lone_label(raw.text) if raw.label is None and not raw.role else None
    return found is not None and found.form is not Form.LETTER


def _with_lone_label(raw: Raw) -> Raw:
    """A section number that nothing follows is a heading without words."""
    return replace(raw, text="", label=lone_label(raw.text)) if _is_lone_section(raw) else raw


def _titled(raw: Raw) -> Raw:
    label = resolution_number(raw.text) if raw.title_like and raw.label is None else None
    return replace(raw, label=label, text=raw.text[label.end :]) if label else raw
