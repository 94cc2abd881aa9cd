"""How one language numbers, labels, punctuates and cites: a frozen value filled by `languages`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Counter(StrEnum):
    """How a label counts."""

    DECIMAL = "decimal"
    ALPHA = "alpha"
    ROMAN_LOWER = "roman-lower"
    ROMAN_UPPER = "roman-upper"
    ALPHA_UPPER = "alpha-upper"
    HAN = "han"
    ARABIC_ABJAD = "arabic-abjad"
    ARABIC_ORDINAL = "arabic-ordinal"
    ARABIC_NAMES = "arabic-names"
    ARABIC_MASCULINE = "arabic-masculine"
    CYRILLIC = "cyrillic"


# Words for numbers, which no word processor counts by itself.
SPELLED = frozenset({Counter.ARABIC_ORDINAL, Counter.ARABIC_NAMES, Counter.ARABIC_MASCULINE})


@dataclass(frozen=True, slots=True)
class LabelStyle:
    """`prefix` + count + `suffix`: "(" alpha ")" gives (a); "" decimal "." gives 1."""

    counter: Counter
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Conventions:
    """What the view needs to know of a language.

    `levels` are the label styles of paragraphs and their sub-paragraphs, outermost first;
    `part_words` gives (part kind value, word) and `part_counter` how several of them count;
    `part_space` stands between word and count; `letter_counter` counts lettered parts (A, B);
    `comma` and `stop` are the clause comma and full stop; `ibid` opens a note that repeats the
    work before it (including its own full stop, if any); `title_open`/`title_close` mark titles.
    """

    language: str
    direction: str
    levels: tuple[LabelStyle, ...]
    section: LabelStyle
    part_words: tuple[tuple[str, str], ...]
    part_counter: Counter
    part_space: str
    letter_counter: Counter
    ibid: str
    comma: str
    stop: str
    title_open: str = ""
    title_close: str = ""

    def part_word(self, kind: str) -> str:
        """The word for a kind of part ("附录"), empty where none is printed."""
        return dict(self.part_words).get(kind, "")
