"""What drafter prints on every page is known to the readers, which take it out again."""

import pytest

from drafter.languages import codes, language
from drafter.writers.layout import layout


@pytest.mark.parametrize("code", codes())
def test_the_readers_know_the_marks_that_the_writers_print(code):
    printed = layout().type(code)
    known = language(code).masthead.forms("unofficial")
    assert {printed["watermark"], printed["unofficial"], printed["consultation"]} <= set(known)
