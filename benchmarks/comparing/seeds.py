"""Paragraphs of the three seed texts that say nearly the same, years apart, explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reading.measured import SHARED, Measured, skipped, viewed

from drafter.compare import changes
from drafter.languages import language
from drafter.messages import say
from drafter.model.tree import Kind
from drafter.model.view import DocumentView, ElementView
from drafter.readers import read

# the table of un_format.md 6.2: seed, part, place in it
TABLE = (
    ("003 declaration 2", "004 appendix-2 3"), ("004 annex-1 69", "004 appendix-1 2"),
    ("001 draft-1 19", "003 declaration 17"), ("001 draft-1 3", "001 draft-1 14"),
    ("003 declaration 2", "004 appendix-2 8(d)"), ("001 draft-1 2", "003 declaration 6"),
    ("004 annex-1 78", "004 appendix-1 16"), ("004 annex-1 78", "004 appendix-1 15"),
    ("004 appendix-1 7", "004 appendix-1 13"), ("001 draft-1 7", "003 declaration 22"),
    ("001 draft-1 pp10", "004 annex-1 48"), ("001 draft-1 15(e)", "003 declaration 10"),
    ("004 appendix-2 4", "004 appendix-2 8(a)"), ("001 draft-1 13", "004 appendix-2 8(e)"),
    ("003 declaration 11", "004 annex-1 60"), ("001 draft-1 pp10", "003 declaration 15"),
    ("001 draft-1 6", "003 declaration 1"),
)  # fmt: skip
_PLACE = re.compile(r"(?P<pp>pp)?(?P<number>\d+)(?:\((?P<letter>[a-z])\))?")


def seeds(*, shown: bool) -> Iterator[Measured]:
    """Every pair with its differences, if they are to be `shown`."""
    files = {path.name[:3]: path for path in sorted((SHARED / "seeds").glob("*.txt"))}
    if not files:
        yield skipped("the pairs of the seeds", "the seed texts are not here (../shared/seeds)")
        return
    views = {name: viewed(read(path).document) for name, path in files.items()}
    tongue = language("zh")
    lines: list[str] = []
    found = 0
    for one, two in TABLE:
        a, b = _text(views, one), _text(views, two)
        explained = changes(a, b, tongue) if a and b else ()
        found += bool(explained)
        lines += [f"{one} ↔ {two}"]
        lines += [f"    {say(each.message, **dict(each.params))}" for each in explained]
    yield Measured(
        "pairs of the seeds explained (--read N shows how)", f"{found} of {len(TABLE)}",
        f"{len(TABLE)}", found == len(TABLE), tuple(lines) if shown else (),
    )  # fmt: skip


def _text(views: dict[str, DocumentView], where: str) -> str:
    seed, part, place = where.split(" ")
    inside = [each for each in views[seed].elements if each.part.split("/")[-1] == part]
    found = _element(inside, place)
    return found.text.plain() if found else ""


def _element(inside: list[ElementView], place: str) -> ElementView | None:
    wanted = _PLACE.fullmatch(place)
    if wanted is None:
        return None
    if wanted["pp"]:
        preamble = [each for each in inside if each.kind is Kind.PREAMBULAR and each.level == 1]
        return preamble[int(wanted["number"]) - 1]
    path = [wanted["number"], *filter(None, [wanted["letter"]])]
    above: list[str] = []
    for each in inside:
        if each.kind is Kind.HEADING:
            continue
        del above[each.level - 1 :]
        above.append((each.label_read or each.label).strip(".()"))
        if above == path:
            return each
    return None
