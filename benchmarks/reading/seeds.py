"""The three seed texts against their ground truth, in order and in both directions."""

from __future__ import annotations

import difflib
import json
import re
from pathlib import Path

from drafter.model.tree import Kind
from drafter.readers import read
from reading.measured import SHARED, Measured, skipped, squeezed, viewed

TRUTH = SHARED / "reference" / "seed_truth.json"
# the table in the contract of `show --json`; what is not in it keeps its name
KINDS = {
    "report_title": "title", "draft_resolution_title": "title", "declaration_title": "title",
    "annex_title": "title", "appendix_title": "title", "report_paragraph": "report",
    "declaration_paragraph": "declaration", "declaration_chapeau": "declaration",
    "paragraph": "prose", "annex_chapeau": "prose", "section": "heading", "annex": "heading",
    "appendix": "heading",
}  # fmt: skip
MASTHEAD = {"session", "agenda_item", "agenda_title", "rapporteur", "submitter", "committee"}
Row = tuple[str, str, bool, str, tuple[str, ...]]


def bare(text: str | None) -> str:
    return squeezed(re.sub(r"\[\^[^\]]*\]", "", text or ""))


def wanted(seed: dict, key: str) -> list[Row]:
    """The elements of a seed; the first title of two of them is that of the agenda item."""
    rows: list[Row] = []
    parent = ""
    for each in seed["elements"]:
        kind = each["type"]
        if kind in MASTHEAD or (kind == "title" and key in {"001", "003"}):
            continue
        deep = kind == "subparagraph"
        parent = parent if deep else KINDS.get(kind, kind)
        label = each["text"] if kind in {"annex", "appendix"} else each.get("label")
        text = bare(each.get("repaired") or each["text"])
        marks = tuple(map(str, each.get("fn", ())))
        rows.append((parent, bare(label).strip(".()"), deep, text, marks))
    return rows


def repaired(seed: dict) -> dict[str, str]:
    """Texts as they stand in the file → as the ground truth mends them: both are right."""
    return {
        bare(each["text"]): bare(each.get("repaired") or each["text"]) for each in seed["elements"]
    }


def found_in(path: Path, mended: dict[str, str]) -> tuple[list[Row], list[tuple[str, str]]]:
    shown = viewed(read(path).document)
    rows = [
        (
            each.kind.value, bare(each.label_read or each.label).strip(".()"), each.level > 1,
            mended.get(bare(each.text.plain()), bare(each.text.plain())),
            tuple(mark for _, mark in each.marks),
        )
        for each in shown.elements
        if each.kind is not Kind.NOTE
    ]  # fmt: skip
    return rows, [(note.number, bare(note.text.plain())) for note in shown.notes]


def seeds() -> Measured:
    if not TRUTH.exists():
        return skipped("seeds", "no ground truth (../shared/reference)")
    truth = json.loads(TRUTH.read_text(encoding="utf-8"))["seeds"]
    equal = total = surplus = notes = all_notes = 0
    for key, seed in truth.items():
        want = wanted(seed, key)
        got, got_notes = found_in(SHARED / "seeds" / seed["file"], repaired(seed))
        blocks = difflib.SequenceMatcher(None, want, got, autojunk=False).get_matching_blocks()
        same = sum(block.size for block in blocks)
        equal, total, surplus = equal + same, total + len(want), surplus + len(got) - same
        want_notes = [(str(each["n"]), bare(each["text"])) for each in seed["footnotes"]]
        all_notes += len(want_notes)
        notes += sum(a == b for a, b in zip(want_notes, got_notes, strict=False))
        notes -= abs(len(want_notes) - len(got_notes))
    found = f"{equal}/{total} elements, {surplus} surplus, {notes}/{all_notes} notes"
    holds = equal == total and not surplus and notes == all_notes
    return Measured("seeds exact", found, "all, none surplus", holds)
