"""A family links a clause to nothing: no other clause is in it, here or in the usual libraries.

Often the key is misspelled, or the others were retired.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library import Rule
from drafter.model.findings import Finding, Severity
from drafter.workspace.libraries import provider
from drafter.workspace.library_rule import LibraryRule, Surroundings, file_of, files_by_source


def _run(surroundings: Surroundings) -> Iterator[Finding]:
    files = files_by_source(surroundings)
    library = surroundings.library.library
    members: dict[str, set[str]] = {}
    for family, clause, _ in library.families:
        members.setdefault(family, set()).add(clause)
    alone = {family: ids for family, ids in members.items() if len(ids) == 1}
    if not alone:
        return
    for family, clause, _ in provider(()).library.families:
        if family in alone and clause not in alone[family]:
            del alone[family]
    for family, ids in sorted(alone.items()):
        for version in library.versions(*ids):
            file = file_of(version, files)
            if file is not None and version.family == family:
                yield RULE.on(file, version.id.partition("#")[2], "family", family=family)


RULE: LibraryRule = Rule("family-alone", Severity.WARNING, __doc__, _run)
