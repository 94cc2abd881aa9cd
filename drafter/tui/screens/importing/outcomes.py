"""What comes of a review."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from drafter.library import ImportOutcome
    from drafter.workspace.reviewing import Review


@dataclass(frozen=True, slots=True)
class Entered:
    """The document went into the library `folder`."""

    outcome: ImportOutcome
    folder: Path


@dataclass(frozen=True, slots=True)
class Drafted:
    """The document is to be drafted on."""

    review: Review


Outcome: TypeAlias = Entered | Drafted
