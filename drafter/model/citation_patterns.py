"""How a language cites, and the regular expressions made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from drafter.model.dates import DatePatterns, bounded, date_expression, partial_expression

Pairs = tuple[tuple[str, str], ...]


class CitationKind(StrEnum):
    """What is cited."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    PARAGRAPH = "paragraph"


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
    `words` name a kind (resolution "[Rr]esolutions?"): numbers with dates further on are of it.
    `annex` stands after a citation whose annex is meant, `annex_before` before it; their group
    `annex` is the annex's number.
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
    near_bodies: Pairs = ()
    words: Pairs = ()

    def __hash__(self) -> int:
        # asked for some thousand times in a document, and no two languages have these alike
        return hash((self.resolution, self.item, self.paragraph))


@dataclass(frozen=True, slots=True)
class ListPattern:
    """The compiled expression of a list of citations of one kind."""

    kind: CitationKind
    whole: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Compiled:
    """The expressions of a language, compiled; None where it has none.

    `run` is a list that no word announces; `number` splits one number into its parts `first`,
    `letters`, `session` and `prefix`; `join` is what may stand between two items.
    """

    lists: tuple[ListPattern, ...]
    item: re.Pattern[str]
    run: re.Pattern[str]
    join: re.Pattern[str]
    number: re.Pattern[str]
    letter: re.Pattern[str]
    paragraph: re.Pattern[str] | None
    one_paragraph: re.Pattern[str]
    bodies: re.Pattern[str] | None
    body_after: re.Pattern[str] | None
    date_after: re.Pattern[str] | None
    words: tuple[tuple[CitationKind, re.Pattern[str]], ...]
    annex: re.Pattern[str] | None
    annex_before: re.Pattern[str] | None


_LONGEST_LIST = 80  # bounded, so that a list that ends in nothing is not tried from every item
_SESSION = r"[IVXLC]+|E?S-[IVXLC]+|ORG-\d+|(?:19|20)\d\d"
# a footnote mark that extraction left beside the comma: "27 March 2015, 4 31/26"
_MARK_BEFORE = r"(?:\s\d{1,3}(?=[\s,،]))?"
_MARK_AFTER = r"(?:\d{1,3}\s)?"


@cache
def compiled(patterns: CitationPatterns) -> Compiled:
    """The expressions of `patterns`; made once."""
    join = f"(?:{_MARK_BEFORE}(?:{bounded(patterns.join)}){_MARK_AFTER})"
    bare = _unnamed(_filled(patterns.item, patterns))
    items = f"{bare}(?:{join}{bare}){{0,{_LONGEST_LIST}}}"
    body_after = patterns.body_after and _filled(patterns.body_after, patterns)
    return Compiled(
        lists=_lists(patterns, f"(?P<items>{items})"),
        item=re.compile(_filled(patterns.item, patterns)),
        run=re.compile(items),
        join=re.compile(join),
        number=re.compile(_number(patterns, named=True)),
        letter=re.compile(_letter(patterns)),
        paragraph=_paragraph(patterns),
        one_paragraph=re.compile(_one_paragraph(patterns, named=True)),
        bodies=re.compile(_names(patterns.bodies), re.I) if patterns.bodies else None,
        body_after=re.compile(body_after) if body_after else None,
        date_after=re.compile(_filled(patterns.date_after, patterns))
        if patterns.date_after
        else None,
        words=tuple((CitationKind(kind), re.compile(word)) for kind, word in patterns.words),
        annex=re.compile(bounded(patterns.annex)) if patterns.annex else None,
        annex_before=re.compile(f"(?:{bounded(patterns.annex_before)})$")
        if patterns.annex_before
        else None,
    )


def _lists(patterns: CitationPatterns, items: str) -> tuple[ListPattern, ...]:
    return tuple(
        ListPattern(kind, re.compile(_filled(template, patterns).replace("{items}", items)))
        for kind, template in (
            (CitationKind.RESOLUTION, patterns.resolution),
            (CitationKind.DECISION, patterns.decision),
        )
        if template
    )


def _filled(template: str, patterns: CitationPatterns) -> str:
    parts = {
        "{date}": date_expression(patterns.dates),
        "{partial}": partial_expression(patterns.dates),
        "{number}": f"(?P<number>{_number(patterns, named=False)})",
        "{body}": f"(?P<body>(?i:{_names(patterns.bodies + patterns.near_bodies)}))",
    }
    filled = bounded(template)
    for name, expression in parts.items():
        filled = filled.replace(name, expression)
    return filled


def _unnamed(expression: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", expression)


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
        return _unnamed(f"(?:{old}|{of_parties}|{slashed})")
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
