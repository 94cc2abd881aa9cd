"""What goes and moves with the words of a paragraph: pictures, links, fields, comments."""

import re

import pytest

from drafter.model.edits import delete
from drafter.model.moving import move
from tests.readers.docx.making import run
from tests.writers.tracked import official as made
from tests.writers.tracked.redlining import MAIN, check_laws, parts, redlined
from tests.writers.tracked.test_official_file import element, replacing

MAP = '<w:drawing><wp:inline xmlns:wp="urn:wp"/></w:drawing>'
EQUATION = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"/>'


def text_of(red):
    return parts(red.made.data)[MAIN].decode()


def rounds(text, kind):
    """What stands inside the tracked changes of a kind."""
    return "".join(re.findall(rf"<w:{kind} [^>/]*>.*?</w:{kind}>", text, re.DOTALL))


def file_with(more, tmp_path, *, number=6):
    """An official file, `more` at the end of one of its paragraphs."""
    body = list(made.BODY)
    body[number] = body[number].removesuffix("</w:p>") + more + "</w:p>"
    path = tmp_path / "official.docx"
    path.write_bytes(made.official(body=body))
    return path


def up(number):
    return lambda document: move(document, element(document, number).id, up=True)


@pytest.mark.parametrize("holder", [f"<w:r>{MAP}</w:r>", f"<w:r><w:t> </w:t>{MAP}</w:r>"])
def test_a_picture_goes_with_a_paragraph_that_goes(holder, tmp_path):
    path = file_with(holder, tmp_path)
    red = redlined(path, lambda document: delete(document, element(document, 6).id))
    assert text_of(red).count(MAP) == rounds(text_of(red), "del").count(MAP) == 1
    check_laws(red, tmp_path)


def test_a_picture_moves_with_its_paragraph(tmp_path):
    red = redlined(file_with(f"<w:r>{MAP}</w:r>", tmp_path), up(6))
    text = text_of(red)
    assert rounds(text, "moveFrom").count(MAP) == rounds(text, "moveTo").count(MAP) == 1
    assert text.count(MAP) == 2
    check_laws(red, tmp_path)


def test_a_picture_that_moves_has_another_id_in_its_new_place(tmp_path):
    named = MAP.replace("/></w:drawing>", '><wp:docPr id="7"/></wp:inline></w:drawing>')
    red = redlined(file_with(f"<w:r>{named}</w:r>", tmp_path), up(6))
    text = text_of(red)
    assert named in rounds(text, "moveFrom")
    ids = re.findall(r'docPr id="(\d+)"', text)
    assert len(ids) == len(set(ids)) == 2
    check_laws(red, tmp_path)


@pytest.mark.parametrize("edit", [up(6), lambda d: delete(d, element(d, 6).id)])
def test_an_equation_in_a_paragraph_that_goes_or_moves_is_refused(edit, tmp_path):
    red = redlined(file_with(EQUATION, tmp_path), edit)
    assert "writing.not-marked" in [each.message for each in red.made.left]


def test_a_link_moves_with_its_paragraph(tmp_path):
    path = file_with(made.link("the plan") + run(" of the States;"), tmp_path)
    red = redlined(path, up(6))
    text = text_of(red)
    here = re.search(r"<w:moveToRangeStart.*?<w:moveToRangeEnd", text, re.DOTALL)[0]
    link = re.search(r'<w:hyperlink r:id="rLink">(.*?)</w:hyperlink>', here)[1]
    assert link.startswith("<w:moveTo ")
    assert run("the plan", made._STYLED) in link
    assert red.made.left == ()
    check_laws(red, tmp_path)


def test_a_field_moves_with_its_paragraph(tmp_path):
    path = file_with(made.field("REF para1", "1") + run(" above;"), tmp_path)
    red = redlined(path, up(6))
    here = re.search(r"<w:moveToRangeStart.*?<w:moveToRangeEnd", text_of(red), re.DOTALL)[0]
    assert here.count("<w:fldChar") == 3
    assert "REF para1" in here
    assert red.made.left == ()
    check_laws(red, tmp_path)


def test_a_link_that_changes_is_told(tmp_path):
    path = tmp_path / "official.docx"
    path.write_bytes(made.official())
    red = redlined(path, replacing(2, "79/217", "79/218"))
    (told,) = red.made.left
    assert (told.message, dict(told.params)["words"]) == ("writing.link-broken", "79/217")
    assert "Recalling" in red.base.element(told.place.element).text.plain()


def test_a_comment_that_does_not_move_with_its_paragraph_is_told(tmp_path):
    comment = '<w:commentRangeStart w:id="7"/><w:commentRangeEnd w:id="7"/>'
    comment += '<w:r><w:commentReference w:id="7"/></w:r>'
    red = redlined(file_with(comment, tmp_path), up(6))
    assert [each.message for each in red.made.left] == ["writing.comment-stays"]
    assert text_of(red).count(comment) == 1


def test_a_comment_goes_with_a_paragraph_that_goes(tmp_path):
    comment = '<w:r><w:commentReference w:id="7"/></w:r>'
    path = file_with(comment, tmp_path)
    red = redlined(path, lambda document: delete(document, element(document, 6).id))
    assert comment in rounds(text_of(red), "del")
