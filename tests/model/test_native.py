"""The native file gives back the document it was written from, and refuses what is none."""

import pytest
from hypothesis import HealthCheck, given, settings

from drafter.errors import InvalidYaml, UnreadableInput
from drafter.model.masthead import Masthead
from drafter.readers import ReadOptions, read, reader_for
from drafter.readers.formats.native import READER, document_of
from drafter.writers.formats.native import WRITER, file_of
from tests.model.documents import documents
from tests.model.test_record import small

SLOW = settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow], deadline=None)


@SLOW
@given(documents())
def test_a_document_written_and_read_is_the_same(document):
    text = file_of(document).decode("utf-8")
    again = document_of(text, source="x")
    assert again == document
    assert text.endswith("\n")
    assert file_of(again) == file_of(document)


def test_a_file_is_read_from_disk(tmp_path):
    path = tmp_path / "移民.draft.yaml"
    path.write_bytes(file_of(small()))
    assert read(path).document == small()
    assert read(path).findings == ()


def test_a_native_file_is_known_by_its_first_line_whatever_its_name(tmp_path):
    path = tmp_path / "draft.txt"
    path.write_bytes(b"# mine\n" + file_of(small()))
    assert reader_for(path) is READER
    assert not READER.recognises(b"symbol: A/68/L.5\n")
    assert not READER.recognises("第七十九届会议\nformat: 1\n".encode())


def test_what_the_reader_says_goes_before_what_the_file_says(tmp_path):
    path = tmp_path / "a.draft.yaml"
    path.write_bytes(file_of(small()))
    told = ReadOptions(
        symbol="A/79/L.1", stage="draft", date="2024-11-21", adopted_as=(("", "79/9"),)
    )
    found = read(path, told).document
    assert found.masthead == Masthead(symbol="A/79/L.1", date="2024-11-21")
    assert found.stage == "draft"
    assert found.adopted_as == (("resolution", "79/9"),)


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("kind: preambular", "kind: preamble", "yaml.not-a-choice", 7),
        ("id: pp1", "number: pp1", "yaml.unknown-key", 6),
        ("    kind: preambular\n", "", "yaml.missing-key", 6),
        ("id: op1.a", "id: pp1", "yaml.duplicate-id", 15),
        ("id: n1", "id: n2", "yaml.mark-without-note", 8),
        ("format: 1", "format: 2", "yaml.newer-format", 1),
        ("format: 1\n", "", "yaml.not-a-draft", 1),
        ("kind: preambular", "kind: *x", "yaml.alias", 7),
        ("kind: preambular", "kind: preambular\n    id: x", "yaml.duplicate-key", 8),
    ],
)
def test_an_error_names_the_line(old, new, message, line):
    text = file_of(small()).decode("utf-8").replace(old, new)
    with pytest.raises(InvalidYaml) as caught:
        document_of(text, source="a.draft.yaml")
    assert (caught.value.message_id, caught.value.place) == (message, f"a.draft.yaml:{line}")


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(UnreadableInput):
        read(tmp_path / "a.draft.yaml")


def test_the_writer_takes_its_place_among_the_formats():
    assert (WRITER.name, WRITER.extension) == ("yaml", "draft.yaml")
