"""`drafter parallel`: language versions side by side, for Word and for a browser."""

import re
import zipfile
from xml.etree import ElementTree

import pytest

from drafter.writers.formats.native import file_of
from tests.compare.test_versions import without
from tests.writers import life
from tests.writers.test_word_validity import VALIDATOR, errors


@pytest.fixture
def versions(tmp_path):
    for code in life.CODES:
        (tmp_path / f"{code}.draft.yaml").write_bytes(file_of(life.draft(code)))
    short = without(life.draft("fr"), "resolution/op4")
    (tmp_path / "short.draft.yaml").write_bytes(file_of(short))
    return tmp_path


def run(drafter, folder, codes, *more):
    files = [str(folder / f"{code}.draft.yaml") for code in codes]
    return drafter("parallel", *files, "-o", str(folder / "out"), *more)


def document(folder):
    with zipfile.ZipFile(folder / "out.docx") as container:
        return container.read("word/document.xml").decode()


def test_two_versions_stand_side_by_side(drafter, versions):
    ran = run(drafter, versions, ("en", "zh"), "--to", "docx,html")
    assert (ran.code, ran.err) == (0, "")
    page = (versions / "out" / "out.html").read_text(encoding="utf-8")
    assert page.count("<th ") == 2
    rows = re.findall(r"<tr class=.*?</tr>", page, re.DOTALL)
    assert all(row.count("<td ") == 2 for row in rows)
    assert any("回顾" in row and "Recalling" in row for row in rows)
    assert 'lang="zh" dir="ltr"' in page
    assert "default-src 'none'" in page
    assert "<sup>5</sup><sup>, </sup><sup>6</sup>" in page


def test_what_has_no_counterpart_is_told_and_its_cell_is_empty(drafter, versions):
    ran = run(drafter, versions, ("en", "short"), "--to", "html", "--force")
    assert ran.code == 0
    assert "operative paragraph 4 (English): no counterpart in French" in ran.err
    page = (versions / "out").read_text(encoding="utf-8")
    assert page.count('<td class="empty">') == 1


def test_six_columns_lie_on_their_side_each_in_its_direction(drafter, versions):
    files = [str(versions / f"{code}.draft.yaml") for code in life.CODES]
    target = versions / "out.docx"
    assert drafter("parallel", *files, "--to", "docx", "-o", str(target)).code == 0
    text = document(versions)
    assert 'w:orient="landscape"' in text
    tree = ElementTree.fromstring(text)  # noqa: S314  made by the code under test
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    head, *rows = tree.iter(f"{w}tr")
    assert head.find(f"{w}trPr/{w}tblHeader") is not None
    for row in rows:
        turned = [cell.find(f".//{w}bidi") is not None for cell in row.iter(f"{w}tc")]
        assert turned == [True, False, False, False, False, False]


@pytest.mark.skipif(VALIDATOR is None, reason="the Open XML validator is not installed")
@pytest.mark.parametrize("codes", [("en", "zh"), life.CODES])
def test_the_table_is_valid_to_the_open_xml_sdk(drafter, versions, codes):
    files = [str(versions / f"{code}.draft.yaml") for code in codes]
    target = versions / "out.docx"
    assert drafter("parallel", *files, "--to", "docx", "-o", str(target)).code == 0
    assert errors(target) == []


def test_one_file_is_no_table(drafter, versions):
    ran = run(drafter, versions, ("en",), "--to", "html")
    assert ran.code == 2
    assert "two files" in ran.err
