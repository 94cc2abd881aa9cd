"""Running matter: what stands on the edges of pages is taken out, with a reason."""

from tests.readers.pdf.paper import FIRST, GAP, LEFT, Sheet, enacting, paragraphs, reading

LONG = "Recalling its resolutions on the matter and all that was said of it " * 4


def page(number, title="A short title", *, rule=True, job="26-12345"):
    sheet = Sheet()
    sheet.put(60, 59, "A/81/L.7", 8.5, "B")
    sheet.put(401, 59, title, 8.5, "B")
    if rule:
        sheet.rule(60, 552, 65)
    sheet.put(60, 755, f"{number}/9", 8.5, "B")
    sheet.put(524, 755, job, 7)
    return sheet


def removed(result):
    return {(each.reason, each.text) for each in result.removed}


def test_headers_above_a_rule_and_page_numbers_are_taken_out(tmp_path):
    first, y = enacting()
    first.paragraph(y, LONG + "and", end=" ")
    second = page(2)
    second.paragraph(84, "of the rest of it,", first=LEFT)
    second.put(FIRST, 84 + GAP, "1. Decides to meet.")
    result = reading(tmp_path, first, second)
    assert paragraphs(result)[1].endswith("and of the rest of it,")
    assert paragraphs(result)[2:] == ["1. Decides to meet."]
    assert removed(result) == {
        ("symbol", "A/81/L.7"), ("header", "A short title"), ("page", "2/9"), ("job", "26-12345"),
    }  # fmt: skip
    assert result.document.masthead.job_number == "26-12345"


def test_a_header_without_a_rule_goes_because_it_comes_again(tmp_path):
    first, y = enacting()
    first.put(FIRST, y, "1. Decides to meet;")
    sheets = [first]
    for number in (2, 3):
        sheet = page(number, "Report of the Council", rule=False)
        sheet.put(FIRST, 100, f"{number}. Decides to part;")
        sheets.append(sheet)
    result = reading(tmp_path, *sheets)
    assert paragraphs(result)[1:] == [
        "1. Decides to meet;", "2. Decides to part;", "3. Decides to part;",
    ]  # fmt: skip


def test_a_watermark_across_the_page_is_no_text(tmp_path):
    sheet, y = enacting()
    sheet.put(FIRST, y, "1. Decides to meet.")
    sheet.put(200, 500, "DRAFT", 80, "B", angle="0.7 0.7 -0.7 0.7")
    result = reading(tmp_path, sheet)
    assert paragraphs(result)[1:] == ["1. Decides to meet."]
    assert removed(result) == {("turned", "DRAFT")}


def test_a_line_alone_at_the_very_foot_is_no_text(tmp_path):
    sheet, y = enacting()
    sheet.put(FIRST, y, "1. Decides to meet.")
    sheet.put(270, 752, "Printed by hand", 7)
    result = reading(tmp_path, sheet)
    assert paragraphs(result)[1:] == ["1. Decides to meet."]
    assert ("footer", "Printed by hand") in removed(result)


TITLES = ("Globalization and the movement of all peoples and ", "of their goods")


def masthead(sheet, titles=TITLES):
    sheet.put(482, 56, "A", 20)
    sheet.put(497, 56, "/C.2/81/L.7")
    sheet.put(123, 57, "United Nations", 14)
    sheet.rule(60, 552, 65)
    sheet.put(123, 86, "General Assembly", 20, "B")
    sheet.put(397, 86, "Distr.: Limited")
    sheet.put(397, 98, "4 November 2026")
    sheet.put(397, 122, "Original: English")
    sheet.rule(60, 552, 209)
    sheet.put(60, 222, "Eighty-first session", style="B")
    sheet.put(60, 235, "Second Committee", 12, "B")
    sheet.put(60, 248, "Agenda item 20 (b)")
    for row, words in enumerate(titles):
        sheet.put(60, 260 + 12 * row, words, style="B")
    sheet.put(123, 300, "Mexico and Uganda:* draft resolution", style="B")
    sheet.put(123, 330, "Movement of peoples", 12, "B")
    sheet.put(99, 690, "__________________", 8, "B")
    sheet.put(115, 704, "* On behalf of a group.", 8.5)
    sheet.put(65, 747, "26-12345 (E)    041126")


def test_the_box_of_the_masthead_gives_its_fields(tmp_path):
    sheet, y = enacting(y=360)
    masthead(sheet)
    sheet.put(FIRST, y, "1. Decides to meet.")
    result = reading(tmp_path, sheet)
    head = result.document.masthead
    assert (head.symbol, head.distribution, head.date) == (
        "A/C.2/81/L.7", "Distr.: Limited", "4 November 2026",
    )  # fmt: skip
    assert (head.body, head.committee, head.session) == (
        "General Assembly", "Second Committee", 81,
    )  # fmt: skip
    assert head.agenda_titles == (
        "Globalization and the movement of all peoples and of their goods",
    )
    assert (head.sponsors, head.job_number) == (("Mexico", "Uganda"), "26-12345")
    assert head.read[:3] == ("United Nations", "A/C.2/81/L.7", "General Assembly")
    assert [note.mark for note in result.document.notes] == ["*"]
    assert paragraphs(result) == [
        "Movement of peoples", "The General Assembly,", "1. Decides to meet.",
    ]  # fmt: skip


def test_a_line_of_an_agenda_title_that_begins_small_goes_on_however_short_the_line_above(tmp_path):
    sheet, y = enacting(y=360)
    masthead(sheet, titles=("Implementation of the plan", "for rivers", "Water and its uses"))
    sheet.put(FIRST, y, "1. Decides to meet.")
    titles = reading(tmp_path, sheet).document.masthead.agenda_titles
    assert titles == ("Implementation of the plan for rivers", "Water and its uses")


def test_findings_say_on_which_page_and_line_of_it(tmp_path):
    first, y = enacting()
    first.put(FIRST, y, "1. Decides to meet;")
    second = page(2)
    second.put(FIRST, 84, "5. Decides to part.")
    result = reading(tmp_path, first, second)
    (gap,) = [each for each in result.findings if each.code == "R024"]
    assert (gap.place.file, gap.place.page, gap.place.line) == ("paper.pdf", 2, 2)


def test_a_foot_line_that_comes_again_goes_with_the_page_number_beside_it(tmp_path):
    first, y = enacting()
    first.put(FIRST, y, "1. Decides to meet.")
    first.put(250, 752, "No official paper", 7)
    second = Sheet()
    second.put(FIRST, 90, "2. Decides to remain seized of the matter.")
    second.put(65, 754, "2/2")
    second.put(250, 754, "No official paper", 7)
    result = reading(tmp_path, first, second)
    assert [p.label_read for _, p in result.document.walk()] == ["", "1.", "2."]
    assert not result.document.notes
    assert {text for _, text in removed(result)} >= {"2/2", "No official paper"}


def test_a_wide_leading_is_not_measured_by_the_masthead(tmp_path):
    sheet = Sheet()
    masthead(sheet)
    words = "The General Assembly, recalling its decision of last year and the items"
    sheet.put(FIRST, 360, words, 10.5)
    sheet.put(LEFT, 375.5, "of its agenda, decides to meet again.", 10.5)
    assert paragraphs(reading(tmp_path, sheet))[1:] == [
        "The General Assembly, recalling its decision of last year and the items of its agenda,"
        " decides to meet again."
    ]
