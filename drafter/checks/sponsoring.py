"""What the checks of sponsors share."""

from __future__ import annotations

import re

from drafter.languages import Language
from drafter.model.masthead import Masthead
from drafter.model.resolution_numbers import session_year
from drafter.model.tree import Kind
from drafter.model.view import DocumentView

_COUNCIL = "A/HRC/"
_BODIES = ((_COUNCIL, "human-rights-council"), ("A/", "general-assembly"),
           ("S/", "security-council"), ("E/", "economic-and-social-council"))  # fmt: skip
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_of(masthead: Masthead) -> str:
    """The day of the draft, or the last of the year in which its session opened; "" if neither is
    known."""
    if _ISO.fullmatch(masthead.date):
        return masthead.date
    return f"{session_year(masthead.session)}-12-31" if masthead.session else ""


def body_of(view: DocumentView, language: Language) -> str:
    """The body whose text it is, by symbol or enacting words ("general-assembly"); "" if neither
    tells."""
    symbol = view.document.masthead.symbol
    by_symbol = next((key for start, key in _BODIES if symbol.startswith(start)), "")
    lines = {e.text.plain().strip(" ，,،") for e in view.elements if e.kind is Kind.ENACTING}
    acting = (key for key, words in language.masthead.enacting if words in lines)
    return by_symbol or next(acting, "")
