"""Clauses say nearly the same, to 80 % or more, and are in no family.

Told once for all of them, at the earliest. What is mostly opening words and citations is left out,
and so is what a maintainer refused. `drafter library families --apply` asks about each.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library import Rule
from drafter.model.findings import Finding, Severity
from drafter.workspace.families import propose
from drafter.workspace.library_rule import LibraryRule, Surroundings, file_of, files_by_source

_SHOWN = 3


def _run(surroundings: Surroundings) -> Iterator[Finding]:
    files = files_by_source(surroundings)
    for family in propose(surroundings.library):
        new = set(family.proposal.new)
        first = next(clause for clause in family.clauses if clause.id in new)
        file = file_of(first, files)
        if family.formula or file is None:
            continue
        others = [clause.id for clause in family.clauses if clause.id != first.id]
        yield RULE.on(
            file, first.id.partition("#")[2],
            percent=round(family.proposal.cohesion * 100),
            others=", ".join(others[:_SHOWN]) + (" …" if len(others) > _SHOWN else ""),
            family=family.id,
        )  # fmt: skip


RULE: LibraryRule = Rule("near-duplicates", Severity.INFO, __doc__, _run)
