"""How amendments and oral revisions say what to change: templates in one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.languages.tables import Table

Pairs = tuple[tuple[str, str], ...]
# The rows of each table; a row may have other forms beside it, by case: "operative.in".
ROWS = {
    "words": ("beside", "what", "by"),
    "edits": ("within", "several", "after", "before", "instead", "delete", "beginning", "end",
              "note", "note_end", "no_note"),
    "places": ("preambular", "only_preambular", "operative", "only_operative", "paragraph",
               "unnumbered", "heading", "title", "enacting", "sub", "chapeau", "closing", "note",
               "annex", "annex_n", "appendix", "appendix_n", "declaration", "part", "section",
               "draft", "draft_n", "decision", "decision_n", "in_part", "beginning"),
    "instructions": ("replace", "after", "before", "under", "delete", "move_after", "move_before",
                     "renumber"),
    "new": ("preambular", "preambulars", "operative", "operatives", "paragraph", "paragraphs",
            "sub", "subs", "other"),
    "lines": ("revised", "delegation", "meeting", "date", "signature"),
    "corrections": ("head", "instead", "replace"),
}  # fmt: skip
# the lines of a sheet that are filled in by hand
_SIGNING = ("delegation", "meeting", "date", "signature")
ALONE = "alone"
CASES = ("one", "figures", "in", "of", "many", "each", ALONE)


@dataclass(frozen=True, slots=True)
class AmendingWords:
    """Templates by table and row, see `ROWS`; `said` finds them.

    `quotes` stand round quoted words, `joins` between several places and before the last.
    `words` are quoted words of the text, one (`.one`), several, or `.figures` and symbols alone, as
    they stand `beside` what is put in, as `what` is changed and `by` what: {words}. `edits` change
    words: {beside}, {what}, {by}, {new}, {number} of a note; `within` {in} one place an {edit}, or
    `several`. `places` name paragraphs, as they are changed, `.in` which, and `.of` which, or after
    prepositions: {number}, {ordinal}, {sub} the letter, {of} the paragraph, {part}, {words} that it
    begins with. Several in a row are `.many` with {all} of them, `.each` as it says, where the row
    has these forms; `.alone` they head what is corrected there, without the `articles` that they
    begin with. `instructions` are on whole paragraphs: {what}, {of}, {new}, which is one of `new`.
    `corrections` are what a corrigendum says: the {place} as a `head`, and under it {new} for {old}
    words, or a whole text. `lines` are a {draft} with its {symbol} as it is orally revised, and
    what a sheet for reading out leaves open ({blank}). `exact`, `stems` and `units` are ordinals
    that differ from those of sessions, `endings` (case, ending, ending in that case) their forms.
    """

    quotes: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    rows: tuple[tuple[str, Pairs], ...] = ()
    exact: tuple[tuple[int, str], ...] = ()
    stems: tuple[tuple[int, str], ...] = ()
    units: tuple[tuple[int, str], ...] = ()
    endings: tuple[tuple[str, ...], ...] = ()

    def said(self, table: str, row: str, case: str = "") -> str:
        """The template of a row in a case, or as it is in every other. Raises `KeyError`."""
        found = dict(dict(self.rows)[table])
        return found.get(f"{row}.{case}") or found[row]

    @property
    def signing(self) -> tuple[str, ...]:
        """The lines that a sheet for reading out leaves open, in order."""
        return tuple(self.said("lines", row) for row in _SIGNING)

    def has(self, table: str, row: str, case: str) -> bool:
        """Whether a row has a form of its own for a case."""
        return f"{row}.{case}" in dict(dict(self.rows)[table])

    def bare(self, place: str) -> str:
        """The name of a place without its article."""
        found = (each for each in self.articles if place.startswith(each))
        return place.removeprefix(next(found, ""))

    def agreeing(self, ordinal: str, case: str) -> str:
        """An ordinal in its form for a case."""
        for name, ending, other in self.endings:
            if name == case and ordinal.endswith(ending):
                return ordinal.removesuffix(ending) + other
        return ordinal


def amending(table: Table) -> AmendingWords:
    """The table `amending` of a language's file, strictly."""
    inner = table.table("amending")
    value = AmendingWords(
        quotes=inner.words("quotes"),
        joins=inner.words("joins"),
        articles=inner.words("articles"),
        rows=tuple((name, _rows(inner.table(name), rows)) for name, rows in ROWS.items()),
        exact=inner.numbers("exact"),
        stems=inner.numbers("stems"),
        units=inner.numbers("units"),
        endings=inner.rows_of_words("endings"),
    )
    table.unverified += [("amending", each) for each in inner.words("unverified")]
    inner.finish()
    return value


def _rows(table: Table, wanted: Iterable[str]) -> Pairs:
    found = []
    for row in wanted:
        found.append((row, table.word(row)))
        forms = (f"{row}.{case}" for case in CASES)
        found += [(form, table.word(form)) for form in forms if form in table.names()]
    table.finish()
    return tuple(found)
