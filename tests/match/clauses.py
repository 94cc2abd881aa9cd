"""Clauses as the library has them, made from plain texts."""

from pathlib import Path

from drafter.library import Clause
from drafter.model.places import clause_id
from drafter.model.provenance import Stage
from drafter.model.text import Text
from drafter.model.tree import Kind
from tests.match.seeds import PARAGRAPHS


def clause(text, number=1, **fields):
    place = fields.pop("place", f"op{number}")
    symbol = fields.pop("symbol", "A/RES/70/1")
    values = {
        "id": clause_id(symbol, f"resolution/{place}"),
        "symbol": symbol,
        "part": "resolution",
        "place": place,
        "label": "",
        "kind": Kind.OPERATIVE,
        "language": "zh",
        "text": Text.of(text),
        "plain": text,
        "opening": "",
        "stage": Stage.ADOPTED,
        "adopted_as": "",
        "session": 70,
        "date": "2015-09-25",
        "topics": (),
        "addressees": (),
        "family": "",
        "note": "",
        "review": "",
        "file": Path("x.yaml"),
    }
    return Clause(**(values | fields))


def clauses(texts, **fields):
    return tuple(clause(text, number, **fields) for number, text in enumerate(texts, 1))


SEEDS = tuple(
    clause(text, symbol=name.split()[0], place=name.split()[1]) for name, text in PARAGRAPHS.items()
)
