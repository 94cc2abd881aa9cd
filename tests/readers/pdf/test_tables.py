"""Tables are rows of plain text, columns follow each other, and both are reported."""

from tests.readers.pdf.paper import GAP, LEADING, LEFT, Sheet, codes, enacting, paragraphs, reading

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
