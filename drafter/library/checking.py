"""Everything that is wrong with a folder of clause files, for the maintainer who looks after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from drafter.errors import DrafterError
from drafter.library import rules as room
from drafter.library.clause_file import InvalidClauseFile, located
from drafter.library.findings import of_error
from drafter.library.rule import Gathered, LibraryFile, Rule, unwaived
from drafter.library.scanning import scan
from drafter.library.vocabulary import read_all
from drafter.model.findings import Finding
from drafter.registry import discover
from drafter.yamlio.files import read_bytes

_MAX_BYTES = 20_000_000


@cache
def rules() -> tuple[Rule[Gathered], ...]:
    """The rules of this room, by code."""
    return tuple(sorted(discover(room, "RULE", Rule), key=lambda each: each.code))


def check(folder: Path, beside: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """The findings of all files in `folder` that the rules of this room make, by file and line.

    The topics and addressees of the folders `beside` it are known as well. Errors keep a file, or
    a clause, out of the library or make it say something false; warnings are for a maintainer to
    look at. Never raises for what is in the folder.
    """
    return checked(gather(folder, beside))


def gather(folder: Path, beside: Sequence[Path] = ()) -> Gathered:
    """The clause files of `folder`, and what is wrong with those that cannot be read."""
    seen, unseen = scan((folder,))
    _, wrong = read_all((folder,))
    vocabulary, _ = read_all((*beside, folder))
    problems = [*unseen, *wrong]
    files: list[LibraryFile] = []
    for each in seen:
        if each.is_vocabulary:
            continue
        path = folder / each.path
        try:
            file, held = located(read_bytes(path, max_bytes=_MAX_BYTES), path)
        except InvalidClauseFile as error:
            problems += error.findings
        except DrafterError as error:
            problems.append(of_error(error, path))
        else:
            files.append(LibraryFile.of(file, held, path, each.path))
    return Gathered(folder, tuple(files), vocabulary, tuple(problems))


def checked(gathered: Gathered, more: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """What the rules of this room find, and the findings of `more` rules, without those that are
    waived, in order of file and line."""
    found = [*more, *(finding for rule in rules() for finding in rule.run(gathered))]
    kept = unwaived(found, gathered)
    return tuple(sorted((*gathered.problems, *kept), key=_order))


def _order(finding: Finding) -> tuple[str, int, str, str]:
    place = finding.place
    return place.file, place.line, finding.code, place.element
