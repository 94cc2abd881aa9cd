"""drafter report: events begun, checked, built, rendered."""

import shutil

import pytest

from drafter.model.tree import DocumentType
from drafter.readers import read
from tests.reports.events import DATA


@pytest.fixture
def folder(tmp_path):
    for file in DATA.glob("*.yaml"):
        shutil.copy(file, tmp_path)
    return tmp_path


def test_a_new_file_of_events_holds_what_the_drafts_say(drafter, folder):
    path = folder / "new.report.yaml"
    files = [folder / "en-resolution.draft.yaml", folder / "en-decision.draft.yaml"]
    done = drafter("report", "new", *files, "-o", path)
    assert done.code == 0, done.err
    text = path.read_text(encoding="utf-8")
    assert "draft: 'en-resolution.draft.yaml'" in text or "draft: en-resolution" in text
    assert "kind: decision" in text and "Water security in mountain regions" in text
    assert "how:" in text and "without-a-vote" in text.partition("format: 1")[0]
    told = drafter("report", "check", path)
    assert told.code == 1 and "E105" in told.out


def test_a_chairs_text_and_the_draft_before_it_are_one_proposal(drafter, folder):
    before, text = folder / "l5.draft.yaml", folder / "l44.draft.yaml"
    words = (folder / "en-resolution.draft.yaml").read_text(encoding="utf-8")
    symbol = "symbol: A/C.2/81/L.24/Rev.1"
    before.write_text(
        words.replace(symbol, "symbol: A/C.2/81/L.5\n  sponsors: [Iraq]\n  group: G77"),
        encoding="utf-8",
    )
    officer = "submitter: the Vice-Chair, Ana Ruiz (Uruguay)\n  predecessor: A/C.2/81/L.5"
    text.write_text(
        words.replace("type: draft-resolution", "type: chairs-text").replace(
            symbol, f"symbol: A/C.2/81/L.44\n  {officer}"
        ),
        encoding="utf-8",
    )
    path = folder / "new.report.yaml"
    assert drafter("report", "new", text, before, "-o", path).code == 0
    said = drafter("render", path, "--to", "txt", "-o", "-").out
    said = " ".join(said.split())
    assert "II. Consideration of draft resolutions A/C.2/81/L.5 and A/C.2/81/L.44" in said
    assert "representative of Iraq, on behalf of the States that are members of the Group" in said
    assert (
        "(A/C.2/81/L.44), submitted by the Vice-Chair, Ana Ruiz (Uruguay), on the basis of "
        "informal consultations on draft resolution A/C.2/81/L.5." in said
    )
    assert "Committee adopted draft resolution A/C.2/81/L.44 __________ (see para. 7)" in said
    assert (
        "in the light of the adoption of draft resolution A/C.2/81/L.44, draft resolution "
        "A/C.2/81/L.5 was withdrawn by its sponsors" in said
    )
    assert "E110" not in drafter("report", "check", path).out


def test_a_name_without_its_ending_gets_it(drafter, folder):
    assert drafter("report", "new", "--lang", "fr", "-o", folder / "rapport").code == 0
    assert (folder / "rapport.report.yaml").is_file()


@pytest.mark.parametrize("name", ["x.draft.yaml", "x.docx", "x.yaml"])
def test_events_are_begun_under_no_other_name(drafter, folder, name):
    done = drafter("report", "new", "--lang", "en", "-o", folder / name)
    assert done.code == 2 and "*.report.yaml" in done.err
    assert not list(folder.glob("x*"))


@pytest.mark.parametrize("name", ["x.report.yaml", "x.docx"])
def test_a_report_is_built_under_the_name_of_a_draft_only(drafter, folder, name):
    done = drafter("report", "build", folder / "en.report.yaml", "-o", folder / name)
    assert done.code == 2 and "*.draft.yaml" in done.err
    assert not list(folder.glob("x*"))


