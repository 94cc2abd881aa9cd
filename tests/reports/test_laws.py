"""What holds of every report, whatever the events."""

from hypothesis import HealthCheck, given, settings

from drafter.languages import language
from drafter.model import proceedings_read, proceedings_write
from drafter.model.tree import RECOMMENDED, Kind
from drafter.reports import findings, report
from drafter.reports.building import paragraphs
from drafter.yamlio import dump, load
from tests.reports.events import proceedings, viewed

LAW = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def made(told):
    return report(told, [None] * len(told.proposals), language(told.language))


@LAW
@given(proceedings)
def test_proceedings_are_read_as_they_were_written(told):
    text = dump(proceedings_write.record(told))
    assert proceedings_read.proceedings(load(text, source="x").data) == told


@LAW
@given(proceedings)
def test_paragraphs_are_numbered_one_after_the_other_through_all_sections(told):
    document = made(told)
    numbered = [
        e for e in viewed(document).elements
        if e.part == "report" and e.kind is Kind.REPORT and e.level == 1
    ]  # fmt: skip
    digits = ["".join(filter(str.isdigit, e.label)) for e in numbered]
    assert digits == [str(n) for n in range(1, len(numbered) + 1)]


@LAW
@given(proceedings)
def test_every_event_says_something_in_its_place(told):
    document = made(told)
    sections = [told.introduction, *(each.events for each in told.proposals)]
    groups = [group for events in sections for group in paragraphs(events)]
    assert [event for group in groups for event in group] == [e for s in sections for e in s]
    said = [p for p in document.root.paragraphs if p.kind is Kind.REPORT]
    assert len(said) == len(groups) + len({p.kind for p in told.proposals if p.adoption})
    for paragraph, group in zip(said, groups, strict=False):
        assert len(paragraph.text.plain()) >= len(group)
        for event in group:
            assert event.words.strip() in paragraph.text.plain()


@LAW
@given(proceedings)
def test_every_draft_adopted_is_recommended_once_and_no_other(told):
    recommended = [part for part in made(told).root.parts if part.kind in RECOMMENDED]
    assert len(recommended) == sum(bool(each.adoption) for each in told.proposals)


@LAW
@given(proceedings)
def test_ids_are_unique_and_every_mark_has_its_note(told):
    document = made(told)
    ids = [paragraph.id for _, paragraph in document.walk()]
    assert len(ids) == len(set(ids))
    marks = {note for _, paragraph in document.walk() for note in paragraph.text.notes}
    assert marks <= {note.id for note in document.notes}


@LAW
@given(proceedings)
def test_no_template_is_left_unfilled(told):
    for _, paragraph in made(told).walk():
        assert "{" not in paragraph.text.plain()


@LAW
@given(proceedings)
def test_nothing_is_adopted_without_a_vote_unless_somebody_said_so(told):
    found = {f.message for _, f in findings(told, [None] * len(told.proposals))}
    silent = any(
        "how" in proceedings_write.KEYS[event.kind] and not event.manner
        for each in told.proposals
        for event in each.events
    )
    assert ("report.how-missing" in found) == silent
