"""A clause is like no other clause of its family.

Unrelated paragraphs stay below a similarity of 25 %. Often the key was copied to the wrong clause.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.compare import similarity
from drafter.library import Clause, Rule
from drafter.model.findings import Finding, Severity
from drafter.workspace.library_rule import LibraryRule, Surroundings, file_of, files_by_source

_UNRELATED = 0.25


def _run(surroundings: Surroundings) -> Iterator[Finding]:
    files = files_by_source(surroundings)
    library = surroundings.library.library
    names = dict.fromkeys((family, language) for family, _, language in library.families)
    for family, language in names:
        members = library.family(family, language)
        for clause in members:
            others = [each for each in members if each.id != clause.id]
            file = file_of(clause, files)
            if file is not None and others and not _is_like_any(clause, others):
                yield RULE.on(file, clause.id.partition("#")[2], "family", family=family)


def _is_like_any(clause: Clause, others: list[Clause]) -> bool:
    return any(similarity(clause.plain, each.plain) >= _UNRELATED for each in others)


RULE: LibraryRule = Rule("family-unlike", Severity.WARNING, __doc__, _run)
