"""Footnotes: below a rule or small at the foot of the page, over two pages, starred, several."""

from drafter.model.text import SpanKind
from tests.readers.pdf.paper import FIRST, GAP, Sheet, codes, enacting, notes, paragraphs, reading


def with_notes(*lines, mark="1", drawn=False, y=640):
    """A page with one paragraph marked `mark`, and notes (mark, words) at its foot."""
    sheet, top = enacting()
    x = sheet.put(FIRST, top, "1. Takes note of the report of the Secretary-General,")
    sheet.put(sheet.raised(x, top, mark), top, " and decides to remain seized of the matter.")
    if drawn:
        sheet.rule(99, 171, y)
    else:
        sheet.put(99, y, "__________________", 8, "B")
    return put_notes(sheet, y + 14, lines)


def put_notes(sheet, y, lines):
    for own, words in lines:
        if own:
            sheet.put(117, y - 3, own, 5.5)
        sheet.put(123, y, words, 8.5)
        y += 10.5
    return sheet


def test_notes_stand_below_a_rule_of_underscores_or_a_drawn_one(tmp_path):
    for drawn in (False, True):
        result = reading(tmp_path, with_notes(("1", "A/81/12."), drawn=drawn))
        assert notes(result) == [("", "A/81/12.")]
        assert paragraphs(result)[1:] == [
            "1. Takes note of the report of the Secretary-General, and decides to remain seized of"
            " the matter."
        ]


def test_a_note_that_wraps_is_one_note(tmp_path):
    sheet = with_notes(("1", "See the report of the committee "), ("", "and its annex."))
    assert notes(reading(tmp_path, sheet)) == [
        ("", "See the report of the committee and its annex.")
    ]


def test_words_of_a_note_in_italics_are_emphasised_on_each_of_its_lines(tmp_path):
    sheet = with_notes(("1", ""))
    x = sheet.put(123, 654, "United Nations, ", 8.5)
    x = sheet.put(x, 654, "Treaty Series", 8.5, "I")
    sheet.put(x, 654, ", vol. 1, and ", 8.5)
    x = sheet.put(123, 664.5, "Official Records", 8.5, "I")
    sheet.put(x, 664.5, " of the day.", 8.5)
    (note,) = reading(tmp_path, sheet).document.notes
    said = [(span.text, span.kind is SpanKind.EMPHASIS) for span in note.text.spans]
    assert said == [
        ("United Nations, ", False), ("Treaty Series", True), (", vol. 1, and ", False),
        ("Official Records", True), (" of the day.", False),
    ]  # fmt: skip


def test_a_note_goes_on_at_the_foot_of_the_next_page(tmp_path):
    first = with_notes(("1", "See the report of the committee, which says "))
    second = Sheet()
    second.put(FIRST, 84, "2. Decides to meet.")
    second.put(99, 640, "__________________", 8, "B")
    put_notes(second, 654, [("", "more than can be said here.")])
    result = reading(tmp_path, first, second)
    assert notes(result) == [
        ("", "See the report of the committee, which says more than can be said here.")
    ]
    assert paragraphs(result)[-1] == "2. Decides to meet."


def test_two_marks_beside_each_other_are_two_notes(tmp_path):
    sheet = with_notes(("1", "A/81/12."), ("2", "A/81/13."), mark="1, 2")
    result = reading(tmp_path, sheet)
    assert [text for _, text in notes(result)] == ["A/81/12.", "A/81/13."]
    (marked,) = [p for _, p in result.document.walk() if p.text.notes]
    assert len(marked.text.notes) == 2


def test_small_type_at_the_foot_is_a_note_without_any_rule(tmp_path):
    sheet, top = enacting()
    x = sheet.put(FIRST, top, "1. Takes note of the report.")
    sheet.raised(x, top, "1")
    put_notes(sheet, 700, [("1", "A/81/12.")])
    assert notes(reading(tmp_path, sheet)) == [("", "A/81/12.")]


def test_a_starred_note_may_come_before_the_numbered_ones(tmp_path):
    sheet = with_notes(("1", "A/81/12."), y=660)
    sheet.put(115, 662, "* Reissued for technical reasons.", 8.5)
    result = reading(tmp_path, sheet)
    assert sorted(notes(result)) == [("", "A/81/12."), ("*", "Reissued for technical reasons.")]


def test_notes_that_look_alike_on_several_pages_are_no_footers(tmp_path):
    sheets = []
    for number in (1, 2, 3):
        sheet = Sheet() if number > 1 else enacting()[0]
        x = sheet.put(FIRST, 90 + GAP, f"{number}. Takes note of the report.")
        sheet.raised(x, 90 + GAP, str(number))
        sheet.put(99, 718, "__________________", 8, "B")
        sheets.append(put_notes(sheet, 732, [(str(number), f"A/81/{number}.")]))
    result = reading(tmp_path, *sheets)
    assert [text for _, text in notes(result)] == ["A/81/1.", "A/81/2.", "A/81/3."]


def test_a_rule_that_ends_the_document_is_no_note(tmp_path):
    sheet, top = enacting()
    sheet.put(FIRST, top, "1. Decides to meet.")
    sheet.put(270, top + 40, "__________________", 10)
    result = reading(tmp_path, sheet)
    assert paragraphs(result)[1:] == ["1. Decides to meet."]
    assert [each.reason for each in result.removed] == ["rule"]


def test_a_mark_without_its_note_is_reported(tmp_path):
    sheet, top = enacting()
    sheet.raised(sheet.put(FIRST, top, "1. Takes note of the report"), top, "4")
    assert "R031" in codes(reading(tmp_path, sheet))
