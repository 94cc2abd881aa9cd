"""A pasted list of sponsors: put in order in the language asked for, with what is unclear told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.languages import Language, order_of, states
from drafter.messages import say
from drafter.model.sponsors import Sponsor, SponsorList, understood
from drafter.model.states import Standing


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that was understood: `line` as a document in the language prints it, `told` a
    sentence for each thing that the user should look at."""

    line: str
    sponsors: SponsorList
    told: tuple[str, ...]


def listed(text: str, language: Language) -> Listed:
    """The sponsors that `text` names in any language, in the order and words of `language`."""
    order = order_of(language.code)
    typed = understood(text, states())
    ordered = typed.ordered(order)
    names = [each.name(language.code) + "*" * each.marked for each in ordered.sponsors]
    line = order.joined(names) if names else ""
    return Listed(line, ordered, tuple(_told(ordered, language)))


def names_in(text: str) -> tuple[str, ...]:
    """The names of a pasted list as they were typed, a mark behind each that had one."""
    found = understood(text, states())
    return tuple(each.typed + "*" * each.marked for each in found.sponsors)


def record(found: Listed, language: Language) -> dict[str, object]:
    """The list as the contract has it."""
    return {
        "format": 1,
        "language": language.code,
        "line": found.line,
        "sponsors": [_row(each, language) for each in found.sponsors.sponsors],
        "unknown": [each.typed for each in found.sponsors.unknown],
        "repeated": [each.typed for each in found.sponsors.repeated],
        "told": list(found.told),
    }


def _row(sponsor: Sponsor, language: Language) -> dict[str, object]:
    state = sponsor.state
    return {
        "typed": sponsor.typed,
        "key": state.key if state else "",
        "name": sponsor.name(language.code),
        "standing": state.standing.value if state else "",
        "former_name": sponsor.former,
        "attested": state is not None and language.code in state.attested,
        "marked": sponsor.marked,
    }


def _told(found: SponsorList, language: Language) -> Iterator[str]:
    named = {each.key: each.name(language.code) for each in states()}
    for sponsor in found.sponsors:
        state = sponsor.state
        if state is None and sponsor.meant:
            yield say("workspace.sponsor-meant", name=sponsor.typed, meant=named[sponsor.meant])
        elif state is None:
            yield say("workspace.sponsor-unknown", name=sponsor.typed)
        elif sponsor.former:
            now = state.name(language.code)
            yield say("workspace.sponsor-former", name=sponsor.typed, now=now)
        if state is not None and state.standing is not Standing.MEMBER:
            yield say("workspace.sponsor-observer", name=state.name(language.code))
    for sponsor in found.repeated:
        yield say("workspace.sponsor-repeated", name=sponsor.typed)
