"""What the events leave open, or say twice, is told with file and line."""

import pytest

from drafter.messages import say
from drafter.readers import read
from drafter.reports.checking import FINDINGS
from tests.reports.events import DATA

HEAD = """\
format: 1
language: en
session: 81
committee: C.2
agenda_items: [18 (g)]
agenda_titles: [Sustainable development]
rapporteur: Ms. Ana Ruiz (Uruguay)
meetings:
  - {number: 21, date: 2026-11-13}
  - {number: 25, date: 2026-11-26}
proposals:
  - kind: resolution
    symbol: A/C.2/81/L.24
    draft: en-resolution.draft.yaml
    events:
"""
BUDGET = "{event: budget-implications, meeting: 21, implications: none}"
ADOPTED = "{event: adopted, meeting: 25, how: without-a-vote}"
VOTED = "{event: adopted, meeting: 25, how: recorded-vote, vote: {%s}}"

CASES = {
    "how-missing": [BUDGET, "{event: adopted, meeting: 25, how: }"],
    "budget-missing": ["{event: budget-implications, meeting: 21}", ADOPTED],
    "budget-unsaid": [ADOPTED],
    "field-missing": [BUDGET, "{event: introduced, meeting: 21, by: []}", ADOPTED],
    "meeting-unknown": [BUDGET, "{event: orally-revised, meeting: 24, by: [Peru]}", ADOPTED],
    "outcome-missing": [
        BUDGET, "{event: separate-vote, meeting: 25, on: 'paragraph 2', how: unqualified}", ADOPTED,
    ],
    "fate-missing": [BUDGET],
    "fate-twice": [BUDGET, ADOPTED, "{event: withdrawn, meeting: 25}"],
    "votes-missing": [BUDGET, VOTED % "counts: {in_favour: 80, against: 2}"],
    "votes-unsure": [BUDGET, VOTED % "in_favour: [Peru], counts: {in_favour: 2}"],
    "voted-twice": [BUDGET, VOTED % "in_favour: [Peru, Cuba], abstaining: [PER]"],
    "not-a-member": [BUDGET, VOTED % "in_favour: [Peru, Holy See]"],
    "name-unknown": [BUDGET, VOTED % "in_favour: [Peru, Atlantis]"],
    "name-meant": [BUDGET, VOTED % "in_favour: [Peru, Zimbabwee]"],
    "name-former": [BUDGET, VOTED % "in_favour: [Peru, Swaziland]"],
    "unlike-the-vote": [BUDGET, VOTED % "in_favour: [Peru], against: [Cuba]"],
    "not-a-representative": [
        BUDGET, "{event: orally-revised, meeting: 25, by: [Holy See]}", ADOPTED,
    ],
    "not-an-observer": [BUDGET, ADOPTED, "{event: statements, meeting: 25, observers: [Cuba]}"],
    "no-symbol": [BUDGET, "{event: revised, meeting: 25, symbol: L24 Rev 1}", ADOPTED],
    "field-idle": [
        "{event: submitted, meeting: 21, sponsors: [Peru], submitter: the Chair}", BUDGET, ADOPTED,
    ],
    "lists-idle": [
        BUDGET, "{event: adopted, meeting: 25, how: unqualified, vote: {against: [Peru]}}",
    ],
    "out-of-order": [
        "{event: orally-revised, meeting: 25, by: [Peru]}", BUDGET, ADOPTED,
    ],
    "after-the-end": [BUDGET, ADOPTED, "{event: orally-revised, meeting: 25, by: [Peru]}"],
}  # fmt: skip


