"""The sixteen true pairs among the shipped texts: each clause leads to its other."""

from functools import cache

import pytest

from drafter.languages import language
from drafter.library import Library
from drafter.match import Engine
from tests.library.test_shipped import CLAUSES

REPORT = "A/79/439/Add.2#report/draft-1/"
DECLARATION = "A/68/L.5#resolution/declaration/"
AGENDA = "A/70/L.61#resolution/annex-1/"
FIRST = (
    (DECLARATION + "2", AGENDA + "appendix-2/3"),
    (AGENDA + "69", AGENDA + "appendix-1/2"),
    (REPORT + "op19", DECLARATION + "17"),
    (REPORT + "op3", REPORT + "op14"),
    (REPORT + "op2", DECLARATION + "6"),
    (AGENDA + "78", AGENDA + "appendix-1/16"),
    (AGENDA + "appendix-1/7", AGENDA + "appendix-1/13"),
    (REPORT + "op7", DECLARATION + "22"),
    (REPORT + "pp10", AGENDA + "48"),
    (REPORT + "op15.e", DECLARATION + "10"),
    (AGENDA + "appendix-2/4", AGENDA + "appendix-2/8.a"),
    (REPORT + "op13", AGENDA + "appendix-2/8.e"),
    (DECLARATION + "11", AGENDA + "60"),
    (REPORT + "op6", DECLARATION + "1"),
)
# each shares a paragraph with a pair above that is more alike
SECOND = (
    (DECLARATION + "2", AGENDA + "appendix-2/8.d"),
    (REPORT + "pp10", DECLARATION + "15"),
)


@cache
def library():
    return Library.open((CLAUSES,))


@cache
def engine():
    return Engine(library().clauses, language("zh"))


def place(one, other):
    """Where the clause `other` stands among the precedents of the clause `one`, from 1."""
    text = library().clause(one, "zh").plain
    found = engine().precedents(text, exclude=one, limit=5, floor=0.4)
    return [each.clause.id for each in found].index(other) + 1


@pytest.mark.parametrize(("one", "other"), FIRST)
def test_a_true_pair_comes_first_both_ways(one, other):
    assert (place(one, other), place(other, one)) == (1, 1)


@pytest.mark.parametrize(("one", "other"), SECOND)
def test_a_pair_with_a_better_one_comes_second_in_one_direction_at_most(one, other):
    assert sorted((place(one, other), place(other, one))) in ([1, 1], [1, 2])
