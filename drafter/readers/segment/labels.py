"""Labels at the start of a paragraph: 15., (a), iv), 一., II., and what each can count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from drafter.model.conventions import Conventions, Counter, LabelStyle
from drafter.model.numbering import ARABIC_NAMES, ARABIC_ORDINALS, TANWIN, value


class Form(StrEnum):
    """How a label looks: 15. | (a) or a) | a. | 一. | II. | A. or ب - | أولا - | 73/6. before a
    title."""

    NUMBER = "number"
    BRACKET = "bracket"
    DOTTED = "dotted"
    HAN = "han"
    ROMAN = "roman"
    LETTER = "letter"
    ORDINAL = "ordinal"
    RESOLUTION = "resolution"


SECTION_FORMS = frozenset({Form.HAN, Form.ROMAN, Form.LETTER, Form.ORDINAL})
SUB_FORMS = frozenset({Form.BRACKET, Form.DOTTED})


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed, the counting part of it, and where the words after it begin.

    `quote` is an opening quotation mark before it: a quoted draft repeats it at each paragraph;
    `later` stands on a label put in between others: bis, ter.
    """

    form: Form
    printed: str
    token: str
    end: int
    quote: str = ""
    later: str = ""

    @property
    def number(self) -> int:
        """The number of a NUMBER label, or of a section; 0 for what has none."""
        return _number(self.form, self.token)


_LEAD = r"(?P<quote>[“\"«„]?)\s*(?:[-–•·*▪]\s*(?=[(（\d]))?"
_HAN = "一二三四五六七八九十"
_NAMES = "|".join(ARABIC_NAMES)
_ORDINALS = "|".join(re.sub("ا$", f"{TANWIN}?ا{TANWIN}?", word) for word in ARABIC_ORDINALS)
# On labels put in between: 7 bis, (a ter), in Arabic "again", "again a second time"
_AGAIN = r"مكررا?ً?(?:\s(?:ثانيا|ثالثا|رابعا)ً?)?"
_INSERTED = rf"(?:bis|ter|quater|quinquies|alt\.?|бис|тер|{_AGAIN}|之[二三四五六])"
_LATER = rf"(?P<later>(?:\s*{_INSERTED})*)"
_BESIDE = rf"(?P<later>(?:\s+{_INSERTED})*)"
_LOW = "[a-z]{1,6}|[أ-يﻩﻫ]{1,4}|[а-яё]{1,2}"
_SHAPES = (
    (Form.NUMBER, rf"(?P<token>\d{{1,3}}){_LATER}(?:[.．、](?!\d)|\s[-–](?=\s)|[-–]\s)\s*"),
    (Form.BRACKET, rf"[(（]\s*(?P<token>{_LOW}|[{_HAN}]{{1,3}}){_BESIDE}\s*[)）]\s*"),
    (Form.BRACKET, rf"(?P<token>{_LOW}){_BESIDE}[)）]\s+"),
    (Form.BRACKET, r"[(（]\s*(?P<token>\d{1,2})\s*[)）]\s+(?=\S)"),
    (Form.BRACKET, r"[’‘'](?P<token>\d{1,2})[’‘']\s+(?=\S)"),
    (Form.DOTTED, r"(?P<token>[a-z]{1,5})[.．]\s+"),
    (Form.HAN, rf"(?P<token>[{_HAN}]{{1,4}})[.．、]\s*"),
    (Form.ROMAN, r"(?P<token>[IVXLC]{1,7})[.．]\s+"),
    (Form.LETTER, r"(?P<token>[A-Z])[.．]\s+"),
    (Form.LETTER, r"(?P<token>[اأ-يﻩﻫ]ـ?)\s+[-–]\s+(?=\S)"),
    (Form.LETTER, rf"(?P<token>{_NAMES})\s*[-–]\s*(?=\S)"),
    (Form.ORDINAL, rf"(?P<token>{_ORDINALS})\s*[-–]\s*(?=\S)"),
)  # fmt: skip
_PATTERNS = tuple((form, re.compile(_LEAD + shape)) for form, shape in _SHAPES)
_ALONE = re.compile(
    rf"(?P<token>[{_HAN}]{{1,3}}|[IVXLC]{{1,6}}|[A-Z]|[أ-يﻩﻫ]ـ?|{_NAMES}|(?P<ordinal>{_ORDINALS}))[.．]?"
)
_RESOLUTION = re.compile(
    r"((?:E?S-)?(?:\d{1,4}|__)/(?:\d{1,4}|__)(?:\s?[A-Z])?(?:[.．]|\s[-–](?=\s)))\s*(?=\S)"
)
_LETTERS = re.compile(r"([a-zа-яё]|[أ-ي]ـ?)\1*$")
_PUT_IN = re.compile(rf"\w\s*{_INSERTED}[.．、)）\s–-]*$")
_HEH = re.compile("[هﻩﻫ]ـ?")
_ROMAN = re.compile(r"(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$")


