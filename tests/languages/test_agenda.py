"""The line that names the items of the agenda, as A/69/731/Corr.1 has it in six languages."""

import pytest

from drafter.languages import agenda_line, language

LINES = {
    "en": "Agenda item 161 (b)",
    "fr": "Point 161 b) de l’ordre du jour",
    "es": "Tema 161 b) del programa",
    "ru": "Пункт 161(b) повестки дня",
    "zh": "议程项目161(b)",
    "ar": "البند 161 (ب) من جدول الأعمال",
}


@pytest.mark.parametrize("code", LINES)
def test_a_sub_item_is_printed_as_the_language_has_it(code):
    assert agenda_line(language(code), ("161 (b)",)) == LINES[code]


def test_two_items_are_a_dual_in_arabic_and_others_are_listed():
    arabic, english = language("ar"), language("en")
    assert agenda_line(arabic, ("132", "17 (c)")) == "البندان 132 و 17 (ج) من جدول الأعمال"
    assert agenda_line(arabic, ("1", "2", "3")).startswith("البنود 1، 2 و 3")
    assert agenda_line(english, ("132", "17 (c)")) == "Agenda items 132 and 17 (c)"
    assert agenda_line(english, ()) == ""


def test_what_is_typed_otherwise_stays_as_it_was():
    assert agenda_line(language("ru"), ("16 e)",)) == "Пункт 16 e) повестки дня"
