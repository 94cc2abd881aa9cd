"""The six languages as data. No language code is compared anywhere else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.errors import UnknownName
from drafter.languages.agenda import agenda_line
from drafter.languages.canonical import canonical
from drafter.languages.groups import behalves, group_named, group_note, group_within
from drafter.languages.language import (
    AdoptionWords,
    Dates,
    Endings,
    JoinRule,
    Ladder,
    Language,
    NoteMarks,
    Opening,
    Ordinals,
    Piece,
    SittingPatterns,
    Typography,
)
from drafter.languages.masthead import MastheadWords
from drafter.languages.openings import OpeningMatch, opening_match, opening_of, strength
from drafter.languages.sessions import ordinal, session_number, session_words
from drafter.languages.sittings import SittingMention, find_meetings, find_sessions
from drafter.languages.states import order_of, states

__all__ = [
    "SUPPOSED",
    "AdoptionWords",
    "Dates",
    "Endings",
    "JoinRule",
    "Ladder",
    "Language",
    "MastheadWords",
    "NoteMarks",
    "Opening",
    "OpeningMatch",
    "Ordinals",
    "Piece",
    "SittingMention",
    "SittingPatterns",
    "Typography",
    "agenda_line",
    "behalves",
    "canonical",
    "codes",
    "find_meetings",
    "find_sessions",
    "group_named",
    "group_note",
    "group_within",
    "language",
    "opening_match",
    "opening_of",
    "order_of",
    "ordinal",
    "session_number",
    "session_words",
    "states",
    "strength",
]

# What a text is taken to be in where nothing tells: most documents are submitted in English.
SUPPOSED = "en"
_FOLDER = Path(__file__).resolve().parent


@cache
def codes() -> tuple[str, ...]:
    """The codes of all languages there are data for, in alphabetical order."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("??.yaml")))


@cache
def language(code: str) -> Language:
    """The language with this code, always the same value.

    Raises `UnknownName` with the codes there are, `InvalidYaml` if its data file is at fault.
    """
    if code not in codes():
        raise UnknownName("language.unknown", code=code, known=", ".join(codes()))
    # the data files are read when a language is first asked for, so that --help reads none
    from drafter.languages.load import load

    return load(_FOLDER / f"{code}.yaml")
