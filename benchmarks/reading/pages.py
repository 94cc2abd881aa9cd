"""Real PDFs against what is printed on their pages, without a ground truth."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz.distance import LCSseq

from drafter.errors import DrafterError
from drafter.model.tree import DocumentType, Kind
from drafter.model.view import DocumentView
from drafter.readers import ReadResult, read
from reading.measured import NO_REAL, PDFS, Measured, listed, skipped, viewed

LEAST = 0.999
RUNNING = re.compile(
    r"Please recycle|\*\d{7}\*|_{6,}|^\d+/\d+( \d\d-\d{5})?$"
    r"|^\d\d-\d{5}( \([A-Z]\))?( \d+/\d+)?$"
)
WORD = re.compile(r"[^\W\d_]+|\d+")  # a mark may stand close to its word
TABLES = {"reading.table", "reading.pdf-columns"}


@dataclass(frozen=True)
class Page:
    """A PDF as it was read, and its printed text."""

    name: str
    result: ReadResult
    view: DocumentView
    printed: str

    @property
    def numbered(self) -> bool:
        """Whether its operative paragraphs are its own: amendments quote those of others."""
        return self.result.document.type is not DocumentType.AMENDMENTS


def pages(folder: Path = PDFS) -> tuple[list[Page], list[str]]:
    """Every PDF of the folder, and what went wrong with the others."""
    good: list[Page] = []
    failed: list[str] = []
    for path in sorted(folder.glob("*.pdf")):
        try:
            result = read(path)
        except (DrafterError, ArithmeticError, LookupError, RuntimeError, ValueError) as error:
            failed.append(f"{path.name}: {error!r}")
            continue
        good.append(Page(path.name, result, viewed(result.document), printed(path)))
    return good, failed


def printed(path: Path) -> str:
    """The text of the pages in reading order; empty without pdftotext."""
    if not shutil.which("pdftotext"):
        return ""
    done = subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8")


def measured() -> Iterator[Measured]:
    if not PDFS.is_dir():
        yield skipped("PDFs", NO_REAL)
        return
    good, failed = pages()
    total = len(good) + len(failed)
    yield Measured("PDFs read", f"{len(good)}/{total}", "all, no crash", not failed, listed(failed))
    yield share("operative paragraphs without gap", good, gaps)
    yield share("marks and notes agree", good, loose_notes)
    yield share("no running matter in paragraphs", good, running)
    if shutil.which("pdftotext"):
        yield similarity(good)
    else:
        yield skipped("words of the pages", "pdftotext is missing: install poppler-utils")


def share(name: str, good: list[Page], faults: object) -> Measured:
    """How many files have none of the faults."""
    wrong = {page.name: found for page in good if (found := list(faults(page)))}
    rows = (f"{name}: {', '.join(found[:4])}" for name, found in wrong.items())
    found = f"{len(good) - len(wrong)}/{len(good)} files"
    return Measured(name, found, "all", not wrong, listed(rows))


def gaps(page: Page) -> Iterator[str]:
    """Numbers that do not follow; after the heading of a section they may begin anew."""
    last: dict[str, int] = {}
    heading = False
    for each in page.view.elements if page.numbered else ():
        heading = heading or each.kind is Kind.HEADING
        label = (each.label_read or each.label).strip(". ")
        if each.kind is Kind.OPERATIVE and each.level == 1 and label.isdigit():
            number, before = int(label), last.get(each.part, 0)
            if number != before + 1 and not (heading and number == 1):
                yield f"{each.part}: {number} after {before}"
            last[each.part], heading = number, False


def loose_notes(page: Page) -> Iterator[str]:
    marks = {(scope(e.part), mark) for e in page.view.elements for _, mark in e.marks}
    notes = {(scope(note.part), note.number) for note in page.view.notes}
    yield from (f"mark {mark} of {part} without note" for part, mark in sorted(marks - notes))
    yield from (f"note {note} of {part} without mark" for part, note in sorted(notes - marks))
    for finding in page.result.findings:
        if finding.code in {"R030", "R031", "R032", "R034"}:
            yield f"{finding.code} {finding.values}"


def scope(part: str) -> str:
    return part.partition("/draft-")[0]


def running(page: Page) -> Iterator[str]:
    symbol = page.result.document.masthead.symbol
    texts = [(each.id, each.text.plain().strip()) for each in page.view.elements]
    # once, it may be a row of a list of documents that names this one
    headers = sum(text == symbol for _, text in texts) > 1
    for place, text in texts:
        if RUNNING.search(text) or (headers and text == symbol):
            yield f"{place}: {text[:50]}"


def similarity(good: list[Page]) -> Measured:
    """The less of two shares: our words that stand in the print in this order, and words of the
    print that are somewhere in what was read. No order is asked of tables that were reported."""
    scores = {page.name: min(in_order(page), nothing_lost(page)) for page in good}
    worst = sorted((score, name) for name, score in scores.items() if score < LEAST)
    rows = (f"{name}: {score:.4f} {lost_words(page_of(good, name))}" for score, name in worst)
    reached = len(scores) - len(worst)
    mean = sum(scores.values()) / len(scores)
    found = f"mean {mean:.5f}, least {min(scores.values()):.4f}, {reached}/{len(scores)} files"
    return Measured("text as printed", found, f"≥ {LEAST} in all", not worst, listed(rows))


def page_of(good: list[Page], name: str) -> Page:
    return next(page for page in good if page.name == name)


def in_order(page: Page) -> float:
    if any(finding.message in TABLES for finding in page.result.findings):
        return 1.0
    # pdftotext cannot always tell the line of a mark: with those that run into a number, or none
    return max(ordered(page, marks=True), ordered(page, marks=False))


def ordered(page: Page, *, marks: bool) -> float:
    codes: dict[str, str] = {}

    def coded(text: str) -> str:
        return "".join(codes.setdefault(w, chr(0xF0000 + len(codes))) for w in words(text))

    ours = coded("\n".join(body(page, after=r"\d$" if marks else "(?!)")))
    return LCSseq.similarity(ours, coded(page.printed)) / len(ours) if ours else 1.0


def nothing_lost(page: Page) -> float:
    want = Counter(words(page.printed))
    lost = want - have(page)
    return 1 - lost.total() / max(want.total(), 1)


def lost_words(page: Page) -> str:
    lost = Counter(words(page.printed)) - have(page)
    return f"lost: {' '.join(list(lost)[:12])}" if lost else ""


def have(page: Page) -> Counter[str]:
    """Every word that was read, wherever it was put."""
    notes = [f"{note.number} {note.text.plain()}" for note in page.view.notes]
    marked = {note.id for note in page.view.notes}  # the others stand in the masthead
    notes += [
        f"{n.mark} {n.text.plain()}" for n in page.result.document.notes if n.id not in marked
    ]
    removed = (each.text for each in page.result.removed)
    head = page.result.document.masthead.read
    return Counter(words("\n".join((*head, *body(page), *notes, *removed))))


def body(page: Page, after: str = "") -> Iterator[str]:
    """The elements as they print, with the marks that follow what `after` matches."""
    for each in page.view.elements:
        plain, text, position = each.text.plain(), "", 0
        for offset, mark in each.marks:
            text += plain[position:offset]
            position = offset
            text += mark if re.search(after, text) else ""
        label = each.label_read or each.label
        yield f"{label if label != plain else ''} {text}{plain[position:]}"


def words(text: str) -> list[str]:
    """The words; what a hyphen joins counts as two, wherever the line was broken."""
    return WORD.findall(re.sub("[-\u2010\u2011\u00ad_]", " ", text))
