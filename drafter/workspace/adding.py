"""New clause files and clauses in a library that somebody looks after."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from drafter import library
from drafter.errors import UsageError
from drafter.languages import codes
from drafter.library import Revision, Source, skeletons
from drafter.model.provenance import Stage
from drafter.model.symbols import agrees, parse_symbol, stage_of
from drafter.workspace.curating import holding
from drafter.workspace.libraries import own_folder
from drafter.workspace.starting import usual_language

# what the name of a text without a symbol may consist of
_NAME = re.compile(r"[\w./()*\- ]+")


def added(
    name: str,
    *,
    folders: Sequence[Path] = (),
    language: str = "",
    stage: str = "",
    words: str = "",
    after: str = "",
) -> tuple[Revision, ...]:
    """What adding `name` would write: a symbol is a file without clauses yet, a clause id
    (symbol#part/place) a clause with the text `words` in a file that is there.

    The library is the first folder named, else the user's own; the language of a file, unless it is
    given, that of new drafts. Raises `UsageError` for what is missing or unknown, a name that none
    can have, or a stage that contradicts the symbol; `RefusedOverwrite` for a file that is there or
    came with drafter.
    """
    symbol, mark, element = name.partition("#")
    if language and language not in codes():
        raise UsageError("cli.not-one-of", value=language, known=", ".join(codes()))
    if mark:
        if not words.strip():
            raise UsageError("workspace.add-text")
        anchor = after.rpartition("#")[2]
        return (skeletons.new_clause(holding(symbol, folders, language), element, words, anchor),)
    _refuse_no_name(symbol)
    parsed = parse_symbol(symbol)
    source = Source(
        symbol=str(parsed) if parsed else symbol,
        language=language or usual_language(),
        stage=_stage(symbol, stage),
    )
    return skeletons.new_file(source, folders[0] if folders else own_folder())


def _stage(symbol: str, given: str) -> Stage:
    """The stage that is given, which may not contradict the symbol, or the one that tells."""
    parsed = parse_symbol(symbol)
    told = stage_of(parsed) if parsed else Stage.UNKNOWN
    if given and not agrees(symbol, Stage(given)):
        raise UsageError(
            "library.stage-unlike-symbol", place="--stage",
            symbol=symbol, stage=given, told=told.value,
        )  # fmt: skip
    return Stage(given) if given else told


def is_odd(name: str) -> bool:
    """Whether the document of `name` has no United Nations symbol."""
    return parse_symbol(name.partition("#")[0]) is None


def _refuse_no_name(symbol: str) -> None:
    steps = symbol.split("/")
    if not _NAME.fullmatch(symbol) or any(not each.strip(". ") for each in steps):
        raise UsageError("workspace.add-no-symbol", symbol=symbol)


def line_of(revision: Revision, name: str) -> int:
    """The line of the clause `name`, or of the symbol, in what was added."""
    element = name.partition("#")[2]
    file, held = library.located(revision.after, revision.path)
    if not element:
        return held.line("source", "symbol")
    return held.line(*library.LibraryFile.of(file, held, revision.path, "").rows[element].at)
