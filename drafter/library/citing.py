"""How a clause is cited: always as what it was read from, whatever it became later.

"A/70/L.61, annex, para. 46 (draft; later adopted as 71/1)". Only a text read from the resolution
document itself is cited as adopted.
"""

from __future__ import annotations

import re

from drafter.languages import language
from drafter.library.clause import IN_USE, Clause, Retired
from drafter.library.source import Coverage
from drafter.messages import say
from drafter.model.conventions import Conventions, Counter
from drafter.model.findings import Params
from drafter.model.numbering import count, value_printed
from drafter.model.places import AGAIN
from drafter.model.tree import Kind

_SEGMENT = re.compile(r"(?P<word>[a-z]+)(?:-(?P<number>\d+))?")
_NAMED_PARTS = frozenset({"draft", "decision", "declaration", "annex", "appendix", "part"})
_ALWAYS_COUNTED = frozenset({"appendix", "part"})
_PLACE = re.compile(r"(?P<word>pp|op)?(?P<rest>[^.]+)(?P<below>(?:\.[^.]+)*)")
# beyond, a letter counts no sections: C would be the hundredth
_LAST_SECTION = 49
Message = tuple[str, Params]


def citation(clause: Clause) -> Message:
    """The message that cites `clause`, and its fields.

    The words for parts and places come from the catalogue in the interface language of the moment.
    """
    where = [*part_words(clause.part), _section(clause), _place(clause)]
    fields: list[tuple[str, str | int]] = [
        ("symbol", clause.symbol),
        ("where", say("library.comma").join(filter(None, where))),
        ("stage", say(f"library.stage-{clause.stage.value}")),
    ]
    if clause.adopted_as and not clause.symbol.endswith(f"/{clause.adopted_as}"):
        fields.append(("adopted_as", clause.adopted_as))
        cited: Message = ("library.cited-later-adopted", tuple(fields))
    else:
        cited = ("library.cited", tuple(fields))
    return cited if clause.retired == IN_USE else _warned(cited, clause.retired)


def _warned(cited: Message, retired: Retired) -> Message:
    message, fields = cited
    words = ("cited", say(message, **dict(fields)))
    slug = "library.cited-retired-for" if retired.by else "library.cited-retired"
    return slug, (words, ("why", retired.why), ("by", retired.by))


def not_found_here(coverage: Coverage) -> Message:
    """What may be said of a text that is not in the library: never that it was never agreed."""
    sessions = coverage.sessions
    span = f"{sessions[0]}–{sessions[-1]}" if len(sessions) > 1 else "".join(map(str, sessions))
    fields: Params = (
        ("texts", coverage.texts),
        ("sessions", span or "–"),
        ("languages", ", ".join(coverage.languages) or "–"),
        ("besides", _besides(coverage)),
    )
    if not coverage.texts:
        return "library.not-found-empty", fields[-1:]
    return f"library.not-found-here{'' if len(sessions) > 1 else '-one'}", fields


def _besides(coverage: Coverage) -> str:
    """What else is to be said where something is not found: what was not looked into."""
    said = [
        say(f"library.not-found-{what}", count=count)
        for what, count in (("unread", coverage.unread), ("retired", coverage.retired))
        if count
    ]
    return "".join(said)


def part_words(path: str) -> list[str]:
    """The parts of a part path as words, outermost first; the main part needs none."""
    named: list[str] = []
    for segment in path.split("/"):
        found = _SEGMENT.fullmatch(segment)
        if found is None or found["word"] not in _NAMED_PARTS:
            continue
        number = int(found["number"] or 1)
        counted = found["word"] in _ALWAYS_COUNTED or number > 1
        key = f"library.part-{found['word']}" + ("-number" if counted else "")
        named.append(say(key, **_counts(number)))
    return named


def _section(clause: Clause) -> str:
    """The section as the interface language counts sections: 二 is II in English."""
    if not clause.section:
        return ""
    outer, _, inner = clause.section.partition(".")
    rules = language(clause.language).conventions
    number = value_printed(rules.section.counter, outer)
    if number is None or number > _LAST_SECTION:
        return say("library.place-section-named", name=_letter(clause.section, rules))
    slug = "library.place-section" + ("-inside" if inner else "")
    return say(slug, inner=_letter(inner, rules), **_counts(number))


def _letter(label: str, rules: Conventions) -> str:
    number = value_printed(rules.letter_counter, label)
    return count(Counter.ALPHA_UPPER, number) if number else label


def _counts(number: int) -> dict[str, str]:
    """A number as each interface language may want to write it."""
    counters = {
        "number": Counter.DECIMAL,
        "roman": Counter.ROMAN_UPPER,
        "han": Counter.HAN,
        "letter": Counter.ALPHA_UPPER,
    }
    return {name: count(counter, number) for name, counter in counters.items()}


def _place(clause: Clause) -> str:
    place = clause.section_place or clause.place
    again = AGAIN.search(place)
    where = _where(clause, AGAIN.sub("", place))
    return say("library.place-again", where=where, number=again[1]) if again else where


def _where(clause: Clause, place: str) -> str:
    found = _PLACE.fullmatch(place)
    if found is None:
        return place
    word, number = found["word"] or "", found["rest"]
    sub = "".join(f"({step})" for step in found["below"].split(".") if step)
    if clause.kind is Kind.CONTINUATION:
        return say("library.place-after", number=number)
    if number == "chapeau":
        return say("library.place-chapeau")
    if word == "pp":
        return say("library.place-preambular", number=number + sub)
    if word == "op" and not clause.label and not clause.parent:
        return say("library.place-sole")
    if not number[0].isdecimal():
        return place
    return say("library.place-paragraph" + ("-sub" if sub else ""), number=number, sub=sub)
