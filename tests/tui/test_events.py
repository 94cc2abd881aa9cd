"""The list of a report's events: edited in place, saved at once, undone."""

import shutil

import pytest

from drafter.errors import InvalidYaml
from drafter.readers import read
from drafter.tui.app import run
from drafter.tui.screens.events import EventsScreen
from drafter.tui.widgets.rows import RowList
from drafter.workspace.event_places import HEAD, MEETINGS
from drafter.workspace.event_sheet import EventSheet
from tests.reports.events import DATA
from tests.tui.sitting import sitting


@pytest.fixture
def events(tmp_path):
    for file in DATA.glob("en*.yaml"):
        shutil.copy(file, tmp_path)
    return tmp_path / "en.report.yaml"


def kinds(path):
    return [event.kind.value for event in EventsScreen(path).sheet.events(0)]


def reach(here, kind, section=0):
    screen = here.app.screen
    rows = [i for i, row in enumerate(screen._rows) if (row.kind, row.section) == (kind, section)]
    screen.query_one(RowList).reach(rows[0])


def test_events_that_cannot_be_read_are_told_before_anything_is_shown(tmp_path):
    wrong = tmp_path / "wrong.report.yaml"
    wrong.write_text("format: 1\ntype: resolution\n")
    with pytest.raises(InvalidYaml):
        run(wrong)


async def test_every_event_is_listed_with_what_the_report_says_of_it(events, size):
    async with sitting(None, size, events=events) as here:
        assert "Introduction" in here.screen
        assert "At its 2nd plenary meeting, on 18 September 2026" in here.screen


async def test_an_event_is_edited_and_saved(events, size):
    async with sitting(None, size, events=events) as here:
        reach(here, "sponsors-joined")
        await here.press("enter")
        area = here.app.screen.query_one("#event-fields")
        assert "- Morocco" in area.text
        area.text = area.text.replace("Morocco", "Chile")
        await here.press("ctrl+s")
    said = [p.text.plain() for p in read(events).document.root.paragraphs]
    assert any("Subsequently, Chile and Peru joined" in words for words in said)


async def test_what_is_wrong_with_an_event_is_said_and_nothing_is_lost(events, size):
    async with sitting(None, size, events=events) as here:
        before = events.read_bytes()
        reach(here, "adopted")
        await here.press("e")
        area = here.app.screen.query_one("#event-fields")
        area.text = area.text.replace("recorded-vote", "by-magic")
        await here.press("ctrl+s")
        assert "by-magic" in here.screen
        await here.press("escape")
        assert events.read_bytes() == before


async def test_events_are_moved_deleted_and_brought_back(events, size):
    before = kinds(events)
    async with sitting(None, size, events=events) as here:
        reach(here, "introduced")
        await here.press("J")
        assert kinds(events)[:2] == [before[1], before[0]]
        await here.press("d")
        assert kinds(events) == [before[1], *before[2:]]
        await here.press("u", "u")
        assert kinds(events) == before


async def test_a_new_event_is_added_after_the_cursor(events, size):
    async with sitting(None, size, events=events) as here:
        reach(here, "introduced")
        await here.press("a", "f")
        assert "event: orally-revised" in here.app.screen.query_one("#event-fields").text
        await here.press("escape")
        assert kinds(events)[:2] == ["introduced", "orally-revised"]
        assert "⚑ orally revised" in here.screen


async def test_only_events_of_the_section_are_offered(events, size):
    async with sitting(None, size, events=events) as here:
        reach(here, "allocated", section=-1)
        await here.press("a")
        offered = [choice.value for choice in here.app.screen.choices]
        assert "allocated" in offered and "sponsors-joined" not in offered
        await here.press("escape")
        reach(here, "introduced")
        await here.press("a", "end")
        offered = [choice.value for choice in here.app.screen.choices]
        assert "sponsors-joined" in offered and "allocated" not in offered
        assert "text  a paragraph" in here.screen


async def test_a_file_that_changed_meanwhile_is_not_overwritten(events, size):
    async with sitting(None, size, events=events) as here:
        theirs = events.read_text(encoding="utf-8") + "# theirs\n"
        events.write_text(theirs, encoding="utf-8")
        reach(here, "introduced")
        await here.press("d", "d")
        assert events.read_text(encoding="utf-8") == theirs
        assert len(list(events.parent.glob("*-mine-*"))) == 1
        assert any("press r" in each.message for each in here.app._notifications)
        await here.press("r", "d")
        assert events.read_text(encoding="utf-8") != theirs


def test_a_file_with_a_byte_order_mark_is_edited_where_it_is(events):
    events.write_bytes("\ufeff".encode() + events.read_bytes())
    sheet = EventSheet.open(events)
    sheet.remove(0, 0)
    assert len(EventSheet.open(events).events(0)) == len(sheet.events(0))
    assert not list(events.parent.glob("*-mine-*"))


