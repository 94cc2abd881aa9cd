"""States and other sponsors by their names: values that `drafter.languages` fills from its data."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Pairs = tuple[tuple[str, str], ...]


class Standing(StrEnum):
    """What a sponsor is to the United Nations."""

    MEMBER = "member"
    OBSERVER_STATE = "observer-state"
    ORGANIZATION = "organization"


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name in several languages (code, name); from the ISO date `until` on it is another's or no
    one's. "" where the day is not known."""

    until: str
    names: Pairs


@dataclass(frozen=True, slots=True)
class Right:
    """An observer may sponsor in this body, since an ISO date or always ("")."""

    body: str
    since: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A State, or an organization, that may stand in a list of sponsors.

    `key` is its ISO 3166 code, a word for an organization; `names` are the short names (language
    code, name), `attested` the languages whose name was found in a document; `typed` other ways to
    name it; `authority` names the resolutions that say what an observer may do, `rights` where it
    may sponsor.
    """

    key: str
    names: Pairs
    typed: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    attested: tuple[str, ...] = ()
    standing: Standing = Standing.MEMBER
    authority: str = ""
    rights: tuple[Right, ...] = ()

    def name(self, code: str) -> str:
        """The short name in a language; the key where the data have none."""
        return dict(self.names).get(code, self.key)

    def was_renamed(self, former: str, date: str) -> bool:
        """Whether the name `former` was no longer this State's on an ISO date ("": not known)."""
        names = {name.casefold(): each.until for each in self.former for _, name in each.names}
        until = names.get(former.casefold(), "")
        return bool(until and date and until <= date)

    def may_sponsor(self, body: str, date: str = "") -> bool:
        """Whether this sponsor may stand on a draft of a body, on a day (now: "")."""
        if self.standing is Standing.MEMBER:
            return True
        return any(
            right.body == body and (not date or right.since <= date) for right in self.rights
        )


@dataclass(frozen=True, slots=True)
class Collation:
    """The alphabetical order of a language: `alphabet` in its order, `alike` letters that count as
    others, `articles` that do not count at the start of a name."""

    alphabet: str
    alike: Pairs = ()
    articles: tuple[str, ...] = ()

    def key(self, name: str) -> tuple[tuple[int, ...], ...]:
        """What to sort by: word by word, marks and signs left out."""
        words = name.casefold().replace("-", " ").split()
        return tuple(places for word in words if (places := self._places(self._bare(word))))

    def _bare(self, word: str) -> str:
        for article in self.articles:
            if word.startswith(article):
                return word.removeprefix(article)
        return word

    def _places(self, word: str) -> tuple[int, ...]:
        same = dict(self.alike)
        letters = (same.get(letter, letter) for letter in unicodedata.normalize("NFC", word))
        found = (self._place(letter) for letter in letters)
        return tuple(place for place in found if place >= 0)

    def _place(self, letter: str) -> int:
        place = self.alphabet.find(letter)
        return place if place >= 0 else self.alphabet.find(unicodedata.normalize("NFD", letter)[0])


@dataclass(frozen=True, slots=True)
class Order:
    """How a language lists sponsors: in the order of their names in the language `by`, joined by
    `separator` and, before the last, by `final`, or by another word where one of the patterns of
    `final_before` matches the start of the last ("e" Italia)."""

    by: str
    collation: Collation
    separator: str
    final: str
    final_before: Pairs = ()
    attested: str = ""

    def joined(self, names: Sequence[str]) -> str:
        """The names as one list."""
        *before, last = names
        if not before:
            return last
        found = (word for pattern, word in self.final_before if re.match(pattern, last))
        return self.separator.join(before) + next(found, self.final) + last
