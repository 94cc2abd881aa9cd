"""The numbers of ordered lists as a browser shows them (HTML Living Standard, "The ol element")."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.model.conventions import Counter
from drafter.model.numbering import count
from drafter.readers.html.tree import Element

_TYPES = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_LETTERS = frozenset({"lower-alpha", "lower-latin", "upper-alpha", "upper-latin"})
_COUNTERS = {
    "lower-roman": (Counter.ROMAN_LOWER, "."),
    "upper-roman": (Counter.ROMAN_UPPER, "."),
    "cjk-ideographic": (Counter.HAN, "、"),
    "simp-chinese-informal": (Counter.HAN, "、"),
    "cjk-decimal": (Counter.HAN, "、"),
}
_UNNUMBERED = frozenset({
    "none", "disc", "circle", "square", "disclosure-open", "disclosure-closed",
})  # fmt: skip
_LARGEST = 3999  # the largest Roman number


@dataclass(slots=True)
class _List:
    style: str
    number: int
    step: int


class Counting:
    """The lists that are open at a place of the page, the innermost last."""

    def __init__(self) -> None:
        self._lists: list[_List] = []

    def enter(self, element: Element) -> None:
        """A list begins."""
        if element.tag != "ol":
            self._lists.append(_List("none", 0, 1))
            return
        step = -1 if "reversed" in element.attributes else 1
        items = [c for c in element.children if isinstance(c, Element) and c.tag == "li"]
        first = _number(element.get("start"))
        if first is None:
            first = len(items) if step < 0 else 1
        style = _TYPES.get(element.get("type"), "decimal")
        self._lists.append(_List(style, first - step, step))

    def leave(self) -> None:
        """The innermost list ends."""
        if self._lists:
            self._lists.pop()

    def item(self, element: Element, styled: str) -> str:
        """The number shown before the next item, empty for none; `styled` is what a style sheet
        says of how the list counts."""
        if not self._lists:
            return ""
        current = self._lists[-1]
        told = _number(element.get("value"))
        current.number = told if told is not None else current.number + current.step
        style = styled or _TYPES.get(element.get("type"), "") or current.style
        return marker(style, current.number)


def marker(style: str, number: int) -> str:
    """`number` as a list of this list-style-type shows it, empty for a bullet or nothing."""
    if style in _UNNUMBERED:
        return ""
    if not 0 < number <= _LARGEST:
        return f"{number}."
    if style in _LETTERS:
        letters = _letters(number)
        return f"{letters.upper() if style.startswith('upper') else letters}."
    counter, suffix = _COUNTERS.get(style, (Counter.DECIMAL, "."))
    return f"{count(counter, number)}{suffix}"


def _letters(number: int) -> str:
    """a … z, then aa, ab: browsers count so, resolutions aa, bb."""
    out = ""
    while number:
        number, rest = divmod(number - 1, 26)
        out = chr(ord("a") + rest) + out
    return out


def _number(text: str) -> int | None:
    plain = text.lstrip("-")
    if not (plain.isascii() and plain.isdigit() and len(plain) < len(str(_LARGEST)) + 1):
        return None
    return int(text) if text in (plain, f"-{plain}") else None
