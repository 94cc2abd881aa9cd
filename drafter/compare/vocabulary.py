"""Tokens as single code points: a text becomes one compact string that compares fast."""

from __future__ import annotations

from collections.abc import Iterable

from drafter.compare.tokens import norm, words

# "\0" stays free; the first tokens get the codes below 256, which compare fastest
_FIRST_CODE = 1
_SURROGATES = range(0xD800, 0xE000)


class Vocabulary:
    """Gives every token its code point, in the order in which they are first met."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = _Learning()
        self._as_written = _Written(self._codes)
        self._texts: dict[str, str] = {}

    def learn(self, norms: Iterable[str]) -> str:
        """The string of tokens in their compared form; new ones get the next code point."""
        return "".join(map(self._codes.__getitem__, norms))

    def codes(self, text: str) -> str:
        """The string of the tokens of `text`, learnt; a text met before is not read again."""
        found = self._texts.get(text)
        if found is None:
            found = "".join(map(self._as_written.__getitem__, words(text)))
            self._texts[text] = found
        return found

    def read(self, norms: Iterable[str]) -> str:
        """The string of tokens; an unknown one is "\\0", which no learnt text holds."""
        return "".join(self._codes.get(norm, "\0") for norm in norms)


class _Learning(dict[str, str]):
    """Compared forms of tokens to code points."""

    def __init__(self) -> None:
        super().__init__()
        self._next = _FIRST_CODE

    def __missing__(self, norm: str) -> str:
        if self._next in _SURROGATES:
            self._next = _SURROGATES.stop
        code = self[norm] = chr(self._next)
        self._next += 1
        return code


class _Written(dict[str, str]):
    """Tokens as they are written to the code points of their compared forms."""

    def __init__(self, codes: dict[str, str]) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, word: str) -> str:
        code = self[word] = self._codes[norm(word)]
        return code
