"""What the lines of a masthead say, field by field."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from drafter.languages import Language, canonical, session_number
from drafter.model.masthead import Masthead
from drafter.model.symbols import parse_symbol
from drafter.readers.segment.adoption_lines import adoptions
from drafter.readers.segment.vocabulary import vocabulary

STARS = "* "
_ITEM = re.compile(r"\d+(?:(?:[^\d,，、]*\([^()\d]*\))+|\s+\w{1,2}\))?")
_COMMA = re.compile(r"\s*[,，、،]\s*\**\s*")
_HAN = "[\u4e00-\u9fff\ue000\ue001]"
_AND = rf"(?:\s+|^)(?:and|et|y|e|и)\s+|(?:\s+|^)و(?=\S)|\s+و\s+|(?<={_HAN})和(?={_HAN})"
_COLON = re.compile(r"[:：]")
_NUMBERED = re.compile(r"(\d+)\s*[(（](\d{4})[)）]")
BLANK = "__"  # a line to fill in: what it stands for is not known


def with_field(masthead: Masthead, role: str, words: str, language: Language) -> Masthead:
    """`masthead` with what a line of this role says; unchanged if the role fills no field. What a
    blank stands for is not known."""
    plain = words.rstrip(STARS)
    read = _READ.get(role)
    if read is None:
        return masthead
    told = read(masthead, plain, language)
    return _without_blanks(told) if BLANK in plain else told


def _without_blanks(masthead: Masthead) -> Masthead:
    known: dict[str, Any] = {}
    for each in fields(masthead):
        value = getattr(masthead, each.name)
        if each.name != "read" and isinstance(value, tuple):
            known[each.name] = tuple(one for one in value if BLANK not in one)
        elif isinstance(value, str) and BLANK in value:
            known[each.name] = ""
    return replace(masthead, **known)


def acting_organ(words: str, language: Language) -> str:
    """The organ that the words name, as mastheads print it: "" for none."""
    said = canonical(words, language).casefold()
    names = [
        (name, head_name)
        for key, name in (*language.masthead.enacting, *language.masthead.organs)
        if (head_name := language.masthead.organ(key))
    ]
    found = [head_name for name, head_name in names if name.casefold() in said]
    return max(found, key=len, default="")


def sponsors_of(words: str, language: Language) -> tuple[str, ...]:
    """The names in a list of sponsors, their note marks apart."""
    kept = sorted(language.masthead.forms("names"), key=len, reverse=True)
    for index, name in enumerate(kept):
        words = words.replace(name, f"\ue000{index}\ue001")
    pieces = [p for part in _COMMA.split(words) for p in re.split(_AND, part)]
    names = (re.sub("\ue000(\\d+)\ue001", lambda m: kept[int(m[1])], p) for p in pieces)
    return tuple(name for each in names if (name := each.strip(STARS)))


def _symbol(masthead: Masthead, words: str, _: Language) -> Masthead:
    symbol = parse_symbol(words)
    said = str(symbol) if symbol else words
    return masthead if masthead.symbol else replace(masthead, symbol=said)


def _number(masthead: Masthead, words: str, language: Language) -> Masthead:
    """The number of a Security Council resolution; only the Council counts in this way."""
    found = _NUMBERED.search(words)
    if masthead.symbol or found is None:
        return masthead
    return replace(
        masthead,
        symbol=f"S/RES/{found[1]} ({found[2]})",
        body=masthead.body or language.masthead.organ("security-council"),
    )


def _session(masthead: Masthead, words: str, language: Language) -> Masthead:
    if masthead.session_read:
        return masthead
    return replace(masthead, session=session_number(language, words), session_read=words)


def _agenda(masthead: Masthead, words: str, _: Language) -> Masthead:
    items = tuple(_ITEM.findall(words))
    return replace(masthead, agenda_items=(*masthead.agenda_items, *items))


def _agenda_title(masthead: Masthead, words: str, _: Language) -> Masthead:
    return replace(masthead, agenda_titles=(*masthead.agenda_titles, words))


def _organ(masthead: Masthead, words: str, language: Language) -> Masthead:
    if masthead.body:
        return masthead
    return replace(masthead, body=acting_organ(words, language) or words)


def _rapporteur(masthead: Masthead, words: str, language: Language) -> Masthead:
    found = vocabulary(language).rapporteur.fullmatch(words)
    return replace(masthead, rapporteur=found["name"] if found else words)


def _original(masthead: Masthead, words: str, _: Language) -> Masthead:
    return replace(masthead, original_language=_COLON.split(words)[-1].strip())


def _sponsors(masthead: Masthead, words: str, language: Language) -> Masthead:
    found = vocabulary(language).sponsors.fullmatch(words)
    names = sponsors_of(found["sponsors"], language) if found else ()
    forms = vocabulary(language).amends if found else ()
    amended = (form.fullmatch(found["label"]) for form in forms if found)
    before = next((each["predecessor"] for each in amended if each), masthead.predecessor)
    return replace(masthead, submitters=words, sponsors=names, predecessor=before)


def _adopted(masthead: Masthead, words: str, language: Language) -> Masthead:
    forms = (form.fullmatch(words) for form in adoptions(language))
    groups = next((found.groupdict() for found in forms if found), {})
    organ = acting_organ(groups.get("organ") or words, language)
    return replace(
        masthead,
        adopted_on=groups.get("date") or masthead.adopted_on,
        body=masthead.body or organ or groups.get("organ") or "",
    )


def _distribution(masthead: Masthead, words: str, language: Language) -> Masthead:
    forms = (form for _, form in language.masthead.distribution)
    said = (form for form in forms if canonical(form, language) == canonical(words, language))
    return replace(masthead, distribution=next(said, words))


def _submitted(masthead: Masthead, words: str, language: Language) -> Masthead:
    forms = (form.fullmatch(words) for form in vocabulary(language).officer)
    told = next((found.groupdict() for found in forms if found), {})
    return replace(
        masthead,
        submitters=words,
        submitter=told.get("submitter", ""),
        predecessor=told.get("predecessor", masthead.predecessor),
    )


def _oral_revisions(masthead: Masthead, words: str, language: Language) -> Masthead:
    forms = (form.fullmatch(words) for form in vocabulary(language).revises)
    return replace(masthead, predecessor=next((each["predecessor"] for each in forms if each), ""))


_READ: dict[str, Callable[[Masthead, str, Language], Masthead]] = {
    "symbol": _symbol,
    "distribution": _distribution,
    "date": lambda masthead, words, _: replace(masthead, date=words),
    "committee": lambda masthead, words, _: replace(masthead, committee=words),
    "bracket": lambda masthead, words, _: replace(masthead, bracket_line=words),
    "submitted": _submitted,
    "draft_heading": _submitted,
    "decision_heading": _submitted,
    "number": _number,
    "session": _session,
    "agenda": _agenda,
    "agenda-title": _agenda_title,
    "organ": _organ,
    "rapporteur": _rapporteur,
    "original": _original,
    "sponsors": _sponsors,
    "adopted": _adopted,
    "oral_revisions": _oral_revisions,
}
