"""Rendering: final texts, standard output, own templates and emblem, the secretariat profile."""

import struct
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from drafter.model.masthead import Masthead
from drafter.model.text import Text
from drafter.model.tree import DocumentType, Kind, Paragraph
from drafter.workspace.native import native_bytes
from drafter.workspace.resources import templates_folder
from tests.workspace.drafts import small_draft
from tests.writers.life import report

PNG = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII5B", 13, b"IHDR", 40, 40, 8, 2, 0, 0, 0) + b"0000"
READY = Masthead(session=79, agenda_items=("18",), sponsors=("乌干达",))


@pytest.fixture
def ready(tmp_path):
    path = tmp_path / "ready.draft.yaml"
    path.write_bytes(native_bytes(replace(small_draft(), masthead=READY)))
    return path


@pytest.fixture
def settings(tmp_path):
    def write(text):
        (tmp_path / "config").mkdir(exist_ok=True)
        (tmp_path / "config" / "settings.yaml").write_text(text, encoding="utf-8")

    return write


def part(file, name):
    return ZipFile(BytesIO(file.read_bytes())).read(name).decode()


def test_a_final_text_needs_session_agenda_item_and_sponsors(drafter, draft_file, ready, tmp_path):
    refused = drafter("render", draft_file, "--to", "txt", "-o", tmp_path / "o.txt", "--final")
    assert refused.code == 2
    assert "session, agenda items, sponsors: missing" in refused.err
    assert not (tmp_path / "o.txt").exists()
    done = drafter("render", ready, "--to", "txt", "-o", tmp_path / "o.txt", "--final")
    assert done.code == 0, done.err


def test_a_final_report_needs_its_committee(drafter, tmp_path):
    whole = report("en")
    file = tmp_path / "report.draft.yaml"
    file.write_bytes(native_bytes(replace(whole, masthead=replace(whole.masthead, committee=""))))
    refused = drafter("render", file, "--to", "txt", "-o", tmp_path / "o.txt", "--final")
    assert refused.code == 2
    assert "committee: missing" in refused.err


def test_a_draft_is_not_printed_as_a_report_and_is_told_what_makes_one(drafter, ready, tmp_path):
    words = ("render", ready, "--to", "txt", "-o", tmp_path / "o.txt", "--as", "committee-report")
    refused = drafter(*words)
    assert refused.code == 2
    assert "drafter report new" in " ".join(refused.err.split())
    assert not (tmp_path / "o.txt").exists()


def test_an_error_of_a_check_stands_in_the_way_of_a_final_text(drafter, tmp_path):
    draft = replace(small_draft(), masthead=READY)
    wrong = Paragraph("resolution/op4", Kind.OPERATIVE, Text.of("请会员国（合作；"))
    root = replace(draft.root, blocks=(*draft.root.blocks[:-1], wrong, draft.root.blocks[-1]))
    file = tmp_path / "wrong.draft.yaml"
    file.write_bytes(native_bytes(replace(draft, root=root)))
    if drafter("check", file).code != 1:
        pytest.fail("the sample has no error any more")
    refused = drafter("render", file, "--to", "txt", "-o", tmp_path / "o.txt", "--final")
    assert refused.code == 2
    assert "operative paragraph 4" in refused.err


def test_text_goes_to_standard_output_and_word_does_not(drafter, draft_file):
    done = drafter("render", draft_file, "--to", "txt", "-o", "-")
    assert done.code == 0
    assert "国际移民与发展" in done.out
    assert "Written" not in done.out
    for formats in ("docx", "txt,yaml"):
        refused = drafter("render", draft_file, "--to", formats, "-o", "-")
        assert (refused.code, refused.out) == (2, "")
        assert "txt" in refused.err


def test_folders_are_made_for_several_formats_but_not_their_parents(drafter, draft_file, tmp_path):
    assert drafter("render", draft_file, "--to", "txt", "-o", tmp_path / "a" / "o.txt").code == 2
    assert drafter("render", draft_file, "--to", "txt,yaml", "-o", tmp_path / "a" / "b").code == 2
    assert not (tmp_path / "a").exists()
    assert drafter("render", draft_file, "--to", "txt,yaml", "-o", tmp_path / "a").code == 0


def test_an_emblem_stands_in_the_masthead(drafter, draft_file, settings, tmp_path):
    image, out = tmp_path / "e.png", tmp_path / "o.docx"
    image.write_bytes(PNG)
    words = ("render", draft_file, "--to", "docx", "-o", out, "--force")
    assert drafter(*words, "--emblem", image).code == 0
    assert "word/media/emblem.png" in ZipFile(out).namelist()
    assert drafter(*words).code == 0
    assert "word/media/emblem.png" not in ZipFile(out).namelist()
    settings(f"emblem: {image}\n")
    assert drafter(*words).code == 0
    assert "word/media/emblem.png" in ZipFile(out).namelist()


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", PNG + b"0" * 5_000_001])
def test_an_emblem_that_cannot_be_used_is_refused_by_name(drafter, draft_file, tmp_path, data):
    image = tmp_path / "emblem.png"
    image.write_bytes(data)
    words = ("render", draft_file, "--to", "docx", "-o", tmp_path / "o.docx", "--emblem", image)
    refused = drafter(*words)
    assert refused.code == 2
    assert str(image) in refused.err


