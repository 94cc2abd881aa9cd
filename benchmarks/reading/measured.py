"""A measurement: what, how much, what it must be, whether it is."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from drafter.languages import language
from drafter.model.tree import Document
from drafter.model.view import DocumentView, view

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
SHARED = ROOT.parent / "shared"
PDFS = SHARED / "real" / "pdf_en"
PAIRS = SHARED / "real" / "docx_en"
NO_REAL = "real documents are not here (../shared/real)"


@dataclass(frozen=True)
class Measured:
    """`holds` is None for what could not be measured; `details` are shown below."""

    name: str
    found: str
    target: str
    holds: bool | None
    details: tuple[str, ...] = ()

    def __str__(self) -> str:
        verdict = {True: "holds", False: "FAILS", None: "skipped"}[self.holds]
        return f"{verdict:7} {self.name}: {self.found} (target: {self.target})"


def told(lines: Iterable[Measured]) -> None:
    """Print the lines as they are measured; ends the program with status 1 if a target is
    missed."""
    failed = 0
    for line in lines:
        print(line, flush=True)
        for detail in line.details:
            print(f"          {detail}")
        failed += line.holds is False
    if failed:
        sys.exit(f"targets missed: {failed}")


def skipped(name: str, why: str) -> Measured:
    return Measured(name, why, "–", None)


def viewed(document: Document) -> DocumentView:
    return view(document, language(document.language).conventions)


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def listed(rows: Iterable[str], most: int = 20) -> tuple[str, ...]:
    """The first rows, and how many more there are."""
    every = list(rows)
    more = [f"… and {len(every) - most} more"] if len(every) > most else []
    return (*every[:most], *more)
