"""What the rules in `workspace/library_rules/` are given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from drafter.library import Gathered, Rule

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
LibraryRule: TypeAlias = Rule[Surroundings]
