"""What the rules in `workspace/library_rules/` are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from drafter.library import Clause, Gathered, LibraryFile, Rule

if TYPE_CHECKING:
    from drafter.workspace.libraries import LibraryProvider


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The clause files of one folder, and the library that these files alone make.

    `library.engine(language)` and `library.library` open when they are first asked for.
    """

    gathered: Gathered
    library: LibraryProvider


# Declared as `RULE: LibraryRule = Rule(code, severity, __doc__, _run)`. Its findings are made with
# `RULE.at(file, "source", "stage", …)` or `RULE.on(file, element, "family", …)`, where `file` is
# `surroundings.gathered.at(clause.file)` and `element` the id of the clause after `#`.
Files: TypeAlias = Mapping[tuple[str, str], LibraryFile]
LibraryRule: TypeAlias = Rule[Surroundings]


def files_by_source(surroundings: Surroundings) -> Files:
    """The clause files by symbol and language."""
    sources = ((each.file.source, each) for each in surroundings.gathered.files)
    return {(source.symbol, source.language): file for source, file in sources}


def file_of(clause: Clause, files: Files) -> LibraryFile | None:
    """The clause file that a clause stands in."""
    return files.get((clause.symbol, clause.language))
