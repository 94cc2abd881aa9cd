"""What came of one file on its way into a library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from drafter.errors import DrafterError, Locked, RefusedOverwrite
from drafter.model.findings import Finding


class Came(StrEnum):
    """What came of a file."""

    CREATED = "created"
    MERGED = "merged"
    UNCHANGED = "unchanged"
    ALREADY = "already"  # filed by an earlier import from the very same file
    DUPLICATE = "duplicate"  # another file of this document is the one that is filed
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Filed:
    """One file: what came of it, where it is filed, what the reader was unsure of.

    `added`, `changed` and `removed` count paragraphs against what the clause file held before.
    `kept` names the file that is filed instead of this one, `differing` how many paragraphs of
    this one are not in it word for word.
    """

    path: Path
    came: Came
    clause: Path | None = None
    paragraphs: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: str = ""
    differing: int = 0
    findings: tuple[Finding, ...] = ()
    error: DrafterError | None = None

    @property
    def exit_code(self) -> int:
        """What the command ends with if this is the worst of all."""
        return self.error.exit_code if self.error else 0


def not_filed(path: Path, error: DrafterError, findings: tuple[Finding, ...] = ()) -> Filed:
    """A file that was not filed, and why."""
    refused = isinstance(error, RefusedOverwrite | Locked)
    return Filed(path, Came.REFUSED if refused else Came.FAILED, findings=findings, error=error)
