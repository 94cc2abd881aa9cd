"""`families.yaml` says of a family that another clause is its latest than the latest found here,
or names a family that no clause is in.

`drafter library families DIR --apply` sets the latest right.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.library import Rule
from drafter.library.families import FAMILIES_FILE, read_families
from drafter.library.findings import problem
from drafter.model.findings import Finding, Severity
from drafter.workspace.families import latest_by_family
from drafter.workspace.library_rule import LibraryRule, Surroundings


def _run(surroundings: Surroundings) -> Iterator[Finding]:
    folder = surroundings.gathered.folder
    table = read_families(folder)
    yield from table.findings
    found = latest_by_family(surroundings.library.library)
    for family, said in table.families.latest:
        latest = found.get(family, "–")
        if said != latest:
            yield problem(
                RULE.code, folder / FAMILIES_FILE, table.line(family), severity=RULE.severity,
                family=family, said=said or "–", latest=latest,
            )  # fmt: skip


RULE: LibraryRule = Rule("stale-latest", Severity.WARNING, __doc__, _run)
