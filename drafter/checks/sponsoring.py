"""What the checks of sponsors share."""

from __future__ import annotations

import re

from drafter.model.masthead import Masthead
from drafter.model.resolution_numbers import session_year

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_of(masthead: Masthead) -> str:
    """The day of the draft, or the last of the year in which its session opened; "" if neither is
    known."""
    if _ISO.fullmatch(masthead.date):
        return masthead.date
    return f"{session_year(masthead.session)}-12-31" if masthead.session else ""
