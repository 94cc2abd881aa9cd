"""What goes into tracking changes and what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.findings import Finding


@dataclass(frozen=True, slots=True)
class TrackOptions:
    """Who makes the changes (a delegation, never a person unless asked) and when: ISO 8601, or ""
    for changes without a date."""

    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """The package with its changes tracked, how many there are, and what could not be marked."""

    data: bytes
    changes: int
    left: tuple[Finding, ...]
