"""Arabic pages read back to the letter, whatever numbers, symbols and signs stand in the words."""

import itertools
import random
import re

from drafter.model.markup import parse
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.readers import read
from tests.writers.pdf.installed import needs_fonts
from tests.writers.writing_samples import viewed, written

PIECES = (
    "القرار 70/1", "المؤرخ 25 أيلول/سبتمبر 2015", "A/80/L.1", "(A/80/L.1/Rev.1)", "2349 (2017)",
    "FCCC/CP/2015/10", "(القرار 217 ألف (د-3))", "”التنمية“", "«السلام»", "[النص]", "3-14",
    "25%", "1.9 بليون", "000 3 متر", "و/أو", "Paris Agreement", "[b]", "لا إله", "أيضاً", "المكرَّسة",
    "(أ)", "No. 30822", "–", "$100", "الآن،", "ريو[^]", "A/81/214[^]", "الأم:",
)  # fmt: skip


def document(paragraphs):
    """Paragraphs of an annex, where opening words tell nothing, with a note for every mark."""
    count = itertools.count()
    marked = [re.sub(r"\^", lambda _: f"^n{next(count)}", words) for words in paragraphs]
    rows = (Paragraph(f"p{at}", Kind.PROSE, parse(words)) for at, words in enumerate(marked))
    annex = Part(PartKind.ANNEX, (Paragraph("title", Kind.TITLE, parse("مرفق للاختبار")), *rows))
    enacting = Paragraph("e", Kind.ENACTING, parse("*إن الجمعية العامة*،"))
    adopts = Paragraph("o", Kind.OPERATIVE, parse("*تعتمد* المرفق."))
    root = Part(PartKind.RESOLUTION, (enacting, adopts, annex))
    notes = tuple(
        Note(f"n{at}", parse(f"انظر E/CN.4/2000/{at} (Part II)، الفقرة {at} (ب)."))
        for at in range(next(count))
    )
    return Document(DocumentType.DRAFT_RESOLUTION, "ar", root, notes=notes)


def said(whole):
    seen = viewed(whole)
    return [
        (e.label, " ".join(e.text.plain().split()), [mark for _, mark in e.marks])
        for e in seen.elements
    ] + [note.text.plain() for note in seen.notes]


def paragraphs(seed, count=30):
    chance = random.Random(seed)  # noqa: S311  no secret
    rows = (chance.sample(PIECES, k=chance.randint(2, 18)) for _ in range(count))
    return tuple(f"نحو {' '.join(row)} كذلك." for row in rows)


def test_arabic_reads_back_to_the_letter(tmp_path):
    needs_fonts("ar", "DejaVu Sans")
    whole = document(paragraphs(seed=2))
    path = tmp_path / "written.pdf"
    path.write_bytes(written(whole, "pdf"))
    assert said(read(path).document) == said(whole)
