from hypothesis import given
from hypothesis import strategies as st

from drafter.model.session_years import opening, opening_year, session_at


def test_the_eightieth_session_opened_in_september_2025():
    assert opening_year(80) == 2025
    assert opening(80) == "2025-09"
    assert session_at("2025-09-09") == 80
    assert session_at("2026-07-01") == 80
    assert session_at("2025-08-31") == 79
    assert session_at("2025") == 80


@given(st.integers(2, 200))
def test_a_session_is_the_current_one_when_it_opens(session):
    assert session_at(opening(session)) == session
