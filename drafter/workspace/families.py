"""Families of clauses: proposed by the match engine, confirmed by a person, kept in the YAML."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from drafter.languages import codes, language
from drafter.library import Clause, Curated, Library
from drafter.library.clause_file import ClauseFile
from drafter.library.families import FAMILIES_FILE, Families, families_text, read_families
from drafter.library.revising import Revision, revised
from drafter.match.families import Link, Proposal, binding, family_id, links, proposed
from drafter.match.lineage import chronological, steps
from drafter.match.ranking import is_formula
from drafter.match.terms import current_norms
from drafter.workspace.changes import Change, current
from drafter.workspace.libraries import LibraryProvider
from drafter.workspace.lineage import clause_record, dated, departures
from drafter.workspace.match_records import reach_record
from drafter.workspace.records import FORMAT, Record

THRESHOLD = 0.8
# fewer words than these are alike by chance ("Takes note of the report;")
_FEWEST = 8
_AT_ONCE = 10_000  # pairs whose clauses are read together


@dataclass(frozen=True, slots=True)
class ProposedFamily:
    """Clauses that look like one clause over the years, the earliest first.

    `id` is that of the confirmed family that would grow, or a new one made from their words;
    `formula` says that they are hardly more than opening words and citations.
    """

    id: str
    proposal: Proposal
    clauses: tuple[Clause, ...]
    formula: bool

    @property
    def grows(self) -> bool:
        """Whether a confirmed family would grow."""
        return bool(self.proposal.family)

    @property
    def lines(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Each clause as it is cited, with how it departs from the one before it."""
        for step in steps(self.clauses, language(self.clauses[0].language)):
            yield dated(step.clause), tuple(words for _, words in departures(step))

    @property
    def record(self) -> Record:
        """Its JSON."""
        new = set(self.proposal.new)
        return {
            "family": self.id,
            "grows": self.grows,
            "formula": self.formula,
            "cohesion": round(self.proposal.cohesion, 6),
            "clauses": [{**clause_record(each), "new": each.id in new} for each in self.clauses],
        }


def propose(held: LibraryProvider, threshold: float = THRESHOLD) -> tuple[ProposedFamily, ...]:
    """The families that a library could have and has not, formulas last, else the most alike
    first.

    Every pair of clauses at or above the threshold is considered, in every language by itself; what
    a maintainer refused is not proposed again until its wordings change.
    """
    library = held.library
    confirmed = {clause: family for family, clause, _ in library.families}
    spoken: dict[str, str] = {}
    found = binding(_links(held, threshold, spoken), confirmed)
    refused = {each for folder in held.folders for each in read_families(folder).families.refused}
    made = (_made(each, library, spoken) for each in proposed(found, confirmed))
    told = (each for each in made if each.id not in refused)
    return tuple(sorted(told, key=lambda each: each.formula))


def proposals_record(
    found: Sequence[ProposedFamily], threshold: float, held: LibraryProvider
) -> Record:
    """The proposals as JSON."""
    return {
        "format": FORMAT,
        "threshold": threshold,
        "families": [each.record for each in found],
        "library": reach_record(held),
    }


def confirmation(
    confirmed: Sequence[ProposedFamily], refused: Sequence[ProposedFamily], held: LibraryProvider
) -> Change:
    """The change that writes confirmed families into their clauses, in every language, and into
    the table of the folder that has the latest of them; what was refused goes into the table too.

    Raises `UnreadableInput` for a clause file that has been broken meanwhile.
    """
    library = held.library
    rows: dict[Path, dict[str, str]] = {}
    for family in confirmed:
        for clause_id in family.proposal.new:
            for version in library.versions(clause_id):
                element = clause_id.partition("#")[2]
                rows.setdefault(version.file, {})[element] = family.id
    tables = _tables(confirmed, refused, held)
    return Change.of((*(_in_families(path, said) for path, said in rows.items()), *tables))


def latest_by_family(library: Library) -> dict[str, str]:
    """The latest clause found of every family, in the first of its languages."""
    languages: dict[str, str] = {}
    for family, _, code in library.families:
        if code in codes():
            languages[family] = min(code, languages.get(family, code))
    return {
        family: chronological(library.family(family, code), language(code))[-1].id
        for family, code in languages.items()
    }


def _links(held: LibraryProvider, threshold: float, spoken: dict[str, str]) -> Iterator[Link]:
    """The pairs that are alike; `spoken` gets the language in which each clause was found first."""
    library = held.library
    for code in sorted(set(library.coverage.languages) & set(codes())):
        rules = language(code)
        asked: set[str] = set()
        long: set[str] = set()
        pairs = iter(links(held.engine(rules).index.alike(threshold)))
        while some := list(islice(pairs, _AT_ONCE)):
            new = {each for one, other, _ in some for each in (one, other)} - asked
            asked |= new
            long |= {
                clause.id
                for clause in library.named(sorted(new), code).values()
                if len(current_norms(clause.plain, rules)) >= _FEWEST
            }
            yield from (pair for pair in some if pair[0] in long and pair[1] in long)
        for each in long:
            spoken.setdefault(each, code)


def _made(proposal: Proposal, library: Library, spoken: dict[str, str]) -> ProposedFamily:
    held = (library.clause(each, spoken.get(each, "")) for each in proposal.clauses)
    clauses = tuple(each for each in held if each is not None)
    rules = language(clauses[0].language)
    ordered = chronological(clauses, rules)
    words = (current_norms(each.plain, language(each.language)) for each in ordered)
    formulas = sum(is_formula(each.plain, language(each.language)) for each in ordered)
    return ProposedFamily(
        proposal.family or family_id(words), proposal, ordered, 2 * formulas > len(ordered)
    )


def _in_families(path: Path, families: dict[str, str]) -> Revision:
    def change(file: ClauseFile) -> ClauseFile:
        curated = dict(file.curated)
        for element, family in families.items():
            curated[element] = replace(curated.get(element, Curated()), family=family)
        return replace(file, curated=tuple(curated.items()))

    return revised(path, change)


def _tables(
    confirmed: Sequence[ProposedFamily], refused: Sequence[ProposedFamily], held: LibraryProvider
) -> Iterator[Revision]:
    """The tables that change; what was outdated in them is set right."""
    now = latest_by_family(held.library)
    for folder in held.folders:
        known = dict(read_families(folder).families.latest)
        stale = {family: now[family] for family in known.keys() & now.keys()}
        new = {each.id: each.clauses[-1].id for each in confirmed if _stands_in(folder, each)}
        names = [each.id for each in refused if _stands_in(folder, each)]
        latest = {**stale, **new}
        if names or any(known.get(family) != clause for family, clause in latest.items()):
            yield with_families(folder, latest, names)


def with_families(folder: Path, latest: dict[str, str], refused: Sequence[str] = ()) -> Revision:
    """The table of a folder with these latest clauses by family, and these refusals, in it.

    Raises `UnreadableInput` for a table that is broken.
    """
    path = folder / FAMILIES_FILE
    before = current(path)
    known = read_families(folder).families
    families = Families(
        tuple({**dict(known.latest), **latest}.items()),
        tuple(sorted({*known.refused, *refused} - latest.keys())),
    )
    text = families_text(families, (before or b"").decode("utf-8-sig"))
    return Revision(path, before, text.encode())


def _stands_in(folder: Path, family: ProposedFamily) -> bool:
    return family.clauses[-1].file.resolve().is_relative_to(folder.resolve())
