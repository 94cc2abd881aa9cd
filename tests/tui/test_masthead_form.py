"""The masthead as the lines of a form."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from drafter.errors import UsageError
from drafter.languages import language
from drafter.messages import set_language
from drafter.model.masthead import Masthead
from drafter.model.tree import DocumentType
from drafter.tui.present.mastheads import FIELDS, further, hint, label, with_words, words_of
from drafter.tui.present.problems import sentence_of
from drafter.workspace.masthead_fields import Giver, fields_of, so_far
from drafter.workspace.session import Session
from tests.tui.sitting import sitting
from tests.writers.writing_samples import draft_of, viewed

words = st.text(max_size=20)
mastheads = st.builds(
    Masthead,
    symbol=words,
    session=st.none() | st.integers(min_value=0, max_value=200),
    session_read=words,
    agenda_items=st.lists(words).map(tuple),
    sponsors=st.lists(words).map(tuple),
    closing=words,
)


@given(mastheads)
def test_a_form_that_is_accepted_untouched_changes_nothing(masthead):
    after = masthead
    for name in FIELDS:
        after = with_words(after, name, words_of(masthead, name))
    assert after == masthead


def test_lines_and_lists_are_parted_by_bars():
    masthead = Masthead(closing="第90次全体会议\n1995年12月12日", agenda_items=("15", "116"))
    assert words_of(masthead, "closing") == "第90次全体会议 | 1995年12月12日"
    assert words_of(masthead, "agenda_items") == "15 | 116"
    assert with_words(Masthead(), "closing", "甲 | 乙").closing == "甲\n乙"
    assert with_words(Masthead(), "sponsors", "巴西 | 中国|").sponsors == ("巴西", "中国")


def test_a_field_may_be_emptied():
    assert with_words(Masthead(session=81), "session", " ").session is None
    assert with_words(Masthead(sponsors=("中国",)), "sponsors", "").sponsors == ()


@pytest.mark.parametrize("typed", ["x", "-3", "8 1", "八十一"])
def test_a_session_that_is_no_number_is_refused(typed):
    with pytest.raises(UsageError, match=typed):
        with_words(Masthead(), "session", typed)


def test_a_session_that_is_no_number_is_kept_as_it_is_typed_until_it_is_taken():
    kept = so_far(Masthead(session=79, session_read="第七十九届会议"), "session", "81八十二")
    assert words_of(kept, "session") == "81八十二"
    assert words_of(so_far(kept, "session", "81"), "session") == "81"


def test_a_new_session_number_drops_the_words_that_were_read():
    masthead = Masthead(session=79, session_read="第七十九届会议")
    assert with_words(masthead, "session", "81").session_read == ""


@pytest.mark.parametrize("name", FIELDS)
@pytest.mark.parametrize("interface", ["en", "zh"])
@pytest.mark.parametrize("giver", list(Giver))
def test_every_label_fits_its_column(name, interface, giver):
    set_language(interface)
    try:
        assert cell_len(label(name)) < 29
        assert giver is not Giver.ASKED or cell_len(hint(name, giver)) <= 36
    finally:
        set_language("en")


@pytest.mark.parametrize("kind", list(DocumentType))
def test_the_fields_of_a_type_come_first_and_none_is_left_out(kind):
    own = fields_of(viewed(replace(draft_of(), type=kind)), language("en"))
    names = [each.name for each in own if each.name in FIELDS]
    assert sorted((*names, *further(own))) == sorted(FIELDS)


async def test_the_form_shows_what_a_resolution_needs(library, size):
    def opened(read_only):
        return Session.new(type=DocumentType.RESOLUTION, language="en", library=library)

    async with sitting(opened, size) as here:
        await here.press("m")
        lines = [line.strip(" │▌") for line in here.screen.splitlines()]
        assert any(line.startswith("Adopted on") and "needed" in line for line in lines)
        assert any(line.startswith("Documents considered (a | b)") for line in lines)
        order = [line.split("  ")[0] for line in lines]
        assert "Rapporteur" not in order[: order.index("Adopted on")]
        fields = [field.id for field in here.app.screen.query("Field")]
        assert fields.index("field-meeting") < fields.index("field-sponsors")
        while here.app.focused.id != "field-rapporteur":
            await here.press("tab")
        await here.type("Ms. X")
        await here.press("enter")
        assert here.session.document.masthead.rapporteur == "Ms. X"


async def test_values_with_bars_and_brackets_are_kept_as_typed(library, size):
    def opened(read_only):
        return Session.new(type=DocumentType.RESOLUTION, language="en", library=library)

    line = "[on the report of the Second Committee (A/81/439, para. 6)]"
    async with sitting(opened, size) as here:
        await here.press("m")
        while here.app.focused.id != "field-bracket_line":
            await here.press("tab")
        await here.type(line)
        await here.press("ctrl+s")
        assert here.session.document.masthead.bracket_line == line


@pytest.mark.parametrize(
    ("field", "key", "english", "chinese"),
    [
        ("body", "security-council", "Security Council", "安全理事会"),
        ("committee", "C.2", "Second Committee", "第二委员会"),
        ("distribution", "limited", "Limited", "有限分发"),
        ("original_language", "fr", "French", "法文"),
    ],
)
@pytest.mark.parametrize("interface", ["en", "zh"])
def test_a_key_is_shown_in_the_interface_language_and_understood_in_any(
    field, key, english, chinese, interface
):
    set_language(interface)
    try:
        for typed in (key, english, chinese, english.upper(), f" {chinese} "):
            made = with_words(Masthead(), field, typed)
            assert getattr(made, field) == key
            assert words_of(made, field) == (chinese if interface == "zh" else english)
    finally:
        set_language("en")


def test_a_body_as_a_reader_names_it_is_shown_in_the_interface_language_and_kept():
    read = Masthead(body="Генеральная Ассамблея", committee="Special Committee")
    assert words_of(read, "body") == "General Assembly"
    assert words_of(read, "committee") == "Special Committee"
    assert with_words(read, "body", "General Assembly") == read


DAYS = (
    "2026-12-18", "18/12/2026", "12/18/2026", "18.12.2026", "2026/12/18", "18 December 2026",
    "December 18, 2026", "2026年12月18日", "18 décembre 2026", "18 de diciembre de 2026",
    "18 декабря 2026 года", "18 كانون الأول/ديسمبر 2026", "١٨/١٢/٢٠٢٦",
)  # fmt: skip


@pytest.mark.parametrize("field", ["date", "adopted_on"])
def test_a_day_is_understood_in_figures_and_in_the_words_of_any_language(field):
    made = {typed: getattr(with_words(Masthead(), field, typed), field) for typed in DAYS}
    assert made == dict.fromkeys(DAYS, "2026-12-18")
    assert getattr(with_words(Masthead(date="2026-12-18"), field, " "), field) == ""


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-02-30", "no day"), ("31/02/2026", "no day"), ("December 2026", "no day"),
        ("tomorrow", "no day"), ("5/6/2026", "2026-06-05 or 2026-05-06"),
    ],
)  # fmt: skip
def test_what_names_no_day_or_may_name_two_is_refused(typed, said):
    with pytest.raises(UsageError) as refused:
        with_words(Masthead(), "date", typed)
    assert typed in sentence_of(refused.value)
    assert said in sentence_of(refused.value)


def test_a_slip_in_a_known_name_is_asked_about_and_an_unknown_name_is_kept():
    with pytest.raises(UsageError, match="Security Council"):
        with_words(Masthead(), "body", "Security Coucil")
    assert with_words(Masthead(), "body", "Trusteeship Council").body == "Trusteeship Council"


async def test_a_wrong_value_is_told_in_the_form_and_the_form_stays(library, size):
    def opened(read_only):
        return Session.new(type=DocumentType.RESOLUTION, language="en", library=library)

    async with sitting(opened, size) as here:
        await here.press("m")
        while here.app.focused.id != "field-adopted_on":
            await here.press("tab")
        await here.type("2026-02-30")
        await here.press("enter")
        assert here.app.focused.id == "field-adopted_on"
        assert "“2026-02-30” names no day of the calendar" in here.screen


PASTED = """1. Zimbabwe
2. Albania, 法国
Iraq [on behalf of the African Group]
Thailnd and Zimbabwe"""


@asynccontextmanager
async def pasted_sponsors(library, size):
    """The form of a draft whose line of sponsors was read, a list pasted into its field."""

    def opened(read_only):
        session = Session.new(type=DocumentType.DRAFT_RESOLUTION, language="en", library=library)
        session.set_masthead(Masthead(submitters="Iraq: draft resolution"))
        return session

    async with sitting(opened, size) as here:
        await here.press("m")
        here.app.screen.query_one("#field-sponsors").focus()
        await here.paste(PASTED)
        yield here


async def test_a_pasted_list_is_shown_as_understood_and_taken(library, size):
    async with pasted_sponsors(library, size) as here:
        assert "Member States: 4 · not known: 1" in here.screen
        await here.press("ctrl+o")
        for said in ("is it Thailand?", "Zimbabwe” stands in the list twice", "African States"):
            assert said in here.screen
        assert "Albania, France, Iraq*, Zimbabwe and Thailnd" in " ".join(
            here.screen.replace("│", " ").split()
        )
        await here.press("enter")
        await here.press("ctrl+s")
        masthead = here.session.document.masthead
        assert masthead.sponsors == ("Albania", "France", "Iraq*", "Zimbabwe", "Thailnd")
        assert (masthead.group, masthead.submitters) == ("african-group", "")


async def test_a_pasted_list_that_is_not_taken_stays_as_typed(library):
    async with pasted_sponsors(library, (80, 24)) as here:
        await here.press("ctrl+o", "escape", "ctrl+s")
        masthead = here.session.document.masthead
        kept = ("Zimbabwe", "Albania", "法国", "Iraq [on behalf of the African Group]", "Thailnd")
        assert (masthead.sponsors, masthead.group) == (kept, "")


async def test_what_is_typed_into_the_form_is_kept_until_it_is_left(library):
    kept = []

    def opened(read_only):
        session = Session.new(type=DocumentType.RESOLUTION, language="en", library=library)
        session.filling = kept.append
        return session

    async with sitting(opened, (80, 24)) as here:
        await here.press("m")
        here.app.screen.query_one("#field-adopted_on").focus()
        await here.type("2026-02-30")
        assert kept[-1].adopted_on == "2026-02-30"
        await here.press("escape")
        assert "Esc once more drops it" in here.screen
        assert kept[-1] is not None
        await here.press("escape")
        assert kept[-1] is None
