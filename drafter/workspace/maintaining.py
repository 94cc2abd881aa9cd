"""Looking after a library: what is wrong with its files, bringing rows in, its schema."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from drafter import library
from drafter.errors import MissingFile, UnreadableInput
from drafter.library.rows import RowsOutcome
from drafter.model.findings import Finding
from drafter.registry import discover
from drafter.workspace import library_rules as room
from drafter.workspace.libraries import provider
from drafter.workspace.library_rule import LibraryRule, Surroundings
from drafter.workspace.records import FORMAT, Record, finding_at
from drafter.workspace.saving import reason


@cache
def library_rules() -> tuple[LibraryRule, ...]:
    """The rules of this room, by code."""
    return tuple(sorted(discover(room, "RULE", library.Rule), key=lambda each: each.code))


def check_libraries(folders: Sequence[Path]) -> tuple[Finding, ...]:
    """What is wrong in these folders; without any, in the usual ones.

    They may use the topics and addressees of each other and of the usual libraries. Raises
    `UnreadableInput` for a folder that is not there.
    """
    named = provider(folders).folders
    known = (*provider(()).folders, *named)
    return tuple(finding for folder in named for finding in _checked(folder, known))


def _checked(folder: Path, known: Sequence[Path]) -> tuple[Finding, ...]:
    gathered = library.gather(folder, known)
    surroundings = Surroundings(gathered, provider((folder,)))
    more = [finding for rule in library_rules() for finding in rule.run(surroundings)]
    return library.checked(gathered, more)


def check_record(findings: tuple[Finding, ...]) -> Record:
    """The findings of a library as JSON: each with file and line, and whether `library fix` would
    put it right."""
    derived = {rule.code for rule in library.rules() if rule.fixable}
    return {
        "format": FORMAT,
        "findings": [
            {**finding_at(each), "fixable": bool(each.fixes) or each.code in derived}
            for each in findings
        ],
    }


def import_rows(file: Path, folder: Path, *, force: bool = False) -> RowsOutcome:
    """Clause files from a file of JSON rows. Raises `UnreadableInput`."""
    if not file.exists():
        raise MissingFile("workspace.no-such-file", place=str(file))
    try:
        with file.open(encoding="utf-8-sig") as lines:
            return library.import_rows(lines, folder, name=str(file), force=force)
    except UnicodeDecodeError:
        raise UnreadableInput("workspace.not-utf-8", place=str(file)) from None
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-import", place=str(file), folder=str(folder), reason=reason(problem)
        ) from None