def stand(here, section, index=-1):
    screen = here.app.screen
    places = [(row.section, row.index) for row in screen._rows]
    screen.query_one(RowList).reach(places.index((section, index)))


async def fill(here, fields):
    here.app.screen.query_one("#event-fields").text = fields
    await here.press("ctrl+s")


async def test_a_meeting_is_added_changed_moved_and_deleted(events, size):
    def meetings():
        return [(held.number, held.date) for held in EventSheet.open(events).told.meetings]

    before = meetings()
    async with sitting(None, size, events=events) as here:
        stand(here, MEETINGS)
        await here.press("a")
        await fill(here, "number:\ndate: 2026-12-01\n")
        assert "number" in here.screen and meetings() == before
        await fill(here, "number: 30\ndate: 2026-12-01\n")
        assert meetings() == [(30, "2026-12-01"), *before]
        await here.press("J")
        assert meetings() == [before[0], (30, "2026-12-01"), before[1]]
        await here.press("enter")
        await fill(here, "number: 31\n")
        assert meetings()[1] == (31, "")
        assert "Meeting 31 has no date" in here.screen or "⚑ 31" in here.screen
        await here.press("d")
        assert meetings() == before


async def test_a_draft_is_added_from_a_file_beside_and_moved_and_deleted(events, size):
    def drafts():
        return [(d.file, len(d.events)) for d in EventSheet.open(events).told.proposals]

    shutil.copy(events.parent / "en-resolution.draft.yaml", events.parent / "third.draft.yaml")
    before = drafts()
    async with sitting(None, size, events=events) as here:
        stand(here, 0)
        await here.press("n")
        assert [choice.value for choice in here.app.screen.choices] == ["third.draft.yaml", ""]
        await here.press("1", "escape")
        assert drafts() == [before[0], ("third.draft.yaml", 4), *before[1:]]
        await here.press("K")
        assert drafts() == [("third.draft.yaml", 4), *before]
        await here.press("d")
        assert drafts() == before
        await here.press("u")
        assert drafts()[0] == ("third.draft.yaml", 4)


async def test_the_head_of_the_report_and_a_draft_are_edited(events, size):
    async with sitting(None, size, events=events) as here:
        stand(here, HEAD)
        await here.press("enter")
        area = here.app.screen.query_one("#event-fields")
        assert "rapporteur: Ms. Ana Ruiz" in area.text and "meetings" not in area.text
        await fill(here, area.text.replace("Ms. Ana Ruiz", "Mr. Li Wen"))
        stand(here, 0)
        await here.press("enter")
        await fill(here, "kind: decision\nsymbol: A/C.2/81/L.99\n")
    told = EventSheet.open(events).told
    assert told.masthead.rapporteur == "Mr. Li Wen (Uruguay)"
    assert (told.proposals[0].symbol, told.proposals[0].file) == ("A/C.2/81/L.99", "")
    assert len(told.proposals[0].events) == len(read_events().proposals[0].events)
    assert len(told.meetings) == 2


def read_events():
    return EventSheet.open(DATA / "en.report.yaml").told


async def test_the_lists_of_a_vote_are_pasted(events, size):
    async with sitting(None, size, events=events) as here:
        reach(here, "adopted")
        await here.press("v")
        area = here.app.screen.query_one("#event-fields")
        assert area.text.startswith("In favour:\nUganda, Morocco, Peru, India.")
        await fill(here, "Algeria, Chad")
        assert "no list of a vote" in here.screen
        await fill(here, "In favour: Algeria, Chad.\nAgainst: None\nAbstaining: Togo")
        reach(here, "introduced")
        await here.press("v")
        assert not here.app.screen.query("#event-fields")
    (vote,) = [e.vote for e in EventSheet.open(events).events(0) if e.kind == "adopted"]
    assert vote.lists == (("Algeria", "Chad"), (), ("Togo",))
    assert vote.counts == (4, 1, 1)


async def test_what_somebody_else_wrote_is_read_again(events, size):
    async with sitting(None, size, events=events) as here:
        theirs = events.read_text(encoding="utf-8").replace("2026-11-13", "2026-11-12")
        events.write_text(theirs, encoding="utf-8")
        reach(here, "introduced")
        await here.press("d")
        assert events.read_text(encoding="utf-8") == theirs
        await here.press("r", "d")
    assert "2026-11-12" in events.read_text(encoding="utf-8")
    assert "introduced" not in kinds(events)


