"""Rendering a folder, or several files: every document, names of their own, one bad file no end."""

import shutil

import pytest

from drafter.workspace.rendering_many import stems
from tests.writers.writing_samples import DATA

DRAFTS = DATA / "drafts"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    (made / "sub").mkdir(parents=True)
    for name in ("committee-en", "draft-ar"):
        shutil.copy(DRAFTS / f"{name}.draft.yaml", made)
    shutil.copy(DRAFTS / "committee-zh.draft.yaml", made / "sub" / "Committee-EN.draft.yaml")
    return made


def written(folder):
    return sorted(path.name for path in folder.iterdir())


def test_every_document_of_a_folder_is_rendered(drafter, folder, tmp_path):
    done = drafter("render", folder, "--to", "docx,txt", "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert written(tmp_path / "out") == [
        "Committee-EN-2.docx", "Committee-EN-2.txt", "committee-en.docx", "committee-en.txt",
        "draft-ar.docx", "draft-ar.txt",
    ]  # fmt: skip
    assert "[3/3]" in done.err
    assert "Rendered: 3 of 3" in done.err


def test_one_format_of_several_files_goes_into_a_folder_too(drafter, folder, tmp_path):
    files = sorted(folder.glob("*.yaml"))
    done = drafter("render", *files, "--to", "txt", "-o", tmp_path / "out")
    assert done.code == 0, done.err
    assert written(tmp_path / "out") == ["committee-en.txt", "draft-ar.txt"]


def test_a_file_that_cannot_be_rendered_does_not_stop_the_rest(drafter, folder, tmp_path):
    (folder / "broken.draft.yaml").write_text("no draft", encoding="utf-8")
    done = drafter("render", folder, "--to", "txt", "-o", tmp_path / "out")
    assert done.code == 2
    assert "broken.draft.yaml" in done.err
    assert len(written(tmp_path / "out")) == 3
    assert "Rendered: 3 of 4" in done.err


def test_files_that_are_there_are_left_unless_forced(drafter, folder, tmp_path):
    out = tmp_path / "out"
    assert drafter("render", folder, "--to", "txt", "-o", out).code == 0
    (out / "draft-ar.txt").write_text("mine", encoding="utf-8")
    again = drafter("render", folder, "--to", "txt", "-o", out)
    assert again.code == 3
    assert (out / "draft-ar.txt").read_text(encoding="utf-8") == "mine"
    assert drafter("render", folder, "--to", "txt", "-o", out, "--force").code == 0
    assert (out / "draft-ar.txt").read_text(encoding="utf-8") != "mine"


def test_what_was_rendered_into_the_folder_is_not_rendered_again(drafter, folder):
    out = folder / "out"
    assert drafter("render", folder, "--to", "txt", "-o", out).code == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    assert drafter("render", folder, "--to", "txt", "-o", out, "--force").code == 0
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_file_is_never_written_over_itself(drafter, folder, tmp_path):
    source = tmp_path / "committee-en.docx"
    made = drafter("render", folder / "committee-en.draft.yaml", "--to", "docx", "-o", source)
    assert made.code == 0, made.err
    before = source.read_bytes()
    done = drafter("render", source, "--to", "docx", "-o", source, "--force")
    assert done.code == 3
    assert source.read_bytes() == before


def test_several_documents_do_not_go_to_standard_output(drafter, folder):
    refused = drafter("render", folder, "--to", "txt", "-o", "-")
    assert refused.code == 2
    assert "Only one document" in refused.err


def test_a_file_is_no_folder_to_render_into(drafter, folder, tmp_path):
    (tmp_path / "out").write_text("", encoding="utf-8")
    assert drafter("render", folder, "--to", "txt", "-o", tmp_path / "out").code == 2


def test_names_never_collide(tmp_path):
    given = ["a/x.docx", "b/x.pdf", "c/X-2.txt", "d/x.draft.yaml", "e/y.html"]
    assert stems(tmp_path / name for name in given) == ("x", "x-2", "X-2-2", "x-3", "y")
