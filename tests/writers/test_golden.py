"""Every format, byte for byte. After a wanted change: DRAFTER_GOLDEN=write pytest tests/writers"""

import os

import pytest

from tests.writers.writing_samples import DATA, NAMES, parts, sample, written

GOLDEN = DATA / "golden"


def _compare(path, data):
    if os.environ.get("DRAFTER_GOLDEN") == "write":
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
    assert path.read_bytes() == data


@pytest.mark.parametrize("name", NAMES)
def test_the_plain_text_is_the_golden_one(name):
    _compare(GOLDEN / f"{name}.txt", written(sample(name), "txt"))


@pytest.mark.parametrize("name", NAMES)
def test_the_page_is_the_golden_one(name):
    _compare(GOLDEN / f"{name}.html", written(sample(name), "html"))


@pytest.mark.parametrize("name", NAMES)
def test_the_markdown_is_the_golden_one(name):
    _compare(GOLDEN / f"{name}.md", written(sample(name), "md"))


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_the_word_file_is_the_golden_one(name):
    found = parts(written(sample(name)))
    listed = [f"======== {part}\n".encode() + data for part, data in found.items()]
    _compare(GOLDEN / f"{name}.docx.parts", b"\n".join(listed))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("to", ["docx", "html", "md", "txt"])
def test_the_same_input_gives_the_same_bytes(name, to):
    assert written(sample(name), to) == written(sample(name), to)
