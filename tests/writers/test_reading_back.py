"""What drafter writes as plain text it reads back: the same elements, labels, marks and notes."""

import re

import pytest

from drafter.readers import ReadOptions, read
from drafter.writers.plain.page import WIDTH
from drafter.writers.plain.wrapping import columns
from tests.writers import life
from tests.writers.writing_samples import DATA, sample, viewed, written

SEEDS = {
    "001_83d1c10e2e5efe31": "A/79/439/Add.2",
    "003_0f52cda6ad3e56f0": "A/68/L.5",
    "004_1bdbe2ede276673b": "A/70/L.61",
}


def squeezed(text):
    return re.sub(r"\s+", "", text)


def elements(view):
    return [
        (e.part, e.kind, e.level, e.label, squeezed(e.text.plain()), tuple(m for _, m in e.marks))
        for e in view.elements
    ]


def notes(view):
    return [(n.number, squeezed(n.text.plain())) for n in view.notes]


def read_back(document, folder):
    path = folder / "written.txt"
    path.write_bytes(written(document, "txt"))
    return viewed(read(path, ReadOptions(language=document.language)).document)


@pytest.mark.parametrize("seed", sorted(SEEDS))
def test_a_real_text_is_the_same_after_writing_and_reading(seed, tmp_path):
    options = ReadOptions(symbol=SEEDS[seed])
    first = read(DATA / "seeds" / f"{seed}.txt", options).document
    again = read_back(first, tmp_path)
    assert elements(again) == elements(viewed(first))
    assert notes(again) == notes(viewed(first))


@pytest.mark.parametrize("name", ["committee-en", "committee-zh", "report-en"])
def test_a_draft_is_the_same_after_writing_and_reading(name, tmp_path):
    again = read_back(sample(name), tmp_path)
    assert elements(again) == elements(viewed(sample(name)))
    assert notes(again) == notes(viewed(sample(name)))


@pytest.mark.parametrize("variant", sorted(life.VARIANTS))
@pytest.mark.parametrize("code", life.CODES)
def test_every_shape_of_text_is_the_same_in_72_columns(code, variant, tmp_path):
    document = life.VARIANTS[variant](code)
    lines = written(document, "txt").decode().splitlines()
    assert [line for line in lines if columns(line) > WIDTH] == []
    again = read_back(document, tmp_path)
    assert elements(again) == elements(viewed(document))
    assert notes(again) == notes(viewed(document))
