"""Sponsors in the fields of the masthead."""

from drafter.languages import language
from drafter.model.masthead import Masthead
from drafter.workspace.masthead_fields import with_words
from drafter.workspace.sponsors import listed


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
