"""The three seed texts, and what they must be read as (checked by hand, with their footnotes)."""

import json
from pathlib import Path

from drafter.languages import language
from drafter.model.view import view

DATA = Path(__file__).resolve().parents[1] / "data"
SEEDS = sorted((DATA / "seeds").glob("*.txt"))


def expected(path):
    """The elements and notes of a seed as (kind, label, level, marked text, opening) rows."""
    found = json.loads((DATA / "seed_expected" / f"{path.stem}.json").read_text(encoding="utf-8"))
    keys = ("kind", "label", "level", "text", "verb")
    elements = [tuple(row[key] for key in keys) for row in found["elements"]]
    return elements, [(row["number"], row["text"]) for row in found["notes"]]


def read_as(document):
    """The elements and notes of a document in the same form, numbers and labels derived."""
    shown = view(document, language(document.language).conventions)
    elements = [
        (each.kind.value, each.label, each.level, marked(each), each.opening)
        for each in shown.elements
    ]
    return elements, [(note.number, note.text.plain()) for note in shown.notes]


def labels_read(document):
    """The labels as they were printed in the file."""
    return [each.label_read for _, each in document.walk()]


def marked(element):
    """The text of an element with `[^n]` where its footnote marks stand."""
    plain, out, position = element.text.plain(), "", 0
    for offset, mark in element.marks:
        out += plain[position:offset] + f"[^{mark}]"
        position = offset
    return out + plain[position:]
