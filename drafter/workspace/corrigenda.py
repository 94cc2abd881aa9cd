"""A corrigendum applied to a text of the library: a reviewed change, the earlier reading kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from drafter.errors import DrafterError, UsageError
from drafter.library import Curated, SourceDocument
from drafter.library.clause import Earlier
from drafter.library.clause_file import ClauseFile
from drafter.library.revising import revised
from drafter.model.places import clause_id
from drafter.model.rebuild import map_paragraphs
from drafter.model.symbols import parse_symbol
from drafter.model.tree import Paragraph
from drafter.readers import read
from drafter.workspace.changes import Change
from drafter.workspace.libraries import provider
from drafter.workspace.native import SUFFIX, is_native
from drafter.workspace.reading_corrigenda import Correction
from drafter.workspace.recent import recent_files
from drafter.workspace.records import FORMAT, Record

_CORRIGENDUM = "Corr."
_PLACE = re.compile(r"^(?:op|pp)(?=\d)")


@dataclass(frozen=True, slots=True)
class Applied:
    """A correction and the paragraph it was applied to, `before` if that was done already; without
    a paragraph, `places` are all that have the words, and `times` is how often the one that is
    meant has them."""

    correction: Correction
    element: str
    places: tuple[str, ...] = ()
    times: int = 0
    before: bool = False


@dataclass(frozen=True, slots=True)
class UsingDraft:
    """A paragraph of a draft that was taken from a corrected clause; `old` if it still has the
    earlier words."""

    path: Path
    element: str
    clause: str
    old: bool


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a corrigendum does to a text of the library, and which drafts use it."""

    corrigendum: str
    symbol: str
    language: str
    applied: tuple[Applied, ...]
    drafts: tuple[UsingDraft, ...]
    unread: tuple[tuple[Path, str], ...]
    change: Change

    @property
    def left(self) -> tuple[Applied, ...]:
        """The corrections that could not be applied."""
        return tuple(each for each in self.applied if not each.element)

    @property
    def record(self) -> Record:
        """Its JSON."""
        return {
            "format": FORMAT,
            "corrigendum": self.corrigendum,
            "source": self.symbol,
            "language": self.language,
            "corrections": [
                {
                    "old": each.correction.old,
                    "new": each.correction.new,
                    "clause": clause_id(self.symbol, each.element) if each.element else None,
                    "places": [clause_id(self.symbol, place) for place in each.places],
                    "already": each.before,
                }
                for each in self.applied
            ],
            "drafts": [
                {
                    "path": str(each.path),
                    "element": each.element,
                    "clause": each.clause,
                    "earlier_reading": each.old,
                }
                for each in self.drafts
            ],
            "files": [
                {"path": str(each.path), "diff": difference}
                for each, difference in zip(self.change.files, self.change.differences, strict=True)
            ],
        }


def corrected(
    corrigendum: str,
    corrections: Sequence[Correction],
    folder: Path,
    *,
    code: str = "",
    until: str = "",
    drafts: Sequence[Path] = (),
) -> Corrected:
    """What applying these corrections to the text of the library in `folder` would write.

    Nothing is written. The drafts looked at are those opened last and those in the folders
    `drafts`. Raises `UsageError` for a symbol that is no corrigendum's, or whose text the library
    does not hold, and for a clause of another text; `UnreadableInput`.
    """
    symbol = _corrects(corrigendum)
    held = provider((folder,)).library.document(symbol, code)
    if held is None:
        raise UsageError("workspace.correct-no-text", symbol=symbol)
    _refuse_other_texts(corrections, symbol)
    applied = tuple(_placed(each, held, corrigendum) for each in corrections)
    known = [each for each in applied if each.element]
    fresh = [each for each in known if not each.before]
    earlier = Earlier("", until, corrigendum)

    def change(file: ClauseFile) -> ClauseFile:
        return _after(file, fresh, earlier)

    revisions = (revised(held.file, change),) if fresh else ()
    using, unread = _using(symbol, known, drafts)
    return Corrected(
        corrigendum, symbol, held.source.language, applied, using, unread, Change.of(revisions)
    )


def _refuse_other_texts(corrections: Sequence[Correction], symbol: str) -> None:
    for each in corrections:
        other = each.at.rpartition("#")[0]
        if other not in ("", symbol):
            raise UsageError(
                "workspace.correct-other-text", place="--at", at=each.at, symbol=symbol
            )


