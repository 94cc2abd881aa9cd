"""The round of a draft: which session it is taken to be of, and what that allows."""

from dataclasses import replace

import pytest

from drafter.checks import checks
from drafter.checks.updating import round_of
from drafter.languages import language
from drafter.messages import say
from drafter.model.masthead import Masthead
from drafter.model.text import Text
from drafter.model.tree import Base, Document, DocumentType, Kind, Paragraph, Part, PartKind
from tests.checks.drafts import seen

EN = language("en")
AT_80 = "Decides to include in the provisional agenda of its eightieth session an item on tests;"
AT_82 = (
    "Decides to include in the provisional agenda of its eighty-second session an item on tests;"
)
REPORT_AT_81 = "Requests the Secretary-General to report to it at its eighty-first session;"
REPORT_AT_82 = "Requests the Secretary-General to report to it at its eighty-second session;"


def part(kind, path, *texts):
    return Part(
        kind,
        tuple(
            Paragraph(f"{path}/op{at}", Kind.OPERATIVE, Text.of(words))
            for at, words in enumerate(texts, 1)
        ),
    )


def based_on(root, session=None):
    base = Document(
        DocumentType.COMMITTEE_REPORT if root.kind is PartKind.REPORT else DocumentType.RESOLUTION,
        "en",
        root,
        masthead=Masthead(symbol="A/79/777", session=79),
    )
    own = part(
        PartKind.RESOLUTION,
        "resolution",
        *(
            each.text.plain()
            for _, each in base.walk()
            if each.id.startswith(("resolution", "report/draft-1"))
        ),
    )
    return Document(
        DocumentType.DRAFT_RESOLUTION,
        "en",
        own,
        masthead=Masthead(session=session),
        base=Base("A/79/777", "", base),
    )


def resolution(*texts):
    return part(PartKind.RESOLUTION, "resolution", *texts)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((REPORT_AT_82, AT_80), 80),
        ((REPORT_AT_82, REPORT_AT_81), 81),
        (("Decides to meet at its eighty-second session;",), 80),
    ],
)
def test_the_agenda_tells_the_session_then_the_first_report_then_the_next(texts, expected):
    found = round_of(based_on(resolution(*texts)), EN)
    assert (found.draft, found.assumed) == (expected, True)


def test_of_a_report_with_several_drafts_only_the_drafted_one_counts():
    first = part(PartKind.DRAFT, "report/draft-1", AT_80)
    second = part(PartKind.DRAFT, "report/draft-2", AT_82)
    draft = based_on(Part(PartKind.REPORT, (first, second)))
    assert round_of(draft, EN).draft == 80
    at_80 = found_in(replace(draft, masthead=Masthead(session=80)))
    assert [each.fixes[0].new for each in at_80] == ["eighty-first"]


def found_in(draft):
    view, spoken = seen(draft)
    (check,) = (each for each in checks() if each.code == "U101")
    return tuple(check.run(view, spoken))


def test_a_session_that_is_only_assumed_is_named_and_nothing_is_mended():
    (found,) = found_in(based_on(resolution(AT_80)))
    assert found.fixes == ()
    said = say(found.message, **found.values)
    assert "Set the session of the draft: if it is 80, eightieth → eighty-first" in said


def test_a_finding_with_a_fix_says_what_the_fix_puts_in():
    (found,) = found_in(based_on(resolution(AT_80), session=80))
    assert found.fixes[0].new == "eighty-first"
    assert "eightieth → eighty-first" in say(found.message, **found.values)
