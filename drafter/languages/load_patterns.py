"""The patterns of a data file that other rooms work with: citations, dates, comparison."""

from __future__ import annotations

from drafter.languages.comparison import Comparison
from drafter.languages.tables import Table
from drafter.model.citations import CitationPatterns
from drafter.model.dates import DatePatterns


def citations(table: Table) -> CitationPatterns:
    """The patterns for `drafter.model.citations`, from the tables `dates` and `citations`."""
    dates, inner = table.table("dates"), table.table("citations")
    named = tuple((name, number) for number, name in enumerate(dates.words("months"), 1))
    variants = tuple((name, number) for number, name in inner.numbers("month_variants"))
    value = CitationPatterns(
        dates=DatePatterns(inner.words("dates"), named + variants, dates.word("template")),
        resolution=inner.word("resolution"),
        decision=inner.word("decision"),
        paragraph=inner.word("paragraph"),
        item=inner.word("item"),
        join=inner.word("join"),
        bodies=inner.mapping("bodies"),
        forms=inner.mapping("forms"),
        year_space=inner.optional("year_space"),
    )
    inner.finish()
    return value


def comparison(table: Table) -> Comparison:
    """What comparison needs beyond the tables of words; nothing if the file has no such table."""
    if "comparison" not in table.names():
        return Comparison()
    inner = table.table("comparison")
    lists = sorted(Comparison.__dataclass_fields__.keys() - {"list_marks"})
    marks = inner.optional("list_marks")
    value = Comparison(list_marks=marks, **{key: inner.words(key) for key in lists})
    inner.finish()
    return value
