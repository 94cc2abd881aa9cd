"""Corrected templates tried on the shipped example, each kind in a process that can be ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import TypeAlias

from drafter import writers
from drafter.errors import DrafterError
from drafter.languages import codes, language
from drafter.model.tree import Document, DocumentType
from drafter.model.view import view
from drafter.readers import read
from drafter.workspace.rendering import Asked, write_options
from drafter.workspace.resources import example_draft
from drafter.writers.apart import apart
from drafter.writers.templating import Templates

# Something made with the templates of a folder, or with those shipped.
Trial: TypeAlias = Callable[[Path | None], object]

_LAYOUT = "layout.yaml"
_ENDLESS = "writing.template-endless"


def problems(folder: Path, used: Sequence[str]) -> tuple[DrafterError, ...]:
    """What is wrong with the templates `used` of `folder`, each thing once: every type of document
    and every language is tried."""
    kinds = {name.partition("/")[0] for name in used}
    tried = sorted((*writers.names(), *_OTHERS) if _LAYOUT in kinds else kinds)
    try:
        found = apart(folder, "", 0, _of_kinds, folder, used, tried)
    except DrafterError:  # one did not end, or brought the process down: which?
        with ThreadPoolExecutor() as waiting:
            each = waiting.map(lambda kind: _of_one(folder, used, kind), tried)
            found = tuple(problem for some in each for problem in some)
    return tuple({(each.place, str(each)): each for each in found}.values())


def _of_one(folder: Path, used: Sequence[str], kind: str) -> tuple[DrafterError, ...]:
    try:
        return apart(folder, kind, 0, _of_kinds, folder, used, [kind])
    except DrafterError as problem:
        return (problem,)


def _of_kinds(folder: Path, used: Sequence[str], kinds: Sequence[str]) -> tuple[DrafterError, ...]:
    return tuple(problem for kind in kinds for problem in _of_kind(folder, used, kind))


def _of_kind(folder: Path, used: Sequence[str], kind: str) -> Iterator[DrafterError]:
    for name in used:
        if name.startswith(f"{kind}/") and name.endswith(".j2"):
            yield from _problem(partial(Templates(folder).parse, name))
    for trial in _trials(kind):
        found = _problem(partial(trial, folder))
        # what the shipped templates cannot do either is no fault of these
        named = bool(found) and found[0].place.startswith(str(folder))
        if named or (found and not _problem(partial(trial, None))):
            yield from found


def _problem(done: Callable[[], object]) -> tuple[DrafterError, ...]:
    try:
        done()
    except DrafterError as problem:
        if problem.message_id == _ENDLESS:
            raise  # it took the time of all others
        return (problem,)
    return ()


def _trials(kind: str) -> Iterator[Trial]:
    example = read(example_draft()).document
    if kind in _OTHERS:
        yield partial(_OTHERS[kind], example)
        return
    for document_type, code in zip(DocumentType, cycle(codes()), strict=False):
        yield partial(_written, replace(example, type=document_type, language=code), kind)


def _written(draft: Document, name: str, own: Path | None) -> object:
    rules = language(draft.language)
    numbered = view(draft, rules.conventions)
    return writers.write(name, numbered, rules, replace(write_options(Asked()), templates=own))


def _parallel(example: Document, own: Path | None) -> object:
    from drafter.workspace import parallel

    versions = [replace(example, language=code) for code in codes()]
    made = parallel.tied(versions, codes(), own)
    return [parallel.written(made.table, name, own) for name in parallel.FORMATS]


def _redline(example: Document, own: Path | None) -> object:
    from drafter.workspace.comparing import compare
    from drafter.workspace.deviations import between
    from drafter.workspace.redlines import redline_of
    from drafter.writers.redlines import table
    from drafter.writers.redlines.html import PageOptions, html

    changed = replace(example, root=replace(example.root, blocks=example.root.blocks[1:]))
    pair = compare(example, changed)
    page = html(redline_of(pair), PageOptions(templates=own))
    return page, table.docx(between(pair).table(), own)


_OTHERS: dict[str, Callable[[Document, Path | None], object]] = {
    "parallel": _parallel,
    "redline": _redline,
}