def test_own_templates_go_before_the_shipped_ones(drafter, draft_file, tmp_path):
    own, out = tmp_path / "own", tmp_path / "o.docx"
    own.mkdir()
    layout = (templates_folder() / "layout.yaml").read_text(encoding="utf-8")
    (own / "layout.yaml").write_text(layout.replace("east_asian: SimSun", "east_asian: FangSong"))
    words = ("render", draft_file, "--to", "docx", "-o", out, "--templates")
    assert drafter(*words, own).code == 0
    assert "FangSong" in part(out, "word/styles.xml")
    assert drafter(*words, tmp_path / "none", "--force").code == 2
    (own / "docx").mkdir()
    (own / "docx" / "styles.xml.j2").write_bytes(b" " * 1_000_001)
    refused = drafter(*words, own, "--force")
    assert refused.code == 2
    assert "styles.xml.j2" in refused.err


def test_the_secretariat_profile_leaves_out_the_unofficial_line(
    drafter, draft_file, settings, tmp_path
):
    out = tmp_path / "o.txt"
    words = ("render", draft_file, "--to", "docx", "-o", out, "--force")

    def all_words():
        assert drafter(*words).code == 0
        file = ZipFile(out)
        return "".join(file.read(n).decode() for n in file.namelist() if n.endswith(".xml"))

    assert "非联合国正式文件" in all_words()
    settings("official: true\n")
    assert "非联合国正式文件" not in all_words()


def test_new_drafts_are_in_the_language_of_the_settings_or_the_interface(
    drafter, settings, tmp_path
):
    def language(name, *words):
        made = drafter("new", tmp_path / name, "--type", "draft-resolution", *words)
        assert made.code == 0, made.err
        return drafter("show", tmp_path / f"{name}.draft.yaml", "--json").json["language"]

    assert language("a") == "en"
    assert language("b", "--ui-lang", "zh") == "zh"
    settings("draft_language: fr\n")
    assert language("c", "--ui-lang", "zh") == "fr"
    assert language("d", "--lang", "es") == "es"


def test_what_is_missing_is_told_before_and_printed_as_a_blank(drafter, draft_file, tmp_path):
    done = drafter("render", draft_file, "--to", "txt", "-o", "-", "--as", "resolution")
    assert done.code == 0
    assert "adopted on, meeting number, line in brackets: missing" in done.err
    assert "__________大会决议" in done.out


def test_a_resolution_is_final_only_with_its_adoption(drafter, ready, tmp_path):
    out = tmp_path / "o.txt"
    words = ("render", ready, "--to", "txt", "-o", out, "--as", "resolution", "--final")
    refused = drafter(*words)
    assert refused.code == 2
    assert "adopted on, meeting number, line in brackets: missing" in refused.err
    given = ("adopted_on=2026-12-18", "meeting=54", "documents=A/81/L.6", "symbol=A/RES/81/231")
    done = drafter(*words, *(word for each in given for word in ("--set", each)))
    assert done.code == 0, done.err
    text = out.read_text(encoding="utf-8")
    for line in ("2026年12月18日大会决议", "[未经发交主要委员会而通过(A/81/L.6)]",
                 "81/231. 国际移民与发展", "第54次全体会议"):  # fmt: skip
        assert line in text


def test_fields_that_are_set_are_not_stored_in_the_draft(drafter, ready, tmp_path):
    before = ready.read_bytes()
    words = ("render", ready, "--to", "txt", "-o", "-", "--set")
    assert "A/C.2/81/L.5" in drafter(*words, "symbol=A/C.2/81/L.5").out
    assert ready.read_bytes() == before


def test_a_field_that_is_none_is_refused_with_those_there_are(drafter, ready):
    refused = drafter("render", ready, "--to", "txt", "-o", "-", "--set", "sponsor=x")
    assert refused.code == 2
    assert "sponsor=x" in refused.err
    assert "added_sponsors" in refused.err


def test_the_draft_in_a_report_is_rendered_by_itself(drafter, tmp_path):
    file = tmp_path / "report.draft.yaml"
    file.write_bytes(native_bytes(report("en")))
    words = ("render", file, "--to", "txt", "-o", "-", "--as", "resolution")
    refused = drafter(*words)
    assert refused.code == 2
    assert "report/draft-2" in refused.err
    done = drafter(*words, "--part", "report/draft-2")
    assert done.code == 0, done.err
    assert "[on the report of the Second Committee (A/81/439, para. 2)]" in done.out
    assert "considered the item" not in done.out


@pytest.mark.parametrize("kind", list(DocumentType))
def test_a_new_draft_of_every_type_can_be_rendered(drafter, tmp_path, kind):
    file = tmp_path / "new.draft.yaml"
    assert drafter("new", file, "--type", kind, "--lang", "en").code == 0
    done = drafter("render", file, "--to", "txt", "-o", "-")
    assert done.code == 0, done.err
    assert "Not an official United Nations document" in done.out


def test_the_watermark_of_a_text_is_dropped_when_it_is_read_again(drafter, ready, tmp_path):
    plain, marked = tmp_path / "plain.txt", tmp_path / "marked.txt"
    assert drafter("render", ready, "--to", "txt", "-o", plain).code == 0
    assert drafter("render", ready, "--to", "txt", "-o", marked, "--draft").code == 0
    assert "草稿" in marked.read_text(encoding="utf-8")
    shown = [drafter("show", each, "--json").json for each in (plain, marked)]
    assert shown[0]["elements"] == shown[1]["elements"]
    assert not any("草稿" in line for line in shown[1]["masthead"]["read"])
