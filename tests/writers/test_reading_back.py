"""What drafter writes as plain text it reads back: the same elements, labels, marks and notes."""

import re
from dataclasses import replace

import pytest

from drafter.languages.wrapping import columns
from drafter.model.tree import DocumentType
from drafter.readers import ReadOptions, read
from drafter.writers.plain.page import WIDTH
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


SECTIONED = """\
United Nations General Assembly
                                                           A/C.2/81/L.7

Eighty-first session
Second Committee

Agenda item 20

Water

  Fiji: draft resolution

  Water for the mountains

    The General Assembly,¹

    Recalling its resolution 70/1 of 25 September 2015,

    1. Decides to act;

  I

  Wells

    2. Requests the Secretary-General to count the wells;

  II

  Springs

    3. Invites Member States to protect springs.

__________________

 ¹ As it sat in Geneva.
"""


@pytest.mark.parametrize("to", ["txt", "docx", "html", "pdf", "akn"])
def test_section_numbers_above_their_headings_and_a_note_of_the_organ_come_back(to, tmp_path):
    source = tmp_path / "source.txt"
    source.write_text(SECTIONED)
    document = read(source).document
    made = elements(viewed(document))
    kinds = {(kind.value, label, words, marks) for _, kind, _, label, words, marks in made}
    assert ("enacting", "", "TheGeneralAssembly,", ("1",)) in kinds
    assert {("heading", "I", "Wells", ()), ("heading", "II", "Springs", ())} <= kinds
    path = tmp_path / f"written.{to}"
    path.write_bytes(written(document, to))
    assert elements(viewed(read(path, ReadOptions(language="en")).document)) == made


@pytest.mark.parametrize(
    ("name", "closing"),
    [
        ("resolution-en", "54th plenary meeting\n18 December 2026\n[Adopted by a recorded vote of "
         "12 to 1, with no abstentions. In favour: Albania, Algeria, Andorra, Angola, Argentina, "
         "Armenia, Australia, Austria, Azerbaijan, Bahamas, Belgium and Chad. Against: Fiji.]"),
        ("plenary-zh", "2026年12月18日\n第54次全体会议\n"
         "[以12票对1票、0票弃权通过。赞成：阿尔巴尼亚、"
         "阿尔及利亚、安道尔、安哥拉、阿根廷、亚美尼亚、澳大利亚、奥地利、阿塞拜疆、巴哈马、乍得。"
         "反对：斐济。]"),
    ],
    ids=("en", "zh"),
)  # fmt: skip
def test_a_long_vote_at_the_end_is_broken_and_comes_back_whole(name, closing, tmp_path):
    document = replace(sample(name), type=DocumentType.RESOLUTION)
    document = replace(document, masthead=replace(document.masthead, closing=closing))
    lines = written(document, "txt").decode().splitlines()
    assert [line for line in lines if columns(line) > WIDTH] == []
    assert read_back(document, tmp_path).document.masthead.closing == closing


@pytest.mark.parametrize("to", ["txt", "docx", "html", "pdf", "akn"])
def test_a_vote_of_several_lines_stands_below_the_closing_lines_and_comes_back(to, tmp_path):
    document = replace(sample("resolution-en"), type=DocumentType.RESOLUTION)
    states = "Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Bahamas"
    closing = (
        "54th plenary meeting\n18 December 2026\n[Adopted by a recorded vote of 9 to 1, with 1 "
        f"abstention, as follows:\nIn favour: {states}\nAgainst: Fiji\nAbstaining: Chad]"
    )
    document = replace(document, masthead=replace(document.masthead, closing=closing))
    path = tmp_path / f"written.{to}"
    path.write_bytes(written(document, to))
    assert read(path, ReadOptions(language="en")).document.masthead.closing == closing


@pytest.mark.parametrize("to", ["txt", "docx", "html", "pdf", "akn"])
def test_blanks_of_an_adopted_text_are_read_as_nothing(to, tmp_path):
    document = replace(sample("committee-en"), type=DocumentType.RESOLUTION)
    path = tmp_path / f"written.{to}"
    path.write_bytes(written(document, to))
    again = read(path, ReadOptions(language="en")).document
    assert again.masthead.closing == ""
    assert elements(viewed(again)) == elements(viewed(document))


def test_a_committee_that_the_type_does_not_print_is_kept_in_akoma_ntoso(tmp_path):
    document = sample("committee-en")
    document = replace(
        document,
        type=DocumentType.OTHER,
        masthead=replace(document.masthead, symbol="A/81/7", committee="Fifth Committee"),
    )
    path = tmp_path / "written.akn"
    path.write_bytes(written(document, "akn"))
    assert read(path).document.masthead.committee == "Fifth Committee"
