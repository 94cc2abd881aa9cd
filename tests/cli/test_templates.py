"""`drafter templates`: copies to correct, and what is said of a broken one."""

import pytest

from drafter.workspace.templates import copied, names


@pytest.fixture
def own(tmp_path):
    copied(("layout.yaml", "docx"), tmp_path / "own")
    return tmp_path / "own"


def corrected(own, name, old, new):
    path = own / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_templates_are_listed(drafter):
    listed = drafter("templates", "list").out.splitlines()
    assert {"layout.yaml", "docx/styles.xml.j2"} <= set(listed)
    assert not any(name.startswith("examples") for name in listed)


def test_all_are_copied_where_none_is_named(drafter, tmp_path):
    done = drafter("templates", "copy", "-o", tmp_path / "own")
    assert done.code == 0, done.err
    found = (path for path in (tmp_path / "own").rglob("*") if path.is_file())
    assert {path.relative_to(tmp_path / "own").as_posix() for path in found} == set(names())


def test_a_folder_of_templates_is_copied_by_its_name(drafter, tmp_path):
    assert drafter("templates", "copy", "docx/", "-o", tmp_path / "own").code == 0
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["docx"]


def test_a_corrected_copy_is_never_written_over(drafter, own):
    (own / "layout.yaml").write_text("format: 1\n", encoding="utf-8")
    refused = drafter("templates", "copy", "layout.yaml", "redline", "-o", own)
    assert refused.code == 3
    assert (own / "layout.yaml").read_text(encoding="utf-8") == "format: 1\n"
    assert not (own / "redline").exists()


def test_an_unknown_template_names_the_nearest_and_how_to_list_all(drafter, tmp_path):
    refused = drafter("templates", "copy", "docx/style.xml", "-o", tmp_path / "own")
    assert refused.code == 2
    assert "docx/styles.xml.j2" in refused.err
    assert "docx/styles.xml.j2" in drafter("templates", "list").out


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("docx/document.xml.j2", "{% if block.new_page %}", "{% if ", "document.xml.j2:"),
        ("docx/document.xml.j2", "{{ block.style }}", "{{ block.stile }}", "document.xml.j2:"),
        ("docx/app.xml.j2", "drafter", "{{ ''.__class__.__mro__ }}", "app.xml.j2:"),
        ("parallel/page.html.j2", "table.remarks", "table.nothing", "page.html.j2:"),
        ("redline/table_document.xml.j2", "{{ m.", "{{ n.", "table_document.xml.j2:"),
        ("docx/styles.xml.j2", "</w:styles>", "", "word/styles.xml of the Word file"),
        ("docx/core.xml.j2", "<dc:title>", "<dc:title", "docProps/core.xml of the Word file"),
        ("layout.yaml", "  width: 12240", "  width: 21 cm", "layout.yaml:"),
        ("layout.yaml", "  top: 1440", "  topp: 1440", "topp"),
        ("layout.yaml", "page:\n", "page: {\n", "layout.yaml:"),
    ],
)  # fmt: skip
def test_a_broken_template_is_named_with_its_place(drafter, tmp_path, name, old, new, told):
    own = tmp_path / "own"
    copied((name.partition("/")[0],), own)
    corrected(own, name, old, new)
    done = drafter("templates", "check", own)
    assert done.code == 2
    assert told in done.err
    assert "Traceback" not in done.err


def test_a_broken_template_writes_no_word_file(drafter, own, draft_file, tmp_path):
    corrected(own, "docx/footnotes.xml.j2", "</w:footnotes>", "")
    out = tmp_path / "o.docx"
    done = drafter("render", draft_file, "--to", "docx", "-o", out, "--templates", own)
    assert done.code == 2
    assert "word/footnotes.xml" in done.err
    assert not out.exists()


def test_what_differs_is_enough_of_a_layout_and_a_file_that_is_no_template_is_named(
    drafter, tmp_path
):
    own = tmp_path / "own"
    own.mkdir()
    layout = "format: 1\nlanguages:\n  en:\n    body: 21\n"
    (own / "layout.yaml").write_text(layout, encoding="utf-8")
    (own / "letter.xml").write_text("", encoding="utf-8")
    done = drafter("templates", "check", own)
    assert done.code == 0, done.err
    assert "1 template in" in done.out
    assert "letter.xml is not used" in done.err
