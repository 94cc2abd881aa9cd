"""The language versions of one clause are in different families, or one of them in none.

A family is that of a clause, whatever its language.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library import Rule
from drafter.model.findings import Finding, Severity
from drafter.workspace.library_rule import LibraryRule, Surroundings, file_of, files_by_source


def _run(surroundings: Surroundings) -> Iterator[Finding]:
    files = files_by_source(surroundings)
    library = surroundings.library.library
    for clause_id in dict.fromkeys(clause for _, clause, _ in library.families):
        versions = library.versions(clause_id)
        if len({version.family for version in versions}) == 1:
            continue
        told = ", ".join(f"{each.language}: {each.family or '–'}" for each in versions)
        for version in versions:
            file = file_of(version, files)
            if file is not None and version.family:
                yield RULE.on(file, clause_id.partition("#")[2], "family", families=told)


RULE: LibraryRule = Rule("family-of-versions", Severity.WARNING, __doc__, _run)
