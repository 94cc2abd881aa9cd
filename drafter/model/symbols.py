"""United Nations document symbols: read, judged and written in one way.

The structure is that of the Dag Hammarskjöld Library's guide to document symbols:
organ / subsidiary bodies / session or year / series and number / modifiers, and `*` for a reissue.
All language versions of a document share one symbol.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from drafter.model.provenance import Stage
from drafter.model.resolution_numbers import LETTERS, old_number

# Principal organs and the independent series that start with a name of their own.
_ORGANS = (
    "A S E T ST CRC CAT CCPR CEDAW CERD CMW CRPD CED DP TD UNEP UNW ID HRI FCCC ISBA NPT APLC BWC"
    " CCW CCM CD CBD CAC CTOC HS HSP IDB JIU LC PBC ICCD SPLOS PCNICC WSIS CEB"
)
ORGANS = frozenset(_ORGANS.split())
ADOPTED_SERIES = frozenset({"RES", "DEC", "PRST"})
_RECORDS = frozenset({"PV", "SR", ""})
_SERIES_FIRST = ADOPTED_SERIES | {"INF", "BUR", "NGO", "PET"}
_DOTTED = "CRP INF L NGO PET PRST PV R RES DEC SR WP BUR MIN"
_BODIES = "AC C CN CONF GC PC PCN RPM SC Sub WG EA SER"
_MODIFIERS = "Add Amend Corr Rev Summary Excerpt"
_NAMES = {name.upper(): name for name in f"{_DOTTED} {_BODIES} {_MODIFIERS}".split()}
_MODIFIER = re.compile(rf"(?:{'|'.join(_MODIFIERS.split())})(?:\.\d{{1,4}})?")
_SESSION = re.compile(r"\d{1,4}|E?S-\d{1,3}|S?S\.[IVXLC]+")
_SERIES = re.compile(rf"({'|'.join(_DOTTED.split())})\.([0-9A-Z.]*\d[A-Z]?)")
_BODY = re.compile(rf"(?:{'|'.join(_BODIES.split())})\.[0-9A-Z]+|[A-Z][A-Za-z]{{0,9}}")
_NUMBER = re.compile(rf"\d{{1,6}}(?:{LETTERS})?")
_REMARK = re.compile(r"\((?:SUPP|Supp|Vol|Vols|Part|Sect|Introduction|Resumption|Prov|Pro)[^()]*\)")
_STARS = re.compile(r"\*+$")
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol in its parts; `str(symbol)` is its one written form.

    `core` is the symbol without modifiers ("A/C.2/79/L.29"). `session` is a session ("79", "S-13",
    "XXX") or year; `series` the nature of the document ("L", "RES", "PV", empty for a plain
    number); `number` keeps its letters ("247B"). `remark` is a part in parentheses ("Part I").
    """

    core: str
    organ: str
    bodies: tuple[str, ...] = ()
    session: str = ""
    series: str = ""
    number: str = ""
    modifiers: tuple[str, ...] = ()
    remark: str = ""
    stars: int = 0

    def __str__(self) -> str:
        remark = f" ({self.remark})" if self.remark else ""
        return "/".join((self.core, *self.modifiers)) + remark + "*" * self.stars

    @property
    def is_resolution(self) -> bool:
        """Whether this is an adopted resolution."""
        return self.series == "RES"

    @property
    def is_decision(self) -> bool:
        """Whether this is an adopted decision."""
        return self.series == "DEC"


def parse_symbol(text: str) -> Symbol | None:
    """The symbol that `text` is as a whole, or None.

    Width, spaces and the case of the known abbreviations are set right: "a/res/217 (iii)" is
    A/RES/217(III).
    """
    plain, remark, stars = _without_ends(unicodedata.normalize("NFKC", text).strip())
    segments = [_spelled(each) for each in plain.split("/")]
    if len(segments) < 2 or "" in segments or segments[0] not in ORGANS:
        return None
    modifiers: list[str] = []
    while len(segments) > 2 and _MODIFIER.fullmatch(segments[-1]):
        modifiers.insert(0, segments.pop())
    found = _Reading(segments).symbol()
    if found is None:
        return None
    return Symbol(
        "/".join(segments), segments[0], *found, tuple(modifiers), remark, stars
    )  # fmt: skip


def one_form(text: str) -> str:
    """A symbol, or the symbol in a clause id (symbol#place), in its one form; else `text`."""
    symbol, mark, place = text.strip().partition("#")
    return f"{parse_symbol(symbol) or symbol}{mark}{place}"


