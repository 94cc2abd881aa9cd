"""Files that are no documents: one clear error or a document with findings, never a traceback."""

import random
import zlib

import pytest

from drafter.errors import UnreadableInput
from drafter.messages import say
from drafter.readers import read
from tests.readers.pdf.paper import FIRST, Sheet, assembled, codes, enacting, pdf, reading


def error(folder, data):
    path = folder / "paper.pdf"
    path.write_bytes(data)
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert caught.value.place == str(path)
    assert say(caught.value.message_id, **caught.value.params)
    return caught.value


def text_page():
    sheet, y = enacting()
    sheet.put(FIRST, y, "1. Decides to meet.")
    return sheet


def picture_page():
    sheet = Sheet()
    sheet.draw(0, 0, 612, 792)
    return sheet


def test_a_scanned_file_is_told_as_such_once(tmp_path):
    problem = error(tmp_path, pdf(picture_page(), picture_page()))
    assert (problem.message_id, problem.params) == ("reading.pdf-no-text", {"count": 2})
    assert say(problem.hint_id)


def test_a_scanned_page_among_others_is_a_finding_with_its_page(tmp_path):
    result = reading(tmp_path, text_page(), picture_page())
    (found,) = [each for each in result.findings if each.code == "R052"]
    assert (found.place.page, found.place.file) == (2, "paper.pdf")


def test_recognised_text_behind_a_picture_is_read_and_reported(tmp_path):
    sheet = picture_page()
    sheet.put(FIRST, 90, "The General Assembly,", mode=3)
    sheet.put(FIRST, 108, "1. Decides to meet.", mode=3)
    result = reading(tmp_path, sheet)
    assert "R058" in codes(result)
    assert [p.label_read for _, p in result.document.walk()][-1] == "1."


def test_an_empty_page_is_told(tmp_path):
    assert "R053" in codes(reading(tmp_path, text_page(), Sheet()))


def test_a_locked_file_says_what_to_do(tmp_path):
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >>"
    sheet = text_page()
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf(sheet, trailer=f"{lock} /ID [<01> <01>]"))
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert caught.value.message_id == "reading.pdf-locked"
    assert say(caught.value.hint_id)


def test_what_only_claims_to_be_a_pdf_is_damaged(tmp_path):
    problem = error(tmp_path, b"%PDF-1.7\nnothing of the kind")
    assert problem.message_id == "reading.pdf-damaged"


def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes_or_refused(tmp_path):
    data = pdf(text_page(), text_page())
    path = tmp_path / "cut.pdf"
    for size in range(0, len(data), max(len(data) // 40, 1)):
        path.write_bytes(data[:size])
        try:
            result = read(path)
        except UnreadableInput:
            continue
        assert "R050" in codes(result)


def test_flipped_bytes_never_end_in_anything_else(tmp_path):
    data = pdf(text_page(), text_page())
    dice = random.Random(7)  # noqa: S311  no secret
    path = tmp_path / "flipped.pdf"
    for _ in range(40):
        flipped = bytearray(data)
        for _ in range(dice.randint(1, 30)):
            flipped[dice.randrange(len(flipped))] = dice.randrange(256)
        path.write_bytes(bytes(flipped))
        try:
            read(path)
        except UnreadableInput as problem:
            assert say(problem.message_id, **problem.params)


def stream(packed, filters):
    return b"<< /Length %d /Filter %b >>\nstream\n%b\nendstream" % (len(packed), filters, packed)


@pytest.mark.parametrize("stages", [1, 2])
def test_a_stream_that_unpacks_to_a_flood_is_not_opened(tmp_path, stages):
    packed = b"0 0 m " * 14_000_000
    for _ in range(stages):
        packed = zlib.compress(packed, 9)
    filters = b"[" + b"/FlateDecode " * stages + b"]"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>"
    data = assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page,
            stream(packed, filters),
        ]
    )
    assert error(tmp_path, data).message_id == "reading.pdf-too-much"


def test_a_page_of_countless_pieces_keeps_its_words_in_their_order(tmp_path):
    sheet = text_page()
    sheet.content += [b"BT /F1 1 Tf 1 0 0 1 10 10 Tm (.) Tj ET"] * 61_000
    result = reading(tmp_path, sheet)
    assert "R054" in codes(result)
    assert "Decides to meet" in " ".join(p.text.plain() for _, p in result.document.walk())


def test_forms_that_hold_themselves_end(tmp_path):
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Length 6"
        b" /Resources << /XObject << /X 5 0 R >> >> >>\nstream\n/X Do \nendstream"
    )
    data = assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /XObject << /X 5 0 R >> >> >>",
            b"<< /Length 6 >>\nstream\n/X Do \nendstream",
            form,
        ]
    )
    assert error(tmp_path, data).message_id == "reading.pdf-no-text"
