"""A redline that does not give the official file when every change is rejected is found out."""

import pytest

from drafter.writers.tracked.archive import Archive
from drafter.writers.tracked.resolved import differing
from tests.writers.tracked import official as made
from tests.writers.tracked.redlining import MAIN, NOTES, redlined
from tests.writers.tracked.test_official_file import replacing

SPOILT = {
    "words glued": (MAIN, b"Member States", b"MemberStates"),
    "a word more": (MAIN, b"<w:delText", b"<w:t>too</w:t><w:delText"),
    "emphasis lost": (MAIN, b"<w:i/><w:iCs/>", b""),
    "a link lost": (MAIN, b"w:hyperlink", b"w:smartTag"),
    "a note changed": (NOTES, b"A/80/52", b"A/80/53"),
    "an insertion left": (MAIN, b"w:ins", b"w:sdt"),
}


@pytest.fixture
def red(tmp_path):
    path = tmp_path / "official.docx"
    path.write_bytes(made.official())
    return redlined(path, replacing(6, "measure", "monitor"))


def test_nothing_differs_in_a_redline(red):
    assert differing(red.package, red.made.data) == ()


@pytest.mark.parametrize("spoilt", SPOILT.values(), ids=SPOILT)
def test_the_part_that_differs_is_named(red, spoilt):
    part, old, new = spoilt
    data = Archive(red.made.data).part(part)
    assert old in data
    data = data.replace(old, new)
    assert differing(red.package, Archive(red.made.data).replaced({part: data})) == (part,)
