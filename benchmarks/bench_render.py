#!/usr/bin/env python3
"""What is promised of rendering, one line each with its target: a document of some sixty pages to
Word in less than 0.3 s of processor time, beside what LibreOffice takes to print that Word file.

    bench_render.py

Exit status 1 if a target is missed; what cannot be measured here is said.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from matching.timing import machine, on_one_core
from reading.measured import DATA, Measured, skipped, viewed

from drafter import writers
from drafter.languages import Language, language
from drafter.model.record_read import document
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, Note, Paragraph
from drafter.model.view import DocumentView
from drafter.yamlio import load

# (format, seconds of processor time); a format that drafter has not is said to be skipped
TARGETS = (("docx", 0.3), ("pdf", 1.0))
_TIMES = 50  # the sample so often: 57 pages of Letter paper
_AGAIN = 5


def long_document() -> Document:
    """The English sample with its text repeated, every note and every number new."""
    path = DATA / "life" / "en.draft.yaml"
    whole = document(load(path.read_text(encoding="utf-8"), source=path.name).data)
    first, *rest = (each for each in whole.root.blocks if isinstance(each, Paragraph))
    blocks, notes = [first, *rest], list(whole.notes)
    for number in range(_TIMES):
        blocks += [_renamed(each, number) for each in rest]
        notes += [Note(f"{note.id}.{number}", note.text) for note in whole.notes]
    return replace(whole, root=replace(whole.root, blocks=tuple(blocks)), notes=tuple(notes))


def _renamed(paragraph: Paragraph, number: int) -> Paragraph:
    spans = (
        Span(f"{each.text}.{number}", each.kind) if each.kind is SpanKind.NOTE else each
        for each in paragraph.text.spans
    )
    children = tuple(_renamed(child, number) for child in paragraph.children)
    text = Text((*spans, Span(f" {number}")))
    return replace(paragraph, id=f"{paragraph.id}.{number}", text=text, children=children)


def measured() -> Iterator[Measured]:
    whole = viewed(long_document())
    rules = language("en")
    office = _office(writers.write("docx", whole, rules))
    for name, most in TARGETS:
        if name not in writers.names():
            yield skipped(name, "no such format")
            continue
        took = min(_seconds(name, whole, rules) for _ in range(_AGAIN))
        beside = f", LibreOffice to PDF {office:.2f} s: {took / office:.2f} of it" if office else ""
        yield Measured(
            f"{len(whole.elements)} paragraphs to {name}",
            f"{took:.2f} s{beside}", f"< {most} s", took < most,
        )  # fmt: skip


def _seconds(name: str, whole: DocumentView, rules: Language) -> float:
    """The processor time of one rendering, that of typst's own threads with it."""
    start = time.process_time()
    writers.write(name, whole, rules)
    return time.process_time() - start


def _office(data: bytes) -> float:
    """The seconds of processor time of LibreOffice printing a Word file; 0 where it is not here."""
    program = shutil.which("soffice")
    if program is None:
        return 0.0
    with tempfile.TemporaryDirectory() as name:
        file = Path(name) / "long.docx"
        file.write_bytes(data)
        own = f"-env:UserInstallation={(Path(name) / 'own').as_uri()}"
        order = [program, own, "--headless", "--convert-to", "pdf", "--outdir", name, str(file)]
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(order, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> int:
    on_one_core()
    print(machine())
    lines = list(measured())
    for line in lines:
        print(line)
    return 1 if any(line.holds is False for line in lines) else 0


if __name__ == "__main__":
    sys.exit(main())
