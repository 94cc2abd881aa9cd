"""The masthead: which of the lines before the text say what, and which are titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from drafter.languages import Language, canonical
from drafter.model.masthead import Masthead
from drafter.readers.segment.fields import BLANK, acting_organ, with_field
from drafter.readers.segment.findings import Findings
from drafter.readers.segment.labels import SUB_FORMS, Form, lone_label
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.roles import head_role, role_in_body, role_in_head
from drafter.readers.segment.vocabulary import vocabulary

_PIVOTS = (
    "report", "sponsors", "submitted", "draft_heading", "decision_heading", "adopted", "bracket",
    "number", "statement",
)  # fmt: skip
# what says of which type a document is, in the type of a title
_NAMING = ("addendum", "corrigendum", "oral_revisions")
_SHEETS = ("corrigendum", "oral_revisions")  # below these words a sheet begins
_TITLES = ("report", "statement")  # what they say is a title besides
_LONGEST_SESSION = 80
_LOOK_AHEAD = 12
LONGEST_HEAD = 60  # no masthead has more lines


@dataclass(frozen=True, slots=True)
class Head:
    """What stood before the text: the masthead, the titles in order (the report's first), and
    whether it is the head of a report. `label` is the line that says what is submitted, adopted
    or revised; `roles` what each line is."""

    masthead: Masthead
    titles: tuple[Raw, ...]
    is_report: bool
    label: str
    pivot: str
    body: int
    roles: tuple[str, ...] = ()


def head_of(raws: Sequence[Raw], language: Language, findings: Findings) -> Head:
    """Read the masthead at the start of `raws`; `body` is the index where the text begins."""
    body = _body_start(raws, language)
    enacted = body < len(raws) and raws[body].role == "enacting"
    reading = _Reading(_merged(raws[:body], language), language, findings, enacted=enacted)
    return reading.head(body, raws[body].text if enacted else "")


def _body_start(raws: Sequence[Raw], language: Language) -> int:
    """The first line that stands for itself, or the first paragraph that is neither a title nor a
    field; all lines above enacting words belong to the head, however long."""
    marked = (
        i
        for i, raw in enumerate(raws)
        if _acts(raw, language) or (raw.starts_text and not _is_sub_item(raws, i, language))
    )
    first = min(next(marked, len(raws)), LONGEST_HEAD)
    if first < len(raws) and raws[first].role == "enacting":
        return first
    roles = [role_in_head(raw, language) for raw in raws[:first]]
    pivots = [i for i, role in enumerate(roles) if role in _PIVOTS]
    sheets = [i for i, role in enumerate(roles) if role in _SHEETS]
    if sheets and not any(roles[sheets[-1] :][1:]):
        return sheets[-1] + 1
    for index in range(pivots[-1] if pivots else 0, first):
        if not raws[index].title_like and not roles[index]:
            return index
    return first


def _acts(raw: Raw, language: Language) -> bool:
    return role_in_body(raw, language) in ("enacting", "annex")


def _is_sub_item(raws: Sequence[Raw], index: int, language: Language) -> bool:
    """Whether a line that begins with (a) is a sub-item of the agenda: a masthead goes on below."""
    label = raws[index].label
    if label is None or label.form not in SUB_FORMS:
        return False
    roles = [role_in_head(raw, language) for raw in raws[: index + _LOOK_AHEAD]]
    return "agenda" in roles[:index] and any(role in _PIVOTS for role in roles[index + 1 :])


def _merged(raws: Sequence[Raw], language: Language) -> list[Raw]:
    """The lines, two put together where only both say that a resolution was adopted, or who submits
    what."""
    out: list[Raw] = []
    for raw in raws:
        both = f"{out[-1].text}\n{raw.text}" if out else ""
        if out and _belong(out[-1], raw, both, language):
            out[-1] = Raw(both, (*out[-1].lines, *raw.lines))
        else:
            out.append(raw)
    return out


def _belong(before: Raw, raw: Raw, both: str, language: Language) -> bool:
    role, said = head_role(both, language), role_in_head(before, language)
    if _names_officer(canonical(both, language), language):
        # an agenda title before a whole line reads as part of an officer's name in Chinese
        return not said and not _names_officer(canonical(raw.text, language), language)
    if role == "adopted":
        return said in ("", "adopted") and role_in_head(raw, language) in ("", "date")
    listed = role == "sponsors" and not said and before.text.rstrip("* ").endswith((":", "："))
    return listed and len(raw.text) < _LONGEST_SESSION


def _names_officer(words: str, language: Language) -> bool:
    """Whether the words say which officer submits a text after consultations."""
    return any(form.fullmatch(words) for form in vocabulary(language).officer)


class _Reading:
    def __init__(
        self, raws: Sequence[Raw], language: Language, findings: Findings, *, enacted: bool
    ) -> None:
        self._enacted = enacted
        self._raws = raws
        self._language = language
        self._findings = findings
        self._words = [canonical(_printed(raw), language) for raw in raws]
        self._roles = self._told()
        self._lone = next((i for i, words in enumerate(self._words) if lone_label(words)), None)
        self._masthead = Masthead()
        self._titles: list[Raw] = []

    def head(self, body: int, enacting: str) -> Head:
        """The head, `body` the index of the first paragraph after it, `enacting` its words if it is
        the line of the organ that acts."""
        pivot = next((i for i, role in enumerate(self._roles) if role in _PIVOTS), None)
        titles: list[Raw] = []
        for index, role in enumerate(self._roles):
            if role in _TITLES or (not role and self._is_title(index, pivot)):
                titles.append(self._raws[index])
                continue
            if not role:
                self._agenda_title(index)
            self._field(role, self._words[index])
            self._keep(self._words[index])
        self._part_titles()
        organs = [
            w.rstrip("* ")
            for w, role in zip(self._words, self._roles, strict=True)
            if role == "organ"
        ]
        acting = acting_organ(enacting, self._language)
        if acting in organs:
            self._masthead = replace(self._masthead, body=acting)
        oral = self._roles.index("oral_revisions") if "oral_revisions" in self._roles else None
        named = next((self._words[i] for i in (pivot, oral) if i is not None), "")
        kind = self._roles[pivot] if pivot is not None else ""
        roles = tuple(self._roles)
        return Head(self._masthead, tuple(titles), "report" in roles, named, kind, body, roles)

    def _told(self) -> list[str]:
        """The role of each line. Of several that could name who submits, the first does; the line
        before the enacting words is the title even if it speaks of a draft."""
        roles = [self._role(raw) for raw in self._raws]
        self._tell_sessions(roles)
        naming = [i for i, role in enumerate(roles) if role in ("sponsors", "submitted")]
        for index in naming[1:]:
            roles[index] = ""
        last, head = self._words[-1] if roles else "", self._language.masthead
        sure = last in (head.by_president, head.by_chair) or _names_officer(last, self._language)
        if self._enacted and roles and roles[-1] == "submitted" and not sure:
            roles[-1] = ""
        return roles

    def _tell_sessions(self, roles: list[str]) -> None:
        """Lines above the agenda that name a session in words of their own, or its days."""
        words = vocabulary(self._language)
        below = ("agenda", *_PIVOTS)
        last = next((i for i, role in enumerate(roles) if role in below), len(roles))
        for index in range(last if last < len(roles) else 0):
            line = self._words[index]
            if roles[index] or self._raws[index].told or len(line) > _LONGEST_SESSION:
                continue
            if line[:1].isdecimal() and words.date.search(line):
                roles[index] = "dates"
            elif words.sessions.search(line):
                roles[index] = "session"

    def _role(self, raw: Raw) -> str:
        role = role_in_head(raw, self._language)
        return "" if raw.told == "title" and role not in (*_PIVOTS, *_NAMING) else role

    def _is_title(self, index: int, pivot: int | None) -> bool:
        """Whether a line that no words tell is a title: below the line that names who submits, the
        last before the enacting words, or beside a letter that parts several resolutions."""
        if self._raws[index].told in ("title", "heading", "text", "row"):
            return self._raws[index].told in ("title", "heading")
        lone = self._lone
        if pivot is not None or lone is not None:
            return index > pivot if pivot is not None else index >= (lone or 0) - 1
        if not all(self._roles[index + 1 :]):
            return False
        # no item is known where the line of the agenda is a blank, and no title of it follows
        above = self._roles[index - 1] != "agenda" or BLANK in self._words[index - 1]
        return self._enacted or (index > 0 and above)

    def _agenda_title(self, index: int) -> None:
        if "agenda" in self._roles[:index]:
            self._field("agenda-title", self._words[index])
            self._titles.append(self._raws[index])
        else:
            self._findings.add("head-line", self._raws[index].line, words=self._words[index])

    def _part_titles(self) -> None:
        """Agenda titles that stand on lines one after the other: as many as there are items, if
        there are exactly so many lines, or so many that begin with a capital letter."""
        head = self._masthead
        lines = [line for raw in self._titles for line in raw.text.split("\n")]
        starts = [i for i, line in enumerate(lines) if i == 0 or line[:1].isupper()]
        starts = list(range(len(lines))) if len(lines) == len(head.agenda_items) else starts
        if len(head.agenda_titles) < len(head.agenda_items) == len(starts):
            pieces = pairwise([*starts, len(lines)])
            titles = (" ".join(lines[a:b]) for a, b in pieces)
            titles = (canonical(each, self._language).rstrip("* ") for each in titles)
            self._masthead = replace(head, agenda_titles=tuple(titles))

    def _field(self, role: str, words: str) -> None:
        self._masthead = with_field(self._masthead, role, words, self._language)

    def _keep(self, words: str) -> None:
        self._masthead = replace(self._masthead, read=(*self._masthead.read, words))


def _printed(raw: Raw) -> str:
    """The words of a line with the label of a sub-item of the agenda before them."""
    sub = raw.label is not None and raw.label.form in SUB_FORMS
    return f"{raw.label.printed} {raw.text}" if raw.label and sub else raw.text


def lone_letter(raw: Raw) -> bool:
    """Whether the line is a capital letter that heads one of several resolutions under one
    number."""
    found = lone_label(raw.text)
    return found is not None and found.form is Form.LETTER
