"""What drafter writes as a Word file it reads back: the same elements, labels, marks and notes."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.languages import language
from drafter.model.masthead import Masthead
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from drafter.readers import ReadOptions, read
from tests.writers.test_reading_back import SEEDS, elements, notes
from tests.writers.writing_samples import DATA, NAMES, sample, viewed, written

EXAMPLES = sorted((Path(__file__).parents[3] / "templates" / "examples").glob("*.yaml"))
FILLERS = {
    "en": "the sustainable use of water for all", "fr": "l’utilisation durable de l’eau par tous",
    "es": "el uso sostenible del agua por todos", "ru": "устойчивое использование воды всеми",
    "zh": "所有人可持续利用水资源的各项工作", "ar": "استخدام المياه استخداما مستداما",
}  # fmt: skip


def same_after_writing(document, folder):
    path = folder / "written.docx"
    path.write_bytes(written(document, "docx"))
    again = viewed(read(path, ReadOptions(language=document.language)).document)
    assert elements(again) == elements(viewed(document))
    assert notes(again) == notes(viewed(document))


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_a_real_text_is_the_same_after_writing_and_reading(seed, tmp_path):
    options = ReadOptions(symbol=SEEDS[seed])
    same_after_writing(read(DATA / "seeds" / f"{seed}.txt", options).document, tmp_path)


@pytest.mark.parametrize("name", NAMES)
def test_a_draft_is_the_same_after_writing_and_reading(name, tmp_path):
    same_after_writing(sample(name), tmp_path)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_an_example_is_the_same_after_writing_and_reading(path, tmp_path):
    same_after_writing(read(path).document, tmp_path)


def drafts(code):
    """Resolutions in one language, of any shape that a resolution may have."""
    rules = language(code)
    ends, filler = rules.endings, FILLERS[code]
    openings = [each.words for each in rules.openings if each.kind != "preambular"][:8]
    before = [each.words for each in rules.openings if each.kind != "operative"][:8]

    @st.composite
    def made(draw):
        taken = []

        def words(opening, end):
            spans = [Span(opening, SpanKind.EMPHASIS), f"{'' if code == 'zh' else ' '}{filler}"]
            if draw(st.integers(0, 3)) == 0:
                taken.append(f"n{len(taken) + 1}")
                spans.append(Span(taken[-1], SpanKind.NOTE))
            return Text.of(*spans, end)

        def subs(depth, last):
            count = draw(st.sampled_from([0, 0, 2, 3, 28])) if depth < 3 else 0
            rows = []
            for index in range(count if depth < 2 else min(count, 3)):
                inner = subs(depth + 1, ends.sub)
                end = ends.introducing if inner else last if index == count - 1 else ends.sub
                rows.append(
                    Paragraph(fresh(), Kind.OPERATIVE, Text.of(filler + end), children=inner)
                )
            return tuple(rows)

        counter = iter(range(10_000))

        def fresh():
            return f"p{next(counter)}"

        blocks = [
            Paragraph(fresh(), Kind.TITLE, Text.of(filler.capitalize())),
            Paragraph(
                fresh(), Kind.ENACTING,
                Text.of(Span(rules.masthead.enacting_words("general-assembly"), SpanKind.EMPHASIS),
                        ends.preambular),
            ),
        ]  # fmt: skip
        for _ in range(draw(st.integers(1, 4))):
            opening = draw(st.sampled_from(before))
            blocks.append(Paragraph(fresh(), Kind.PREAMBULAR, words(opening, ends.preambular)))
        count = draw(st.integers(2, 5))
        for index in range(count):
            last = ends.last if index == count - 1 else ends.operative
            inner = subs(1, last)
            text = words(draw(st.sampled_from(openings)), ends.introducing if inner else last)
            blocks.append(Paragraph(fresh(), Kind.OPERATIVE, text, children=inner))
        listed = tuple(Note(each, Text.of(f"A/80/{i}.")) for i, each in enumerate(taken, 1))
        root = Part(PartKind.RESOLUTION, tuple(blocks))
        head = Masthead(symbol="A/80/L.7", session=80)
        return Document(DocumentType.DRAFT_RESOLUTION, code, root, head, notes=listed)

    return made()


@pytest.mark.parametrize("code", sorted(FILLERS))
@settings(max_examples=12, deadline=None, derandomize=True)
@given(data=st.data())
def test_any_draft_is_the_same_after_writing_and_reading(code, data, tmp_path_factory):
    same_after_writing(data.draw(drafts(code)), tmp_path_factory.mktemp("back"))
