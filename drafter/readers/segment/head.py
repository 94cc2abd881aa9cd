"""The masthead: which of the lines before the text say what, and which are titles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from drafter.languages import Language, canonical, session_number
from drafter.model.masthead import Masthead
from drafter.model.symbols import parse_symbol
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.labels import Form, lone_label
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import head_role, role_in_body, role_in_head
from drafter.readers.segment.vocabulary import vocabulary

_ITEM = re.compile(r"\d+(?:[^\d,，、]*\([^()\d]*\))*")
_NAMES = re.compile(
    r"\s*[,，、]\s*|\s+(?:and|et|y|и|و)\s+|(?<=[\u4e00-\u9fff])和(?=[\u4e00-\u9fff])"
)
_PIVOTS = (
    "report",
    "sponsors",
    "submitted",
    "draft_heading",
    "decision_heading",
    "adopted",
    "bracket",
)
_STARS = "* "
LONGEST_HEAD = 60  # no masthead has more lines


@dataclass(frozen=True, slots=True)
class Head:
    """What stood before the text: the masthead, the titles in order (the report's first), and
    whether it is the head of a report. `label` is the line that says what is submitted or
    adopted."""

    masthead: Masthead
    titles: tuple[Raw, ...]
    is_report: bool
    label: str
    pivot: str
    body: int


def head_of(raws: Sequence[Raw], language: Language, findings: Findings) -> Head:
    """Read the masthead at the start of `raws`; `body` is the index where the text begins."""
    body = _body_start(raws, language)
    enacted = body < len(raws) and raws[body].role == "enacting"
    reading = _Reading(_merged(raws[:body], language), language, findings, enacted=enacted)
    return reading.head(body)


def _body_start(raws: Sequence[Raw], language: Language) -> int:
    """The first line that stands for itself, or the first paragraph that is neither a title nor a
    field; all lines above enacting words belong to the head, however long."""
    marked = (i for i, raw in enumerate(raws) if raw.starts_text or _acts(raw, language))
    first = min(next(marked, len(raws)), LONGEST_HEAD)
    if first < len(raws) and raws[first].role == "enacting":
        return first
    roles = [role_in_head(raw, language) for raw in raws[:first]]
    pivots = [i for i, role in enumerate(roles) if role in _PIVOTS]
    for index in range(pivots[-1] if pivots else 0, first):
        if not raws[index].title_like and not roles[index]:
            return index
    return first


def _acts(raw: Raw, language: Language) -> bool:
    return role_in_body(raw, language) in ("enacting", "annex", "appendix")


def _merged(raws: Sequence[Raw], language: Language) -> list[Raw]:
    """The lines, two put together where only both say that a resolution was adopted."""
    out: list[Raw] = []
    for raw in raws:
        both = f"{out[-1].text}\n{raw.text}" if out else ""
        open_ended = out and not role_in_head(out[-1], language)
        if open_ended and head_role(both, language) == "adopted":
            out[-1] = Raw(both, (*out[-1].lines, *raw.lines))
        else:
            out.append(raw)
    return out


class _Reading:
    def __init__(
        self, raws: Sequence[Raw], language: Language, findings: Findings, *, enacted: bool
    ) -> None:
        self._enacted = enacted
        self._raws = raws
        self._language = language
        self._findings = findings
        self._words = [canonical(raw.text, language) for raw in raws]
        self._roles = self._told()
        self._lone = next((i for i, words in enumerate(self._words) if lone_label(words)), None)
        self._masthead = Masthead()

    def head(self, body: int) -> Head:
        pivot = next((i for i, role in enumerate(self._roles) if role in _PIVOTS), None)
        titles: list[Raw] = []
        for index, role in enumerate(self._roles):
            if role == "report" or (not role and self._is_title(index, pivot)):
                titles.append(self._raws[index])
                continue
            if not role:
                self._agenda_title(index)
            self._field(role, self._words[index])
            self._keep(self._words[index])
        named = self._words[pivot] if pivot is not None else ""
        kind = self._roles[pivot] if pivot is not None else ""
        return Head(self._masthead, tuple(titles), "report" in self._roles, named, kind, body)

    def _told(self) -> list[str]:
        """The role of each line. Of several that could name who submits, the first does; the line
        before the enacting words is the title even if it speaks of a draft."""
        roles = [self._role(raw) for raw in self._raws]
        naming = [i for i, role in enumerate(roles) if role in ("sponsors", "submitted")]
        for index in naming[1:]:
            roles[index] = ""
        fixed = (self._language.masthead.by_president, self._language.masthead.by_chair)
        if self._enacted and roles and roles[-1] == "submitted" and self._words[-1] not in fixed:
            roles[-1] = ""
        return roles

    def _role(self, raw: Raw) -> str:
        role = role_in_head(raw, self._language)
        return "" if raw.told == "title" and role not in _PIVOTS else role

    def _is_title(self, index: int, pivot: int | None) -> bool:
        """Whether a line that no words tell is a title: below the line that names who submits, the
        last before the enacting words, or beside a letter that parts several resolutions."""
        if self._raws[index].told in ("title", "heading", "text", "row"):
            return self._raws[index].told in ("title", "heading")
        lone = self._lone
        if pivot is not None or lone is not None:
            return index > pivot if pivot is not None else index >= (lone or 0) - 1
        return self._enacted and all(self._roles[index + 1 :])

    def _read_agenda_title(self, words: str) -> Masthead:
        return replace(self._masthead, agenda_titles=(*self._masthead.agenda_titles, words))

    def _agenda_title(self, index: int) -> None:
        if "agenda" in self._roles[:index]:
            self._masthead = self._read_agenda_title(self._words[index].rstrip(_STARS))
        else:
            self._findings.add("head-line", self._raws[index].line, words=self._words[index])

    def _keep(self, words: str) -> None:
        self._masthead = replace(self._masthead, read=(*self._masthead.read, words))

    def _field(self, role: str, words: str) -> None:
        plain = words.rstrip(_STARS)
        change = getattr(self, f"_read_{role.replace('-', '_')}", None) if role else None
        if change is not None:
            self._masthead = change(plain)

    def _read_symbol(self, words: str) -> Masthead:
        symbol = parse_symbol(words)
        return replace(self._masthead, symbol=str(symbol) if symbol else words)

    def _read_session(self, words: str) -> Masthead:
        number = session_number(self._language, words)
        return replace(self._masthead, session=number, session_read=words)

    def _read_agenda(self, words: str) -> Masthead:
        return replace(self._masthead, agenda_items=tuple(_ITEM.findall(words)))

    def _read_distribution(self, words: str) -> Masthead:
        return replace(self._masthead, distribution=words)

    def _read_date(self, words: str) -> Masthead:
        return replace(self._masthead, date=words)

    def _read_organ(self, words: str) -> Masthead:
        return replace(self._masthead, body=words)

    def _read_committee(self, words: str) -> Masthead:
        return replace(self._masthead, committee=words)

    def _read_rapporteur(self, words: str) -> Masthead:
        found = vocabulary(self._language).rapporteur.fullmatch(words)
        return replace(self._masthead, rapporteur=found["name"] if found else words)

    def _read_original(self, words: str) -> Masthead:
        language = re.split(r"[:：]", words)[-1].strip()
        return replace(self._masthead, original_language=language)

    def _read_submitted(self, words: str) -> Masthead:
        return replace(self._masthead, submitters=words)

    _read_draft_heading = _read_decision_heading = _read_submitted

    def _read_sponsors(self, words: str) -> Masthead:
        found = vocabulary(self._language).sponsors.fullmatch(words)
        names = _NAMES.split(found["sponsors"]) if found else []
        return replace(self._masthead, submitters=words, sponsors=tuple(filter(None, names)))

    def _read_adopted(self, words: str) -> Masthead:
        found = vocabulary(self._language).adopted.fullmatch(words)
        groups = found.groupdict() if found else {}
        return replace(
            self._masthead,
            adopted_on=groups.get("date") or "",
            body=self._masthead.body or groups.get("organ") or "",
        )

    def _read_bracket(self, words: str) -> Masthead:
        return replace(self._masthead, bracket_line=words)


def lone_letter(raw: Raw) -> bool:
    """Whether the line is a capital letter that heads one of several resolutions under one
    number."""
    found = lone_label(raw.text)
    return found is not None and found.form is Form.LETTER