@pytest.fixture
def found(tmp_path):
    for file in DATA.glob("en-*.draft.yaml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())

    def findings(text):
        (tmp_path / "x.report.yaml").write_text(text, encoding="utf-8")
        return read(tmp_path / "x.report.yaml").findings

    return findings


def events(*rows):
    return HEAD + "".join(f"      - {row}\n" for row in rows)


@pytest.mark.parametrize("slug", CASES)
def test_what_is_open_is_told_and_nothing_else(slug, found):
    told = found(events(*CASES[slug]))
    assert [finding.message for finding in told] == [f"report.{slug}"]
    assert told[0].place.file.endswith("x.report.yaml")
    assert told[0].place.line > HEAD.count("\n") - 4
    assert not say(told[0].message, **told[0].values).startswith("report.")


def test_a_name_is_told_in_its_own_line(found):
    vote = "vote:\n          in_favour:\n            - Peru\n            - Atlantis\n"
    text = events(BUDGET) + "      - event: adopted\n        meeting: 25\n"
    (told,) = found(f"{text}        how: recorded-vote\n        {vote}")
    assert (told.message, told.place.line) == ("report.name-unknown", HEAD.count("\n") + 8)


def test_a_state_in_two_lists_is_told_with_both_whatever_it_is_called(found):
    (told,) = found(events(BUDGET, VOTED % "in_favour: [Peru, USA], abstaining: [美国]"))
    assert told.values == {
        "state": "United States of America", "first": "in_favour", "then": "abstaining",
    }  # fmt: skip


def test_every_finding_has_a_code_of_its_own():
    codes = [code for code, _ in FINDINGS.values()]
    assert len(codes) == len(set(codes))


def test_a_complete_report_has_no_findings(found):
    assert found(events(BUDGET, ADOPTED)) == ()


def test_a_sponsor_with_its_group_is_the_state_that_it_names(found):
    groups = "[Egypt (on behalf of the African Group), Atlantis (on behalf of the Group of 77)]"
    (told,) = found(
        events(f"{{event: submitted, meeting: 21, sponsors: {groups}}}", BUDGET, ADOPTED)
    )
    assert (told.message, told.values) == ("report.name-unknown", {"name": "Atlantis"})


def test_what_is_not_filled_in_at_the_head_is_told(found):
    told = found("format: 1\nlanguage: en\n")
    assert {dict(f.params)["field"] for f in told} == {
        "session", "committee", "agenda_items", "agenda_titles", "rapporteur",
    }  # fmt: skip


def test_a_meeting_without_a_date_matters_where_an_event_names_it(found):
    text = events(BUDGET, ADOPTED).replace(", date: 2026-11-26", "")
    assert [f.message for f in found(text)] == ["report.meeting-undated"]
    assert found(text.replace("meeting: 25", "meeting: 21")) == ()


@pytest.mark.parametrize("typed", ["13 November", "2026-11-31", "20261126"])
def test_what_is_no_date_is_told_where_it_stands(found, typed):
    (told,) = found(events(BUDGET, ADOPTED).replace("2026-11-26", typed))
    assert (told.message, told.place.line) == ("report.no-date", 10)


def test_an_adopted_draft_without_a_text_is_an_error(found):
    text = events(BUDGET, ADOPTED).replace("    draft: en-resolution.draft.yaml\n", "")
    (told,) = found(text)
    assert (told.message, told.severity) == ("report.text-missing", "error")


@pytest.mark.parametrize(
    ("named", "message"),
    [
        ("nowhere.draft.yaml", "reading.no-such-file"),
        ("../en-resolution.draft.yaml", "report.outside"),
        ("x.report.yaml", "report.in-itself"),
        (str(DATA / "en-resolution.draft.yaml"), "report.draft-elsewhere"),
    ],
)
def test_a_draft_that_cannot_be_taken_is_told_where_it_is_named(found, named, message):
    (told,) = found(events(BUDGET, ADOPTED).replace("en-resolution.draft.yaml", named))
    assert (told.message, told.place.line) == (message, 14)


def test_a_full_path_into_the_folder_is_not_elsewhere(found, tmp_path):
    named = tmp_path / "en-resolution.draft.yaml"
    assert not found(events(BUDGET, ADOPTED).replace("en-resolution.draft.yaml", str(named)))


def test_a_draft_in_another_language_is_told(found, tmp_path):
    text = (DATA / "fr-resolution.draft.yaml").read_bytes()
    (tmp_path / "en-resolution.draft.yaml").write_bytes(text)
    (told,) = found(events(BUDGET, ADOPTED))
    assert (told.message, told.place.line) == ("report.draft-language", 14)


def test_a_link_out_of_the_folder_is_not_followed(found, tmp_path):
    folder = tmp_path / "outside"
    folder.mkdir()
    inner = tmp_path / "inner"
    inner.mkdir()
    (folder / "a.draft.yaml").write_bytes((DATA / "en-resolution.draft.yaml").read_bytes())
    (inner / "a.draft.yaml").symlink_to(folder / "a.draft.yaml")
    text = events(BUDGET, ADOPTED).replace("en-resolution", "a")
    (inner / "x.report.yaml").write_text(text, encoding="utf-8")
    (told,) = read(inner / "x.report.yaml").findings
    assert told.message == "report.outside"
