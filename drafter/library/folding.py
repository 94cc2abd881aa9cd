"""Words as the index knows them: the tokens of `compare`, with accents and compatibility forms
folded away. The same folding serves the index, the query and the marking of hits."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from drafter.compare.tokens import norms, tokens


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and the stretch of the text that it stands for, in code points."""

    folded: str
    start: int
    end: int


def words(text: str) -> tuple[Word, ...]:
    """The words of `text`, in order: a Han character each, a run of letters, a number."""
    return tuple(Word(_fold(each.norm), each.start, each.end) for each in tokens(text))


def folded(text: str) -> str:
    """The words of `text` folded and separated by spaces: what the index holds."""
    return " ".join(map(_fold, norms(text)))


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    bare = "".join(c for c in decomposed if unicodedata.category(c) != "Mn" and c.isalnum())
    return bare or word