def label_of(text: str) -> Label | None:
    """The label at the start of `text`, None if it has none."""
    for form, pattern in _PATTERNS:
        found = pattern.match(text)
        if found and _counts(form, found["token"]):
            return _label(form, found)
    return None


def is_put_in(printed: str) -> bool:
    """Whether a printed label stands between two others: "7 bis.", "(a ter)"."""
    return _PUT_IN.search(printed) is not None


def lone_label(text: str) -> Label | None:
    """The section label that is all of `text`: "I", "二", "A", "أ", "ألف", "أولا"."""
    found = _ALONE.fullmatch(text)
    if found is None:
        return None
    token = found["token"]
    form = Form.HAN if token[0] in _HAN else Form.ROMAN if _is_roman(token) else Form.LETTER
    return Label(Form.ORDINAL if found["ordinal"] else form, text, token, len(text))


def resolution_number(text: str) -> Label | None:
    """The number before the title of an adopted resolution: "73/6. "; "81/__. " is a blank."""
    found = _RESOLUTION.match(text)
    if found is None:
        return None
    return Label(Form.RESOLUTION, found[1], found[1].rstrip(".． -–"), found.end())


def _label(form: Form, found: re.Match[str]) -> Label:
    start = found.start("token")
    while start and found.string[start - 1] in "(（ ’‘'":
        start -= 1
    printed = found.string[start : found.end()].strip()
    later = (found.groupdict().get("later") or "").strip()
    return Label(form, printed, found["token"].strip(), found.end(), found["quote"], later)


def _counts(form: Form, token: str) -> bool:
    if form in SUB_FORMS:
        letters = _LETTERS.match(_spelled(token)) or _ROMAN.match(token)
        return bool(letters or token[0] in _HAN or token.isdecimal()) and _is_counted(token)
    return form is not Form.ROMAN or _is_roman(token)


def _is_roman(token: str) -> bool:
    return _ROMAN.match(token.lower()) is not None


_COUNTERS = {
    Form.HAN: Counter.HAN,
    Form.ROMAN: Counter.ROMAN_UPPER,
    Form.LETTER: Counter.ALPHA_UPPER,
}


@lru_cache(maxsize=512)
def _number(form: Form, token: str) -> int:
    if form is Form.NUMBER:
        return int(re.match(r"\d+", token)[0])  # type: ignore[index]  # the pattern begins with \d
    if form is Form.ORDINAL:
        return ARABIC_ORDINALS.index(token.replace(TANWIN, "")) + 1
    counter = _COUNTERS.get(form)
    if token in ARABIC_NAMES:
        return ARABIC_NAMES.index(token) + 1
    if form is Form.LETTER and not token.isascii():
        return value(Counter.ARABIC_ABJAD, _spelled(token)) or 0
    return (value(counter, token) or 0) if counter else 0


@lru_cache(maxsize=1024)
def _is_counted(token: str) -> bool:
    return any(value(counter, _spelled(token)) for counter in _ANY)


def _spelled(token: str) -> str:
    """An Arabic letter as labels count it: the first is often printed without its hamza, the fifth
    without its joining stroke or in its initial form."""
    return _HEH.sub("هـ", token.replace("ا", "أ"))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to count a sub-paragraph's label: the style it would be in, and its number there."""

    style: LabelStyle
    number: int


@lru_cache(maxsize=1024)
def readings(form: Form, token: str, rules: Conventions) -> tuple[Reading, ...]:
    """Every way the label of a sub-paragraph can count, in the language's own styles first.

    (i) is the ninth letter or the first roman numeral; what stands around it decides.
    """
    bracket = form is Form.BRACKET
    own = [style for style in rules.levels[1:] if style.suffix.startswith(".") is not bracket]
    counters = [style.counter for style in own]
    extra = [LabelStyle(c, "(", ")") for c in _ANY if c not in counters]
    token = _spelled(token)
    found = [(style, value(style.counter, token)) for style in (*own, *extra)]
    return tuple(Reading(style, number) for style, number in found if number)


@lru_cache(maxsize=1024)
def counts(token: str) -> frozenset[tuple[Counter, int]]:
    """Every way in which the token of a sub-paragraph's label counts, and its number there."""
    ways = ((counter, value(counter, _spelled(token))) for counter in _ANY)
    return frozenset((counter, number) for counter, number in ways if number)


_ANY = (
    Counter.ALPHA,
    Counter.ROMAN_LOWER,
    Counter.CYRILLIC,
    Counter.ARABIC_ABJAD,
    Counter.HAN,
    Counter.DECIMAL,
)
