"""A container in which only what changes is packed anew."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.errors import UnreadableInput
from drafter.writers.tracked.archive import Archive


def container(files, comment=b""):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.comment = comment
        for index, (name, data) in enumerate(files.items()):
            how = zipfile.ZIP_STORED if index % 2 else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name, (2026, 1, 2, 3, 4, 6)), data, how)
    return buffer.getvalue()


def records(package):
    """The local record of each entry: header, packed bytes, whatever follows."""
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        starts = [info.header_offset for info in opened.infolist()] + [opened.start_dir]
        names = opened.namelist()
    return {n: package[a:b] for n, a, b in zip(names, starts, starts[1:], strict=False)}


FILES = {"word/a.xml": b"a" * 90, "word/b.xml": b"<b/>", "é.bin": b"\0" * 9, "word/c.xml": b"c"}


def test_nothing_replaced_gives_the_same_bytes():
    package = container(FILES, b"remark")
    assert Archive(package).replaced({}) == package


@given(name=st.sampled_from(sorted(FILES)), data=st.binary(max_size=400))
def test_the_other_entries_keep_every_byte_and_their_order(name, data):
    package = container(FILES)
    made = Archive(package).replaced({name: data})
    before, after = records(package), records(made)
    assert list(before) == list(after)
    assert all(before[each] == after[each] for each in before if each != name)
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        assert opened.read(name) == data
        assert opened.getinfo(name).date_time == (2026, 1, 2, 3, 4, 6)


def test_a_part_that_was_not_there_comes_last():
    made = Archive(container(FILES)).replaced({"word/new.xml": b"<n/>"})
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert opened.namelist() == [*FILES, "word/new.xml"]
        assert opened.read("word/new.xml") == b"<n/>"


def test_entries_written_as_a_stream_are_copied_with_what_follows_their_data():
    class Stream(io.RawIOBase):
        def __init__(self):
            self.data = bytearray()

        def writable(self):
            return True

        def write(self, piece):
            self.data += piece
            return len(piece)

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in FILES.items():
            made.writestr(name, data)
    package = bytes(stream.data)
    assert Archive(package).replaced({}) == package
    made = Archive(package).replaced({"word/a.xml": b"new"})
    with zipfile.ZipFile(io.BytesIO(made)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in FILES} == {**FILES, "word/a.xml": b"new"}


def test_parts_are_found_whatever_their_case():
    archive = Archive(container(FILES))
    assert archive.part("/Word/A.xml") == FILES["word/a.xml"]
    assert "word/none.xml" not in archive


@pytest.mark.parametrize("damage", [b"", b"PK", b"no container at all"])
def test_what_is_no_container_is_refused(damage):
    with pytest.raises(UnreadableInput):
        Archive(damage)


def test_a_container_with_something_before_it_is_refused():
    with pytest.raises(UnreadableInput):
        Archive(b"something" + container(FILES))
