"""Tokens as single code points: a text becomes one compact string that compares fast."""

from __future__ import annotations

from collections.abc import Iterable

_FIRST_CODE = 0x4E00
_SURROGATES = range(0xD800, 0xE000)


class Vocabulary:
    """Gives every token its code point, in the order in which they are first met."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._next = _FIRST_CODE

    def learn(self, words: Iterable[str]) -> str:
        """The string of `words`; new words get the next code point."""
        return "".join(self._codes.get(word) or self._new(word) for word in words)

    def read(self, words: Iterable[str]) -> str:
        """The string of `words`; an unknown word is "\\0", which no learnt text holds."""
        return "".join(self._codes.get(word, "\0") for word in words)

    def _new(self, word: str) -> str:
        if self._next in _SURROGATES:
            self._next = _SURROGATES.stop
        code = self._codes[word] = chr(self._next)
        self._next += 1
        return code
