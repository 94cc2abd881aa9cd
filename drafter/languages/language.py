"""What the program knows of one language: a frozen value, filled from the language's data file."""

from __future__ import annotations

from dataclasses import dataclass, field

from drafter.languages.amending import AmendingWords
from drafter.languages.comparison import Comparison
from drafter.languages.masthead import MastheadWords
from drafter.model.citations import CitationPatterns
from drafter.model.conventions import Conventions

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Opening:
    """Words that open a paragraph.

    `kind` is "preambular", "operative" or "both"; `family` groups verbs that say the same
    (recognize: 确认, 认识到, 承认); `adverb` is the adverb the words carry ("", "also", "further",
    "again"); `rank` the class of the request ladder they stand in, weakest 0, None off the ladder;
    `attested` the source of the row, or "unverified"; `form` the words with what may stand among
    them in brackets ("Expressing [its] concern").
    """

    words: str
    kind: str
    family: str
    adverb: str = ""
    rank: int | None = None
    attested: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that may stand beside an opening verb, spaces included: "also ", " with concern".

    `role` is "also", "further" or "again" for the adverbs of a repeated verb, "manner" for words
    that change what the verb says (强烈, " with concern"), "lead" for those that do not (在这方面).
    """

    words: str
    role: str


@dataclass(frozen=True, slots=True)
class Ladder:
    """Classes of opening words, weakest first. Words of one class are as strong as each other;
    words on different ladders cannot be compared."""

    name: str
    classes: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Endings:
    """The mark that ends each kind of element; `last` ends the last one of a document or part.

    `introducing` ends a paragraph before its sub-paragraphs, `sub` a sub-paragraph, which one of
    the `conjunctions` may follow ("; and"). White space before a mark belongs to it.
    """

    preambular: str
    operative: str
    last: str
    introducing: str
    sub: str
    prose: str
    conjunctions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteMarks:
    """Footnote marks: before or after the punctuation they stand at, and what is printed between
    several; `separator` is the rule that stands above the notes."""

    after_punctuation: bool
    between: str
    separator: str


@dataclass(frozen=True, slots=True)
class NoteWorks:
    """How footnotes name works: `see` opens a note that refers ("See"), `series` are the works
    cited by volumes or years ("Official Records of the General Assembly"), `published` marks a
    publication ("Sales No."), and with `parts` ibid. goes on in a series (in lower case: "vol")."""

    see: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    published: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates in running text: a template of {year} {month} {day}, month names, and a pattern with
    the groups year, month, day. `first_day` is how day 1 is written where it differs (1er)."""

    template: str
    months: tuple[str, ...]
    pattern: str
    first_day: str = ""


@dataclass(frozen=True, slots=True)
class JoinRule:
    """White space that extraction put into text.

    With `delete`, white space goes unless it stands between two characters of `keep`, or between
    one of `keep` and one of `keep_before`; otherwise every run of it becomes one space.
    """

    delete: bool
    keep: str = ""
    keep_before: str = ""


@dataclass(frozen=True, slots=True)
class Ordinals:
    """How session numbers are written in words.

    `exact` numbers are looked up; any other is the greatest stem below it and a unit, put into
    `compound`. With `counter` "han" the words are Chinese numerals. `figures` are templates of
    {number} that are read as well. `inflections` give an ending's other forms: ая, ой, ую.
    """

    counter: str = ""
    compound: str = ""
    exact: tuple[tuple[int, str], ...] = ()
    stems: tuple[tuple[int, str], ...] = ()
    units: tuple[tuple[int, str], ...] = ()
    figures: tuple[str, ...] = ()
    inflections: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class SittingPatterns:
    """How sessions and meetings are named in running text.

    Each of `rows` is a kind ("regular", "special", "emergency", "year", "meeting"), letters
    without which a text is not looked at, and a pattern, in which `{ordinals}` stands for ordinals
    with `join` between them, or the group `year` for the year of a session.
    """

    join: str = "(?!)"
    rows: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AdoptionWords:
    """How a document says that a text was adopted.

    `without_vote` and `recorded_vote` are patterns of the way; a vote has the groups `in_favour`,
    `against`, `abstaining`, with `{count}` for a count. `below` is the line under a text,
    `reported` a committee's report on a draft, both with `{how}` for the way; `{gap}` is any words
    of the sentence but those of `elsewhere`, which say that something else was voted on. `draft`
    names a draft of the report by its group `draft`, in roman or Chinese numerals or by a word of
    `draft_numbers`. `none` are words for no vote, `counted` those for a number of votes. `retained`
    and `struck` say that a paragraph, `{name}` with its article, was kept by a vote of its own, or
    was not.
    """

    without_vote: tuple[str, ...] = ()
    recorded_vote: tuple[str, ...] = ()
    below: str = "(?!)"
    reported: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    draft: str = "(?!)"
    draft_numbers: Pairs = ()
    none: tuple[str, ...] = ()
    counted: Pairs = ()
    retained: tuple[str, ...] = ()
    struck: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateWords:
    """What an update of an earlier session's text goes by: see drafter/languages/updates.py."""

    assembly: str = "(?!)"
    followed: str = ""
    others: str = "(?!)"
    reports: tuple[str, ...] = ()
    agenda: tuple[str, ...] = ()
    aside: str = "(?!)"
    before: str = "(?!)"
    after: str = "(?!)"


