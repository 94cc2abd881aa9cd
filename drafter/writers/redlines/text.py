"""A redline as plain text of 72 columns: `[-gone-]` and `{+come+}`, with a sign in the margin,
and under each paragraph what is said of it.

Brackets alone would be taken for those of a text under negotiation; these marks are the ones that
comparing tools have long used.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from drafter.languages import language
from drafter.languages.wrapping import wrapped
from drafter.model.revision import Fate
from drafter.writers.clean import for_text
from drafter.writers.redlines.values import Block, Line, Redline, Side, Words

WIDTH = 72
MARKS = {Fate.DELETED: ("[-", "-]"), Fate.INSERTED: ("{+", "+}")}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_RULE = "_" * 15


def text(redline: Redline, *, changed_only: bool = False) -> bytes:
    """The redline, or only what changed: name, old text, new text and what is said of it."""
    groups = [*_head(redline)]
    shown = _aloud if changed_only else _inline
    notes = redline.changed_notes if changed_only else redline.notes
    groups += [shown(b, redline) for b in (redline.changed if changed_only else redline.blocks)]
    groups += [[redline.captions["notes"], _RULE]] if notes else []
    groups += [shown(b, redline) for b in notes]
    return ("\n\n".join("\n".join(group) for group in groups if group) + "\n").encode()


def _head(redline: Redline) -> Iterator[list[str]]:
    yield wrapped(for_text(f"{redline.old_title} → {redline.new_title}"), WIDTH)
    yield wrapped(for_text(redline.notice), WIDTH)
    yield wrapped(for_text(redline.summary), WIDTH)
    if redline.masthead:
        lines = (f"{field}: {old or '–'} → {new or '–'}" for field, old, new in redline.masthead)
        rows = [wrapped(for_text(line), WIDTH, first="  ", rest="    ") for line in lines]
        yield [redline.captions["masthead"], *(line for row in rows for line in row)]


def _inline(block: Block, redline: Redline) -> list[str]:
    first = block.lines[0]
    inner = " " * (4 * max(first.level - 1, 0))
    parts = (
        _line(line, _label(*labels, at > 0))
        for at, (line, labels) in enumerate(zip(block.lines, block.labels, strict=True))
    )
    lines = wrapped(
        " ".join(filter(None, parts)), WIDTH, language(redline.language),
        first=f"{block.sign} {inner}", rest=f"  {inner}",
    )  # fmt: skip
    return lines + _said(block.said)


def _label(old: str, new: str, joined: bool) -> str:
    """The label; where paragraphs were renumbered it changes, and where they were fused or split
    that of a later one comes or goes."""
    if old == new or not (joined or (old and new)):
        return for_text(old or new)
    sides = ((old, Fate.DELETED), (new, Fate.INSERTED))
    return "".join(for_text(label).join(MARKS[fate]) for label, fate in sides if label)


def _line(line: Line, label: str) -> str:
    moved_to = line.fate is Fate.MOVED_TO
    words = marked(line.words, kept=Fate.INSERTED if moved_to else Fate.KEPT)
    end = "¶".join(MARKS[line.fate]) if line.fate in MARKS and _is_joined(line) else ""
    return " ".join(filter(None, (label, words, end)))


def _is_joined(line: Line) -> bool:
    """Whether only the mark at the end came or went, so that the words say nothing of it."""
    return any(words.fate is Fate.KEPT for words in line.words)


def marked(words: Iterable[Words], kept: Fate = Fate.KEPT) -> str:
    """The words with marks round what came and went; kept words have the fate `kept`."""
    out = []
    for fate, run in groupby(words, lambda each: kept if each.fate is Fate.KEPT else each.fate):
        inner = "".join(_printed(each) for each in run)
        left, right = MARKS.get(fate, ("", ""))
        out.append(f"{left}{inner}{right}")
    return "".join(out)


def _printed(words: Words) -> str:
    return for_text(words.text).translate(_RAISED) if words.mark else for_text(words.text)


def _aloud(block: Block, redline: Redline) -> list[str]:
    lines = wrapped(for_text(f"{block.sign} {block.place}"), WIDTH)
    for name, sides in (("base", block.base), ("draft", block.draft)):
        for side in sides:
            lines += wrapped(
                f"{redline.captions[name]}: {_one_side(side)}", WIDTH, language(redline.language),
                first="  ", rest="    ",
            )  # fmt: skip
    return lines + _said(block.said)


def _one_side(side: Side) -> str:
    return " ".join(filter(None, (for_text(side.label), marked(side.words))))


def _said(sentences: Iterable[str]) -> list[str]:
    return [
        line
        for each in sentences
        for line in wrapped(f"· {for_text(each)}", WIDTH, first="  ", rest="    ")
    ]
