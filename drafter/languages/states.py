"""The names of States in six languages, from `states.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from drafter.languages.tables import Table
from drafter.model.states import Collation, FormerName, Order, Right, Standing, State
from drafter.yamlio import load as load_yaml
from drafter.yamlio import read_text

_FILE = Path(__file__).resolve().parent / "states.yaml"


CODES = ("en", "fr", "es", "ru", "zh", "ar")


@dataclass(frozen=True, slots=True)
class _Data:
    states: tuple[State, ...]
    orders: tuple[tuple[str, Order], ...]


def states() -> tuple[State, ...]:
    """All Members in the English order, then the observers."""
    return _data().states


def order_of(code: str) -> Order:
    """The order and the joining words of a list of sponsors in a language."""
    return dict(_data().orders)[code]


@cache
def _data() -> _Data:
    table = Table(load_yaml(read_text(_FILE), source=_FILE.name))
    orders = table.table("orders")
    value = _Data(
        states=tuple(_state(each) for each in table.tables("states")),
        orders=tuple((code, _order(orders.table(code))) for code in orders.names()),
    )
    orders.finish()
    table.finish()
    return value


def _state(table: Table) -> State:
    told = "standing" in table.names()
    value = State(
        key=table.word("key"),
        names=tuple((code, table.word(code)) for code in CODES),
        typed=table.words("typed"),
        former=tuple(_former(each) for each in table.tables("former")),
        attested=table.words("attested"),
        standing=table.name_of("standing", Standing) if told else Standing.MEMBER,
        authority=table.optional("authority"),
        rights=tuple(_right(each) for each in table.tables("rights")),
    )
    table.finish()
    return value


def _former(table: Table) -> FormerName:
    names = tuple((code, table.word(code)) for code in CODES if code in table.names())
    value = FormerName(table.optional("until"), names)
    table.finish()
    return value


def _right(table: Table) -> Right:
    value = Right(table.word("body"), table.optional("since"))
    table.finish()
    return value


def _order(table: Table) -> Order:
    value = Order(
        by=table.word("by"),
        collation=Collation(
            table.word("alphabet"), table.mapping("alike"), table.words("articles")
        ),
        separator=table.word("separator"),
        final=table.word("and"),
        final_before=table.pairs("and_before"),
        attested=table.word("attested"),
    )
    table.finish()
    return value