@dataclass(frozen=True, slots=True)
class Typography:
    """Marks of the script.

    `widths` pairs half-width marks with the full-width ones that belong beside Han characters;
    `brackets` are opening and closing marks that must balance, `alike` marks that count as
    another; `strays` are foreign words that
    extraction or translation left between Han characters, with the word meant; `doubled` are words
    that stand twice by right (帕果帕果, "that that"), or longer words that hold one; `particles`
    are Han characters that end the word before them (的, 和). `unparted` are patterns of words
    that no end of a line parts (25 September, para. 3).
    """

    widths: Pairs = ()
    brackets: Pairs = ()
    alike: Pairs = ()
    strays: Pairs = ()
    doubled: tuple[str, ...] = ()
    particles: str = ""
    unparted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """One language: equal only to itself, so that what is worked out from it can be kept by it.

    `url_code` names the language in addresses of documents (docs.un.org/zh/A/RES/70/1).
    Word lists are in the order of the file (`modals` weakest first); `counterparts` and `antonyms`
    hold each pair once; `term_pairs` and `synonyms` go from the older term to the newer;
    `instruments` are patterns, `bodies` names; `citation_patterns` go by kind (resolution,
    decision, document, paragraph), each for one citation, and `citations` is for
    `drafter.model.citations.find_citations`; `corrigenda` are patterns of what a corrigendum says,
    with the groups `old` and `new`; `unverified` names the rows (table, words) that no
    source attests.
    """

    code: str
    name: str
    iso_639_3: str
    direction: str
    scripts: tuple[str, ...]
    conventions: Conventions
    masthead: MastheadWords
    ordinals: Ordinals
    openings: tuple[Opening, ...]
    before_verb: tuple[Piece, ...]
    after_verb: tuple[Piece, ...]
    ladders: tuple[Ladder, ...]
    adverbs: tuple[str, ...]
    modals: tuple[str, ...]
    qualifiers: tuple[str, ...]
    addressees: tuple[str, ...]
    counterparts: Pairs
    antonyms: Pairs
    negations: tuple[str, ...]
    term_pairs: Pairs
    synonyms: Pairs
    bodies: tuple[str, ...]
    instruments: tuple[str, ...]
    endings: Endings
    note_marks: NoteMarks
    dates: Dates
    citation_patterns: Pairs
    citations: CitationPatterns
    joins: JoinRule
    typography: Typography
    sittings: SittingPatterns = SittingPatterns()
    adoption: AdoptionWords = AdoptionWords()
    corrigenda: tuple[str, ...] = ()
    comparison: Comparison = Comparison()
    updates: UpdateWords = UpdateWords()
    note_works: NoteWorks = NoteWorks()
    amending: AmendingWords = AmendingWords()
    url_code: str = ""
    unverified: Pairs = field(default=(), repr=False)

    @property
    def ladder(self) -> tuple[tuple[str, ...], ...]:
        """The ladder of requests, weakest class first; empty if the language has none."""
        return self.ladders[0].classes if self.ladders else ()
