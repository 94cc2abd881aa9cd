"""Random edits of real Word files, as tracked changes in those very files.

`into` writes only what it has read back both ways; here it is counted how often it had to refuse,
and whether every other part of the package stayed as it was, byte by byte.
"""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from corpora import SHARED, Missing, numbers
from reading.measured import Measured

from drafter.errors import DrafterError, EditRefused
from drafter.model.edits import delete, insert_after, set_text
from drafter.model.moving import move
from drafter.model.restructure import split
from drafter.model.text import Text
from drafter.model.tree import Document, Kind, Paragraph
from drafter.readers import ReadOptions, read
from drafter.workspace.native import native_bytes
from drafter.workspace.submitting import into

FILES = SHARED / "real" / "docx_en"
_DRAFTS = 12
_EDITS = 6
_WRITTEN = frozenset({"word/document.xml", "word/footnotes.xml"})
_Edit = Callable[[Document, Paragraph, str, int], Document]


def redlines() -> Iterator[Measured]:
    """One line for both laws, one for the untouched parts."""
    files = sorted(FILES.glob("*.docx"))
    if not files:
        raise Missing(str(FILES))
    texts = [p.text.plain() for each in files for p in _running(read(each, ReadOptions()).document)]
    pick = numbers(31)
    drafts = changes = touched = 0
    refused: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        draft, out = Path(name) / "mine.draft.yaml", Path(name) / "redline.docx"
        for official in files:
            document = read(official, ReadOptions()).document
            for _ in range(_DRAFTS):
                draft.write_bytes(native_bytes(_edited(document, texts, pick)))
                drafts += 1
                try:
                    made = into(draft, official, out, author="Kenya", date="", force=True)
                except DrafterError as problem:
                    refused.append(f"{official.name}: {problem}")
                    continue
                changes += made.changes
                touched += not _parts(official).items() <= _parts(out).items()
    yield Measured(
        f"{drafts} drafts of {len(files)} real Word files into them, {changes} tracked changes",
        f"{len(refused)} not exact both ways", "0", not refused, tuple(refused),
    )  # fmt: skip
    yield Measured(
        "parts of the package that no change belongs to", f"{touched} files with another", "0",
        not touched,
    )  # fmt: skip


def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist() if name not in _WRITTEN}


def _edited(document: Document, texts: list[str], pick: Iterator[int]) -> Document:
    edits: tuple[_Edit, ...] = (_reworded, _come, _gone, _moved, _split)
    for number in range(_EDITS):
        running = _running(document)
        if not running:
            return document
        chosen, words = running[next(pick) % len(running)], texts[next(pick) % len(texts)]
        try:
            document = edits[next(pick) % len(edits)](document, chosen, words, number)
        except EditRefused:
            continue
    return document


def _running(document: Document) -> list[Paragraph]:
    """What has a number of its own: rows of tables have none."""
    return [p for _, p in document.walk() if p.kind is Kind.REPORT and p.label_read]


def _reworded(document: Document, chosen: Paragraph, words: str, _: int) -> Document:
    at = chosen.text.plain().find(" ", len(chosen.text) // 2)
    other = " ".join(words.split()[:3])
    return set_text(document, chosen.id, chosen.text.replaced(max(at, 0), max(at, 0), f" {other}"))


def _come(document: Document, chosen: Paragraph, words: str, number: int) -> Document:
    new = Paragraph(f"report/come{number}", chosen.kind, Text.of(" ".join(words.split())))
    return insert_after(document, chosen.id, replace(new, numbered=chosen.numbered))


def _gone(document: Document, chosen: Paragraph, _: str, __: int) -> Document:
    return delete(document, chosen.id)


def _moved(document: Document, chosen: Paragraph, _: str, number: int) -> Document:
    return move(document, chosen.id, up=bool(number % 2))


def _split(document: Document, chosen: Paragraph, _: str, number: int) -> Document:
    at = chosen.text.plain().find(" ", len(chosen.text) // 2)
    return split(document, chosen.id, at + 1, f"report/split{number}")
