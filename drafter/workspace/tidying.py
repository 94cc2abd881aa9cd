"""Clause files in canonical form, and with the fixes that `library check` offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from drafter import checks, library
from drafter.errors import EditRefused, UnknownName, UnreadableInput, UsageError
from drafter.languages import language
from drafter.library import Gathered, LibraryFile, Revision, rewritten
from drafter.model.findings import Finding, last_first
from drafter.workspace.libraries import provider
from drafter.workspace.library_rule import Surroundings
from drafter.workspace.library_rules import text_checks
from drafter.workspace.maintaining import library_rules
from drafter.workspace.records import FORMAT, Record, finding_at
from drafter.workspace.resources import clauses_folder
from drafter.workspace.saving import reason
from drafter.workspace.steps import ApplyFix

_ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Tidied:
    """What files would become, how many findings that puts right, and what stands in the way of
    reading others."""

    revisions: tuple[Revision, ...]
    problems: tuple[Finding, ...]
    fixed: int = 0

    @property
    def changed(self) -> tuple[Revision, ...]:
        """The files that change."""
        return tuple(each for each in self.revisions if each.changed)


def write(revisions: Sequence[Revision]) -> None:
    """Write the files that change. Raises `RefusedOverwrite` if one has changed meanwhile, and
    `UnreadableInput` where a file cannot be written."""
    try:
        library.write(revisions)
    except OSError as problem:
        raise UnreadableInput(
            "workspace.cannot-write", place=str(problem.filename or ""), reason=reason(problem)
        ) from None


def record(tidied: Tidied, *, written: bool) -> Record:
    """What became of the files as JSON."""
    return {
        "format": FORMAT,
        "written": written,
        "fixed": tidied.fixed,
        "files": [{"file": str(each.path), "diff": each.difference()} for each in tidied.changed],
        "problems": [finding_at(each) for each in tidied.problems],
    }


def own_libraries(folders: Sequence[Path]) -> tuple[Path, ...]:
    """The folders named; without any, the usual ones but the shipped, which is never written to.

    Raises `UnreadableInput` for a folder that is not there, `UsageError` if there is none.
    """
    found = provider(folders).folders
    own = found if folders else tuple(each for each in found if each != clauses_folder())
    if not own:
        raise UsageError("workspace.no-own-library")
    return own


def formatted(folders: Sequence[Path]) -> Tidied:
    """The clause files of libraries in canonical form, comments kept."""
    gathered = [library.gather(folder) for folder in own_libraries(folders)]
    files = [file.path for each in gathered for file in each.files]
    problems = tuple(problem for each in gathered for problem in each.problems)
    return Tidied(tuple(map(library.formatted, files)), problems)


def fixed(folders: Sequence[Path], select: Sequence[str] = ()) -> Tidied:
    """The clause files of libraries with the fixes of findings, of those in `select` if given.

    Text that was compared with its document is left alone. Raises `UnknownName` for a code that no
    finding has.
    """
    _refuse_unknown(select)
    own = own_libraries(folders)
    known = (*provider(()).folders, *own)
    revisions: list[Revision] = []
    problems: list[Finding] = []
    count = 0
    for folder in own:
        gathered = library.gather(folder, known)
        problems += gathered.problems
        for file in gathered.files:
            revision, mended = _fixed(file, gathered, select)
            revisions.append(revision)
            count += mended
    return Tidied(tuple(revisions), tuple(problems), count)


def _refuse_unknown(select: Sequence[str]) -> None:
    codes = [
        *(each.code for each in checks.checks()),
        *(each.code for each in library.rules()),
        *(each.code for each in library_rules()),
    ]
    for code in select:
        if code not in codes:
            raise UnknownName("check.unknown", code=code, known=", ".join(codes))


def _fixed(file: LibraryFile, gathered: Gathered, select: Sequence[str]) -> tuple[Revision, int]:
    before = file.path.read_bytes()
    data, count = before, 0
    for _ in range(_ROUNDS):
        alone = replace(gathered, files=(file,), problems=())
        found = [each for each in _findings(alone) if not select or each.code in select]
        document, mended = file.file.document, 0
        for fix in last_first(fix for each in found for fix in each.fixes):
            try:
                document = ApplyFix(fix).apply(document, language(file.file.source.language))
            except EditRefused:  # another fix changed the same words: the next round looks again
                continue
            mended += 1
        mended += sum(each.code in _derived() for each in found)
        if not mended:
            break
        count += mended
        data = rewritten(data, replace(file.file, document=document))
        file = LibraryFile.of(*library.located(data, file.path), file.path, file.inside)
    return Revision(file.path, before, data), count


def _findings(alone: Gathered) -> Iterator[Finding]:
    surroundings = Surroundings(alone, provider((alone.folder,)))
    yield from library.checked(alone, text_checks.RULE.run(surroundings))


def _derived() -> frozenset[str]:
    return frozenset(rule.code for rule in library.rules() if rule.fixable)
