"""Tests of pages that need fonts which not every machine has."""

import pytest

from drafter.writers.layout import layout
from drafter.writers.pdf.fonts import found, wanted

# what each language is set in besides Latin letters, for which typst brings a font
_USES = {"zh": "east_asian", "ar": "complex"}
_AS_WIDE_AS_REAL = ("Times New Roman", "Liberation Serif", "Tinos")


def needs_fonts(code, *others):
    """Skips where there is neither a font of the layout for the language nor one of `others`."""
    use = _USES.get(code)
    if use and not found({use: (*wanted(layout(), code)[use], *others)}, None)[use]:
        pytest.skip(f"no font of the layout for {use} is on this machine")


def needs_the_width_of_real_pages():
    names = found(wanted(layout(), "en"), None)["latin"]
    if not names or names[0] not in _AS_WIDE_AS_REAL:
        pytest.skip(f"none of {', '.join(_AS_WIDE_AS_REAL)} is on this machine")