def test_drafts_in_two_languages_make_no_report(drafter, folder):
    files = [folder / "en-resolution.draft.yaml", folder / "fr-resolution.draft.yaml"]
    done = drafter("report", "new", *files, "-o", folder / "x.report.yaml")
    assert done.code == 2 and "language" in done.err
    assert not (folder / "x.report.yaml").exists()


def test_events_that_are_there_are_not_overwritten(drafter, folder):
    before = (folder / "en.report.yaml").read_bytes()
    done = drafter("report", "new", "-o", folder / "en.report.yaml", "--lang", "en")
    assert done.code == 3 and (folder / "en.report.yaml").read_bytes() == before


def test_the_report_is_built_as_a_draft(drafter, folder):
    events, draft = folder / "en.report.yaml", folder / "built.draft.yaml"
    done = drafter("report", "build", events, "-o", draft)
    assert done.code == 0, done.err
    built = read(draft).document
    assert built.type is DocumentType.COMMITTEE_REPORT
    assert built.root == read(events).document.root
    assert drafter("report", "build", events, "-o", draft).code == 3
    assert drafter("report", "build", events, "-o", draft, "--force").code == 0


def test_the_report_is_never_built_over_its_events(drafter, folder):
    events = folder / "en.report.yaml"
    before = events.read_bytes()
    assert drafter("report", "build", events, "-o", events, "--force").code == 2
    assert events.read_bytes() == before


def test_a_complete_report_is_checked_with_nothing_found(drafter, folder):
    done = drafter("report", "check", folder / "zh.report.yaml", "--json")
    assert done.code == 0 and done.json == {"format": 1, "findings": []}


def test_only_events_are_checked_as_events(drafter, folder):
    done = drafter("report", "check", folder / "en-resolution.draft.yaml")
    assert done.code == 2 and ".report.yaml" in done.err


def test_events_are_rendered_directly(drafter, folder):
    out = folder / "out"
    out.mkdir()
    assert drafter("render", folder / "en.report.yaml", "--to", "docx,txt", "-o", out).code == 0
    assert sorted(p.name for p in out.iterdir()) == ["en.docx", "en.txt"]


def test_what_is_open_in_the_events_is_told_when_they_are_rendered(drafter, folder):
    path = folder / "en.report.yaml"
    assert "Open in the events" not in drafter("render", path, "--to", "txt", "-o", "-").err
    elsewhere = folder / "below" / "x.report.yaml"
    elsewhere.parent.mkdir()
    text = path.read_text(encoding="utf-8").replace("draft: en-", f"draft: {folder}/en-")
    elsewhere.write_text(text.replace("how: without-a-vote", "how:", 1), encoding="utf-8")
    done = drafter("render", elsewhere, "--to", "txt", "-o", "-")
    assert f"{folder}/en-decision.draft.yaml" in done.err
    assert "Open in the events: 3, errors among them: 1" in done.err


def test_a_final_report_waits_for_what_is_open(drafter, folder):
    path = folder / "en.report.yaml"
    text = path.read_text(encoding="utf-8").replace("how: without-a-vote", "how: ''")
    path.write_text(text, encoding="utf-8")
    done = drafter("render", path, "--to", "txt", "-o", "-", "--final")
    assert done.code == 2 and "E105" in done.err


def test_help_is_in_the_interface_language(drafter):
    assert "根据各次会议的事项" in drafter("report", "--help", "--ui-lang", "zh").out


def test_a_draft_that_the_report_is_made_from_is_never_written_over(drafter, folder):
    events, draft = folder / "en.report.yaml", folder / "en-resolution.draft.yaml"
    before = draft.read_bytes()
    built = drafter("report", "build", events, "-o", draft, "--force")
    rendered = drafter("render", events, "--to", "yaml", "-o", draft, "--force")
    assert (built.code, rendered.code) == (3, 3)
    assert draft.read_bytes() == before


def test_events_are_begun_only_in_a_language_there_is(drafter, folder):
    done = drafter("report", "new", "--lang", "xx", "-o", folder / "x.report.yaml")
    assert done.code == 2 and "xx" in done.err
    assert not (folder / "x.report.yaml").exists()
