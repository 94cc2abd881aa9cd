#!/usr/bin/env python3
"""How fast a document of 60 pages is printed: Word, PDF, and LibreOffice making the PDF of that
Word file, in processor time of the writer alone and as ratios. The first file of a process waits
for the writer to be loaded, for expressions to be compiled and for fonts to be found: that is what
a command takes, and what is held to the target. The templates were compiled by a process before,
as the modules were. Exit status 1 if one is missed.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium

from drafter.languages import language
from drafter.model.record_read import document
from drafter.model.text import Text
from drafter.model.tree import Document, Paragraph, Part
from drafter.model.view import DocumentView, view
from drafter.writers import WriteOptions, write
from drafter.yamlio import load

PAGES = 60
TARGETS = {"docx": 0.3, "pdf": 1.0}
DRAFT = Path(__file__).resolve().parents[1] / "tests" / "data" / "life" / "en.draft.yaml"


def long_draft() -> Document:
    """The draft of the tests with its paragraphs again and again, until it has enough pages."""
    whole = document(load(DRAFT.read_text(encoding="utf-8"), source=DRAFT.name).data)
    times = 32
    made = write("pdf", numbered(grown(whole, times)), language("en"))
    return grown(whole, round(times * PAGES / len(pdfium.PdfDocument(made))) + 2)


def grown(whole: Document, times: int) -> Document:
    return replace(whole, root=replace(whole.root, blocks=repeated(whole, times)))


def repeated(whole: Document, times: int) -> tuple[Paragraph | Part, ...]:
    return tuple(
        again(block, number) if isinstance(block, Paragraph) else block
        for number in range(times)
        for block in whole.root.blocks
        if number == 0 or isinstance(block, Paragraph)
    )


def again(block: Paragraph, number: int) -> Paragraph:
    children = tuple(again(child, number) for child in block.children)
    # no two alike: what is laid out once is not laid out again
    text = Text.of(*block.text.spans, f" [{number}]")
    return replace(block, id=f"{block.id}-{number}", text=text, children=children)


def numbered(draft: Document) -> DocumentView:
    return view(draft, language("en").conventions)


def written(file: Path, name: str, when: str) -> float:
    """The processor seconds of writing the file in another format, the "first" or a "later" file of
    a process of its own; the least of three."""
    command = [sys.executable, __file__, name, when, str(file)]
    return min(
        float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(3)
    )


def one(name: str, when: str, file: Path) -> None:
    draft = document(load(file.read_text(encoding="utf-8"), source=file.name).data)
    options = WriteOptions(compiled=file.parent / "compiled")
    if when == "later":
        empty = replace(draft, root=replace(draft.root, blocks=()))
        write(name, numbered(empty), language("en"), options)
    start = time.process_time()
    made = write(name, numbered(draft), language("en"), options)
    print(time.process_time() - start)
    file.with_name(f"long.{name}").write_bytes(made)


def libreoffice(word: Path) -> float | None:
    """Processor seconds of LibreOffice making a PDF of the Word file; None where it is missing."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return None
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [office, f"-env:UserInstallation=file://{word.parent}/office", "--headless",
         "--convert-to", "pdf", "--outdir", str(word.parent / "made"), str(word)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    draft = long_draft()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "long.draft.yaml"
        file.write_bytes(write("yaml", numbered(draft), language("en")))
        first = {name: written(file, name, "first") for name in TARGETS}
        later = {name: written(file, name, "later") for name in TARGETS}
        pages = len(pdfium.PdfDocument(file.with_name("long.pdf").read_bytes()))
        office = libreoffice(file.with_name("long.docx"))
    print(f"a document of {pages} pages")
    missed = 0
    for name, taken in first.items():
        ratio = f"; LibreOffice takes {office / taken:.0f} times as long" if office else ""
        print(f"{name:5} {taken:.2f} s, to be under {TARGETS[name]} s{ratio}")
        print(f"{'':5} {later[name]:.2f} s for every later file of the process")
        missed += taken > TARGETS[name]
    if office is None:
        print("LibreOffice is not on this machine: no ratio")
    if missed:
        sys.exit(f"targets missed: {missed}")


if __name__ == "__main__":
    if len(sys.argv) == 4:
        one(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
    else:
        main()
