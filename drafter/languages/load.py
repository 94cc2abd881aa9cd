"""From a language's data file to its value, strictly: unknown and missing keys are errors."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from drafter.languages.amending import amending
from drafter.languages.language import (
    Dates,
    Endings,
    JoinRule,
    Ladder,
    Language,
    NoteMarks,
    NoteWorks,
    Ordinals,
    Piece,
    Typography,
)
from drafter.languages.load_openings import openings
from drafter.languages.load_patterns import (
    adoption,
    citations,
    comparison,
    corrigenda,
    sittings,
)
from drafter.languages.masthead import DECIDED, FORMS, MastheadWords
from drafter.languages.tables import Table
from drafter.languages.updates import updates
from drafter.model.conventions import Conventions, Counter, LabelStyle
from drafter.yamlio import load as load_yaml
from drafter.yamlio import read_text


def load(path: Path) -> Language:
    """The language in the file. Raises `InvalidYaml` naming file and line of what is wrong."""
    table = Table(load_yaml(read_text(path), source=path.name))
    words = updates(table.table("updates"))
    url_code = table.word("url_code")
    works = _note_works(table.table("note_works"))
    value = replace(_language(table, path.stem), updates=words, note_works=works)
    value = replace(value, url_code=url_code, unverified=tuple(table.unverified))
    table.finish()
    return value


def _language(table: Table, code: str) -> Language:
    ladders = tuple(_ladder(each) for each in table.tables("ladders"))
    before, after = _pieces(table, "before_verb"), _pieces(table, "after_verb")
    return Language(
        code=code,
        name=table.word("name"),
        iso_639_3=table.word("iso_639_3"),
        direction=table.word("direction"),
        scripts=table.words("scripts"),
        conventions=_conventions(table.table("conventions"), code, table.word("direction")),
        masthead=_masthead(table.table("masthead")),
        ordinals=_ordinals(table.table("ordinals")),
        openings=openings(table, ladders, before + after),
        before_verb=before,
        after_verb=after,
        ladders=ladders,
        adverbs=_adverbs(before + after),
        modals=table.sourced_words("modals"),
        qualifiers=table.sourced_words("qualifiers"),
        addressees=table.sourced_words("addressees"),
        counterparts=table.sourced_pairs("counterparts"),
        antonyms=table.sourced_pairs("antonyms"),
        negations=table.sourced_words("negations"),
        term_pairs=table.sourced_pairs("term_pairs"),
        synonyms=table.sourced_pairs("synonyms"),
        bodies=table.sourced_words("bodies"),
        instruments=table.sourced_words("instruments"),
        endings=_endings(table.table("endings")),
        note_marks=_note_marks(table.table("note_marks")),
        dates=_dates(table.table("dates")),
        citation_patterns=table.pairs("citation_patterns"),
        citations=citations(table),
        sittings=sittings(table.table("sittings")),
        adoption=adoption(table.table("adoption")),
        corrigenda=corrigenda(table),
        joins=_joins(table.table("joins")),
        typography=_typography(table.table("typography")),
        comparison=comparison(table),
        amending=amending(table),
    )


def _adverbs(pieces: tuple[Piece, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p.words.strip() for p in pieces if _repeats(p)))


def _repeats(piece: Piece) -> bool:
    return piece.role not in ("manner", "lead")


def _pieces(table: Table, key: str) -> tuple[Piece, ...]:
    pieces = []
    for row in table.tables(key):
        role = row.word("role")
        pieces += [Piece(words, role) for words in row.words("words")]
        row.attested(", ".join(row.words("words")))
        row.finish()
    return tuple(pieces)


def _ladder(table: Table) -> Ladder:
    name = table.word("name")
    table.attested()
    ladder = Ladder(name, table.rows_of_words("classes"))
    table.finish()
    return ladder


def _conventions(table: Table, code: str, direction: str) -> Conventions:
    value = Conventions(
        language=code,
        direction=direction,
        levels=tuple(_style(each) for each in table.tables("levels")),
        section=_style(table.table("section")),
        part_words=table.mapping("part_words"),
        part_counter=table.name_of("part_counter", Counter),
        part_space=table.optional("part_space"),
        letter_counter=table.name_of("letter_counter", Counter),
        ibid=table.word("ibid"),
        comma=table.word("comma"),
        stop=table.word("stop"),
        title_open=table.optional("title_open"),
        title_close=table.optional("title_close"),
    )
    table.unverified += [("conventions", each) for each in table.words("unverified")]
    table.finish()
    return value


def _style(table: Table) -> LabelStyle:
    counter = table.name_of("counter", Counter)
    style = LabelStyle(counter, table.optional("prefix"), table.optional("suffix"))
    table.finish()
    return style


# templates and words of a masthead that every language has
_SAID = (
    "organization", "date_language", "original", "session", "agenda_item", "agenda_items",
    "agenda_sub", "item_separator", "item_and", "report", "rapporteur", "draft_resolution",
    "revised_draft_resolution", "draft_decision", "amendments", "by_president", "by_chair",
    "sponsors", "adopted", "on_report", "without_committee", "submitted", "on_basis",
    "after_consultations", "amendment", "amends", "amends_resolution", "amends_decision",
    "oral_revisions", "addendum", "corrigendum", "added",
    "resolution_number", "title_number", "on_recommendation", "in_paragraph", "year_session",
    "annex", "appendix", "recycle",
)  # fmt: skip


def _masthead(table: Table) -> MastheadWords:
    value = MastheadWords(
        organs=table.mapping("organs"),
        enacting=table.mapping("enacting"),
        committees=table.mapping("committees"),
        distribution=table.mapping("distribution"),
        languages=table.mapping("languages"),
        **{name: table.word(name) for name in _SAID},
        adopted_decision=table.optional("adopted_decision"),
        agenda_pair=table.optional("agenda_pair"),
        adopted_by=table.mapping("adopted_by"),
        decided_by=table.mapping("decided_by"),
        closing_by=table.word_lists("closing_by"),
        meetings=table.pairs("meetings"),
        meetings_at=table.pairs("meetings_at"),
        rapporteurs=table.pairs("rapporteurs"),
        closing=table.words("closing"),
        committees_of=table.mapping("committees_of"),
        decisions=_decisions(table.table("decisions")),
        also=_also(table.table("also")),
    )
    table.unverified += [("masthead", each) for each in table.words("unverified")]
    table.finish()
    return value


def _decisions(table: Table) -> tuple[str, ...]:
    found = tuple(map(table.word, DECIDED))
    table.finish()
    return found


def _also(table: Table) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = tuple((key, table.words(key)) for key in FORMS)
    table.finish()
    return found


def _ordinals(table: Table) -> Ordinals:
    value = Ordinals(
        counter=table.optional("counter"),
        compound=table.optional("compound"),
        exact=table.numbers("exact"),
        stems=table.numbers("stems"),
        units=table.numbers("units"),
        figures=table.words("figures"),
        inflections=table.word_lists("inflections"),
    )
    table.attested()
    table.finish()
    return value


def _endings(table: Table) -> Endings:
    marks = sorted(Endings.__dataclass_fields__.keys() - {"conjunctions"})
    value = Endings(
        **{key: table.word(key) for key in marks}, conjunctions=table.words("conjunctions")
    )
    table.attested()
    table.finish()
    return value


def _note_marks(table: Table) -> NoteMarks:
    place = table.choice("position", ("after-punctuation", "before-punctuation"))
    between, separator = table.word("between"), table.word("separator")
    table.attested()
    table.finish()
    return NoteMarks(place == "after-punctuation", between, separator)


def _note_works(table: Table) -> NoteWorks:
    keys = ("see", "series", "published", "parts")
    value = NoteWorks(*(table.sourced_words(key) for key in keys))
    table.finish()
    return value


def _dates(table: Table) -> Dates:
    value = Dates(
        table.word("template"), table.words("months"), table.word("pattern"),
        table.optional("first_day"),
    )  # fmt: skip
    table.attested()
    table.finish()
    return value


def _joins(table: Table) -> JoinRule:
    delete = table.choice("white_space", ("delete", "collapse")) == "delete"
    value = JoinRule(delete, table.optional("keep"), table.optional("keep_before"))
    table.finish()
    return value


def _typography(table: Table) -> Typography:
    value = Typography(
        widths=table.pairs("widths"),
        brackets=table.pairs("brackets"),
        alike=table.pairs("alike"),
        strays=table.pairs("strays"),
        doubled=table.words("doubled"),
        particles=table.optional("particles"),
        unparted=table.words("unparted"),
    )
    table.finish()
    return value
