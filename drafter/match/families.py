"""Families: the same clause over the years, proposed from every pair of clauses that are alike.

A clause is the same in every language, so what is alike in one language ties the clause. Families
that maintainers have confirmed are kept as they are: they may grow, but are never joined.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from drafter.match.candidates import Alike

_PREFIX = "f-"
_DIGITS = 12
_AT_ONCE = 50_000  # links looked through together
Link = tuple[str, str, float]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Clauses that belong together, by id in order.

    `family` is the confirmed family they would join, empty for a new one; `new` are the clauses
    that are not in it yet; `cohesion` is the similarity of the weakest link that holds them
    together.
    """

    clauses: tuple[str, ...]
    family: str
    new: tuple[str, ...]
    cohesion: float


def links(found: Iterable[Alike]) -> Iterable[Link]:
    """The pairs of clause ids that hold together what is alike: as many as it takes, not all."""
    for each in found:
        for one, other in pairwise(each.keys):
            yield one, other, 1.0
        if each.others is not each.keys:
            for one, other in pairwise(each.others):
                yield one, other, 1.0
            yield each.keys[0], each.others[0], each.score


def binding(
    found: Iterable[Link], confirmed: Mapping[str, str], *, at_once: int = _AT_ONCE
) -> list[Link]:
    """Those of the links for which `proposed` gives the same as for all of them: fewer than there
    are clauses, where nearly alike ones have a link with every other.

    A link that joins nothing beside some better ones joins nothing beside more of them: the clauses
    are together by then, or held apart by the families that they came to.
    """
    kept: list[Link] = []
    groups = _Groups(confirmed)
    waiting: list[Link] = []
    for link in found:
        if groups.hold(*link):
            continue
        waiting.append(link)
        if len(waiting) > max(at_once, len(kept)):
            groups, kept = _joined((*kept, *waiting), confirmed)
            waiting = []
    return _joined((*kept, *waiting), confirmed)[1]


def _joined(found: Iterable[Link], confirmed: Mapping[str, str]) -> tuple[_Groups, list[Link]]:
    """The groups that the links make, the best first, and the links that joined any."""
    groups = _Groups(confirmed)
    ordered = sorted(set(found), key=lambda link: (-link[2], link[0], link[1]))
    return groups, [link for link in ordered if groups.join(*link)]


def proposed(found: Iterable[Link], confirmed: Mapping[str, str]) -> tuple[Proposal, ...]:
    """The connected clauses of these links, the most alike first; `confirmed` gives families by
    clause id.

    The best links count first, so a clause between two confirmed families joins the nearer one.
    """
    groups, _ = _joined(found, confirmed)
    proposals = (_proposal(ids, score, confirmed) for ids, score in groups.all())
    told = (each for each in proposals if each.new)
    return tuple(sorted(told, key=lambda each: (-each.cohesion, each.clauses)))


def family_id(wordings: Iterable[tuple[str, ...]]) -> str:
    """An id for a new family, from the words of its clauses alone: the same in every run, another
    when a wording comes or goes."""
    lines = sorted({" ".join(words) for words in wordings})
    digest = hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()
    return _PREFIX + digest[:_DIGITS]


def _proposal(ids: tuple[str, ...], cohesion: float, confirmed: Mapping[str, str]) -> Proposal:
    family = next((confirmed[each] for each in ids if each in confirmed), "")
    new = tuple(each for each in ids if each not in confirmed)
    return Proposal(ids, family, new, cohesion)


class _Groups:
    """Clauses joined one link after another, the best first."""

    def __init__(self, confirmed: Mapping[str, str]) -> None:
        self._parents: dict[str, str] = {}
        self._family = dict(confirmed)  # of the root of each group
        self._cohesion: dict[str, float] = {}
        first: dict[str, str] = {}
        for clause, family in confirmed.items():
            self._join_roots(self._root(first.setdefault(family, clause)), self._root(clause), 1.0)

    def join(self, one: str, other: str, score: float) -> bool:
        """Join the groups of two clauses, unless both are in families and these differ; whether
        they were two and are one now."""
        a, b = self._root(one), self._root(other)
        if a == b:
            return False
        named = {self._family[root] for root in (a, b) if self._family.get(root)}
        if len(named) <= 1:
            self._join_roots(a, b, score)
        return len(named) <= 1

    def hold(self, one: str, other: str, score: float) -> bool:
        """Whether two clauses are together by links that are all better than this one."""
        a = self._root(one)
        return a == self._root(other) and score < self._cohesion.get(a, 0.0)

    def all(self) -> Iterable[tuple[tuple[str, ...], float]]:
        """Every group with its weakest link."""
        members: dict[str, list[str]] = {}
        for clause in self._parents:
            members.setdefault(self._root(clause), []).append(clause)
        for root, clauses in members.items():
            if len(clauses) > 1:
                yield tuple(sorted(clauses)), self._cohesion[root]

    def _join_roots(self, a: str, b: str, score: float) -> None:
        if a == b:
            return
        scores = (self._cohesion.get(a, 1.0), self._cohesion.get(b, 1.0), score)
        family = self._family.get(a) or self._family.get(b) or ""
        self._parents[b] = a
        self._cohesion[a], self._family[a] = min(scores), family

    def _root(self, clause: str) -> str:
        path = [clause]
        while (parent := self._parents.setdefault(path[-1], path[-1])) != path[-1]:
            path.append(parent)
        for each in path:
            self._parents[each] = path[-1]
        return path[-1]
