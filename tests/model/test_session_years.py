from drafter.model.session_years import opening, opening_year


def test_the_eightieth_session_opened_in_september_2025():
    assert opening_year(80) == 2025
    assert opening(80) == "2025-09"
