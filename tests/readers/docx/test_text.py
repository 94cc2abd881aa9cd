"""The characters of paragraphs: every word once, in order, whatever it is wrapped in."""

import pytest

from tests.readers.docx.making import findings, par, reading, run, texts

BOX = "<w:txbxContent>{}</w:txbxContent>"
FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'


def field(code, shown):
    code = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return FIELD.format("begin") + code + FIELD.format("separate") + shown + FIELD.format("end")


CASES = {
    "runs follow each other": (run("Stress") + run("ing"), "Stressing"),
    "a tab and a break part words": (
        "<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:t>three</w:t></w:r>",
        "one two three",
    ),
    "a break after a hyphen keeps the hyphen": (
        "<w:r><w:t>follow-</w:t><w:br/><w:t>up</w:t></w:r>",
        "follow-up",
    ),
    "a hyphen that may not break is a hyphen": (
        "<w:r><w:t>long</w:t><w:noBreakHyphen/><w:t>term</w:t></w:r>",
        "long-term",
    ),
    "a hyphen that shows only at a line end is none": (
        "<w:r><w:t>inter</w:t><w:softHyphen/><w:t>national</w:t></w:r>",
        "international",
    ),
    "white space at the ends of words counts only where the file says so": (
        "<w:r><w:t> one </w:t></w:r><w:r><w:t>two</w:t></w:r>",
        "onetwo",
    ),
    "a symbol of a font is the character it prints": (
        run("40 ") + '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>' + run(" and more"),
        "40 ° and more",
    ),
    "characters of the private area are those of their font": (
        run("\uf061", '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>') + run(" rays"),
        "α rays",
    ),
    "a link is read by its words": (
        f'<w:hyperlink r:id="x" w:anchor="y">{run("resolution 70/1")}</w:hyperlink>',
        "resolution 70/1",
    ),
    "a field is read by its result": (
        field(' HYPERLINK "https://example.org" ', run("here")) + run(" it is"),
        "here it is",
    ),
    "a field within the code of a field is no text": (
        field(field("PAGE", run("7")), run("shown")),
        "shown",
    ),
    "a simple field is read by its result": (
        f'<w:fldSimple w:instr="DOCVARIABLE x">{run("A/80/1")}</w:fldSimple>' + run(" of"),
        "A/80/1 of",
    ),
    "a field that never ends hides nothing after its paragraph": (
        FIELD.format("begin") + "<w:r><w:instrText>IF</w:instrText></w:r>",
        None,
    ),
    "content controls and smart tags are read through": (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{run('one ')}</w:sdtContent></w:sdt>"
        f'<w:smartTag w:element="place">{run("two")}</w:smartTag>',
        "one two",
    ),
    "of alternatives one is read": (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{run("new")}</mc:Choice>'
        f"<mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>",
        "new",
    ),
    "an alternative without words gives way to one with words": (
        '<mc:AlternateContent><mc:Choice Requires="wps"/>'
        f"<mc:Fallback>{run('old')}</mc:Fallback></mc:AlternateContent>",
        "old",
    ),
    "the characters of an equation are read": (
        run("where ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
        "where x=1",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_in_a_paragraph(case, tmp_path):
    content, expected = CASES[case]
    found = texts(reading(tmp_path, par("Before it.") + par(content) + par("After it.")))
    assert found == ["Before it.", *([expected] if expected else []), "After it."]


def test_text_boxes_are_read_after_the_paragraph_they_hang_on(tmp_path):
    box = BOX.format(par("In the box.") + par("Also there."))
    shape = f"<w:r><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></w:r>"
    old = f"<w:r><w:pict><v:textbox>{BOX.format(par('Old box.'))}</v:textbox></w:pict></w:r>"
    found = texts(reading(tmp_path, par(run("Beside.") + shape) + par(run("Next.") + old)))
    assert found == ["Beside.", "In the box.", "Also there.", "Next.", "Old box."]


def test_what_is_no_text_is_reported_where_it_stands(tmp_path):
    picture = "<w:r><w:drawing><pic:pic/></w:drawing></w:r>"
    thing = '<w:r><w:object><v:imagedata/><o:OLEObject ProgID="Excel.Sheet"/></w:object></w:r>'
    body = par("One.") + par(run("Two.") + picture) + par(run("Three.") + thing)
    result = reading(tmp_path, body)
    told = {f.message: f.place.line for f in result.findings}
    assert told["reading.word-picture"] == 2
    assert told["reading.word-object"] == 3


def test_a_field_that_only_word_can_work_out_is_reported(tmp_path):
    code = "<w:r><w:instrText>LISTNUM</w:instrText></w:r>"
    body = par(FIELD.format("begin") + code + FIELD.format("end") + run("Numbered."))
    assert "word-field" in findings(reading(tmp_path, body))


def test_hidden_words_are_listed_as_taken_out(tmp_path):
    result = reading(tmp_path, par(run("Shown.") + run("not shown", "<w:vanish/>")))
    assert texts(result) == ["Shown."]
    assert [(each.reason, each.text) for each in result.removed] == [("hidden", "not shown")]


def test_files_of_the_strict_kind_are_read(tmp_path):
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    assert texts(reading(tmp_path, par("Strict."), space=strict)) == ["Strict."]
