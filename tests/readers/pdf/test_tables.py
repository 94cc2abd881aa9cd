"""Tables are rows of plain text, columns follow each other, and both are reported."""

from tests.readers.pdf.paper import (
    GAP,
    LEADING,
    LEFT,
    RIGHT,
    Sheet,
    codes,
    enacting,
    paragraphs,
    reading,
)

ROWS = (("Travel", "12 000", "(500)"), ("Consultants", "3 400", "–"), ("Total", "15 400", "(500)"))


def table(sheet, y, step):
    for row in ROWS:
        for x, cell in zip((LEFT, 300, 420), row, strict=True):
            sheet.put(x, y, cell, 8.5)
        y += step
    return y


def test_each_row_of_a_table_is_a_line_of_text(tmp_path):
    for step in (10, 20):
        sheet, y = enacting()
        y = sheet.paragraph(y, "1. Approves the following amounts for the year to come:")
        y = table(sheet, y + 10, step)
        sheet.paragraph(y + 10, "2. Decides to meet.")
        result = reading(tmp_path, sheet)
        read = paragraphs(result)
        assert read[2:5] == ["Travel 12 000 (500)", "Consultants 3 400 –", "Total 15 400 (500)"]
        assert read[-1] == "2. Decides to meet."
        assert codes(result).count("R040") == 1


def test_lines_of_a_cell_stay_together(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, "1. Takes note of the documents that are before it:")
    for symbol, *words, state in (
        ("A/81/1", "Note by the Secretariat on ", "the state of documents", "Issued"),
        ("A/81/2", "Report on the work of ", "the committee in the year", "Pending"),
    ):
        sheet.put(LEFT, y, symbol)
        sheet.put(210, y, words[0])
        sheet.put(210, y + LEADING, words[1])
        sheet.put(420, y, state)
        y += 2 * GAP
    assert paragraphs(reading(tmp_path, sheet))[2:] == [
        "A/81/1 Note by the Secretariat on the state of documents Issued",
        "A/81/2 Report on the work of the committee in the year Pending",
    ]


def ruled(sheet, y, rows):
    """A table with a head between two rules: names of columns over two lines, one over two."""
    sheet.rule(LEFT, RIGHT, y)
    sheet.put(300, y + 10, "Actual as ", 7, "I")
    sheet.put(420, y + 10, "Variance", 7, "I")
    sheet.rule(400, RIGHT, y + 13)
    for x, words in ((LEFT, "Category"), (305, "at 30 June"), (400, "Amount"), (445, "Per cent")):
        sheet.put(x, y + 21, words, 7, "I")
    sheet.rule(LEFT, RIGHT, y + 25)
    for number, row in enumerate(rows):
        for x, cell in zip((LEFT, 310, 410, 455), row, strict=True):
            sheet.put(x, y + 42 + 15 * number, cell, 8.5)
    sheet.rule(LEFT, RIGHT, y + 45 + 15 * len(rows))
    return y + 70 + 15 * len(rows)


HEAD = "Category Actual as at 30 June Variance Amount Per cent"
TRAVEL, ROADS = ("Travel", "12 000", "(500)", "(4)"), ("Roads", "3 400", "–", "–")


def test_what_stands_between_two_rules_is_the_head_of_a_table_and_one_row(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, "1. Approves the following amounts for the year to come:")
    y = ruled(sheet, y, (TRAVEL, ROADS))
    sheet.paragraph(y, "2. Decides to meet.")
    result = reading(tmp_path, sheet)
    assert paragraphs(result)[2:] == [
        HEAD, "Travel 12 000 (500) (4)", "Roads 3 400 – –", "2. Decides to meet.",
    ]  # fmt: skip
    assert "heading" not in {p.kind.value for _, p in result.document.walk()}


def test_a_head_that_is_printed_again_on_the_next_page_is_taken_out_and_listed(tmp_path):
    first, y = enacting()
    y = first.paragraph(y, "1. Approves the following amounts for the year to come:")
    ruled(first, 680, (TRAVEL,))
    second = Sheet()
    y = ruled(second, 90, (ROADS, ("Total", "15 400", "(500)", "(3)")))
    second.paragraph(y, "2. Decides to meet.")
    result = reading(tmp_path, first, second)
    assert paragraphs(result)[2:] == [
        HEAD, "Travel 12 000 (500) (4)", "Roads 3 400 – –", "Total 15 400 (500) (3)",
        "2. Decides to meet.",
    ]  # fmt: skip
    assert [(each.reason, each.text) for each in result.removed] == [("repeated-head", HEAD)]
    assert codes(result).count("R040") == 1


def test_the_same_head_over_another_table_is_read_again(tmp_path):
    sheet, y = enacting()
    y = ruled(sheet, y, (TRAVEL, ROADS))
    y = sheet.paragraph(y, "Amounts of the year after")
    ruled(sheet, y, (TRAVEL, ROADS))
    assert paragraphs(reading(tmp_path, sheet)).count(HEAD) == 2


def test_a_row_that_goes_on_below_its_amount_stays_one_row(tmp_path):
    sheet, y = enacting()
    y = sheet.paragraph(y, "1. Approves the following amounts for the year to come:")
    for words, amount in (("Travel of staff", "300"), ("Adjustment of the amount", "200")):
        sheet.put(LEFT, y, words)
        sheet.put(420, y, amount)
        y += 20
    sheet.put(LEFT, y - 8, "for the year to come")
    sheet.paragraph(y + 20, "2. Decides to meet.")
    assert paragraphs(reading(tmp_path, sheet))[2:4] == [
        "Travel of staff 300", "Adjustment of the amount for the year to come 200",
    ]  # fmt: skip


def test_two_columns_are_read_one_after_the_other(tmp_path):
    first, y = enacting()
    first.paragraph(y, "Recalling its resolutions on the matter,")
    first.paragraph(y + GAP, "1. Adopts the text annexed to the present resolution.")
    second = Sheet()
    second.put(LEFT, 84, "Annex", 12, "B")
    columns = [
        [f"{side} line {n} of words that fill it so" for n in range(1, 9)]
        for side in ("First", "Second")
    ]
    for n, (left, right) in enumerate(zip(*columns, strict=True)):
        second.put(70, 110 + n * LEADING, left + " ")
        second.put(330, 110 + n * LEADING, right + " ")
    result = reading(tmp_path, first, second)
    text = " ".join(paragraphs(result))
    assert text.index("First line 8") < text.index("Second line 1")
    assert "R056" in codes(result)


def test_a_label_far_from_its_words_makes_no_table(tmp_path):
    sheet, y = enacting()
    for label, words in (("1.", "Decides to meet;"), ("2.", "Decides to part.")):
        sheet.put(LEFT, y, label)
        sheet.put(LEFT + 40, y, words)
        y += GAP
    result = reading(tmp_path, sheet)
    assert paragraphs(result)[1:] == ["1. Decides to meet;", "2. Decides to part."]
    assert "R040" not in codes(result)
