"""Long lists, deep lists, twelve sections, numbers put in between, several marks on one spot: every
language counts them in its own way, and every format gives them back."""

from dataclasses import replace

import pytest

from drafter.languages import codes, language
from drafter.model.masthead import Masthead
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Document, DocumentType, Kind, Note, Paragraph, Part, PartKind
from tests.writers import life
from tests.writers.round_trips import after, said

_LATER = {"ar": ("4 مكررا -", "4 مكررا ثانيا -", "4 مكررا ثالثا -")}
_LATIN = ("4 bis.", "4 ter.", "4 quater.")
_CARRIED = ("parts, kinds and levels", "labels", "words", "marks", "notes")


def _long(code):
    """Twelve sections; the first has a paragraph with thirty sub-paragraphs, the last of which has
    thirty below it; five notes stand on two spots."""
    spoken = language(code)
    end, stop = spoken.endings.sub, spoken.endings.last
    top = [paragraph for _, paragraph in life.draft(code).walk()]
    enacting = next(each for each in top if each.kind is Kind.ENACTING)
    recalling = next(each for each in top if each.kind is Kind.PREAMBULAR).text.opening
    inner = tuple(_operative(f"i{at}", f"x{at}{end}") for at in range(1, 31))
    outer = [_operative(f"s{at}", f"y{at}{end}") for at in range(1, 30)]
    listed = replace(_operative("op1", "a:"), children=(*outer, _operative("s30", "y:", inner)))
    blocks = [enacting, _marked(spoken, recalling)]
    for at in range(1, 13):
        later = dict(enumerate(_LATER.get(code, _LATIN), 5)).get(at, "")
        plain = _operative(f"op{at}", f"b{stop if at == 12 else end}")
        blocks.append(Paragraph(f"h{at}", Kind.HEADING, Text.of(f"Heading {at}")))
        blocks.append(listed if at == 1 else replace(plain, label_fixed=later))
    notes = tuple(Note(f"n{at}", Text.of(f"A/6{at}/1{stop}")) for at in range(1, 6))
    masthead = Masthead(
        symbol="A/C.2/80/L.5", session=80, agenda_items=("18",), agenda_titles=("Water",),
        sponsors=("FRA",), date="2025-10-10",
    )  # fmt: skip
    title = Paragraph("title", Kind.TITLE, Text.of("Clean water for all"))
    root = Part(PartKind.RESOLUTION, (title, *blocks))
    kind = DocumentType.DRAFT_RESOLUTION
    return Document(kind, code, root, masthead=masthead, notes=notes)


def _operative(name, words, children=()):
    return Paragraph(name, Kind.OPERATIVE, Text.of(words), tuple(children))


def _marked(spoken, recalling):
    notes = [Span(f"n{at}", SpanKind.NOTE) for at in range(1, 6)]
    comma = spoken.conventions.comma
    spots = [(comma, *notes[:2]), (comma, *notes[2:])]
    if not spoken.note_marks.after_punctuation:
        spots = [(*notes[:2], comma), (*notes[2:], comma)]
    space = "" if spoken.joins.delete else " "
    words = Text.of(f"{recalling}{space}a", *spots[0], f"{space}b", *spots[1])
    return Paragraph("pp", Kind.PREAMBULAR, words, numbered=False)


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("name", ["html", "akn", "docx", "txt"])
def test_long_lists_come_back_as_they_were(name, code, tmp_path):
    whole = _long(code)
    before, now = said(whole), said(after(whole, name, tmp_path))
    assert {field: now[field] for field in _CARRIED} == {field: before[field] for field in _CARRIED}


def test_a_long_label_does_not_touch_its_words_on_a_page(tmp_path):
    whole = _long("es")
    assert said(after(whole, "pdf", tmp_path))["labels"] == said(whole)["labels"]


def test_labels_count_on_after_the_alphabet_and_past_numbers_put_in_between():
    english = said(_long("en"))["labels"]
    assert [each for each in english if each[:1] == "("][25:30] == [
        "(z)", "(aa)", "(bb)", "(cc)", "(dd)",
    ]  # fmt: skip
    assert english[-10:] == ["VIII.", "5.", "IX.", "6.", "X.", "7.", "XI.", "8.", "XII.", "9."]
    assert "xxx)" in said(_long("fr"))["labels"]
