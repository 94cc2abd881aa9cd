"""The words that open a paragraph: found at its start, taken apart, and compared in strength."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
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
    table = _table(language, kind)
    for start in _led_in(text, 0, table.ahead):
        for row in table.beginning_at(text, start):
            found = _pattern(row.form, table.behind).match(text, start, _LONGEST)
            if found is not None:
                ahead, first = _without(text[:start], language.before_verb)
                rest, second = _without(found[0], language.after_verb)
                return OpeningMatch(text[: found.end()], ahead + rest, row, first + second)
    return None


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


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows for paragraphs of one kind, the longest first, found by what they begin with.

    One pattern of all rows takes a second to compile, which is most of what a command takes; of a
    few rows at a time it takes nothing.
    """

    rows: tuple[Opening, ...]
    starts: Mapping[str, tuple[int, ...]]
    lengths: tuple[int, ...]
    ahead: tuple[re.Pattern[str], ...]
    behind: str

    def beginning_at(self, text: str, start: int) -> Iterator[Opening]:
        """The rows that may stand at `start`, in their order."""
        words = {text[start : start + length].casefold() for length in self.lengths}
        found = {i for each in words for i in self.starts.get(each, ())}
        return (self.rows[i] for i in sorted(found))


@cache
def _table(language: Language, kind: str | None) -> _Table:
    stated = _STATED.get(kind or "", _STATED["operative"])
    rows = [row for row in language.openings if row.form and (not kind or row.kind in stated)]
    rows.sort(key=lambda row: (-len(row.words), -len(row.form)))
    starts: dict[str, tuple[int, ...]] = {}
    lengths: set[int] = set()
    for i, row in enumerate(rows):
        for word in _first_words(row.form):
            starts[word.casefold()] = (*starts.get(word.casefold(), ()), i)
            lengths.add(len(word))
    ahead = (_spaced(words) for words in _longest_first(p.words for p in language.before_verb))
    return _Table(
        tuple(rows),
        starts,
        tuple(sorted(lengths)),
        tuple(re.compile(each, re.IGNORECASE) for each in ahead),
        f"(?:{_any(piece.words for piece in language.after_verb)})*",
    )


@cache
def _pattern(form: str, behind: str) -> re.Pattern[str]:
    return re.compile(_of_form(form, behind) + behind, re.IGNORECASE)


def _led_in(text: str, start: int, ahead: tuple[re.Pattern[str], ...]) -> Iterator[int]:
    """Where a verb may begin: after all that leads in, then after less, at last at `start`."""
    for piece in ahead:
        found = piece.match(text, start, _LONGEST)
        if found is not None:
            yield from _led_in(text, found.end(), ahead)
    yield start


def _first_words(form: str) -> set[str]:
    """The words that a text of this form may begin with."""
    choices: list[str] = []
    position = 0
    for found in _OPTIONAL.finditer(form):
        if found.start() > position:
            break
        choices += (found["first"] or found["words"]).split("/")
        position = found.end()
    choices.append(form[position:].partition("[")[0].lstrip(" "))
    return {words.split(" ")[0] for words in choices}


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
    return "|".join(_spaced(each) for each in _longest_first(words)) or "(?!)"


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(set(words), key=lambda each: (-len(each), each))


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
