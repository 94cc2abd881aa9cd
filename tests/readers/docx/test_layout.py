"""Mastheads, headers and footers, tables, styles, comments."""

import pytest

from tests.readers.docx.making import findings, labelled, par, reading, run, styled, table, texts

ENACTED = par("The General Assembly,") + par("Recalling its resolution 70/1,")
HEADER = table(("United Nations", "A/80/L.7"), ("General Assembly", par("Distr.: Limited")))
SECTION = (
    '<w:sectPr><w:headerReference w:type="{}" r:id="header1"/>'
    '<w:footerReference w:type="{}" r:id="footer1"/>{}</w:sectPr>'
)


def style(name, based="", look="", properties=""):
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/><w:pPr>{properties}</w:pPr><w:rPr>{look}</w:rPr></w:style>'
    )


UN = "".join(
    style(name, based)
    for name, based in (
        ("Session", "H23"), ("AgendaItemNormal", ""), ("AgendaTitleH2", "H23"), ("H23", ""),
        ("TitleH1", "H1"), ("H1", ""), ("SingleTxt", ""),
    )
)  # fmt: skip


def test_the_header_of_the_first_page_is_the_masthead(tmp_path):
    section = SECTION.format("first", "first", "<w:titlePg/>")
    footer = par("26-01234 (E)") + par("*2601234*") + par("Please recycle")
    result = reading(tmp_path, ENACTED + section, header1=HEADER, footer1=footer)
    head = result.document.masthead
    assert (head.symbol, head.body, head.distribution) == (
        "A/80/L.7", "General Assembly", "Distr.: Limited",
    )  # fmt: skip
    assert head.job_number == "26-01234"
    assert texts(result)[0] == "The General Assembly,"
    assert {each.text for each in result.removed} == {"26-01234 (E)", "*2601234*", "Please recycle"}


def test_a_running_header_is_taken_out_but_gives_the_symbol(tmp_path):
    section = SECTION.format("default", "default", "")
    header = par("A/80/L.7") + par("Water for all")
    result = reading(tmp_path, ENACTED + section, header1=header, footer1=par("2/5"))
    assert result.document.masthead.symbol == "A/80/L.7"
    assert [(each.reason, each.text) for each in result.removed] == [
        ("header", "Water for all"),
        ("page", "2/5"),
    ]


def test_a_masthead_in_a_table_of_the_body_is_dissolved(tmp_path):
    result = reading(tmp_path, HEADER + par("Eightieth session") + ENACTED)
    assert result.document.masthead.symbol == "A/80/L.7"
    assert result.document.masthead.session == 80
    assert "table" not in findings(result)


def test_styles_of_the_united_nations_tell_titles_and_headings(tmp_path):
    body = (
        styled("Session", "Eightieth session")
        + styled("AgendaItemNormal", "Agenda item 19 (b)")
        + styled("AgendaTitleH2", "Sustainable development.")
        + styled("TitleH1", "Water for all: what now?")
        + ENACTED
        + styled("SingleTxt", "1. Decides to continue;")
        + styled("H23", "2. What comes next")
        + styled("SingleTxt", "2. Requests a report.")
    )
    result = reading(tmp_path, HEADER + body, styles=UN)
    kinds = {p.text.plain(): p.kind.value for _, p in result.document.walk()}
    assert result.document.masthead.agenda_titles == ("Sustainable development.",)
    assert kinds["Water for all: what now?"] == "title"
    assert kinds["What comes next"] == "heading"
    assert kinds["Requests a report."] == "operative"


def test_a_table_is_kept_row_by_row_and_its_numbers_are_no_labels(tmp_path):
    rows = table(("Item", "Amount"), ("(1)", "(2)"), ("2. Travel", par("300")))
    body = ENACTED + par("1. Takes note of the table.") + rows + par("2. Requests a report.")
    result = reading(tmp_path, body)
    assert labelled(result)[2:] == [
        "1. Takes note of the table.", "Item Amount", "(1) (2)", "2. Travel 300",
        "2. Requests a report.",
    ]  # fmt: skip
    assert findings(result).count("table") == 1


def row(*cells, head=False):
    """A row; a cell is words, or words with how many columns it takes and what it merges with."""
    made = ""
    for words, *settings in ((cell,) if isinstance(cell, str) else cell for cell in cells):
        span, merged = (*settings, "")[:2] if settings else (1, "")
        inner = f'<w:gridSpan w:val="{span}"/>' + (f"<w:vMerge{merged}/>" if merged else "")
        content = words if words.startswith("<") else par(words)
        made += f"<w:tc><w:tcPr>{inner}</w:tcPr>{content}</w:tc>"
    return f"<w:tr><w:trPr>{'<w:tblHeader/>' * head}</w:trPr>{made}</w:tr>"


