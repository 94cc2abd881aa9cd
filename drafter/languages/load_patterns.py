"""The patterns of a data file that other rooms work with: citations, dates, comparison."""

from __future__ import annotations

from drafter.languages.comparison import Comparison
from drafter.languages.language import AdoptionWords, SittingPatterns
from drafter.languages.tables import Table
from drafter.model.citations import CitationPatterns
from drafter.model.dates import DatePatterns


def citations(table: Table) -> CitationPatterns:
    """The patterns for `drafter.model.citations`, from the tables `dates` and `citations`."""
    inner = table.table("citations")
    value = CitationPatterns(
        dates=_dates(table.table("dates"), inner),
        resolution=inner.word("resolution"),
        decision=inner.word("decision"),
        paragraph=inner.word("paragraph"),
        item=inner.word("item"),
        join=inner.word("join"),
        bodies=inner.mapping("bodies"),
        forms=inner.mapping("forms"),
        written=inner.mapping("written"),
        year_space=inner.optional("year_space"),
        body_after=inner.optional("body_after"),
        date_after=inner.optional("date_after"),
        letters=inner.mapping("letters"),
        letter_and=inner.word("letter_and"),
        letter_to=inner.word("letter_to"),
        sessions=inner.mapping("session_letters"),
        labels=inner.mapping("labels"),
        alike=inner.mapping("alike"),
        near_bodies=inner.mapping("near_bodies"),
        words=inner.mapping("words"),
        annex=inner.optional("annex"),
        annex_before=inner.optional("annex_before"),
        section=inner.optional("section"),
        section_before=inner.optional("section_before"),
    )
    table.unverified += [("citations", each) for each in inner.words("unverified")]
    inner.finish()
    return value


def _dates(table: Table, inner: Table) -> DatePatterns:
    named = tuple((name, number) for number, name in enumerate(table.words("months"), 1))
    variants = tuple((name, number) for number, name in inner.numbered_words("month_variants"))
    return DatePatterns(
        patterns=inner.words("dates"),
        months=named + variants,
        form=table.word("template"),
        first_day=table.optional("first_day"),
        partial=inner.words("partial_dates"),
        through=inner.word("date_through"),
        also=inner.word("date_also"),
    )


def sittings(table: Table) -> SittingPatterns:
    """How sessions and meetings are named in running text."""
    rows = table.rows_of_words("patterns")
    value = SittingPatterns(
        join=table.word("join"), rows=tuple((kind, needed, said) for kind, needed, said in rows)
    )
    table.finish()
    return value


def adoption(table: Table) -> AdoptionWords:
    """How a document says that a text was adopted."""
    value = AdoptionWords(
        without_vote=table.words("without_vote"),
        recorded_vote=table.words("recorded_vote"),
        below=table.word("below"),
        reported=table.words("reported"),
        elsewhere=table.words("elsewhere"),
        draft=table.word("draft"),
        draft_numbers=table.mapping("draft_numbers"),
        none=table.words("none"),
        counted=table.mapping("counted"),
        retained=table.words("retained"),
        struck=table.words("struck"),
    )
    table.unverified += [("adoption", each) for each in table.words("unverified")]
    table.finish()
    return value


def corrigenda(table: Table) -> tuple[str, ...]:
    """How a corrigendum says what is to be read for what; nothing if the file has no such table."""
    if "corrigenda" not in table.names():
        return ()
    inner = table.table("corrigenda")
    patterns = inner.words("patterns")
    table.unverified += [("corrigenda", each) for each in inner.words("unverified")]
    inner.finish()
    return patterns


def comparison(table: Table) -> Comparison:
    """What comparison needs beyond the tables of words; nothing if the file has no such table."""
    if "comparison" not in table.names():
        return Comparison()
    inner = table.table("comparison")
    others = {"list_marks", "range_signs", "forms", "ambiguous"}
    lists = sorted(Comparison.__dataclass_fields__.keys() - others)
    value = Comparison(
        list_marks=inner.optional("list_marks"),
        range_signs=inner.optional("range_signs"),
        forms=inner.rows_of_words("forms"),
        ambiguous=inner.rows_of_words("ambiguous"),
        **{key: inner.words(key) for key in lists},
    )
    inner.finish()
    return value
