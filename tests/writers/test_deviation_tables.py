"""Tables of deviations as CSV, Markdown, text and Word."""

import csv as comma_separated
import io
import os
from xml.etree import ElementTree

import pytest

from drafter.readers import read
from drafter.writers.redlines import table
from drafter.writers.redlines.table import Column, Table
from tests.writers.writing_samples import DATA, W, parts, tree

GOLDEN = DATA / "golden"
COLUMNS = (
    Column("paragraph", share=3), Column("base", quoted=True, share=5),
    Column("new", quoted=True, share=5), Column("kind", share=3), Column("difference", share=5),
)  # fmt: skip
ROWS = {
    "en": (
        ("operative paragraph 1", "Encourages", "Urges", "opening verb", "Encourages → Urges"),
        ("operative paragraph 1", "", ", as appropriate,", "qualifier", "added"),
        ("note 2", "See | A/80/12 *", "", "dropped", "Note dropped"),
    ),
    "zh": (
        ("执行部分第1段", "鼓励", "敦促", "开头动词", "开头动词改变：鼓励 → 敦促"),
        ("执行部分第2段", "第一行\n第二行", "=1+1", "措辞", "改写"),
    ),
    "ar": (("operative paragraph 1", "تشجع", "تحث", "opening verb", "Opening verb changed"),),
}


def made(code):
    direction = "rtl" if code == "ar" else "ltr"
    interface = "zh" if code == "zh" else "en"
    return Table("Deviations from A/C.2/80/L.7", COLUMNS, ROWS[code], code, direction, interface)


def _compare(name, data):
    path = GOLDEN / name
    if os.environ.get("DRAFTER_GOLDEN") == "write":
        path.write_bytes(data)
    assert path.read_bytes() == data


@pytest.mark.parametrize("code", ROWS)
@pytest.mark.parametrize("form", ["csv", "md", "txt"])
def test_the_table_is_the_golden_one(code, form):
    write = {"csv": table.csv, "md": table.markdown, "txt": table.text}[form]
    _compare(f"deviations-{code}.{form}", write(made(code)))


@pytest.mark.parametrize("code", ROWS)
def test_every_part_of_the_word_table_is_the_golden_one(code):
    found = parts(table.docx(made(code)))
    listed = [f"======== {part}\n".encode() + data for part, data in found.items()]
    _compare(f"deviations-{code}.docx.parts", b"\n".join(listed))


@pytest.mark.parametrize("code", ROWS)
def test_every_part_of_the_word_table_is_well_formed(code):
    for data in parts(table.docx(made(code))).values():
        ElementTree.fromstring(data)  # noqa: S314  made by the code under test


def test_the_head_of_the_word_table_is_repeated_on_every_page():
    head, *rows = tree(table.docx(made("en"))).iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert len(rows) == 3


def test_only_words_of_the_text_run_from_right_to_left():
    document = tree(table.docx(made("ar")))
    assert document.find(f".//{W}bidiVisual") is not None
    cells = list(list(document.iter(f"{W}tr"))[1].iter(f"{W}tc"))
    assert [cell.find(f".//{W}bidi") is not None for cell in cells] == [
        False, True, True, False, False,
    ]  # fmt: skip


def test_a_word_table_is_read_back_with_every_cell(tmp_path):
    path = tmp_path / "table.docx"
    path.write_bytes(table.docx(made("zh")))
    document = read(path).document
    words = " ".join(p.text.plain() for _, p in document.walk())
    words += " ".join(document.masthead.read)
    for row in ROWS["zh"]:
        for cell in row:
            for line in cell.replace(" ", "").split("\n"):
                assert line in words.replace(" ", "")


@pytest.mark.parametrize("evil", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1"])
def test_no_cell_is_taken_for_a_formula(evil):
    rows = (("op 1", evil, "", "", ""),)
    data = table.csv(Table("t", COLUMNS, rows, "en", "ltr", "en")).decode("utf-8-sig")
    cell = list(comma_separated.reader(io.StringIO(data)))[1][1]
    assert cell == f"'{evil}"


def test_markdown_of_a_text_is_no_markdown():
    rows = (("op 1", "a|b *c* <d> [e](f) `g` # h", "x\ny", "", ""),)
    data = table.markdown(Table("t", COLUMNS, rows, "en", "ltr", "en")).decode()
    line = data.split("\n")[4]
    assert "a\\|b \\*c\\* \\<d\\> \\[e\\](f) \\`g\\` \\# h" in line
    assert "x y" in line
    assert line.count(" | ") == 4


def test_no_table_has_a_terminal_escape():
    rows = (("op 1", "\x1b[31mred\x07", "", "", ""),)
    evil = Table("t\x1b", COLUMNS, rows, "en", "ltr", "en")
    for write in (table.csv, table.markdown, table.text, table.docx):
        data = write(evil)
        shown = b"".join(parts(data).values()) if write is table.docx else data
        assert b"\x1b" not in shown
