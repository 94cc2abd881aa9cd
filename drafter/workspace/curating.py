"""What a maintainer does to single clauses: retiring them, finding the line to edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NoReturn

from drafter import library
from drafter.errors import RefusedOverwrite, UsageError
from drafter.library import Clause, Library, LibraryFile, Retired, Revision, schema_text
from drafter.library.clause import NOTHING
from drafter.library.clause_file import ClauseFile
from drafter.model.findings import Finding
from drafter.workspace.libraries import own_folder, provider
from drafter.workspace.maintaining import check_libraries
from drafter.workspace.resources import clauses_folder


@dataclass(frozen=True, slots=True)
class Spot:
    """The line of a file where a clause stands."""

    path: Path
    line: int


def retirement(
    clause_id: str, why: str, by: str = "", folders: Sequence[Path] = (), language: str = ""
) -> tuple[Revision, ...]:
    """The files with the clause in them, in all languages or in one, with it retired; nothing is
    written.

    Raises `UsageError` without a reason, for a clause that is not there or stands in the shipped
    library only, and for a `by` that no library has.
    """
    if not why.strip():
        raise UsageError("workspace.retire-why")
    held = provider(folders).library
    if by and (by == clause_id or _in_languages(held, by, "") == ()):
        raise UsageError("workspace.no-such-clause-here", clause=by)
    found = _own(_in_languages(held, clause_id, language), clause_id, folders)
    element = clause_id.partition("#")[2]
    retired = Retired(why.strip(), by)

    def retire(file: ClauseFile) -> ClauseFile:
        curated = dict(file.curated)
        curated[element] = replace(curated.get(element, NOTHING), retired=retired)
        ids = (paragraph.id for _, paragraph in file.document.walk())
        ordered = tuple((each, curated[each]) for each in ids if each in curated)
        return replace(file, curated=ordered)

    return tuple(library.revised(clause.file, retire) for clause in found)


def spot(clause_id: str, folders: Sequence[Path] = (), language: str = "") -> Spot:
    """Where to edit the clause. Raises `UsageError` for one that is not there, and
    `RefusedOverwrite` for one of the shipped library that is not named."""
    found = _in_languages(provider(folders).library, clause_id, language)
    clause = _own(found, clause_id, folders)[0]
    return Spot(clause.file, _line(clause))


def overlay(clause_id: str, folders: Sequence[Path] = (), language: str = "") -> Spot:
    """A copy of the shipped file in the user's own library, laid over it, and the line there.

    Raises `UsageError` for a clause that is not there.
    """
    found = _in_languages(provider(folders).library, clause_id, language)
    if not found:
        raise UsageError("workspace.no-such-clause-here", clause=clause_id)
    clause = found[0]
    if not clause.file.is_relative_to(clauses_folder()):
        return Spot(clause.file, _line(clause))
    copy = own_folder() / clause.file.relative_to(clauses_folder())
    if not copy.exists():
        text = library.read_clause_bytes(clause.file)
        schema = own_folder() / library.SCHEMA_FILE
        made = () if schema.exists() else (Revision(schema, None, schema_text().encode()),)
        library.write((*made, Revision(copy, None, text)))
    return Spot(copy, _line(replace(clause, file=copy)))


def holding(symbol: str, folders: Sequence[Path] = (), language: str = "") -> Path:
    """The clause file of a document in a library that may be changed. Raises as `spot` does."""
    found = provider(folders).library.document(symbol, language)
    if found is None:
        raise UsageError("workspace.no-such-document", symbol=symbol)
    if not folders and found.file.is_relative_to(clauses_folder()):
        _refuse_shipped(found.file)
    return found.file


def findings_of(path: Path, folders: Sequence[Path] = ()) -> tuple[Finding, ...]:
    """What `library check` says of one file in the library that holds it."""
    usual = (*folders, *provider(()).folders)
    folder = next((each for each in usual if path.is_relative_to(each.resolve())), path.parent)
    there = path.resolve()
    return tuple(
        each for each in check_libraries((folder,)) if Path(each.place.file).resolve() == there
    )


def _in_languages(held: Library, clause_id: str, language: str) -> tuple[Clause, ...]:
    codes = (language,) if language else held.coverage.languages
    found = (held.clause(clause_id, code) for code in codes)
    return tuple(each for each in found if each is not None)


def _own(found: tuple[Clause, ...], clause_id: str, folders: Sequence[Path]) -> tuple[Clause, ...]:
    if not found:
        raise UsageError("workspace.no-such-clause-here", clause=clause_id)
    if folders:
        return found
    own = tuple(each for each in found if not each.file.is_relative_to(clauses_folder()))
    if not own:
        _refuse_shipped(found[0].file)
    return own


def _refuse_shipped(path: Path) -> NoReturn:
    raise RefusedOverwrite(
        "workspace.shipped-clause", place=str(path), hint_id="workspace.overlay-it"
    )


def _line(clause: Clause) -> int:
    data = library.read_clause_bytes(clause.file)
    file = LibraryFile.of(*library.located(data, clause.file), clause.file, "")
    row = file.rows[clause.id.partition("#")[2]]
    return file.held.line(*row.at)