def test_the_head_of_a_table_is_one_row_column_after_column(tmp_path):
    first, on = ' w:val="restart"', " "
    body = ENACTED + par("1. Takes note of the table.") + (
        "<w:tbl>"
        + row(("Category", 1, first), par() + par("Actual as at") + par("30 June"),
              ("Variance", 2), head=True)
        + row(("", 1, on), "(1)", "Amount", "Percentage", head=True)
        + row("", "", "", "", head=True)
        + row("Travel", "12", "3", "20")
        + "</w:tbl>"
    )  # fmt: skip
    result = reading(tmp_path, body)
    assert labelled(result)[3:] == [
        "Category Actual as at 30 June (1) Variance Amount Percentage", "Travel 12 3 20",
    ]  # fmt: skip


def test_a_table_of_nothing_but_head_is_read_row_by_row(tmp_path):
    rows = row("Item", "Amount", head=True) + row("Travel", "12", head=True)
    body = par("Above.") + f"<w:tbl>{rows}</w:tbl>"
    assert texts(reading(tmp_path, body)) == ["Above.", "Item Amount", "Travel 12"]


def test_a_head_with_a_paragraph_in_a_cell_is_read_as_it_stands(tmp_path):
    long = "Water is life. " * 12
    rows = row("Item", long, head=True) + row("Travel", "12")
    body = par("Above.") + f"<w:tbl>{rows}</w:tbl>"
    assert texts(reading(tmp_path, body)) == ["Above.", "Item", long.strip(), "Travel 12"]


def test_long_cells_are_paragraphs_in_reading_order(tmp_path):
    long = "Water is life. " * 12
    body = par("Above.") + table((par("Left.") + par(long), "Right."))
    assert texts(reading(tmp_path, body)) == ["Above.", "Left.", long.strip(), "Right."]


def test_a_frame_round_the_text_is_no_table(tmp_path):
    body = table((ENACTED + par("1. Decides to continue."),))
    result = reading(tmp_path, body)
    assert [p.kind.value for _, p in result.document.walk()][-1] == "operative"
    assert "table" not in findings(result)


def test_comments_are_reported_where_they_were_made(tmp_path):
    comments = (
        '<w:comment w:id="3" w:author="Ann" w:date="2026-01-02T10:00:00Z">'
        + par("Why? ") + par("Ask.") + "</w:comment>"
    )  # fmt: skip
    body = par("One.") + par(run("Two") + '<w:r><w:commentReference w:id="3"/></w:r>' + run(" it."))
    result = reading(tmp_path, body, comments=comments)
    (told,) = [f for f in result.findings if f.message == "reading.word-comment"]
    assert told.values == {"author": "Ann", "date": "2026-01-02", "text": "Why? Ask."}
    assert (told.place.line, told.place.start) == (2, 3)
    assert texts(result) == ["One.", "Two it."]


ITALIC = style("Slanted", look="<w:i/>")
EMPHASIS = (
    '<w:style w:type="character" w:styleId="Em"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr>'
    "</w:style>"
)


@pytest.mark.parametrize(
    ("content", "opening"),
    [
        (run("Recalling", "<w:i/>") + run(" its resolution,"), "Recalling"),
        (run("Recalling also ", "<w:i/>") + run("its resolution,"), "Recalling also"),
        (run("Recalling", '<w:rStyle w:val="Em"/>') + run(" its resolution,"), "Recalling"),
        (run("“") + run("Recalling", "<w:i/>") + run(" its,"), "“Recalling"),
        (run("Water", '<w:i/><w:rtl/><w:iCs w:val="0"/>') + run(" is what matters,"), ""),
    ],
)
def test_opening_words_are_those_in_italics(content, opening, tmp_path):
    body = par("The General Assembly,") + par(content) + par("1. Decides to go on.")
    result = reading(tmp_path, body, styles=EMPHASIS)
    found = [p for _, p in result.document.walk()][1]
    assert found.text.opening == opening


def test_italics_over_italics_are_none(tmp_path):
    """ECMA-376, 17.7.3: a toggle of a character style over the same of a paragraph style."""
    content = run("Recalling with a smile", '<w:rStyle w:val="Em"/>') + run(" its resolution,")
    body = par("The General Assembly,") + par(content, '<w:pStyle w:val="Slanted"/>')
    result = reading(tmp_path, body, styles=ITALIC + EMPHASIS)
    assert [p for _, p in result.document.walk()][1].text.opening != "Recalling with a smile"


def test_a_kaiti_face_stands_for_italics_in_chinese(tmp_path):
    kai = '<w:rFonts w:hint="eastAsia" w:eastAsia="楷体_GB2312"/>'
    content = run("又回顾并重申", kai) + run("其关于水的决议，")
    result = reading(tmp_path, par("大会，") + par(content) + par("1. 决定继续。"), language="zh")
    assert [p for _, p in result.document.walk()][1].text.opening == "又回顾并重申"
