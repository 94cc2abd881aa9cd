"""Texts put together from the pieces resolutions are made of, for laws that must hold of any."""

import re
from pathlib import Path

from hypothesis import strategies as st

from drafter.yamlio import load, read_text

_LATIN = re.compile("[0-9A-Za-z]")
_PIECES = load(read_text(Path(__file__).parent / "pieces.yaml"), source="pieces.yaml").data
CHINESE, ENGLISH = _PIECES["zh"], _PIECES["en"]


def put_together(pieces):
    """The pieces in a row; figures and Latin words that would run into each other stand apart."""
    text = ""
    for piece in pieces:
        runs_on = bool(text) and _LATIN.fullmatch(text[-1]) and _LATIN.match(piece)
        text += f" {piece}" if runs_on else piece
    return text


def _joined(pieces, separators):
    return st.lists(
        st.tuples(st.sampled_from(pieces), st.sampled_from(separators)), max_size=25
    ).map(lambda rows: put_together(part for row in rows for part in row if part))


CHINESE_TEXTS = _joined(CHINESE, ["", "", "", " ", "\n"])
ENGLISH_TEXTS = _joined(ENGLISH, [" ", " ", " ", "  ", ", "])
TEXTS = st.one_of(
    st.tuples(st.just("zh"), CHINESE_TEXTS, CHINESE_TEXTS),
    st.tuples(st.just("en"), ENGLISH_TEXTS, ENGLISH_TEXTS),
)


@st.composite
def edited(draw):
    """A language, a text, and the same text with a piece or two put in, taken out or moved."""
    code, pieces, space = draw(st.sampled_from([("zh", CHINESE, ""), ("en", ENGLISH, " ")]))
    old = draw(st.lists(st.sampled_from(pieces), min_size=3, max_size=25))
    new = list(old)
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.integers(0, len(new) - 1))
        match draw(st.sampled_from(["in", "out", "other", "moved"])):
            case "in":
                new.insert(place, draw(st.sampled_from(pieces)))
            case "out" if len(new) > 1:
                del new[place]
            case "other":
                new[place] = draw(st.sampled_from(pieces))
            case _:
                new.insert(draw(st.integers(0, len(new) - 1)), new.pop(place))
    texts = ([piece + space for piece in side] for side in (old, new))
    return code, *map(put_together, texts)
