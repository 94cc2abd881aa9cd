"""The action table and the user's own keys."""

from collections import Counter

import pytest

from drafter.messages import say, set_language
from drafter.tui.actions import ACTIONS, State
from drafter.tui.cells import width
from drafter.tui.footer import footer_line
from drafter.tui.keymap import TERMINAL_KEYS, TEXT_AREA_KEYS, keymap
from drafter.tui.prose import line_width, plain
from drafter.tui.screens.importing.review import ReviewScreen
from drafter.tui.screens.room.room import RoomScreen
from drafter.tui.screens.start import StartScreen


@pytest.fixture(params=["en", "zh"])
def interface(request):
    set_language(request.param)
    yield request.param
    set_language("en")


def test_ids_are_unique():
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)


@pytest.mark.parametrize("state", list(State))
def test_no_key_does_two_things_in_one_state(state):
    keys = Counter(key for row in ACTIONS if state in row.states for key in row.keys)
    assert not [key for key, count in keys.items() if count > 1]


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_every_action_has_its_method_on_its_screen(row):
    screens = {State.START: StartScreen, State.CORRECTING: ReviewScreen}
    for state in row.states:
        assert callable(getattr(screens.get(state, RoomScreen), f"action_{row.method}"))


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_every_action_has_its_words_in_both_languages(row, interface):
    assert say(row.label) != row.label
    assert say(row.sentence) != row.sentence


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row.id)
def test_no_key_is_one_that_terminals_send_as_another(row):
    assert not TERMINAL_KEYS & set(row.keys)


@pytest.mark.parametrize(
    "row", [row for row in ACTIONS if State.WRITING in row.states], ids=lambda row: row.id
)
def test_no_key_of_the_writing_state_is_the_text_areas_own(row):
    assert not TEXT_AREA_KEYS & set(row.keys)
    assert any(len(key) > 1 for key in row.keys), "letters type while writing"


def test_the_users_keys_replace_the_usual_ones():
    keys, refused = keymap({"undo": "y", "search": "slash,f4"})
    assert not refused
    assert keys.of("undo").keys == ("y",)
    assert keys.own == {"undo": "y", "search": "slash,f4"}


@pytest.mark.parametrize(
    ("own", "message"),
    [
        ({"fly": "y"}, "tui.no-such-action"),
        ({"undo": "ctrl+m"}, "tui.key-of-terminal"),
        ({"done": "ctrl+a"}, "tui.key-of-typing"),
        ({"done": "y"}, "tui.key-of-typing"),
        ({"undo": "d"}, "tui.key-taken"),
        ({"undo": " "}, "tui.no-key"),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_and_the_usual_one_stays(own, message):
    keys, refused = keymap(own)
    assert [refusal.message for refusal in refused] == [message]
    assert keys.own == {}


def test_two_actions_may_exchange_their_keys():
    keys, refused = keymap({"undo": "d", "delete": "u"})
    assert not refused
    assert keys.of("delete").keys == ("u",)


@pytest.mark.parametrize("state", list(State))
@pytest.mark.parametrize("columns", [40, 80, 120, 200])
def test_the_footer_fits_and_names_the_state_and_help(state, columns, interface):
    keys, _ = keymap({})
    line = footer_line(state, keys, columns)
    assert line_width(line) <= columns
    assert say(f"tui.state-{state.value}") in plain(line)
    assert say("tui.key-help") in plain(line)


def test_a_wide_footer_shows_more_than_a_narrow_one():
    keys, _ = keymap({})
    narrow, wide = (footer_line(State.READING, keys, columns) for columns in (80, 160))
    assert width(plain(wide)) > width(plain(narrow))
