"""A pasted list of sponsors: put in order in the language asked for, with what is unclear told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from drafter.languages import (
    Language,
    behalves,
    group_named,
    group_note,
    group_within,
    order_of,
    states,
)
from drafter.messages import say
from drafter.model.sponsors import Sponsor, SponsorList, understood
from drafter.model.states import Standing

_ASIDE = 0xE000  # the first of the characters that stand for "[on behalf of …]" in a list
_UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that was understood: `line` and `names` as a document in the language prints them;
    `groups` on whose behalf, a known group by its key; `told` a sentence for each thing that the
    user should look at."""

    line: str
    names: tuple[str, ...]
    sponsors: SponsorList
    groups: tuple[str, ...]
    told: tuple[str, ...]


def listed(text: str, language: Language) -> Listed:
    """The sponsors that `text` names in any language, in the order and words of `language`."""
    order = order_of(language.code)
    plain, aside, groups = _set_aside(text)
    typed = _marked(understood(plain, states()), aside)
    ordered = typed.ordered(order)
    names = tuple(each.name(language.code) + "*" * each.marked for each in ordered.sponsors)
    line = order.joined(list(names)) if names else ""
    told = (*_told(ordered, language), *_told_of_groups(groups, language))
    return Listed(line, names, ordered, groups, tuple(dict.fromkeys(told)))


def counted(found: Listed) -> str:
    """How many names of the list are what: "Member States: 4 · not known: 1"."""
    kinds = (each.state.standing if each.state else _UNKNOWN for each in found.sponsors.sponsors)
    counts = Counter(kinds)
    return " · ".join(
        say(f"workspace.sponsors-{kind}", count=counts[kind])
        for kind in (*Standing, _UNKNOWN)
        if counts[kind]
    )


def names_in(text: str) -> tuple[str, ...]:
    """The names of a pasted list as they were typed, a mark behind each that had one."""
    plain, aside, _ = _set_aside(text)
    found = understood(plain, states())
    return tuple(each.typed.translate(aside) + "*" * each.marked for each in found.sponsors)


def parted(parts: Iterable[str]) -> tuple[str, ...]:
    """Names that were parted already; a list that was pasted behind them is parted, too."""
    return tuple(name for part in parts for name in (names_in(part) if _is_list(part) else (part,)))


def record(found: Listed, language: Language) -> dict[str, object]:
    """The list as the contract has it."""
    return {
        "format": 1,
        "language": language.code,
        "line": found.line,
        "sponsors": [_row(each, language) for each in found.sponsors.sponsors],
        "unknown": [each.typed for each in found.sponsors.unknown],
        "repeated": [each.typed for each in found.sponsors.repeated],
        "groups": list(found.groups),
        "told": list(found.told),
    }


def _is_list(part: str) -> bool:
    plain, _, _ = _set_aside(part)
    found = understood(plain, states())
    return len(found.sponsors) - len(found.unknown) > 1


def _set_aside(text: str) -> tuple[str, dict[int, str], tuple[str, ...]]:
    """The list with one character for each "[on behalf of …]", what each stands for, and the
    groups."""
    plain, aside, groups, end = "", {}, [], 0
    for sign, found in enumerate(behalves(text), _ASIDE):
        plain += text[end : found.start()] + chr(sign)
        aside[sign] = found[0]
        end = found.end()
        whom = found["within"] or found["plain"]
        group = group_named(whom) or group_within(whom)
        groups.append(group.key if group else whom.strip())
    return plain + text[end:], aside, tuple(dict.fromkeys(groups))


def _marked(found: SponsorList, aside: dict[int, str]) -> SponsorList:
    """The list with a `*` for each "[on behalf of …]" that was set aside, wherever its State was
    named."""
    gone = dict.fromkeys(aside)

    def bare(sponsor: Sponsor) -> Sponsor:
        typed = sponsor.typed.translate(gone).strip()
        return replace(sponsor, typed=typed, marked=sponsor.marked or typed != sponsor.typed)

    repeated = tuple(map(bare, found.repeated))
    again = {each.state for each in repeated if each.marked and each.state}
    sponsors = (
        replace(each, marked=each.marked or each.state in again)
        for each in map(bare, found.sponsors)
        if each.typed
    )
    return SponsorList(tuple(sponsors), repeated)


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


def _told_of_groups(groups: tuple[str, ...], language: Language) -> Iterator[str]:
    for each in groups:
        if group_named(each) is None:
            yield say("workspace.sponsor-group-unknown", group=each)
    if len(groups) > 1:
        yield say("workspace.sponsor-groups", first=group_note(groups[0], language.code))
