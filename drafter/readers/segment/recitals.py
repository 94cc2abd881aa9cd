"""Paragraphs of a preamble that somebody numbered: 1. Recalling …, II. Noting …,"""

from __future__ import annotations

from drafter.languages import Language, canonical, opening_match
from drafter.readers.segment.characters import ending, ends_open
from drafter.readers.segment.raw import Raw


def is_numbered_recital(raw: Raw, language: Language) -> bool:
    """Whether a labelled paragraph opens as one of a preamble, and ends as one. Where opening words
    serve operative paragraphs as well, only its comma tells."""
    if raw.label is None:
        return False
    found = opening_match(canonical(raw.text, language), language, "preambular")
    if found is None:
        return False
    recites_only = found.opening.kind == "preambular"
    return ending(raw.text) == "comma" or (recites_only and ends_open(raw.text))
