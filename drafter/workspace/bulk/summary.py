"""What an import into a library did, for people and for programs."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.findings import Finding, Severity
from drafter.workspace.bulk.filed import Came, Filed
from drafter.workspace.bulk.gathering import Skipped
from drafter.workspace.records import FORMAT, Record, sentence

_GRAVEST_FIRST = (Severity.ERROR, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Doubts:
    """One thing that readers were unsure of, and how often in which files."""

    code: str
    severity: Severity
    sentence: str
    files: tuple[tuple[Path, int], ...]

    @property
    def places(self) -> int:
        """How often, in all files."""
        return sum(count for _, count in self.files)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why files were not filed, and what to do about it; each with the symbol its name suggests."""

    sentence: str
    hint: str
    files: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """An import into `library`: of `total` files those that were come to, and what was skipped."""

    library: Path
    total: int
    filed: tuple[Filed, ...]
    skipped: tuple[Skipped, ...] = ()
    interrupted: bool = False

    def count(self, *came: Came) -> int:
        """How many files that came of."""
        return sum(each.came in came for each in self.filed)

    @property
    def unsure(self) -> int:
        """How many documents have something to check against the original."""
        return sum(any(f.severity is not Severity.INFO for f in d.findings) for d in self._read)

    @property
    def _read(self) -> tuple[Filed, ...]:
        return tuple(each for each in self.filed if each.error is None)

    @property
    def doubts(self) -> tuple[Doubts, ...]:
        """What readers were unsure of, gravest first, then by code."""
        counts: dict[tuple[int, str, str], Counter[Path]] = {}
        for document in self._read:
            for finding in document.findings:
                grave = _GRAVEST_FIRST.index(finding.severity)
                key = (grave, finding.code, _without_fields(finding))
                counts.setdefault(key, Counter())[document.path] += 1
        return tuple(
            Doubts(code, _GRAVEST_FIRST[grave], words, tuple(sorted(files.items())))
            for (grave, code, words), files in sorted(counts.items())
        )

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Why files were not filed."""
        grouped: dict[str, list[Filed]] = {}
        for each in self.filed:
            if each.error is not None:
                grouped.setdefault(reason_of(each.error), []).append(each)
        return tuple(
            Reason(words, _hint(files[0]), tuple(sorted((d.path, _suggested(d)) for d in files)))
            for words, files in sorted(grouped.items())
        )

    @property
    def exit_code(self) -> int:
        """The gravest of all files; 130 after an interruption, as shells have it."""
        worst = max((each.exit_code for each in self.filed), default=0)
        return 130 if self.interrupted else worst

    @property
    def record(self) -> Record:
        """The summary as `drafter import --json` prints it."""
        return {
            "format": FORMAT,
            "library": str(self.library),
            "interrupted": self.interrupted,
            "files": self.total,
            "unsure": self.unsure,
            "counts": {came.value: self.count(came) for came in Came},
            "documents": [_document(each) for each in sorted(self.filed, key=lambda d: d.path)],
            "skipped": [
                {"file": str(each.path), "reason": each.reason.value} for each in self.skipped
            ],
        }


def _document(filed: Filed) -> Record:
    return {
        "file": str(filed.path),
        "outcome": filed.came.value,
        "clause_file": str(filed.clause or ""),
        "paragraphs": filed.paragraphs,
        "added": filed.added,
        "changed": filed.changed,
        "removed": filed.removed,
        "kept": filed.kept,
        "differing": filed.differing,
        "findings": [_finding(each) for each in filed.findings],
        "error": "" if filed.error is None else say(filed.error.message_id, **filed.error.params),
        "hint": _hint(filed),
        "suggested": _suggested(filed),
    }


def reason_of(error: DrafterError) -> str:
    """Why, in one line."""
    return say(error.message_id, **error.params).partition("\n")[0]


def _suggested(filed: Filed) -> str:
    return str(filed.error.params.get("suggested", "")) if filed.error else ""


def _hint(filed: Filed) -> str:
    error = filed.error
    return say(error.hint_id, **error.params) if error and error.hint_id else ""


def _finding(finding: Finding) -> Record:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "page": finding.place.page,
        "line": finding.place.line,
        "element": finding.place.element,
        "message": sentence(finding),
    }


def _without_fields(finding: Finding) -> str:
    """The sentence with … where it speaks of one place only."""
    return say(finding.message, **dict.fromkeys(finding.values, "…"))
