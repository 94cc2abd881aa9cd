"""The masthead as the lines of a form, and back: what was not touched stays as it was."""

from __future__ import annotations

from dataclasses import replace

from drafter.model.masthead import Masthead
from drafter.tui.cells import clean

FIELDS = (
    "symbol", "session", "body", "committee", "agenda_items", "agenda_titles", "distribution",
    "date", "original_language", "submitters", "sponsors", "added_sponsors", "group", "submitter",
    "predecessor", "rapporteur", "adopted_on", "meeting", "documents", "bracket_line", "closing",
    "job_number",
)  # fmt: skip
HINTED = frozenset({"body", "distribution"})
_SEVERAL = " | "
_LISTS = frozenset({"agenda_items", "agenda_titles", "sponsors", "added_sponsors", "documents"})


def words_of(masthead: Masthead, name: str) -> str:
    """A field as one line; several values, or several lines, are parted by a bar."""
    if name == "session":
        return "" if masthead.session is None else str(masthead.session)
    value = getattr(masthead, name)
    parts = value if name in _LISTS else str(value).split("\n")
    return clean(_SEVERAL.join(parts))


def with_words(masthead: Masthead, name: str, words: str) -> Masthead:
    """The masthead with a field as it was typed; the same if it is as `words_of` has it.

    Raises ValueError for a session that is not a number.
    """
    if words.strip() == words_of(masthead, name).strip():
        return masthead
    parts = tuple(part.strip() for part in words.split("|") if part.strip())
    if name == "session":
        return replace(masthead, session=_number(words.strip()), session_read="")
    values = {field: getattr(masthead, field) for field in FIELDS}
    values[name] = parts if name in _LISTS else "\n".join(parts)
    return replace(masthead, **values)


def _number(words: str) -> int | None:
    if not words:
        return None
    if not words.isdecimal():
        raise ValueError(words)
    return int(words)
