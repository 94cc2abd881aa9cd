"""`families.yaml` of a library folder: the families that were confirmed, and those refused.

format: 1
families:
  f-0f52cda6ad3e:
    latest: A/79/439/Add.2#report/draft-1/op16
refused:
  - f-83d1c10e2e5e
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from drafter import yamlio
from drafter.errors import DrafterError
from drafter.library.findings import of_error, problem
from drafter.library.vocabulary import KEY
from drafter.model.findings import Finding
from drafter.yamlio import Located, Value, dump, load, read_text

FAMILIES_FILE = "families.yaml"
_MAX_BYTES = 20_000_000
_COMMENT = (
    "Families of clauses that a maintainer confirmed, with the latest clause of each.\n"
    "Clauses name their family themselves (`family:`); drafter library families adds to this table."
)


@dataclass(frozen=True, slots=True)
class Families:
    """`latest` gives the latest clause of each confirmed family, by its id; `refused` the ids of
    proposals that a maintainer said no to."""

    latest: tuple[tuple[str, str], ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FamiliesRead:
    """What a table says, where, and what is wrong with it; nothing for a missing table."""

    families: Families = Families()
    held: Located | None = None
    findings: tuple[Finding, ...] = ()

    def line(self, family: str) -> int:
        """The line on which a family stands; 0 if there is no table."""
        return self.held.line("families", family) if self.held else 0


def read_families(folder: Path) -> FamiliesRead:
    """The families of a folder."""
    path = folder / FAMILIES_FILE
    if not path.is_file():
        return FamiliesRead()
    try:
        held = load(read_text(path, max_bytes=_MAX_BYTES), source=str(path))
    except DrafterError as error:
        return FamiliesRead(findings=(of_error(error, path),))
    data = held.data
    known = {"format", "families", "refused"}
    if not isinstance(data, dict) or data.get("format") != "1" or data.keys() - known:
        return FamiliesRead(held=held, findings=(problem("families-shape", path, held.line()),))
    return _rows(data, held, path)


def _rows(data: dict[str, Value], held: Located, path: Path) -> FamiliesRead:
    table, refused = data.get("families") or {}, data.get("refused") or []
    latest: list[tuple[str, str]] = []
    findings: list[Finding] = []
    if not isinstance(table, dict) or not isinstance(refused, list):
        where = "families" if not isinstance(table, dict) else "refused"
        return FamiliesRead(
            held=held, findings=(problem("families-shape", path, held.line(where)),)
        )
    for family, row in table.items():
        clause = row.get("latest", "") if isinstance(row, dict) else None
        if not KEY.fullmatch(family) or not isinstance(clause, str):
            findings.append(problem("families-shape", path, held.line("families", family)))
        else:
            latest.append((family, clause))
    names = tuple(each for each in refused if isinstance(each, str))
    return FamiliesRead(Families(tuple(latest), names), held, tuple(findings))


def families_text(families: Families, old: str = "") -> str:
    """The table as YAML, with the comments of `old`. Raises `InvalidYaml` for an `old` that is
    none."""
    rows: dict[str, Value] = {
        family: {"latest": clause} for family, clause in sorted(families.latest)
    }
    value: dict[str, Value] = {"format": "1", "families": rows}
    if families.refused:
        value["refused"] = list[Value](sorted(families.refused))
    if not old:
        return dump(value, comment=_COMMENT)
    return yamlio.rewritten(old, value, source=FAMILIES_FILE)
