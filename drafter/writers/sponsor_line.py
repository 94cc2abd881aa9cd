"""The line that names the sponsors of a draft, and the note of the group they submit it for.

"Egypt,* Equatorial Guinea and Norway: draft resolution", "Iraq:* draft resolution": the mark stands
behind the State that was typed with one, otherwise behind the last; before or after the sign that
follows, as the language has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.languages import Language, group_note, order_of, states
from drafter.model.masthead import Masthead
from drafter.model.sponsors import printed_name
from drafter.model.text import Text
from drafter.model.tree import Note

_SIGN = re.compile(r"\s*[:：]|[,،、]")
_MARK = "*"
_NOTE_ID = "note-sponsors"


def sponsor_line(
    masthead: Masthead, language: Language, label: str, blank: str = ""
) -> tuple[str, tuple[Note, ...]]:
    """The line of a draft whose sponsors are in the masthead, and the notes it marks; `label` says
    what is submitted, `blank` stands for sponsors that are not known."""
    names, note = _names(masthead.sponsors, language), _note(masthead, language)
    if note is not None and names and not any(name.endswith(_MARK) for name in names):
        names[-1] += _MARK
    listed = order_of(language.code).joined(names) if names else blank
    if not listed:
        return label, ()
    line = language.masthead.sponsors.format(sponsors=listed, label=label)
    if language.note_marks.after_punctuation:
        line = re.sub(rf"(\*+)({_SIGN.pattern})", r"\2\1", line)
    return line, () if note is None or not names else (note,)


def listed_sponsors(typed: Sequence[str], language: Language) -> str:
    """Sponsors as one list, keys by their names; empty for none."""
    names = _names(typed, language)
    return order_of(language.code).joined(names) if names else ""


def _names(typed: Sequence[str], language: Language) -> list[str]:
    return [
        printed_name(each.rstrip(_MARK + " "), states(), language.code)
        + (_MARK if each.rstrip().endswith(_MARK) else "")
        for each in typed
    ]


def _note(masthead: Masthead, language: Language) -> Note | None:
    if not masthead.group:
        return None
    words = group_note(masthead.group, language.code, masthead.day)
    return Note(_NOTE_ID, Text.of(words), mark=_MARK)