def stage_of(symbol: Symbol) -> Stage:
    """How far a text with this symbol had come.

    An L. document is a draft, a resolution or decision is adopted. A report (A/79/439/Add.2) may
    be a committee's or anyone's: the document says, the symbol does not.
    """
    if symbol.series == "L":
        return Stage.DRAFT
    return Stage.ADOPTED if symbol.series in ADOPTED_SERIES else Stage.UNKNOWN


def session_of(symbol: str) -> int | None:
    """The regular session that a symbol names; None for a year, a special session or none."""
    parsed = parse_symbol(symbol)
    found = parsed.session if parsed else ""
    return int(found) if found.isdecimal() and len(found) < _YEAR_DIGITS else None


def is_record(text: str) -> bool:
    """Whether `text` is the symbol of a meeting record, or of a report, which says how a text was
    adopted, too."""
    parsed = parse_symbol(text)
    return parsed is not None and parsed.series in _RECORDS


def agrees(symbol: str, stage: Stage) -> bool:
    """Whether a text with this symbol may have this stage: an L. document is never adopted, a
    resolution never anything else."""
    parsed = parse_symbol(symbol)
    told = stage_of(parsed) if parsed else Stage.UNKNOWN
    return told is Stage.UNKNOWN or (told is Stage.ADOPTED) == (stage is Stage.ADOPTED)


def settled_stage(symbol: str, stage: Stage) -> Stage:
    """The stage of a text with this symbol: where they contradict each other, the lower one, so
    that draft language is never presented as agreed."""
    contradicts = stage is Stage.ADOPTED and not agrees(symbol, stage)
    return Stage.DRAFT if contradicts else stage


class _Reading:
    """Reads the segments after the organ, left to right."""

    def __init__(self, segments: list[str]) -> None:
        self._rest = segments[1:]

    def symbol(self) -> tuple[tuple[str, ...], str, str, str] | None:
        """Bodies, session, series and number, or None if the segments are no symbol."""
        bodies = self._bodies()
        series = self._plain_series()
        session = ""
        if len(self._rest) > 1 and _SESSION.fullmatch(self._rest[0]):
            session = self._rest.pop(0)
            series = series or self._plain_series()
        inner = self._bodies() if not series else ()
        number = self._number(series, session)
        if number is None:
            return None
        return (*bodies, *inner), session or number[2], series or number[0], number[1]

    def _bodies(self) -> tuple[str, ...]:
        found: list[str] = []
        while self._rest and self._is_body(self._rest[0]):
            found.append(self._rest.pop(0))
        return tuple(found)

    def _is_body(self, segment: str) -> bool:
        if _SERIES.fullmatch(segment) or segment in _SERIES_FIRST:
            return False
        return _BODY.fullmatch(segment) is not None

    def _plain_series(self) -> str:
        if self._rest and self._rest[0] in _SERIES_FIRST:
            return self._rest.pop(0)
        return ""

    def _number(self, series: str, session: str) -> tuple[str, str, str] | None:
        """Series, number and the session an old number carries."""
        if len(self._rest) != 1:
            return None
        last = self._rest[0]
        dotted = _SERIES.fullmatch(last)
        if dotted and not series:
            return dotted[1], dotted[2], ""
        old = old_number(last)
        if old and series in ADOPTED_SERIES:
            number, letters, old_session = old
            return series, number + letters, old_session
        if series in ADOPTED_SERIES and not session:
            return None
        return (series, last, "") if _NUMBER.fullmatch(last) else None


def _without_ends(text: str) -> tuple[str, str, int]:
    stars = _STARS.search(text)
    if stars:
        text = text[: stars.start()].rstrip()
    remarks = [found for found in _REMARK.finditer(text) if found.end() == len(text)]
    remark = ""
    if remarks:
        remark = remarks[-1][0][1:-1]
        text = text[: remarks[-1].start()]
    return re.sub(r"\s+", "", text), remark, len(stars[0]) if stars else 0


def _spelled(segment: str) -> str:
    """The segment in the case of its abbreviation: "l.5" gives L.5, "REV.1" Rev.1."""
    name, dot, rest = segment.partition(".")
    known = _NAMES.get(name.upper())
    if known and (dot or name.upper() == segment.upper()):
        return known + dot + rest.upper()
    return segment.upper() if segment.islower() else segment
