"""Where paragraphs begin: indents, white space, page breaks, labels, headings."""

from tests.readers.pdf.paper import (
    FIRST,
    GAP,
    LEADING,
    LEFT,
    RIGHT,
    Sheet,
    enacting,
    paragraphs,
    reading,
    wide,
)  # fmt: skip

PREAMBLE = (
    "Recalling its resolutions on the movement of peoples, and all that was said of them by the"
    " committee, the council and the assembly in the years since they were adopted,"
)
DECIDES = "Decides to remain seized of the matter and of all that follows from it in due course;"


def test_first_lines_set_in_and_white_space_begin_paragraphs(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, PREAMBLE)
    y = sheet.paragraph(y, PREAMBLE.replace("Recalling", "Recalling also"))
    sheet.paragraph(y, f"1. {DECIDES}")
    assert paragraphs(reading(tmp_path, sheet))[1:] == [
        PREAMBLE, PREAMBLE.replace("Recalling", "Recalling also"), f"1. {DECIDES}",
    ]  # fmt: skip


def test_without_white_space_the_indent_alone_begins_paragraphs(tmp_path):
    sheet, y = enacting()
    for label in ("1.", "2.", "3."):
        y = sheet.paragraph(y - GAP + LEADING, f"{label} {DECIDES} {PREAMBLE[:-1]};")
    assert paragraphs(reading(tmp_path, sheet))[1:] == [
        f"{n}. {DECIDES} {PREAMBLE[:-1]};" for n in (1, 2, 3)
    ]


def test_hanging_sub_paragraphs_keep_their_lines(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, "1. Decides to:")
    y = sheet.paragraph(y, f"(a) {DECIDES}", x=FIRST + 24)
    y = sheet.paragraph(y, f"(i) {DECIDES}", x=FIRST + 48, first=FIRST + 24)
    sheet.paragraph(y, f"(b) {DECIDES[:-1]}.", x=FIRST + 24)
    result = reading(tmp_path, sheet)
    assert paragraphs(result)[1:] == [
        "1. Decides to:", f"(a) {DECIDES}", f"(i) {DECIDES}", f"(b) {DECIDES[:-1]}.",
    ]  # fmt: skip
    top = next(block for block in result.document.root.blocks if block.label_read == "1.")
    assert [child.label_read for child in top.children] == ["(a)", "(b)"]


def test_a_paragraph_goes_on_over_a_page_break(tmp_path):
    first, y = enacting()
    first.paragraph(y, "Recalling its resolutions on the matter, and all that was said of", end=" ")
    second = Sheet()
    second.put(LEFT, 84, "them in the years since,")
    second.put(FIRST, 84 + GAP, f"1. {DECIDES}")
    assert paragraphs(reading(tmp_path, first, second))[1:] == [
        "Recalling its resolutions on the matter, and all that was said of them in the years"
        " since,",
        f"1. {DECIDES}",
    ]


def test_a_page_may_begin_with_a_new_paragraph(tmp_path):
    first, y = enacting()
    first.paragraph(y, PREAMBLE)
    second = Sheet()
    y = second.paragraph(84, PREAMBLE.replace("Recalling", "Noting"))
    second.paragraph(y, f"1. {DECIDES}")
    assert paragraphs(reading(tmp_path, first, second))[1:] == [
        PREAMBLE, PREAMBLE.replace("Recalling", "Noting"), f"1. {DECIDES}",
    ]  # fmt: skip


def test_a_number_of_a_list_amid_a_sentence_begins_no_paragraph(tmp_path):
    """(vi) at the top of a page goes on from a (v) that is no item; the (b) after it is one."""
    first, y = enacting()
    y = first.paragraph(y, PREAMBLE)
    y = first.paragraph(y, "1. Decides to:")
    first.put(FIRST, y, "(a) Reform by: (iv) lending; (v) lowering fees;")
    second = Sheet()
    second.put(LEFT, 84, "(vi) reporting on them;")
    second.put(FIRST, 84 + GAP, "(b) Keep the forests.")
    result = reading(tmp_path, first, second)
    top = next(block for block in result.document.root.blocks if block.label_read == "1.")
    assert [child.label_read for child in top.children] == ["(a)", "(b)"]


def test_an_item_after_one_that_is_missing_begins_a_paragraph(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, PREAMBLE)
    y = sheet.paragraph(y, "1. Decides to:")
    sheet.put(FIRST, y, "(a) Reform the funds;")
    sheet.put(FIRST, y + LEADING, "(c) Keep the forests.")
    top = next(b for b in reading(tmp_path, sheet).document.root.blocks if b.label_read == "1.")
    assert [child.label_read for child in top.children] == ["(a)", "(c)"]


def test_closing_lines_at_the_right_edge_stand_by_themselves(tmp_path):
    sheet, y = enacting()
    sheet.paragraph(y, PREAMBLE)
    y = sheet.paragraph(y + 50, f"1. {DECIDES}")
    for line in ("54th plenary meeting", "19 December 2026"):
        sheet.put(RIGHT - wide(line, 10), y, line, style="I")
        y += LEADING
    result = reading(tmp_path, sheet)
    assert result.document.masthead.closing == "54th plenary meeting\n19 December 2026"


def test_bold_lines_are_headings_and_sections(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, PREAMBLE)
    y = sheet.paragraph(y, f"1. {DECIDES}")
    second = Sheet()
    second.put(LEFT, 84, "Financing of the matter", style="B")
    second.paragraph(84 + GAP, f"2. {DECIDES}")
    result = reading(tmp_path, sheet, second)
    kinds = [(p.kind.value, p.text.plain()) for _, p in result.document.walk()]
    assert ("heading", "Financing of the matter") in kinds
    assert kinds[-1] == ("operative", DECIDES)


def test_an_annex_and_its_title_set_closely_are_two(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, PREAMBLE)
    y = sheet.paragraph(y, f"1. {DECIDES}")
    sheet.put(LEFT, y, "Annex", style="B")
    sheet.put(LEFT, y + LEADING, "Declaration on the matter", style="B")
    sheet.paragraph(y + LEADING + GAP, f"1. {DECIDES}")
    result = reading(tmp_path, sheet)
    assert [path for path, _ in result.document.walk()][-1] == "resolution/annex-1"
    assert "Declaration on the matter" in paragraphs(result)


def test_paragraphs_of_one_line_each_are_no_wide_lines_of_one(tmp_path):
    sheet, y = enacting()
    sheet.put(FIRST, y, "1. Takes note of the following letters:")
    for number, letter in enumerate("abcdefghi", 1):
        sheet.put(FIRST, y + 17.5 * number, f"({letter}) The letter from State number {number};")
    assert len(paragraphs(reading(tmp_path, sheet))) == 11
