"""Words as Markdown that shows exactly them (CommonMark 0.31)."""

from __future__ import annotations

import re

from drafter.writers.clean import for_text

# What can begin a span anywhere, tables and strikethrough of the common extensions included.
_ANYWHERE = re.compile(r"([\\`*_\[\]<>#|~&$^!])")
# What begins a list, a heading or a rule at the start of a line.
_BULLET = re.compile(r"([-+=:])")
_COUNTED = re.compile(r"(\d{1,9})([.)])")


def escaped(words: str) -> str:
    """`words` on one line, as they stand inside a paragraph."""
    return _ANYWHERE.sub(r"\\\1", for_text(words))


def at_start(text: str) -> str:
    """Escaped `text` as it stands at the start of a line: no label becomes a list."""
    bare = text.lstrip(" ")
    if _BULLET.match(bare):
        return "\\" + bare
    return _COUNTED.sub(r"\1\\\2", bare, count=1) if _COUNTED.match(bare) else bare


def set_off(words: str, sign: str) -> str:
    """`words` escaped, between `sign`s ("*", "**"): marks and spaces at their ends stay outside, or
    the signs would be none ("left-flanking", "right-flanking")."""
    told = [index for index, character in enumerate(words) if character.isalnum()]
    if not told:
        return escaped(words)
    first, last = told[0], told[-1] + 1
    inner = f"{sign}{escaped(words[first:last])}{sign}"
    return f"{escaped(words[:first])}{inner}{escaped(words[last:])}"


def link(words: str, href: str) -> str:
    """A link that shows `words`, which are Markdown already."""
    target = href.replace("<", "%3C").replace(">", "%3E").replace("\\", "%5C")
    return f"[{words}](<{''.join(target.split())}>)"
