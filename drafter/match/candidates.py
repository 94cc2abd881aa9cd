"""What the engine asks of an index: the place where a shared server's engine can stand instead.

Whatever stands here must answer as comparing with every text would: a text at or above the floor
is never left out. `Index` is the answer on one machine; `KeptIndex` adds and removes clauses.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Found:
    """A text found: its key, `shared` tokens in common, and its score."""

    key: str
    shared: int
    score: float


@dataclass(frozen=True, slots=True)
class Held:
    """A wording that a text holds or is held in: `query` and `codes` are both, a code point a
    token; `share` of the shorter one is common."""

    query: str
    codes: str
    share: float
    read_keys: Callable[[], Iterator[str]]

    @property
    def keys(self) -> Iterator[str]:
        """The keys of the clauses with this wording, in their order."""
        return self.read_keys()


@dataclass(frozen=True, slots=True)
class Alike:
    """Two wordings with the keys of their clauses; `others` is `keys` if they are the same."""

    keys: tuple[str, ...]
    others: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens `start`…`end` of a text stand in one piece in others."""

    start: int
    end: int
    read_keys: Callable[[], Iterator[tuple[str, int]]]

    @property
    def keys(self) -> Iterator[tuple[str, int]]:
        """The keys of the clauses, each with the token of its text at which the run starts."""
        return self.read_keys()


class Candidates(Protocol):
    """Texts as tokens, each under the key of its clause."""

    def __len__(self) -> int:
        """How many clauses there are."""
        ...

    def top(
        self, words: Sequence[str], *, limit: int, floor: float, skip: Collection[str] = ()
    ) -> tuple[Found, ...]:
        """The `limit` texts most alike to `words` at or above `floor`, ties by key."""
        ...

    def containing(
        self, words: Sequence[str], *, floor: float, fewest: int = 1, longest: float = 1.0
    ) -> tuple[Held, ...]:
        """Every wording whose containment with `words` is at or above `floor`, best first.

        Only pairs whose shorter text has at least `fewest` tokens and at most `longest` of those of
        the longer one.
        """
        ...

    def alike(self, floor: float) -> Iterator[Alike]:
        """Every pair of wordings at or above `floor`, above 0, once; and every wording that several
        clauses have, with itself."""
        ...

    def runs(
        self, words: Sequence[str], *, fewest: int, skip: Collection[str] = ()
    ) -> tuple[Run, ...]:
        """The longest runs of `words` that stand, as they are written, in one piece in texts.

        Every run of `fewest` tokens or more that stands in a text lies in one of them, and none
        lies in another; of `words` fewer than that, only texts that are those words. In order.
        Of a run that many texts have, not all of them are named.
        """
        ...