def test_fields_taken_as_they_are_change_nothing(events):
    sheet = EventSheet.open(events)
    before = sheet.told
    for row in sheet.rows():
        if row.index >= 0 or row.is_draft or row.section == HEAD:
            sheet.change(row.section, row.index, sheet.fields_of(row.section, row.index))
            vote = sheet.vote_of(row.section, row.index)
            if vote is not None and "vote" in sheet.fields_of(row.section, row.index):
                sheet.vote(row.section, row.index, vote)
    assert sheet.told == before


async def test_what_was_typed_when_drafter_ended_is_offered_again(events):
    before = events.read_bytes()
    async with sitting(None, (80, 24), events=events) as here:
        reach(here, "sponsors-joined")
        await here.press("enter")
        area = here.app.screen.query_one("#event-fields")
        area.text = area.text.replace("Morocco", "Chile")
        await here.settle()
    assert events.read_bytes() == before
    async with sitting(None, (80, 24), events=events) as here:
        assert "This was typed when drafter ended" in here.screen
        await here.press("ctrl+s")
        assert b"Chile" in events.read_bytes()
    async with sitting(None, (80, 24), events=events) as here:
        assert isinstance(here.app.screen, EventsScreen)


async def left_in(here, kind, before, after):
    """Drafter ends while words stand in the dialog of an event."""
    reach(here, kind)
    await here.press("enter")
    area = here.app.screen.query_one("#event-fields")
    area.text = area.text.replace(before, after)
    await here.settle()


def typed(here):
    return here.app.screen.query_one("#event-fields").text


async def test_what_was_typed_into_an_event_that_moved_goes_to_that_event(events):
    async with sitting(None, (80, 24), events=events) as here:
        await left_in(here, "sponsors-joined", "Morocco", "Chile")
    sheet = EventSheet.open(events)
    at = [each.kind.value for each in sheet.events(0)].index("sponsors-joined")
    sheet.move(0, at, -1)
    async with sitting(None, (80, 24), events=events) as here:
        assert "not taken" in here.screen
        await here.press("ctrl+s")
    told = EventSheet.open(events).events(0)[at - 1]
    assert told.kind == "sponsors-joined" and "Chile" in told.sponsors


async def test_an_event_that_was_changed_outside_is_not_written_over_unsaid(events, size):
    async with sitting(None, size, events=events) as here:
        await left_in(here, "sponsors-joined", "Morocco", "Chile")
    theirs = events.read_text(encoding="utf-8").replace("Peru", "Togo")
    events.write_text(theirs, encoding="utf-8")
    async with sitting(None, size, events=events) as here:
        assert "since then" in here.screen
        assert "Chile" in typed(here) and "#   - Togo" in typed(here)
        await here.press("escape", "escape")
    assert events.read_text(encoding="utf-8") == theirs
    async with sitting(None, size, events=events) as here:
        assert isinstance(here.app.screen, EventsScreen)


async def test_what_was_typed_into_an_event_that_is_gone_lands_on_no_other(events, size):
    async with sitting(None, size, events=events) as here:
        await left_in(here, "sponsors-joined", "Morocco", "Chile")
    sheet = EventSheet.open(events)
    at = [each.kind.value for each in sheet.events(0)].index("sponsors-joined")
    sheet.remove(0, at)
    theirs = events.read_bytes()
    async with sitting(None, size, events=events) as here:
        assert "Not in the file any more" in here.screen
        await here.press("ctrl+s")
        assert "Chile" in typed(here), "only Esc drops it"
        await here.press("escape")
        assert "Esc once more drops it" in here.screen
        await here.press("escape")
    assert events.read_bytes() == theirs


async def test_fields_are_filled_in_by_tab_which_completes_what_can_be_listed(events, size):
    async with sitting(None, size, events=events) as here:
        stand(here, MEETINGS)
        await here.press("a", *"30", "tab")
        assert "date: 2026-11-13" in here.screen
        await here.press(*"2026-12-01", "ctrl+s")
        reach(here, "budget-implications")
        await here.press("a", "r")
        assert "meeting: 30 · 21 · 25" in here.screen
        await here.press(*"30", "tab", "r", "tab")
        assert "how: recorded-vote" in typed(here)
        await here.press("tab", "shift+tab", "ctrl+s")
    (added,) = [e for e in EventSheet.open(events).events(0) if e.meeting == 30]
    assert added.manner == "recorded-vote"


async def test_a_vote_is_pasted_over_the_blank_headings_of_none(events):
    async with sitting(None, events=events) as here:
        reach(here, "budget-implications")
        await here.press("a", "r", "escape", "v")
        await here.paste("In favour: Chad, Togo.\nAgainst: None.\nAbstaining: Peru.\n")
        await here.press("ctrl+s")
    (vote,) = [e.vote for e in EventSheet.open(events).events(0) if e.kind == "rejected"]
    assert vote.lists == (("Chad", "Togo"), (), ("Peru",))
