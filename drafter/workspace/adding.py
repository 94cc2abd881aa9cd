"""New clause files and clauses in a library that somebody looks after."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from drafter import library
from drafter.errors import UsageError
from drafter.languages import codes
from drafter.library import Revision, Source, skeletons
from drafter.model.provenance import Stage
from drafter.model.symbols import parse_symbol, stage_of
from drafter.workspace.curating import holding
from drafter.workspace.libraries import own_folder


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

    The library is the first folder named, else the user's own. Raises `UsageError` for what is
    missing or unknown, `RefusedOverwrite` for a file that is there or came with drafter.
    """
    symbol, mark, element = name.partition("#")
    if language and language not in codes():
        raise UsageError("cli.not-one-of", value=language, known=", ".join(codes()))
    if mark:
        if not words.strip():
            raise UsageError("workspace.add-text")
        anchor = after.rpartition("#")[2]
        return (skeletons.new_clause(holding(symbol, folders, language), element, words, anchor),)
    parsed = parse_symbol(symbol)
    known = stage_of(parsed) if parsed else Stage.UNKNOWN
    source = Source(
        symbol=str(parsed) if parsed else symbol,
        language=language,
        stage=Stage(stage) if stage else known,
    )
    return skeletons.new_file(source, folders[0] if folders else own_folder())


def line_of(revision: Revision, name: str) -> int:
    """The line of the clause `name`, or of the symbol, in what was added."""
    element = name.partition("#")[2]
    file, held = library.located(revision.after, revision.path)
    if not element:
        return held.line("source", "symbol")
    return held.line(*library.LibraryFile.of(file, held, revision.path, "").rows[element].at)
