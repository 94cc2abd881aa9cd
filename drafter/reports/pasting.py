"""Names and votes as people paste them into an event: a line of sponsors, the lists of a recorded
vote out of a record or a press release, in any of the six languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from drafter.errors import InvalidRecord
from drafter.languages import codes, states
from drafter.languages.report_words import report_words
from drafter.model.proceedings_write import COUNT_KEYS, VOTE_KEYS
from drafter.model.sponsors import understood
from drafter.model.strict import Path
from drafter.yamlio.value import Value

_NAMES = ("sponsors", "by", "explanations", "observers")
_LISTS = VOTE_KEYS[:3]
_NOBODY = "nobody"
_DASHES = " .。-–—\n"
_HAN = r"[\u3400-\u9fff]"
_WRAP = re.compile(rf"(?<={_HAN})[ \t]*\n[ \t]*(?={_HAN})")


def unfolded(value: Value, path: Path = ()) -> Value:
    """A record of proceedings with what was pasted as one string taken apart: the names of an
    event into a list, its vote into three. Anything else is left to the strict reading.

    Raises `InvalidRecord` with the path of a string that is no list of names, and no vote.
    """
    if isinstance(value, list):
        return [unfolded(item, (*path, index)) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    if "event" in value:
        return {key: _field(key, item, (*path, key)) for key, item in value.items()}
    return {key: unfolded(item, (*path, key)) for key, item in value.items()}


def vote_of(text: str, path: Path = ()) -> dict[str, Value]:
    """The record of a vote that `text` lists: each heading with the names that follow it. The
    number beside a heading ("In favour (122):") is a count; who was absent is left out.

    Raises `InvalidRecord` for a text without headings, with words before the first one, or with
    two lists below one of them.
    """
    text = _unwrapped(text)
    heads = list(_headings().finditer(text))
    before = text[: heads[0].start()].strip(" *_\n") if heads else text.strip()
    if before:
        raise InvalidRecord("report.no-vote", path=path, words=_short(before))
    record: dict[str, Value] = {}
    counts: dict[str, Value] = {}
    ends = [each.start() for each in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=False):  # no heading, no list
        key = _meanings()[_folded(head["words"])]
        voters: Value = list(_voters(text[head.end() : end]))
        if voters and record.get(key):
            raise InvalidRecord("report.vote-list-twice", path=path, words=head["words"])
        record[key] = record.get(key) or voters  # a blank heading beside a pasted one says nothing
        if head["count"]:
            counts[key] = head["count"]
    lists: dict[str, Value] = {key: record[key] for key in _LISTS if record.get(key)}
    written: dict[str, Value] = {key: counts[key] for key in COUNT_KEYS if key in counts}
    return {**lists, **({"counts": written} if written else {})}


def names_of(text: str) -> tuple[str, ...]:
    """The names in a line of them, as they were typed, those named twice at the end."""
    found = understood(_unwrapped(text).strip().rstrip(".。"), states())
    return tuple(" ".join(each.typed.split()) for each in (*found.sponsors, *found.repeated))


def _unwrapped(text: str) -> str:
    """Without line ends inside of Chinese names: where a mark parts names, they do not."""
    return _WRAP.sub("", text) if "、" in text else text


def _field(key: str, value: Value, path: Path) -> Value:
    if key in _NAMES and isinstance(value, str):
        return _names(value, path)
    if key != "vote":
        return value
    if isinstance(value, str):
        return vote_of(value, path)
    if isinstance(value, dict):
        return {
            name: list(_voters(item)) if name in _LISTS and isinstance(item, str) else item
            for name, item in value.items()
        }
    return value


def _names(value: str, path: Path) -> list[Value]:
    """Several speakers in one string, unless one of them speaks for a group: commas inside of
    brackets part nothing."""
    names = names_of(value)
    torn = next((each for each in names if each.count("(") != each.count(")")), "")
    if torn:
        raise InvalidRecord("report.names-torn", path=path, words=_short(value))
    return list(names)


def _voters(text: str) -> Iterator[str]:
    bare = text.strip().strip(_DASHES)
    if _meanings().get(_folded(bare)) != _NOBODY:
        yield from names_of(bare)


@cache
def _meanings() -> dict[str, str]:
    """What the words over and in a list of a vote mean, whatever the language."""
    pairs = (pair for code in codes() for pair in report_words(code).pasted)
    return {_folded(words): key for key, several in pairs for words in several}


@cache
def _headings() -> re.Pattern[str]:
    words = sorted((w for w, key in _meanings().items() if key != _NOBODY), key=len, reverse=True)
    every = "|".join(re.escape(each).replace(r"\ ", r"\s+").replace("'", "['’]") for each in words)
    return re.compile(
        rf"(?<!\w)(?P<words>{every})[\s*_]*(?:[(（]?(?P<count>\d+)[)）]?[\s*_]*)?(?:[:：]|$)",
        re.IGNORECASE | re.MULTILINE,
    )


def _folded(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= 60 else f"{line[:60]}…"
