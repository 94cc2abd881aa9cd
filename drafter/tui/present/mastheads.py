"""The masthead as the lines of a form, and back: what was not touched stays as it was."""

from __future__ import annotations

from drafter.model.masthead import Masthead
from drafter.tui.cells import clean
from drafter.workspace import masthead_fields
from drafter.workspace.masthead_fields import FIELDS

__all__ = ["FIELDS", "HINTED", "with_words", "words_of"]

HINTED = frozenset({"body", "distribution"})


def words_of(masthead: Masthead, name: str) -> str:
    """A field as one line; several values, or several lines, are parted by a bar."""
    return clean(masthead_fields.words_of(masthead, name))


def with_words(masthead: Masthead, name: str, words: str) -> Masthead:
    """The masthead with a field as it was typed; the same if it is as `words_of` has it.

    Raises ValueError for a session that is not a number.
    """
    if words.strip() == words_of(masthead, name).strip():
        return masthead
    return masthead_fields.with_words(masthead, name, words)
