"""Sponsors in the fields of the masthead."""

import pytest

from drafter.languages import language
from drafter.model.masthead import Masthead
from drafter.workspace.masthead_fields import with_words
from drafter.workspace.sponsors import counted, listed


def test_a_list_pasted_into_the_field_is_parted_into_names():
    pasted = "Antigua and Barbuda, Egypt,* Iran (Islamic Republic of) and Chad: draft resolution"
    sponsors = with_words(Masthead(), "sponsors", pasted).sponsors
    assert sponsors == ("Antigua and Barbuda", "Egypt*", "Iran (Islamic Republic of)", "Chad")


def test_a_field_with_bars_is_taken_as_it_is():
    words = "Ruritania, Kingdom of | Chad"
    sponsors = with_words(Masthead(), "added_sponsors", words).added_sponsors
    assert sponsors == ("Ruritania, Kingdom of", "Chad")


def test_what_was_understood_is_told_in_the_language_of_the_draft():
    found = listed("Turkey, France, Ruritania", language("fr"))
    assert found.line == "France, Türkiye et Ruritania"
    assert len(found.told) == 2


def test_a_list_pasted_behind_names_that_are_parted_is_parted_too():
    words = "Chad | Fiji, Albania and Ruritania, Kingdom of | Ruritania, Duchy of"
    sponsors = with_words(Masthead(), "sponsors", words).sponsors
    assert sponsors[:3] == ("Chad", "Fiji", "Albania")
    assert sponsors[-1] == "Ruritania, Duchy of"


def test_on_whose_behalf_is_kept_as_typed_and_understood_with_its_state():
    pasted = "1. Iraq [on behalf of the Group of 77 and China], 2. Chad, … and Albania"
    kept = ("Iraq [on behalf of the Group of 77 and China]", "Chad", "Albania")
    assert with_words(Masthead(), "sponsors", pasted).sponsors == kept
    found = listed(pasted, language("en"))
    assert found.names == ("Albania", "Chad", "Iraq*")
    assert (found.groups, found.told) == (("group-of-77",), ())


@pytest.mark.parametrize(
    ("pasted", "names", "group"),
    [
        ("Iraq, on behalf of the Group of 77 and China, Chad", ("Chad", "Iraq*"), "group-of-77"),
        ("伊拉克(代表属于77国集团成员的国家和中国)、乍得", ("Chad", "Iraq*"), "group-of-77"),
        ("Iraq (on behalf of the G77)", ("Iraq*",), "group-of-77"),
        ("Égypte (au nom du Groupe des États d’Afrique)", ("Egypt*",), "african-group"),
        (
            "Iraq and Iraq [on behalf of the League of Arab States]",
            ("Iraq*",),
            "league-of-arab-states",
        ),
        ("Chad [on behalf of the Lake States]", ("Chad*",), "the Lake States"),
        ("[on behalf of the African Group]", (), "african-group"),
    ],
)
def test_groups_are_understood_in_any_language(pasted, names, group):
    found = listed(pasted, language("en"))
    assert (found.names, found.groups) == (names, (group,))


def test_names_are_counted_by_what_they_are():
    found = listed("Chad, Fiji, Holy See, EU, Ruritania", language("en"))
    assert counted(found) == (
        "Member States: 2 · observer States: 1 · organizations: 1 · not known: 1"
    )


def test_new_sponsors_are_not_hidden_by_the_line_that_was_read():
    read = Masthead(submitters="Iraq:* draft resolution", sponsors=("Iraq",))
    assert with_words(read, "sponsors", "Chad").submitters == ""
    assert with_words(read, "sponsors", "Iraq") == read
