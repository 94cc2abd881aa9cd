"""What other programs make of a redline: LibreOffice, and the validator of the Open XML SDK."""

import json
import shutil
import subprocess

import pytest

from drafter.model.edits import delete, insert_after
from drafter.model.moving import move
from drafter.model.note_edits import add_note
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Note, Paragraph
from tests.writers.tracked import official as made
from tests.writers.tracked.redlining import redlined
from tests.writers.tracked.test_official_file import element, replacing

OFFICE = shutil.which("soffice")
VALIDATOR = shutil.which("ooxml-validator")


def new_paragraph(document):
    text = Text.of(Span("Urges", SpanKind.EMPHASIS), " all States to act;")
    return insert_after(document, element(document, 6).id, Paragraph("new", Kind.OPERATIVE, text))


def new_note(document):
    return add_note(document, element(document, 6).id, 10, Note("new", Text.of("New.")))


def moved(document):
    return move(document, element(document, 6).id, up=True)


def dropped(document):
    return delete(document, element(document, 3).id)


EDITS = {
    "words": (replacing(6, "measure", "monitor"), 2),
    "a link": (replacing(2, "79/217", "80/100"), 2),
    "a paragraph in, and a number": (new_paragraph, 3),
    "a paragraph out, and its note": (dropped, 2),
    # LibreOffice tells a move as what goes here and what comes there; a number changes for another
    "a move": (moved, 4),
    "a note": (new_note, 1),
}


@pytest.fixture(params=EDITS)
def written(request, tmp_path):
    edit, count = EDITS[request.param]
    base, path = tmp_path / "official.docx", tmp_path / "redline.docx"
    base.write_bytes(made.official())
    path.write_bytes(redlined(base, edit).made.data)
    return path, count


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")
def test_libreoffice_opens_it_with_the_right_count_of_changes(written, tmp_path):
    path, count = written
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "fodt", "--outdir", tmp_path, path],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    flat = (tmp_path / "redline.fodt").read_text(encoding="utf-8")
    assert flat.count("<text:changed-region") == count


@pytest.mark.skipif(VALIDATOR is None, reason="no ooxml-validator is on the path")
def test_the_validator_of_the_open_xml_sdk_finds_nothing(written):
    ran = subprocess.run([VALIDATOR, written[0]], check=False, capture_output=True, timeout=60)
    assert json.loads(ran.stdout)["errors"] == []
