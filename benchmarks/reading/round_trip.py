"""What our writers write, read again: equal in every language there are documents in."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from drafter import readers, writers
from drafter.languages import language
from drafter.model.tree import Document
from drafter.readers import ReadOptions, read
from drafter.writers import WriteOptions
from reading.measured import DATA, Measured, listed, squeezed, viewed

# formats that have a writer and a reader
BOTH = ("yaml", "docx", "txt", "html", "akn")
READS = {"txt": "text"}


def documents() -> Iterator[tuple[str, Document]]:
    for path in sorted((DATA / "drafts").glob("*.draft.yaml")):
        yield path.name.partition(".")[0], read(path).document
    for path in sorted((DATA / "readers").glob("*.txt")):
        yield path.stem, read(path).document
    for path in sorted((DATA / "seeds").glob("*.txt")):
        yield path.stem, read(path).document


def shape(document: Document) -> list[tuple[str, ...]]:
    shown = viewed(document)
    elements = [
        (
            each.part, each.kind.value, str(each.level), each.label, squeezed(each.text.plain()),
            ",".join(mark for _, mark in each.marks),
        )
        for each in shown.elements
    ]  # fmt: skip
    return [*elements, *(("note", n.number, squeezed(n.text.plain())) for n in shown.notes)]


def round_trips() -> Iterator[Measured]:
    known = set(readers.names())
    for name in writers.names():
        if name in BOTH and READS.get(name, name) in known:
            yield trip(name)


def trip(name: str) -> Measured:
    differing: list[str] = []
    languages: set[str] = set()
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        for title, document in documents():
            count += 1
            languages.add(document.language)
            rules = language(document.language)
            path = Path(folder) / f"{title}.{writers.writer(name).extension}"
            path.write_bytes(writers.write(name, viewed(document), rules, WriteOptions()))
            again = read(path, ReadOptions(language=document.language)).document
            ours, theirs = shape(document), shape(again)
            if ours != theirs:
                a, b = next(
                    pair for pair in zip([*ours, ()], [*theirs, ()], strict=False)
                    if pair[0] != pair[1]
                )  # fmt: skip
                differing.append(f"{title} ({document.language}): {a} → {b}"[:240])
    found = f"{count - len(differing)}/{count} documents in {', '.join(sorted(languages))}"
    return Measured(f"{name} round trip", found, "all equal", not differing, listed(differing))
