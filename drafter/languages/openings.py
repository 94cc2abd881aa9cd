"""The words that open a paragraph: found at its start, taken apart, and compared in strength."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from drafter.languages.language import Language, Opening, Piece

# what may be left out goes with the space before it, or after it at the very start
_OPTIONAL = re.compile(
    r"(?:^|(?<=\] ))\[(?P<first>[^\]]*)\](?P<after> ?)|(?P<ahead> ?)\[(?P<words>[^\]]*)\]"
)
_LONGEST = 400  # characters; what follows cannot be part of them and is not searched
_HAN = re.compile(r"[\u4e00-\u9fff]$")
_STATED = {"preambular": ("preambular", "both"), "operative": ("operative", "both")}


@dataclass(frozen=True, slots=True)
class OpeningMatch:
    """Opening words found in a text.

    `words` as they stand there (在这方面又强烈谴责), `core` without what leads in and without
    adverbs (强烈谴责), `opening` the row of the verb itself (谴责), `adverbs` the adverbs found
    ("also", "further", "again").
    """

    words: str
    core: str
    opening: Opening
    adverbs: tuple[str, ...]


def opening_of(text: str, language: Language, kind: str | None = None) -> str:
    """The longest known opening phrase at the very start of `text`, adverb and manner included.

    `kind` is the kind of the paragraph ("preambular", "operative", …): preambular verbs are looked
    for in preambular paragraphs only, operative ones in operative paragraphs and declarations;
    None looks for all. Empty if none is known.
    """
    found = opening_match(text, language, kind)
    return found.words if found else ""


def opening_match(text: str, language: Language, kind: str | None = None) -> OpeningMatch | None:
    """The opening phrase at the start of `text`, taken apart; `kind` as for `opening_of`."""
    rows, pattern = _table(language, kind)
    found = pattern.match(text, 0, _LONGEST)
    if found is None:
        return None
    # the row is the last group that the pattern has
    start, number = found.end("ahead"), int((found.lastgroup or "r0")[1:])
    ahead, first = _without(found["ahead"], language.before_verb)
    rest, second = _without(text[start : found.end()], language.after_verb)
    return OpeningMatch(found[0], ahead + rest, rows[number], first + second)


def strength(language: Language, old: str, new: str) -> int | None:
    """Whether opening words `new` are stronger (1), weaker (-1) or as strong as `old` (0).

    Adverbs of repetition count for nothing. None where no ladder holds both: they differ, and no
    more can be said.
    """
    first, second = _bare(language, old), _bare(language, new)
    if first == second:
        return 0
    for ladder in language.ladders:
        places = {word.casefold(): i for i, words in enumerate(ladder.classes) for word in words}
        if first in places and second in places:
            return (places[second] > places[first]) - (places[second] < places[first])
    return None


def _bare(language: Language, words: str) -> str:
    found = opening_match(words, language)
    return (found.core if found and found.words == words else words).casefold()


def plain_words(form: str) -> str:
    """The words of a form without those that may be left out: "Expressing concern"."""
    return _OPTIONAL.sub("", form).strip()


@cache
def _table(language: Language, kind: str | None) -> tuple[tuple[Opening, ...], re.Pattern[str]]:
    """The rows for paragraphs of `kind` and the pattern that finds them, row i as group ri."""
    stated = _STATED.get(kind or "", _STATED["operative"])
    rows = tuple(row for row in language.openings if row.form)
    if kind is not None:
        rows = tuple(row for row in rows if row.kind in stated)
    behind = f"(?:{_any(piece.words for piece in language.after_verb)})*"
    ahead = f"(?:{_any(piece.words for piece in language.before_verb)})*"
    longest = sorted(enumerate(rows), key=lambda pair: (-len(pair[1].words), -len(pair[1].form)))
    verbs = "|".join(f"(?P<r{i}>{_of_form(row.form, behind)})" for i, row in longest) or "(?!)"
    pattern = re.compile(f"(?P<ahead>{ahead})(?:{verbs}){behind}", re.IGNORECASE)
    return rows, pattern


def _of_form(form: str, behind: str) -> str:
    pattern, position = "", 0
    for found in _OPTIONAL.finditer(form):
        ahead, after = (r"\s+" if found[side] else "" for side in ("ahead", "after"))
        pattern += _spaced(form[position : found.start()])
        words = (found["first"] or found["words"]).split("/")
        pattern += f"(?:{ahead}(?:{_any(words)}){after})?"
        position = found.end()
    pattern += _spaced(form[position:])
    pattern = pattern.replace(r"\s+", rf"{behind}\s+")
    return pattern if _HAN.search(form) else rf"{pattern}(?!\w)"


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(word) for word in words.split(" "))


def _any(words: Iterable[str]) -> str:
    """A choice of `words`, longest first; matches nothing if there are none."""
    choice = sorted(set(words), key=lambda each: (-len(each), each))
    return "|".join(_spaced(each) for each in choice) or "(?!)"


def _without(words: str, pieces: tuple[Piece, ...]) -> tuple[str, tuple[str, ...]]:
    """`words` without the pieces that are no manner, and the adverbs among them."""
    adverbs: list[str] = []
    if not words:
        return "", ()
    for piece in sorted(pieces, key=lambda each: -len(each.words)):
        if piece.role == "manner":
            continue
        words, times = re.subn(_spaced(piece.words), "", words, flags=re.IGNORECASE)
        if times and piece.role != "lead":
            adverbs.append(piece.role)
    return words, tuple(adverbs)
