"""How a file writes: its direction, its brackets, its white space."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from drafter.readers.pdf.bidi import RIGHT_TO_LEFT

GAP = 0.16  # the distance in ems that parts words where spaces are no characters
_GAP_SPELLED = 0.32
_SPELLED = 15  # at most so many characters a space where spaces are characters


@dataclass(frozen=True, slots=True)
class Hand:
    """How the file writes: whether spaces are characters or mere distances (`spelled`), lines run
    from right to left (`leftward`), brackets in those are the shapes seen (`flipped`)."""

    spelled: bool = True
    leftward: bool = False
    flipped: bool = False

    @property
    def gap(self) -> float:
        """The distance in ems that parts words."""
        return _GAP_SPELLED if self.spelled else GAP


def hand_of(texts: Iterable[str], *, leftward: bool) -> Hand:
    """How a file writes whose runs are `texts`; `leftward` if it says that it is read from right to
    left."""
    letters = spaces = turned = 0
    for text in texts:
        letters += len(text)
        spaces += text.strip().count(" ")
        if not text.isascii():
            turned += len(RIGHT_TO_LEFT.findall(text))
    return Hand(spaces * _SPELLED >= letters, leftward or turned * 2 > letters - spaces)
