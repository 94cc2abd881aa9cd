"""Numbers of resolutions as a language writes them, to and from their one form.

Arabic texts name the session and the letter in Arabic: 217 ألف (د-3) is 217 A (III).
"""

from __future__ import annotations

import re

from drafter.model.citation_patterns import CitationPatterns, compiled
from drafter.model.dates import bounded
from drafter.model.numbering import roman
from drafter.model.resolution_numbers import LETTERED, letters_of, resolution_number, roman_value

_WORDED = re.compile(r"(?P<word>.+?)\s?-\s?(?P<number>\d{1,3})?")


def number_in(words: str, patterns: CitationPatterns) -> str:
    """The one form of a number written in the language; "" if it is none."""
    found = compiled(patterns).number.fullmatch(words.strip())
    if found is None:
        return ""
    if found["other"]:
        return resolution_number(found["other"])
    letters = _letters(found["letters"] or found["parts"] or "", patterns)
    if found["first"]:
        return resolution_number(
            f"{found['first']}{letters}({_session(found['session'], patterns)})"
        )
    prefix = _session(found["prefix"] or "", patterns)
    return resolution_number(f"{prefix}{found['years']}/{found['last']}{letters}")


def number_words(number: str, patterns: CitationPatterns) -> str:
    """A number in its one form as the language writes it."""
    forms = dict(patterns.forms)
    letters = letters_of(number)
    if letters:
        number = LETTERED.sub(f" {_lettered(letters, patterns)}", number)
    number = re.sub(r" (?=\(\d{4}\)$)", patterns.year_space, number)
    if "session" not in forms:
        return number
    number = re.sub(
        r"\((E?S)?-?([IVXLC]+)\)$",
        lambda found: f"({_form(found[1], forms, roman_value(found[2]) or 0)})",
        number,
    )
    return re.sub(r"^(E?S)-(\d+)", lambda found: _form(found[1], forms, int(found[2])), number)


def _form(prefix: str | None, forms: dict[str, str], number: int) -> str:
    key = {"S": "special", "ES": "emergency"}.get(prefix or "", "session")
    return forms.get(key, "{number}").format(number=number)


def _lettered(letters: tuple[str, ...], patterns: CitationPatterns) -> str:
    forms = dict(patterns.forms)
    names = {letter: name for name, letter in reversed(patterns.letters)}
    said = [names.get(each, each) for each in letters]
    if len(said) == 1:
        return said[0]
    if len(said) == 2 or ord(letters[-1]) - ord(letters[0]) + 1 != len(letters):
        return ", ".join(said[:-1]) + forms.get("and", ", ") + said[-1]
    return said[0] + forms.get("to", "-") + said[-1]


def _letters(words: str, patterns: CitationPatterns) -> str:
    """ "A and B" gives A,B; "A to D" and "A–D" give A-D."""
    names = dict(patterns.letters + patterns.alike)
    out, position = "", 0
    for letter in compiled(patterns).letter.finditer(words):
        between = words[position : letter.start()]
        reaches = re.fullmatch(rf"\s?[-–]\s?|{bounded(patterns.letter_to)}", between)
        out += ("-" if reaches else ",") if out else ""
        out += names.get(letter[0], letter[0])
        position = letter.end()
    return out


def _session(words: str, patterns: CitationPatterns) -> str:
    """د-3 gives III, دإ-6 S-VI; a bare prefix gives S- or ES-; anything else is as it is."""
    found = _WORDED.fullmatch(words.strip())
    names = dict(patterns.sessions)
    if found is None or found["word"] not in names:
        return words
    letters = names[found["word"]]
    prefix = f"{letters}-" if letters else ""
    return prefix + (roman(int(found["number"])).upper() if found["number"] else "")
