"""Files that are damaged, hostile or no Word files: one clear error each, or a document."""

import io
import random
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.errors import UnreadableInput
from drafter.messages import say
from drafter.readers import ReadOptions, ReadResult, guarded_xml, read
from drafter.readers.docx import markup
from tests.readers.docx.making import item, packed, par, part, reading, run, table, texts, word_file
from tests.writers.writing_samples import sample, written

BODY = par("The General Assembly,") + par("1. Decides to continue.")


def refused(tmp_path, data, name="made.docx"):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert caught.value.place == str(path)
    assert not say(caught.value.message_id, **caught.value.params).startswith("word.")
    return caught.value.message_id


def test_entities_and_document_types_are_refused(tmp_path):
    doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    hostile = doctype + part("document", par("&b;"))
    assert refused(tmp_path, word_file("", raw={"word/document.xml": hostile})) == "word.doctype"


def test_a_part_that_unpacks_without_end_is_refused(tmp_path):
    bomb = part("document", par(" " * 80_000_000))
    assert refused(tmp_path, word_file("", raw={"word/document.xml": bomb})) == "word.bomb"


def test_depth_and_number_of_elements_are_limited(tmp_path, monkeypatch):
    deep = "<w:sdt><w:sdtContent>" * 150 + par("x") + "</w:sdtContent></w:sdt>" * 150
    assert refused(tmp_path, word_file(deep)) == "word.too-deep"
    monkeypatch.setattr(guarded_xml, "MOST_ELEMENTS", 1000)
    assert refused(tmp_path, word_file("<w:p/>" * 1001)) == "word.too-deep"
    monkeypatch.setattr(markup, "_MAX_PARAGRAPHS", 100)
    assert refused(tmp_path, word_file("<w:p/>" * 101)) == "reading.too-many-elements"


def test_a_container_with_too_many_parts_is_refused(tmp_path):
    parts = {f"word/media/{number}.png": "" for number in range(10_001)}
    assert refused(tmp_path, word_file(BODY, raw=parts)) == "word.too-many-parts"


def test_a_part_that_is_there_twice_is_refused(tmp_path):
    data = io.BytesIO(word_file(BODY))
    with zipfile.ZipFile(data, "a") as container, pytest.warns(UserWarning, match="Duplicate"):
        container.writestr("word/document.xml", part("document", par("Another text.")))
    assert refused(tmp_path, data.getvalue()) == "word.damaged"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "word.old"),
        (rb"{\rtf1\ansi Text}", "word.rtf"),
        (b"Just text.", "word.damaged"),
        (b"", "word.damaged"),
        (packed({"[Content_Types].xml": "<Types/>"}), "word.not-word"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "word.not-word"),
        (word_file(BODY, kind="application/vnd.ms-excel.sheet.main+xml"), "word.not-word"),
        (word_file(BODY)[:400], "word.damaged"),
        (word_file("<w:p>"), "word.damaged-part"),
    ],
)
def test_what_is_no_word_file_is_told_from_one(data, message, tmp_path):
    assert refused(tmp_path, data) == message


@pytest.mark.parametrize("name", ["old.doc", "noname"])
def test_an_old_word_file_is_told_by_its_bytes_and_says_what_to_do(name, tmp_path):
    path = tmp_path / name
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    assert ".docx" in say(caught.value.hint_id)


def test_a_word_file_is_told_by_its_bytes(tmp_path):
    path = tmp_path / "noname"
    path.write_bytes(word_file(BODY))
    assert texts(read(path))[0] == "The General Assembly,"


def test_macros_are_never_looked_at(tmp_path):
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    raw = {"word/vbaProject.bin": b"\0" * 100}
    assert (
        texts(reading(tmp_path, word_file(BODY, kind=kind, raw=raw)))[1] == "Decides to continue."
    )


def test_links_out_of_the_container_lead_nowhere(tmp_path):
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="../../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/comments" Target="file:///etc/passwd"/>'
        '<Relationship Id="c" Type="x/footnotes" Target="http://x.org/y" TargetMode="External"/>'
        "</Relationships>"
    )
    data = word_file(BODY, raw={"word/_rels/document.xml.rels": links})
    assert len(texts(reading(tmp_path, data))) == 2


CIRCLE = "".join(
    f'<w:style w:type="{kind}" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
    for kind in ("paragraph", "character")
    for a, b in (("A", "B"), ("B", "A"))
)


def test_styles_and_lists_that_refer_to_themselves_come_to_an_end(tmp_path):
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    own = (
        '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    looks = par(run("Words.", '<w:rStyle w:val="A"/>'), '<w:pStyle w:val="B"/>')
    parts = {"styles": CIRCLE + own, "numbering": numbering}
    assert texts(reading(tmp_path, looks + item("More."), **parts)) == ["Words.", "More."]


def test_numbers_beyond_all_measure_do_no_harm(tmp_path):
    huge = "9" * 30
    level = f'<w:lvl w:ilvl="{huge}"><w:start w:val="{huge}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    size = f'<w:sz w:val="-{huge}"/>'
    body = par(run("Words.", size), f'<w:ind w:left="{huge}"/>') + item("More.", 1, huge)
    assert texts(reading(tmp_path, body, numbering=numbering)) == ["Words.", "More."]


ORIGINAL = written(sample("report-en"))
NAMES = ("word/document.xml", "word/footnotes.xml", "word/numbering.xml", "word/styles.xml")


def document_or_error(path):
    """Either a document or one error that can be said: anything else fails the test."""
    try:
        return read(path, ReadOptions(language="en"))
    except UnreadableInput as error:
        assert say(error.message_id, **error.params) != error.message_id
        return None


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=2**32 - 1))
def test_a_container_with_flipped_bytes_is_a_document_or_an_error(tmp_path_factory, seed):
    chance = random.Random(seed)  # noqa: S311  no secret
    data = bytearray(ORIGINAL)
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    data = data[: chance.choice([len(data), chance.randrange(len(data))])]
    path = tmp_path_factory.mktemp("torn") / "torn.docx"
    path.write_bytes(bytes(data))
    document_or_error(path)


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=2**32 - 1))
def test_a_part_with_changed_markup_is_a_document_or_an_error(tmp_path_factory, seed):
    """Elements taken out, doubled and renamed: the XML stays well formed, its sense does not."""
    chance = random.Random(seed)  # noqa: S311  no secret
    with zipfile.ZipFile(io.BytesIO(ORIGINAL)) as container:
        files = {name: container.read(name).decode() for name in container.namelist()}
    name = chance.choice(NAMES)
    pieces = files[name].split("><")
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(1, len(pieces) - 1)
        if pieces[at].endswith("/"):
            pieces[at] = chance.choice(
                ["w:tab/", "w:p/", 'w:footnoteReference w:id="x"/', "w:ins/"]
            )
        else:
            pieces[at] = pieces[at].replace("w:val=", chance.choice(["w:id=", "w:val2="]))
    files[name] = "><".join(pieces)
    path = tmp_path_factory.mktemp("odd") / "odd.docx"
    path.write_bytes(packed(files))
    found = document_or_error(path)
    assert found is None or isinstance(found, ReadResult)


def test_a_table_within_tables_within_tables_is_read(tmp_path):
    inner = par("Deep.")
    for _ in range(20):
        inner = table((inner, par("side")))
    found = texts(reading(tmp_path, par("Above.") + inner))
    assert found[:2] == ["Above.", "Deep. side"]
