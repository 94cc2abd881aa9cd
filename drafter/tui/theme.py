"""The two themes of the room, night and paper, and the look of every style that words can have.

Colours support marks, they never replace them: what an ink tells is in the text as well.
"""

from __future__ import annotations

from collections.abc import Mapping

from rich.style import Style
from textual.color import Color, ColorParseError
from textual.theme import Theme

NIGHT = Theme(
    name="drafter-night",
    primary="#5b92e5",
    secondary="#7aa2d6",
    accent="#e0b050",
    foreground="#d7dce3",
    background="#12161c",
    surface="#12161c",
    panel="#1c222b",
    success="#7fb77e",
    warning="#e0b050",
    error="#e5736b",
    dark=True,
    variables={"faint": "#8a94a3", "rule": "#303a47"},
)
PAPER = Theme(
    name="drafter-paper",
    primary="#1f5fa8",
    secondary="#3b6ea5",
    accent="#8a5a00",
    foreground="#1d2126",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#eceae4",
    success="#2c6e3f",
    warning="#8a5a00",
    error="#a8322a",
    dark=False,
    variables={"faint": "#6a6f76", "rule": "#cfcabd"},
)
THEMES = (NIGHT, PAPER)
OWN_VARIABLES = dict(NIGHT.variables)

# name → style, colour, background; colours are variables of the theme
_INKS: dict[str, tuple[str, str, str]] = {
    "emphasis": ("italic", "secondary", ""),
    "label": ("", "faint", ""),
    "mark": ("", "accent", ""),
    "title": ("bold", "", ""),
    "heading": ("bold", "primary", ""),
    "part": ("bold", "primary", ""),
    "masthead": ("", "faint", ""),
    "note": ("", "faint", ""),
    "faint": ("", "faint", ""),
    "strong": ("bold", "", ""),
    "new": ("underline", "success", ""),
    "old": ("strike", "error", ""),
    "kept": ("", "secondary", ""),
    "edited": ("bold", "accent", ""),
    "unfound": ("bold", "success", ""),
    "error": ("bold", "error", ""),
    "warning": ("bold", "warning", ""),
    "info": ("", "secondary", ""),
    "hit": ("bold underline", "accent", ""),
    "key": ("bold", "accent", ""),
    "adopted": ("bold", "success", ""),
    "draft": ("bold", "secondary", ""),
    "notice": ("", "accent", ""),
    "bar": ("", "primary", ""),
    "cursor": ("", "", "panel"),
    "state-reading": ("bold", "background", "primary"),
    "state-writing": ("bold", "background", "accent"),
    "state-searching": ("bold", "background", "success"),
    "state-start": ("bold", "background", "primary"),
    "state-correcting": ("bold", "background", "accent"),
}


def inks(variables: Mapping[str, str]) -> dict[str, Style]:
    """The look of every style, in the colours of a theme."""
    return {
        name: Style.parse(style)
        + Style(color=_colour(variables, fore), bgcolor=_colour(variables, back))
        for name, (style, fore, back) in _INKS.items()
    }


def _colour(variables: Mapping[str, str], name: str) -> str | None:
    try:
        return Color.parse(variables[name]).hex6 if name else None
    except (KeyError, ColorParseError):
        return None
