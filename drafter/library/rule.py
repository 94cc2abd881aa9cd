"""What a rule of `library check` is, and the clause files it looks at.

Rules that need no more than the files of one folder are modules in `library/rules/`; those that
need other rooms (matching, the checks of texts) in `workspace/library_rules/`. Each declares one
`RULE`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from drafter.library.clause_file import ClauseFile
from drafter.library.clause_rows import note_rows
from drafter.library.findings import problem
from drafter.library.vocabulary import Vocabulary
from drafter.model.findings import Finding, Severity
from drafter.yamlio import Located, Value

T = TypeVar("T")
Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, or a note, as it stands in the file, and where: `at` leads to it."""

    at: Steps
    fields: Mapping[str, Value]

    def words(self, name: str) -> str:
        """The text of a field, empty if it has none."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def several(self, name: str) -> tuple[str, ...]:
        """The items of a field that is a list."""
        value = self.fields.get(name, "")
        return tuple(str(each) for each in value) if isinstance(value, list) else ()


@dataclass(frozen=True, slots=True)
class LibraryFile:
    """A clause file that could be read; `inside` is its path in its folder, with `/`.

    `rows` are its paragraphs and notes by id.
    """

    file: ClauseFile
    held: Located
    path: Path
    inside: str
    rows: Mapping[str, Row]

    @staticmethod
    def of(file: ClauseFile, held: Located, path: Path, inside: str) -> LibraryFile:
        """The file with its rows."""
        data = held.data if isinstance(held.data, dict) else {}
        found = [
            *_rows(data.get("blocks", ""), ("blocks",)),
            *(Row(at, fields) for at, fields in note_rows(data)),
        ]
        return LibraryFile(file, held, path, inside, {row.words("id"): row for row in found})

    @property
    def fields(self) -> Mapping[str, Value]:
        """The `source:` block as it stands there."""
        source = self.held.data.get("source") if isinstance(self.held.data, dict) else None
        return source if isinstance(source, dict) else {}


@dataclass(frozen=True, slots=True)
class Gathered:
    """The clause files of one folder, in order of their paths, with the topics and addressees that
    are known there. Files that could not be read are told by `problems`."""

    folder: Path
    files: tuple[LibraryFile, ...]
    vocabulary: Vocabulary
    problems: tuple[Finding, ...] = ()

    def at(self, path: Path) -> LibraryFile | None:
        """The file at `path`, None if it is not among these."""
        return next((each for each in self.files if each.path == path), None)


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """One rule: its `code`, which names its sentence `library.<code>`, how grave it usually is, its
    documentation `page` (the docstring of its module), and what it does.

    `fixable` says that writing the file anew, which works out what is derived, puts it right.
    """

    code: str
    severity: Severity
    page: str
    run: Callable[[T], Iterable[Finding]]
    fixable: bool = False

    def at(
        self,
        file: LibraryFile,
        *steps: str | int,
        severity: Severity | None = None,
        element: str = "",
        **params: str | int,
    ) -> Finding:
        """A finding at the line of the value that `steps` lead to."""
        line, grave = file.held.line(*steps), severity or self.severity
        return problem(self.code, file.path, line, severity=grave, element=element, **params)

    def on(
        self,
        file: LibraryFile,
        element: str,
        *steps: str | int,
        severity: Severity | None = None,
        **params: str | int,
    ) -> Finding:
        """A finding about the paragraph or note `element`, at the line of its field `steps`."""
        at = (*file.rows[element].at, *steps)
        return self.at(file, *at, severity=severity, element=element, **params)


def of_each(run: Callable[[LibraryFile], Iterable[Finding]]) -> Callable[[Gathered], list[Finding]]:
    """A rule that looks at one file after the other."""

    def run_all(gathered: Gathered) -> list[Finding]:
        return [finding for file in gathered.files for finding in run(file)]

    return run_all


def unwaived(findings: Iterable[Finding], gathered: Gathered) -> Iterator[Finding]:
    """The findings that no clause waives by their code."""
    waived = {
        (str(file.path), paragraph.id, waiver.code)
        for file in gathered.files
        for _, paragraph in file.file.document.walk()
        for waiver in paragraph.waivers
    }
    for finding in findings:
        if (finding.place.file, finding.place.element, finding.code) not in waived:
            yield finding


def _rows(blocks: Value | None, path: Steps) -> Iterator[Row]:
    for index, fields in enumerate(blocks if isinstance(blocks, list) else []):
        if isinstance(fields, dict):
            at = (*path, index)
            if "part" not in fields:
                yield Row(at, fields)
            for inner in ("blocks", "children"):
                yield from _rows(fields.get(inner), (*at, inner))
