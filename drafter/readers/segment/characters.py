"""Small facts about characters that every step of the segmenter asks for."""

from __future__ import annotations

import re

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TAIL = 160
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")
_STOPS = "。．.；;：:！!？?؛؟…"
_COMMAS = "，,،"
_CLOSERS = '”’"»）)]」』'
# what may stand behind the last mark of a sentence: footnote marks
# (three digits behind a digit and a stop are thousands: 33.287)
_TRAILING_MARK = re.compile(
    r"(?!(?<=\d[.,])\d{3}$)"
    rf"(?<=[{re.escape(_STOPS + _COMMAS + _CLOSERS)}])\s*(?:\d{{1,3}}(?:、\d{{1,3}})*|\*{{1,3}})$"
)
# a number behind one of these is what it counts, no footnote mark ("No. 11")
_ABBREVIATED = re.compile(
    r"\b(?:nos?|vols?|paras?|pars?|chaps?|cap|sects?|secc?|arts?|pp?|suppl|n|n[uú]m|p[aá]rrs?|т|п|пп|гл|ст)\.$",
    re.IGNORECASE,
)
_IN_SYMBOL = re.compile(r"[A-Z][!-~]*/[!-~]*\.\d{1,3}$")
_RAISED = re.compile(rf"[{SUPERSCRIPTS}](?:[{SUPERSCRIPTS},，、 ]*[{SUPERSCRIPTS}])?$")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]")


def digits(text: str) -> str:
    """`text` with superscript digits as plain ones."""
    return text.translate(_TO_DIGITS)


def without_trailing_marks(text: str) -> str:
    """The end of `text` without the footnote marks that stand there."""
    text = text[-_TAIL:]
    bare = _RAISED.sub("", text.rstrip()).rstrip()
    plain = _TRAILING_MARK.sub("", bare).rstrip()
    return bare if _ABBREVIATED.search(plain) or _IN_SYMBOL.search(bare) else plain


def ending(text: str) -> str:
    """How `text` ends: "stop" (。；： and the like), "comma", or "" in the middle of a sentence."""
    bare = without_trailing_marks(text).rstrip(_CLOSERS + " ")
    last = bare[-1:]
    if last and last in _STOPS:
        return "stop"
    inside = without_trailing_marks(text)[-1:]
    return "comma" if inside and inside in _COMMAS else ""


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with a full stop, a question or an exclamation mark."""
    return without_trailing_marks(text).rstrip(_CLOSERS + " ")[-1:] in tuple("。．.！!？?؟…")


def ends_open(text: str) -> bool:
    """Whether `text` ends with a colon: what follows belongs to it."""
    return without_trailing_marks(text)[-1:] in tuple("：:")


def han(text: str) -> int:
    """How many Han characters `text` holds."""
    return len(_HAN.findall(text))


def first_token(text: str) -> str:
    """What cannot be broken off the start of `text` at a line end: a word, words with no-break
    spaces between them, or one Han character with the marks that may not begin a line."""
    if not text:
        return ""
    if _HAN.match(text):
        found = re.match(r".[，。、；：！？”’》）)]*", text)
    else:
        found = re.match(r"(?:[^\s\u3000-\u9fff\uff00-\uffef]|(?<=\S)\u00a0(?=\S))+|.", text)
    return found[0] if found else text[:1]
