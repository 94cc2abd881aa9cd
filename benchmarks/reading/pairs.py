"""The Word file and the PDF of one document: the same paragraphs, notes and labels."""

from __future__ import annotations

import difflib
import os
from pathlib import Path

from drafter.readers import read
from reading.measured import NO_REAL, PAIRS, Measured, listed, skipped, squeezed, viewed

LEAST = 0.99
MOST_SHOWN = int(os.environ.get("DIFFERENCES", "30"))
Row = tuple[str, ...]


def rows_of(path: Path) -> list[Row]:
    """Paragraphs (kind, label, level, words, marks), then notes (number, words)."""
    shown = viewed(read(path).document)
    paragraphs = [
        (
            each.kind.value, squeezed(each.label_read or each.label), str(each.level),
            squeezed(each.text.plain()), ",".join(mark for _, mark in each.marks),
        )
        for each in shown.elements
    ]  # fmt: skip
    return [
        *paragraphs,
        *(("note", note.number, "", squeezed(note.text.plain()), "") for note in shown.notes),
    ]


def agreement() -> Measured:
    found = sorted(PAIRS.glob("*.docx"))
    pairs = [
        (path, path.with_suffix(".pdf")) for path in found if path.with_suffix(".pdf").exists()
    ]
    if not pairs:
        return skipped("Word and PDF", NO_REAL)
    same = total = regrouped = 0
    details: list[str] = []
    for word, pdf in pairs:
        ours, theirs = rows_of(word), rows_of(pdf)
        matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
        same += sum(block.size for block in matcher.get_matching_blocks())
        total += max(len(ours), len(theirs))
        for tag, a, b, c, d in matcher.get_opcodes():
            if tag != "equal":
                again = divided_differently(ours[a:b], theirs[c:d])
                regrouped += max(b - a, d - c) if again else 0
                details.append(
                    word.stem + (": the same words divided differently" if again else "")
                )
                details += [f"  Word {row_words(row)}" for row in ours[a:b]]
                details += [f"  PDF  {row_words(row)}" for row in theirs[c:d]]
    share = same / total
    found_ = (
        f"{share:.4f} ({same} rows of {total} in {len(pairs)} pairs equal; of the others, "
        f"{regrouped} without label or mark have the same words divided differently)"
    )
    return Measured(
        "Word and PDF agree", found_, f"≥ {LEAST}", share >= LEAST, listed(details, MOST_SHOWN)
    )


def divided_differently(ours: list[Row], theirs: list[Row]) -> bool:
    """Whether two stretches without labels, marks or clauses hold the same words: a PDF does not
    say where the rows in the head of a table end."""

    def bare(row: Row) -> bool:
        kind, label, _, _, marks = row
        return kind in ("prose", "report", "heading") and not label and not marks

    def letters(rows: list[Row]) -> list[str]:
        return sorted("".join(text for _, _, _, text, _ in rows))

    return all(map(bare, [*ours, *theirs])) and letters(ours) == letters(theirs)


def row_words(row: Row) -> str:
    kind, label, level, text, marks = row
    shown = text if len(text) <= 70 else f"{text[:34]}…{text[-34:]}"
    return f"{kind} {label} {level} [{marks}] {shown} ({len(text)})"
