from dataclasses import replace

import pytest

from drafter.languages import codes, group_named, group_note, language
from drafter.languages.groups import groups
from drafter.model.masthead import Masthead
from drafter.writers.sponsor_line import sponsor_line

G77 = Masthead(sponsors=("Iraq",), group="group-of-77", session=80)


def _line(masthead, code):
    spoken = language(code)
    line, notes = sponsor_line(masthead, spoken, spoken.masthead.draft_resolution)
    return line, [(note.mark, note.text.plain()) for note in notes]


def test_a_draft_of_a_group_marks_the_state_and_says_on_whose_behalf():
    line, notes = _line(G77, "en")
    assert line == "Iraq:* draft resolution"
    assert notes == [
        (
            "*",
            "On behalf of the States that are members of the Group of 77 and China, taking into "
            "account also the provisions of General Assembly resolution ES-10/23 of 10 May 2024.",
        )
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fr", "Iraq* : projet de résolution"),
        ("es", "Iraq*: proyecto de resolución"),
        ("ru", "Ирак*: проект резолюции"),
        ("zh", "伊拉克：*决议草案"),
        ("ar", "العراق*: مشروع قرار"),
    ],
)
def test_the_mark_stands_where_the_language_has_it(code, expected):
    assert _line(replace(G77, sponsors=("IRQ",)), code)[0] == expected


def test_in_a_list_the_state_that_was_marked_submits_for_the_group():
    masthead = Masthead(sponsors=("Armenia", "Egypt*", "Norway"), group="OIC", session=80)
    line, _ = _line(masthead, "en")
    assert line == "Armenia, Egypt* and Norway: draft resolution"
    masthead = replace(masthead, sponsors=("Egypt*", "Equatorial Guinea", "Norway"))
    assert _line(masthead, "en")[0] == "Egypt,* Equatorial Guinea and Norway: draft resolution"


def test_names_that_were_typed_stay_as_they_are_and_keys_are_named():
    masthead = Masthead(sponsors=("Turkey", "USA", "Ruritania"))
    assert _line(masthead, "zh") == ("Turkey、美利坚合众国和Ruritania：决议草案", [])


def test_before_resolution_es_10_23_the_note_names_the_member_states_alone():
    said = "On behalf of the States Members of the United Nations that are members of "
    assert group_note("G77", "en", "2023-10-17") == f"{said}the Group of 77 and China."
    assert group_note("African Group", "en", "2025-10-17") == f"{said}the Group of African States."


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("group", groups(), ids=lambda each: each.key)
def test_every_group_has_its_note_in_every_language(group, code):
    note = group_note(group.key, code)
    assert "{" not in note
    assert ("10/23" in note) == group.observers
    assert group_named(group.typed[0]) == group


def test_a_group_that_is_not_known_stands_as_it_was_typed():
    assert "members of the Ruritanian League." in group_note("the Ruritanian League", "en")


def test_a_whole_note_is_printed_as_it_was_typed():
    whole = "On behalf of the members of the Bureau of the Disarmament Commission."
    assert group_note(whole, "en") == whole
    assert group_note("ECOWAS", "en").endswith("of the Economic Community of West African States.")
