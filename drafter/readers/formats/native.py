"""The native file, `*.draft.yaml`: a draft with everything drafter knows of it.

Read strictly: an error names the file, the line and what is allowed there.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from drafter.errors import InvalidRecord, InvalidYaml
from drafter.model import record_read
from drafter.model.tree import Document
from drafter.readers.reader import Reader, ReadOptions, ReadResult
from drafter.yamlio import load, read_text

_MAX_BYTES = 50_000_000
_HEAD = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:#[^\n]*\n|---[ \t]*\r?\n|[ \t\r]*\n)*format:[ \t]*['\"]?\d"
)


def document_of(text: str, *, source: str) -> Document:
    """The document in the text of a native file; `source` names it in errors.

    Raises `InvalidYaml` (place "file:line") for broken YAML, a newer format, an unknown key, a
    missing or wrong value, an id used twice, a note mark without its note.
    """
    found = load(text, source=source, max_bytes=_MAX_BYTES)
    try:
        return record_read.document(found.data)
    except InvalidRecord as problem:
        raise InvalidYaml(
            problem.message_id, place=found.place(*problem.path), hint_id="", **problem.params
        ) from None


def _recognises(head: bytes) -> bool:
    return _HEAD.match(head) is not None and b"\nclauses:" not in head


def _read(path: Path, options: ReadOptions) -> ReadResult:
    found = document_of(read_text(path, max_bytes=_MAX_BYTES), source=str(path))
    return ReadResult(_told(found, options))


def _told(document: Document, options: ReadOptions) -> Document:
    """The document with what the person reading says of it: they know better than the file."""
    masthead = replace(
        document.masthead,
        symbol=options.symbol or document.masthead.symbol,
        date=options.date or document.masthead.date,
    )
    root = document.root.kind.value
    adopted = {path or root: symbol for path, symbol in options.adopted_as}
    return replace(
        document,
        language=options.language or document.language,
        masthead=masthead,
        stage=options.stage or document.stage,
        adopted_as=tuple({**dict(document.adopted_as), **adopted}.items()),
    )


READER = Reader("yaml", (".draft.yaml", ".draft.yml"), _recognises, _read, by_name=True)
