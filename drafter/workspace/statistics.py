"""What a library holds, counted: for people who look after it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from drafter.library import Library, Obtained, Source
from drafter.library.names import body_of
from drafter.model.symbols import settled_stage
from drafter.workspace.libraries import provider
from drafter.workspace.records import FORMAT, Record

_CHECKED = "against document"
ASPECTS = ("language", "session", "stage", "body")
Row = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Texts and clauses, whole and by aspect.

    `by` gives, for each of `ASPECTS`, rows of (name, texts, clauses); `checked` counts the texts
    whose words were compared with the document, by state in `obtained`. `families` counts the
    families by how many clause ids they hold, `in_family` the clauses in one. `uncovered` are the
    topics no clause carries, with how many there are in all.
    """

    texts: int
    clauses: int
    by: tuple[tuple[str, tuple[Row, ...]], ...]
    obtained: tuple[tuple[str, int], ...]
    families: int
    largest_family: int
    in_family: int
    topics: int
    uncovered: tuple[str, ...]
    with_topic: int
    problems: int

    @property
    def checked(self) -> float:
        """The share of texts that were checked against the document, 0 to 1."""
        held = dict(self.obtained).get(_CHECKED, 0)
        return held / self.texts if self.texts else 0.0

    @property
    def record(self) -> Record:
        """Its JSON."""
        return {
            "format": FORMAT,
            "texts": self.texts,
            "clauses": self.clauses,
            **{
                f"by_{aspect}": [
                    {"name": name, "texts": texts, "clauses": clauses}
                    for name, texts, clauses in rows
                ]
                for aspect, rows in self.by
            },
            "obtained": dict(self.obtained),
            "checked": round(self.checked, 4),
            "families": {
                "count": self.families,
                "largest": self.largest_family,
                "clauses": self.in_family,
            },
            "topics": {
                "count": self.topics,
                "uncovered": list(self.uncovered),
                "clauses": self.with_topic,
            },
            "problems": self.problems,
        }


def statistics(folders: Sequence[Path]) -> Statistics:
    """The statistics of the libraries in `folders`; without any, of the usual ones.

    Raises `UnreadableInput` for a folder that is not there.
    """
    return counted(provider(folders).library)


def counted(library: Library) -> Statistics:
    """The statistics of a library. A text in two languages counts twice."""
    counts = library.counts
    carried: Counter[str] = Counter()
    for together, count in library.topics:
        carried.update(dict.fromkeys(together, count))
    topics = [term.key for term in library.vocabulary.topics]
    families: dict[str, set[str]] = {}
    for family, clause_id, _ in library.families:
        families.setdefault(family, set()).add(clause_id)
    return Statistics(
        texts=len(counts),
        clauses=sum(count for _, count in counts),
        by=tuple((aspect, _rows(aspect, counts)) for aspect in ASPECTS),
        obtained=_states(source for source, _ in counts),
        families=len(families),
        largest_family=max(map(len, families.values()), default=0),
        in_family=len(library.families),
        topics=len(topics),
        uncovered=tuple(key for key in topics if not carried[key]),
        with_topic=sum(count for together, count in library.topics if together),
        problems=len(library.problems),
    )


def _rows(aspect: str, counts: Iterable[tuple[Source, int]]) -> tuple[Row, ...]:
    texts: Counter[str] = Counter()
    clauses: Counter[str] = Counter()
    for source, count in counts:
        name = _name(aspect, source)
        texts[name] += 1
        clauses[name] += count
    return tuple((name, texts[name], clauses[name]) for name in sorted(texts, key=_order))


def _order(name: str) -> tuple[bool, int, str]:
    return not name.isdecimal(), int(name) if name.isdecimal() else 0, name


def _name(aspect: str, source: Source) -> str:
    match aspect:
        case "session":
            return "–" if source.session is None else str(source.session)
        case "body":
            return source.body or body_of(source.symbol)
        case "stage":
            return settled_stage(source.symbol, source.stage).value
        case _:
            return source.language


def _states(sources: Iterable[Source]) -> tuple[tuple[str, int], ...]:
    states = Counter({_CHECKED: 0, Obtained().state: 0})
    states.update(source.obtained.state for source in sources)
    return tuple(sorted(states.items()))
