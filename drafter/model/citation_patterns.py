"""How a language cites, and the regular expressions made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from drafter.model.citation import CitationKind
from drafter.model.dates import (
    DatePatterns,
    bounded,
    date_expression,
    partial_expression,
    unnamed,
)

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CitationPatterns:
    r"""How a language cites: regular expressions with `{…}` for the parts drafter fills in.

    `resolution` and `decision` have `{items}` where a list of numbers stands (zh
    `{items} ?决议`, en `[Rr]esolutions?\s+{items}`); without `{items}` they match one citation
    by their own group `number` (`{number}` stands for any number, `{date}` for any date,
    `{partial}` for a month and day, `{body}` for any name of `bodies`).
    `item` is one number of a list (zh `(?:{date} ?)?(?P<core>第? ?{number} ?号?)`, en
    `{number}(?:\s+of\s+{date})?`); what stands in its group `core` is the citation, else the
    number alone. `join` stands between two items.
    `paragraph` has `{paragraphs}` where a list of paragraph numbers stands (zh `第{paragraphs}段`),
    or its own group `number`; a group `sub` is a sub-paragraph named before (fr `alinéa c) du`).
    `bodies` gives words that name a body and the start of its symbols ("安全理事会" "S",
    "人权理事会" "A/HRC"), "" for a body whose resolutions have no symbol of their own; they are
    looked for in the citation, just after it as `body_after` says (a date may stand behind the
    body as `date_after` says), and just before it;
    `near_bodies` only where a pattern has `{body}` ("Council resolution"), with every body that
    the word may mean ("S E A/HRC"): the form of the number tells which.
    `letters` are further names of the letters of resolutions (ألف is A), joined by `letter_and` and
    `letter_to`; `sessions` are words that stand for the session in a number, with the letters that
    they mean (د-3 is III, دإط-10 is ES-10); `labels` are further letters of sub-paragraphs; `alike`
    are letters of another script that look like Latin ones, read and never written.
    `words` name a kind (resolution "[Rr]esolutions?"): numbers with dates further on are of it, and
    a text without them has no list of it.
    `annex` stands after a citation whose annex is meant, `annex_before` before it; their group
    `annex` is the annex's number; so for a section `section` and `section_before` with the groups
    `section` and `inside` (II and B of II.B).
    `forms` writes citations: keys `resolution`, `resolution-dated`, `decision`, `decision-dated`,
    `document`, `paragraph`, with `{number}` and `{date}`, `sub` with `{letter}`, `and` and `to`
    between letters, `session`, `special` and `emergency` with `{number}` where sessions are no
    roman numerals; `written` writes them in sentences and series, see
    `drafter.model.citation_words`; `year_space` stands before the parenthesis of 2720 (2023). White
    space in a pattern matches a few characters at most.
    """

    dates: DatePatterns = DatePatterns()
    resolution: str = ""
    decision: str = ""
    paragraph: str = ""
    item: str = "(?P<core>{number})"
    join: str = r"\s*[,、]\s*"
    bodies: Pairs = ()
    forms: Pairs = ()
    written: Pairs = ()
    year_space: str = " "
    body_after: str = ""
    date_after: str = ""
    letters: Pairs = ()
    letter_and: str = r"\s+and\s+"
    letter_to: str = r"\s+to\s+"
    sessions: Pairs = ()
    labels: Pairs = ()
    alike: Pairs = ()
    annex: str = ""
    annex_before: str = ""
    section: str = ""
    section_before: str = ""
    near_bodies: Pairs = ()
    words: Pairs = ()

    def __hash__(self) -> int:
        # asked for some thousand times in a document, and no two languages have these alike
        return hash((self.resolution, self.item, self.paragraph))


_LONGEST_LIST = 80  # bounded, so that a list that ends in nothing is not tried from every item
_SESSION = r"[IVXLC]+|E?S-[IVXLC]+|ORG-\d+|(?:19|20)\d\d"
# a footnote mark that extraction left beside the comma: "27 March 2015, 4 31/26"
_MARK_BEFORE = r"(?:\s\d{1,3}(?=[\s,،]))?"
_MARK_AFTER = r"(?:\d{1,3}\s)?"


class Expressions:
    """The expressions of a language, each compiled when it is first asked for: a command that
    prints one resolution waits for those alone that its words need. None where a language has none.
    """

    def __init__(self, patterns: CitationPatterns) -> None:
        self._patterns = patterns

    @cached_property
    def resolutions(self) -> re.Pattern[str] | None:
        """A list of resolutions."""
        return self._list(self._patterns.resolution)

    @cached_property
    def decisions(self) -> re.Pattern[str] | None:
        """A list of decisions."""
        return self._list(self._patterns.decision)

    @cached_property
    def item(self) -> re.Pattern[str]:
        """One number of a list."""
        return re.compile(_filled(self._patterns.item, self._patterns))

    @cached_property
    def join(self) -> re.Pattern[str]:
        """What may stand between two items."""
        return re.compile(_join(self._patterns))

    @cached_property
    def number(self) -> re.Pattern[str]:
        """One number, in its parts `first`, `letters` and `session`, or `prefix`, `years`, `last`
        and `parts`, or `other`."""
        return re.compile(_number(self._patterns, named=True))

    @cached_property
    def letter(self) -> re.Pattern[str]:
        """One letter of a number."""
        return re.compile(_letter(self._patterns))

    @cached_property
    def paragraph(self) -> re.Pattern[str] | None:
        """A list of paragraph numbers."""
        return _paragraph(self._patterns)

    @cached_property
    def one_paragraph(self) -> re.Pattern[str]:
        """One paragraph number."""
        return re.compile(_one_paragraph(self._patterns, named=True))

    @cached_property
    def bodies(self) -> re.Pattern[str] | None:
        """The name of a body."""
        names = self._patterns.bodies
        return re.compile(_names(names), re.I) if names else None

    @cached_property
    def body_after(self) -> re.Pattern[str] | None:
        """The body named behind a citation."""
        return _optional(_filled(self._patterns.body_after, self._patterns))

    @cached_property
    def date_after(self) -> re.Pattern[str] | None:
        """The date behind the name of a body."""
        return _optional(_filled(self._patterns.date_after, self._patterns))

    @cached_property
    def words(self) -> Mapping[CitationKind, re.Pattern[str]]:
        """The words that name a kind."""
        return {CitationKind(kind): re.compile(word) for kind, word in self._patterns.words}

    @cached_property
    def annex(self) -> re.Pattern[str] | None:
        """The annex that is meant, behind a citation."""
        return _optional(bounded(self._patterns.annex))

    @cached_property
    def annex_before(self) -> re.Pattern[str] | None:
        """The annex that is meant, before a citation."""
        return _just_before(self._patterns.annex_before)

    @cached_property
    def section(self) -> re.Pattern[str] | None:
        """The section that is meant, behind a citation."""
        return _optional(bounded(self._patterns.section))

    @cached_property
    def section_before(self) -> re.Pattern[str] | None:
        """The section that is meant, before a citation."""
        return _just_before(self._patterns.section_before)

    def _list(self, template: str) -> re.Pattern[str] | None:
        before, listed, after = _filled(template, self._patterns).partition("{items}")
        return _optional(f"{before}{listed and _items(before, self._patterns)}{after}")


@cache
def compiled(patterns: CitationPatterns) -> Expressions:
    """The expressions of `patterns`; made once."""
    return Expressions(patterns)


def _optional(expression: str) -> re.Pattern[str] | None:
    return re.compile(expression) if expression else None


def _just_before(expression: str) -> re.Pattern[str] | None:
    return re.compile(f"(?:{bounded(expression)})$") if expression else None


def _join(patterns: CitationPatterns) -> str:
    return f"(?:{_MARK_BEFORE}(?:{bounded(patterns.join)}){_MARK_AFTER})"


def _items(before: str, patterns: CitationPatterns) -> str:
    """A list of items behind `before`. An item is long, and its expression stands here once: a join
    is asked for where the group behind it, which is empty, has matched already."""
    item = unnamed(_filled(patterns.item, patterns))
    again = before.count("(?P<") + 2
    once = f"(?({again}){_join(patterns)})(?P<again>){item}"
    return f"(?P<items>(?:{once}){{1,{_LONGEST_LIST}}})"


def _filled(template: str, patterns: CitationPatterns) -> str:
    filled = bounded(template)
    for name, expression in _parts(patterns).items():
        filled = filled.replace(name, expression)
    return filled


@cache
def _parts(patterns: CitationPatterns) -> Mapping[str, str]:
    return {
        "{date}": date_expression(patterns.dates),
        "{partial}": partial_expression(patterns.dates),
        "{number}": f"(?P<number>{_number(patterns, named=False)})",
        "{body}": f"(?P<body>(?i:{_names(patterns.bodies + patterns.near_bodies)}))",
    }


def _names(pairs: Pairs) -> str:
    names = sorted((name for name, _ in pairs), key=len, reverse=True)
    return "|".join(map(re.escape, names)) or "(?!)"


def _letter(patterns: CitationPatterns) -> str:
    alike = tuple(pair for pair in patterns.alike if pair[1].isupper())
    return rf"(?:[A-Z](?![A-Za-z’])|(?:{_names(patterns.letters + alike)})(?!\w))"


def _number(patterns: CitationPatterns, *, named: bool) -> str:
    """Any number of a resolution or decision, as the language writes it."""
    letter = _letter(patterns)
    between = rf"(?:\s?[-–]\s?|,\s?|{bounded(patterns.letter_and)}|{bounded(patterns.letter_to)})"
    letters = f"(?P<letters>{letter}(?:{between}{letter}){{0,12}})"
    words = _names(patterns.sessions)
    old = (
        rf"(?<![\d/.])(?<!\d,)(?P<first>\d{{1,5}})(?:\s?{letters})?\s?"
        rf"\(\s?(?P<session>{_SESSION}|(?:{words})\s?-\s?\d{{1,2}})\s?\)"
    )
    slashed = (
        rf"(?<![A-Za-z0-9/.–-])(?P<prefix>(?:E?S|{words})\s?-\s?)?"
        rf"(?P<years>\d{{1,4}})/(?P<last>\d{{1,4}})(?:\s?{letters})?(?![\d/])"
    )
    of_parties = (
        r"\d{1,3}/(?:CP|CMP|CMA|COP|MOP|SS)\.[\dIVXLC]{1,5}(?![A-Za-z0-9])"
        r"|(?<![A-Za-z/])[IVXLC]{1,5}/\d{1,3}(?![\d/])"
    )
    if not named:
        return unnamed(f"(?:{old}|{of_parties}|{slashed})")
    slashed = slashed.replace("(?P<letters>", "(?P<parts>")
    return f"{old}|(?P<other>{of_parties})|{slashed}"


def _paragraph(patterns: CitationPatterns) -> re.Pattern[str] | None:
    if not patterns.paragraph:
        return None
    one = _one_paragraph(patterns, named=False)
    join = rf"(?:{bounded(patterns.join)}|\s?[-–—]\s?)"
    listed = f"(?P<number>{one}(?:{join}(?:{one}|{_sub(patterns)})){{0,{_LONGEST_LIST}}})"
    return re.compile(bounded(patterns.paragraph).replace("{paragraphs}", listed))


def _one_paragraph(patterns: CitationPatterns, *, named: bool) -> str:
    """One paragraph number with its sub-paragraphs: 15, 15 (c) (ii), 15 c), 140.2."""
    sub = _sub(patterns)
    latin = r"(?:\s(?:bis|ter|quater)(?![A-Za-z]))?"
    whole = rf"(?:\d{{1,4}}(?:\.\d{{1,2}})?(?![\d/]){latin}|[一二三四五六七八九十]{{1,4}})"
    if not named:
        return rf"(?:第\s?)?{whole}(?:\s?{sub}){{0,3}}"
    return rf"(?P<whole>{whole})(?P<subs>(?:\s?{sub}){{0,3}})|(?P<alone>{sub})"


def _sub(patterns: CitationPatterns) -> str:
    return rf"(?:\(?(?:[a-z]{{1,4}}|{_names(patterns.labels + patterns.alike)})\))"
