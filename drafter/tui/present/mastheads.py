"""The masthead as the lines of a form, and back: what was not touched stays as it was."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.tui.cells import clean
from drafter.workspace import masthead_fields
from drafter.workspace.masthead_choices import shown
from drafter.workspace.masthead_fields import FIELDS, Giver, MastheadField

__all__ = ["FIELDS", "HINTED", "further", "hint", "label", "with_words", "words_of"]

HINTED = frozenset(
    {
        "session", "body", "committee", "agenda_items", "distribution", "date",
        "original_language", "sponsors", "added_sponsors", "submitter", "predecessor",
        "adopted_on", "meeting", "documents",
        "bracket_line",
    }
)  # fmt: skip


def further(fields: Iterable[MastheadField]) -> tuple[str, ...]:
    """The names of the fields that are not among `fields`, in the order of the masthead."""
    there = {each.name for each in fields}
    return tuple(name for name in FIELDS if name not in there)


def label(name: str) -> str:
    """What stands before a field."""
    return say(f"tui.field-{name.replace('_', '-')}")


def hint(name: str, giver: Giver = Giver.ASKED) -> str:
    """What stands in a field while it is empty: an example, and who gives it."""
    if giver is Giver.SECRETARIAT and name not in HINTED:
        return say("tui.hint-secretariat")
    example = say(f"tui.hint-{name.replace('_', '-')}") if name in HINTED else ""
    if giver is Giver.REQUIRED:
        return say("tui.hint-required-as", example=example) if example else say("tui.hint-required")
    return example


def words_of(masthead: Masthead, name: str) -> str:
    """A field as one line, in the words of the interface; several values, or several lines, are
    parted by a bar."""
    return clean(shown(name, masthead_fields.words_of(masthead, name)))


def with_words(masthead: Masthead, name: str, words: str) -> Masthead:
    """The masthead with a field as it was typed; the same if it is as `words_of` has it.

    Raises `UsageError` as `masthead_fields.with_words`.
    """
    if words.strip() == words_of(masthead, name).strip():
        return masthead
    return masthead_fields.with_words(masthead, name, words)
