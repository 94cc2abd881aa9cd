"""Regular sessions of the General Assembly and the years they begin in.

Session n opens in September of 1945 + n (rule 1 of the rules of procedure, A/520/Rev.20): the
eightieth in September 2025. The first opened in January 1946, the second in September 1947.
"""

from __future__ import annotations

_BEFORE_FIRST = 1945
_OPENS_IN = 9


def opening_year(session: int) -> int:
    """The year in which a session opens."""
    return _BEFORE_FIRST + session


def opening(session: int) -> str:
    """The month in which a session opens, as an ISO date: "2025-09"."""
    return f"{opening_year(session)}-{_OPENS_IN:02d}"
