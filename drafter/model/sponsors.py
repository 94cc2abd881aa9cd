"""Lists of sponsors: what was pasted is understood, put in order, and told where it is unclear.

Names are understood in all languages at once, with the abbreviations people type; nothing that is
not understood is lost or changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from drafter.model.states import Order, Standing, State

MARK = "*"
_NEAR = 0.86
_LONGEST = 5  # the pieces that the separators inside one name make of it
_AND = r"and|et|y|e|и|&"
_SEPARATOR = re.compile(
    rf"\s*[,،、;；،|\n]+\s*(?:…\s*)?(?:(?:{_AND})\s+|[和及与]\s*|و\s*)?"
    rf"|\s+(?:{_AND})\s+|\s*(?:以及|[和及与])\s*|\s+و\s*",
    re.IGNORECASE,
)
_MARK_AFTER = re.compile(r"([,;:،、，；：])\s*(\*+)")  # "Egypt,* Nigeria", as English prints it
_BULLET = re.compile(r"(?:^|(?<=[\n,;、，；|]))\s*(?:[-–•·]|\d{1,3}\s?[.)）])\s*")
# "Albania and Austria: draft resolution": what is submitted is no sponsor
_LABEL = re.compile(r"\s*[:：]\s*\**\s*[^:：,،、]*$")
_ARTICLE = re.compile(r"^(?:(?:the|la|le|les|el|los|las)\s+|l[’']\s*)", re.IGNORECASE)
_PARENTHESIS = re.compile(r"^(?P<name>.+?) \((?P<more>.+)\)$")
_STANDING = {each: place for place, each in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class Sponsor:
    """One name of a list: `typed` as it stood, `state` whom it means, None if that is not known.

    `marked` where a `*` stood behind it; `former` if the name is no longer the State's; `meant` the
    key of the State whose name is nearly this.
    """

    typed: str
    state: State | None = None
    marked: bool = False
    former: bool = False
    meant: str = ""

    def name(self, code: str) -> str:
        """The short name in a language; as typed where the State is not known."""
        return self.typed if self.state is None else self.state.name(code)


@dataclass(frozen=True, slots=True)
class SponsorList:
    """A list that was understood: each State once, in the order typed; `repeated` holds what named
    a State for the second time."""

    sponsors: tuple[Sponsor, ...]
    repeated: tuple[Sponsor, ...] = ()

    def ordered(self, order: Order) -> SponsorList:
        """As documents list them: Members in alphabetical order, then observer States, then
        organizations, then the unknown ones as they were typed."""
        placed = sorted(self.sponsors, key=lambda each: _place(each, order))
        return SponsorList(tuple(placed), self.repeated)

    def is_ordered(self, order: Order) -> bool:
        """Whether the list stands in this order."""
        return self.ordered(order).sponsors == self.sponsors

    @property
    def unknown(self) -> tuple[Sponsor, ...]:
        """The names that are no State's."""
        return tuple(each for each in self.sponsors if each.state is None)


def understood(text: str, states: tuple[State, ...]) -> SponsorList:
    """The sponsors that `text` names, in any of the languages of `states`."""
    names = _names(states)
    found: dict[str, Sponsor] = {}
    repeated: list[Sponsor] = []
    for sponsor in _sponsors(text, names):
        key = sponsor.state.key if sponsor.state else _folded(sponsor.typed)
        if key in found:
            repeated.append(sponsor)
        else:
            found[key] = sponsor
    return SponsorList(tuple(found.values()), tuple(repeated))


def sponsors_of(typed: Sequence[str], states: tuple[State, ...]) -> SponsorList:
    """The sponsors of a masthead, each of `typed` one name."""
    names = _names(states)
    return SponsorList(tuple(_sponsor(each, names) for each in typed))


def printed_name(typed: str, states: tuple[State, ...], code: str) -> str:
    """A sponsor as the language prints it: a key ("FRA") by its name, anything else as typed."""
    return next((each.name(code) for each in states if each.key == typed), typed)


def names_in(typed: Sequence[str], states: tuple[State, ...], code: str) -> tuple[str, ...]:
    """Names in a language, whichever they were typed in; former names and what is not known as
    typed."""
    return tuple(
        words if found.former or found.marked else found.name(code)
        for words, found in zip(typed, sponsors_of(typed, states).sponsors, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Meaning:
    state: State
    former: bool


def _place(sponsor: Sponsor, order: Order) -> tuple[int, tuple[tuple[int, ...], ...]]:
    if sponsor.state is None:
        return len(_STANDING), ()
    return _STANDING[sponsor.state.standing], order.collation.key(sponsor.name(order.by))


def _sponsors(text: str, names: dict[str, _Meaning]) -> Iterator[Sponsor]:
    plain = _LABEL.sub("", _MARK_AFTER.sub(r"\2\1", _BULLET.sub("", text.strip())))
    edges = [0]
    for separator in _SEPARATOR.finditer(plain):
        edges += separator.span()
    edges.append(len(plain))
    pieces = list(zip(edges[::2], edges[1::2], strict=True))
    while pieces:
        count = _named(plain, pieces, names)
        words = plain[pieces[0][0] : pieces[count - 1][1]].strip()
        del pieces[:count]
        if words.strip(MARK + " ."):
            yield _sponsor(words, names)


def _named(plain: str, pieces: list[tuple[int, int]], names: dict[str, _Meaning]) -> int:
    """How many of the first pieces are one name together; 1 where none is known."""
    start = pieces[0][0]
    for count in range(min(_LONGEST, len(pieces)), 0, -1):
        if _key(plain[start : pieces[count - 1][1]]) in names:
            return count
    return 1


def _sponsor(words: str, names: dict[str, _Meaning]) -> Sponsor:
    marked = words.rstrip().endswith(MARK)
    typed = words.strip().rstrip(MARK + " ").rstrip()
    meaning = names.get(_key(typed)) or names.get(_key(_ARTICLE.sub("", typed)))
    if meaning is None:
        # loaded where a name is not known
        from difflib import get_close_matches

        near = get_close_matches(_key(typed), names, n=1, cutoff=_NEAR)
        return Sponsor(typed, marked=marked, meant=names[near[0]].state.key if near else "")
    return Sponsor(typed, meaning.state, marked, meaning.former)


def _key(words: str) -> str:
    return _folded(words.strip().rstrip(MARK + " ."))


def _folded(words: str) -> str:
    """Names that differ in accents, case, marks and signs are one: "COTE D'IVOIRE"."""
    plain = unicodedata.normalize("NFKD", words.casefold())
    letters = (sign for sign in plain if not unicodedata.combining(sign) and sign not in "'’‘`ـ")
    return " ".join(re.sub(r"[^\w]+", " ", "".join(letters).replace("&", " and ")).split())


@lru_cache(maxsize=4)
def _names(states: tuple[State, ...]) -> dict[str, _Meaning]:
    """Every way to name each State; its own names count before those of others."""
    found: dict[str, _Meaning] = {}
    for former in (False, True):
        for state in states:
            for name in _ways(state, former=former):
                found.setdefault(_folded(name), _Meaning(state, former))
    for state in states:
        for _, name in state.names:
            found[_folded(name)] = _Meaning(state, former=False)
    return found


def _ways(state: State, *, former: bool) -> Iterator[str]:
    if former:
        yield from (name for each in state.former for _, name in each.names)
        return
    yield from (state.key, *state.typed)
    for _, name in state.names:
        yield name
        more = _PARENTHESIS.match(name)
        if more:
            yield more["name"]
            yield f"{more['more']} {more['name']}"