def _corrects(corrigendum: str) -> str:
    """The symbol of the text that a corrigendum corrects."""
    parsed = parse_symbol(corrigendum)
    if parsed is None or not any(each.startswith(_CORRIGENDUM) for each in parsed.modifiers):
        raise UsageError("workspace.no-corrigendum", symbol=corrigendum)
    kept = tuple(each for each in parsed.modifiers if not each.startswith(_CORRIGENDUM))
    return str(replace(parsed, modifiers=kept, stars=0))


def _placed(correction: Correction, held: SourceDocument, corrigendum: str) -> Applied:
    """The paragraph that is meant: the one named, else the only one with the words, else the only
    one of those with the number that is named beside it."""
    counts = {p.id: p.text.plain().count(correction.old) for _, p in held.document.walk()}
    holding = tuple(each for each, count in counts.items() if count)
    done = tuple(_done(correction, held, corrigendum))
    wanted = correction.at.partition("#")[2] or correction.at
    both = tuple(dict.fromkeys((*holding, *done)))
    meant = (wanted,) if wanted else _meant(correction, both)
    before = next((each for each in meant if each in done), "")
    if before:
        return Applied(correction, before, before=True)
    if len(meant) > 1:
        return Applied(correction, "", meant)
    times = counts.get(meant[0], 0) if meant else 0
    found = times == 1
    return Applied(correction, meant[0] if found else "", () if found else holding, times)


def _meant(correction: Correction, elements: Sequence[str]) -> tuple[str, ...]:
    """Those of the paragraphs with a number that is named beside the correction, if any has."""
    steps = {re.sub(r" ?\((\w+)\)", r".\1", each) for each in correction.numbers}
    named = tuple(each for each in elements if _PLACE.sub("", each.rpartition("/")[2]) in steps)
    return named or tuple(elements)


def _done(correction: Correction, held: SourceDocument, corrigendum: str) -> Iterator[str]:
    """The paragraphs where this corrigendum has put these new words for these old ones before."""
    old, new = correction.old, correction.new
    said = {p.id: p.text.plain() for _, p in held.document.walk()}
    for element, curated in held.curated:
        readings = [*(each.text for each in curated.earlier), said.get(element, "")]
        for earlier, before, after in zip(curated.earlier, readings, readings[1:], strict=False):
            fewer = after.count(old) < before.count(old)
            replaced = new in after and (fewer or after.count(new) > before.count(new))
            if earlier.by == corrigendum and old in before and replaced:
                yield element
                break


def _after(file: ClauseFile, applied: Sequence[Applied], earlier: Earlier) -> ClauseFile:
    """The file with the corrections in it, and what every corrected paragraph said before."""
    said = {p.id: p.text.plain() for _, p in file.document.walk()}
    document = file.document
    for each in applied:
        document = map_paragraphs(document, partial(_read_for, each))
    curated = dict(file.curated)
    for element in dict.fromkeys(each.element for each in applied):
        here = curated.get(element, Curated())
        before = replace(earlier, text=said[element])
        if before not in here.earlier:
            curated[element] = replace(here, earlier=(*here.earlier, before))
    return replace(file, document=document, curated=tuple(curated.items()))


def _read_for(applied: Applied, paragraph: Paragraph) -> Paragraph:
    if paragraph.id != applied.element:
        return paragraph
    old, new = applied.correction.old, applied.correction.new
    start = paragraph.text.plain().index(old)
    return replace(paragraph, text=paragraph.text.replaced(start, start + len(old), new))


def _using(
    symbol: str, applied: Sequence[Applied], folders: Sequence[Path]
) -> tuple[tuple[UsingDraft, ...], tuple[tuple[Path, str], ...]]:
    """The paragraphs of drafts that were taken from corrected clauses, and the drafts that could
    not be read, each with the message id of why."""
    words = {clause_id(symbol, each.element): each.correction.old for each in applied}
    using: list[UsingDraft] = []
    unread: list[tuple[Path, str]] = []
    for path in _drafts(folders) if words else ():
        try:
            document = read(path).document
        except DrafterError as problem:
            unread.append((path, problem.message_id))
            continue
        for _, paragraph in document.walk():
            for origin in paragraph.origins:
                if origin.clause in words:
                    old = words[origin.clause] in paragraph.text.plain()
                    using.append(UsingDraft(path, paragraph.id, origin.clause, old))
    return tuple(using), tuple(unread)


def _drafts(folders: Sequence[Path]) -> Iterator[Path]:
    seen: set[Path] = set()
    inside = (path for folder in folders for path in sorted(folder.rglob(f"*{SUFFIX}")))
    for path in (*recent_files(), *inside):
        if path.resolve() not in seen and is_native(path):
            seen.add(path.resolve())
            yield path
