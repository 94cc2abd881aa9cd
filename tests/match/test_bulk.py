"""Many texts at once are read as each is read by itself."""

import pytest

from drafter.compare.tokens import norms
from drafter.match import bulk
from drafter.match.bulk import Coder


@pytest.mark.parametrize("plane", range(0, 0x3100, 0x100))
def test_every_character_parts_or_joins_tokens_alike(plane):
    made = [f"A{chr(c)}b 1{chr(c)}2 {chr(c)} C{chr(c)}" for c in range(plane, plane + 0x100)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bulk, "_CHUNK", 7)
        coded = Coder().texts(made)
    read = iter(coded.flat.tolist())
    found = [tuple(coded.words[next(read)] for _ in range(each)) for each in coded.lengths]
    assert found == [norms(text) for text in made]
