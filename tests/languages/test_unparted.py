"""What no end of a line parts keeps together in every language; month and year may part."""

import pytest

from drafter.languages import language
from drafter.languages.unparted import unparted


@pytest.mark.parametrize(
    ("code", "text", "kept"),
    [
        ("en", "resolution 70/1 of 25 September 2015", "resolution 70/1 of 25~September 2015"),
        ("en", "see A/81/439, para. 6, and vol. II", "see A/81/439, para.~6, and vol.~II"),
        ("en", "resolutions 217 A (III) and 68/247 B", "resolutions 217~A~(III) and 68/247~B"),
        ("en", "resolution 1483 (2003), 2 million", "resolution 1483~(2003), 2~million"),
        ("en", "in paragraph 3 (a) of 5 countries", "in paragraph 3 (a) of 5 countries"),
        ("fr", "le 1er juin 2015, Supplément no 5", "le 1er~juin 2015, Supplément no~5"),
        ("es", "25 de septiembre de 2015, párr. 6", "25~de~septiembre de 2015, párr.~6"),
        ("ru", "от 22 ноября 2004 года, № 5", "от 22~ноября 2004 года, №~5"),
        ("zh", "2015年9月25日第70/1号决议", "2015年9月25日第70/1号决议"),
        ("zh", "6 500万人，第217 A (III)号决议", "6~500万人，第217~A~(III)号决议"),
        ("ar", "المؤرخ 2 تشرين الثاني/نوفمبر 2015", "المؤرخ 2~تشرين~الثاني/نوفمبر 2015"),
        ("ar", "13 و 26 تموز/يوليه 2026", "13 و~26~تموز/يوليه 2026"),
        ("ar", "المؤرخ 26 تموز/يوليه و A/81/1", "المؤرخ 26~تموز/يوليه و~A/81/1"),
        # Arabic texts type it the other way round, so that a plain space shows it right
        ("ar", "على ارتفاع 000 300 متر", "على ارتفاع 000 300 متر"),
    ],
)  # fmt: skip
def test_day_and_month_number_and_unit_stay_on_one_line(code, text, kept):
    assert unparted(text, language(code)).replace("\u00a0", "~") == kept
