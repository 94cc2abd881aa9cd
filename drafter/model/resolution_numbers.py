"""Numbers of resolutions and decisions: their one form, the symbol they have, the session's year.

To its thirtieth session the General Assembly numbered its resolutions on and named the session in
roman numerals, with the letter of a part before it (217 A (III)); since then the session comes
first and the letter last (31/16 A). The Security Council numbers on and adds the year.
"""

from __future__ import annotations

import re
import string
import unicodedata

from drafter.model.numbering import roman

LETTERS = r"[A-Z](?:-[A-Z])?"
_LISTED = r"[A-Z](?:[-,][A-Z])*"
_OLD = re.compile(
    rf"(?P<number>\d{{1,5}})(?P<letters>{_LISTED})?\((?P<session>(?:E?S-|ORG-)?[IVXLC]+|ORG-\d+|"
    r"(?:19|20)\d\d)\)"
)
_SLASHED = re.compile(
    rf"(?P<session>(?:E?S-)?\d{{1,4}})/(?P<number>\d{{1,4}})(?P<letters>{_LISTED})?"
)
# of conferences of parties: 1/CP.21, 5/COP.12, X/29
_OF_PARTIES = re.compile(r"\d{1,3}/(?:CP|CMP|CMA|COP|MOP|SS)\.[\dIVXLC]{1,5}|[IVXLC]+/\d{1,3}")
# the letters in the one form of a number
LETTERED = re.compile(r" ([A-Z](?:(?:-|, )[A-Z])*)(?= \(|$)")
_ALPHABET = string.ascii_uppercase
_ROMAN = {roman(number).upper(): number for number in range(1, 100)}
_FIRST_SLASHED_SESSION = 31
_OPENING, _LATEST_OPENING = 9, 21  # month, and the last day of it that a session opened on
_LAST_ROMAN_SESSION = 30


def session_year(session: int) -> int:
    """The year in which a regular session of the General Assembly opens: 79 gives 2024."""
    return 1945 + session


def session_in(year: int, month: int = 12) -> int:
    """The regular session that is under way in a month; sessions open in September."""
    return year - 1945 - (month < 9)


def old_number(text: str) -> tuple[str, str, str] | None:
    """Number, letters and session (or year) of a number such as 217A(III), without spaces."""
    old = _OLD.fullmatch(text)
    if old is None or not canonical_roman(old["session"]):
        return None
    return old["number"], old["letters"] or "", old["session"]


def slashed_number(text: str) -> tuple[str, str, str] | None:
    """Number, letters and session of a number such as 68/247B, without spaces."""
    found = _SLASHED.fullmatch(text)
    return (found["number"], found["letters"] or "", found["session"]) if found else None


def resolution_number(text: str) -> str:
    """A resolution or decision number in its one form: "217A(III)" gives "217 A (III)".

    "" if `text` is no such number: 70/1, 68/247 B, 3419 A-D (XXX), S-13/2, ES-10/23, 2720 (2023),
    3201 (S-VI). Letters side by side are a range, others a list: 3411 A,B (XXX) is 3411 A-B (XXX),
    35/13 A, E stays.
    """
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).upper()
    old = old_number(plain)
    if old:
        number, letters, session = old
        return " ".join(filter(None, (number, _in_order(letters), f"({session})")))
    slashed = slashed_number(plain)
    if slashed:
        number, letters, session = slashed
        return " ".join(filter(None, (f"{session}/{number}", _in_order(letters))))
    return plain if _OF_PARTIES.fullmatch(plain) else ""


def letters_of(number: str) -> tuple[str, ...]:
    """The letters of the parts that a number in its one form names, one by one."""
    listed = LETTERED.search(number)
    return tuple(_each(listed[1].replace(" ", ""))) if listed else ()


def resolution_symbol(number: str, organ: str = "", series: str = "RES") -> str:
    """The symbol of a numbered resolution or decision, "" where the number alone does not tell.

    `organ` is "A", "S", "E", "A/HRC" …; without it a year in parentheses means the Security Council
    and a session from 31 on the General Assembly; 2014/1 could be several bodies'. The letter of
    an old number is not in the symbol: 217 A (III) is A/RES/217(III).
    """
    plain = resolution_number(number).replace(" ", "")
    old = old_number(plain)
    if old:
        found = organ or _organ_of(old[2])
        return f"{found}/{series}/{old[0]}({old[2]})" if found else ""
    slashed = slashed_number(plain)
    if slashed is None or "," in slashed[1] or not _session_fits(slashed[2], organ):
        return ""
    return f"{organ or 'A'}/{series}/{plain}"


def is_in_session(number: str, date: str) -> bool:
    """Whether an ISO date lies in the regular session of the General Assembly that a number names.

    True where nothing can be told: no date, no such session. To the 21st of September the old
    session may still meet, or the new one already (rule 1 of the rules of procedure).
    """
    plain = resolution_number(number).replace(" ", "")
    old, slashed = old_number(plain), slashed_number(plain)
    named = old[2] if old else slashed[2] if slashed else ""
    session = int(named) if named.isdecimal() and len(named) < 4 else roman_value(named)
    if session is None or not date:
        return True
    year, month = int(date[:4]), int(date[5:7] or 0)
    if session == 1:
        return year == session_year(1)
    if not month:
        return session in {session_in(year, 1), session_in(year)}
    open_still = month == _OPENING and int(date[8:] or 0) <= _LATEST_OPENING
    return session_in(year, month) - session in ({0, 1} if open_still else {0})


def canonical_roman(session: str) -> bool:
    """Whether the numeral of a session (XXX, S-VI, ORG-75, 2023) is written as it should be."""
    numeral = session.rpartition("-")[2]
    return numeral.isdecimal() or roman_value(numeral) is not None


def roman_value(numeral: str) -> int | None:
    """The number of a roman numeral in capitals, below 100; None for any other writing."""
    return _ROMAN.get(numeral)


def _each(letters: str) -> list[str]:
    found: list[str] = []
    for stretch in letters.split(","):
        first, last = sorted((stretch[0], stretch[-1]))
        found += _ALPHABET[_ALPHABET.index(first) : _ALPHABET.index(last) + 1]
    return found


def _in_order(letters: str) -> str:
    """Letters in their one form: neighbours as a range, others listed."""
    if not letters:
        return ""
    named = sorted(set(_each(letters)))
    side_by_side = "".join(named) in _ALPHABET
    if side_by_side and len(named) > 1:
        return f"{named[0]}-{named[-1]}"
    return ", ".join(named)


def _session_fits(session: str, organ: str) -> bool:
    """Whether the body numbers its resolutions by such a session or year."""
    if not session.isdecimal():
        return organ in {"", "A", "A/HRC"}
    is_year = len(session) == 4
    if organ in {"", "A"}:
        return not is_year and int(session) >= _FIRST_SLASHED_SESSION
    return is_year == (organ == "E") and organ != "S"


def _organ_of(session: str) -> str:
    if session.isdecimal():
        return "S"
    value = roman_value(session.rpartition("-")[2])
    return "A" if value is not None and value <= _LAST_ROMAN_SESSION else ""
