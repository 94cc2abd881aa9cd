"""Where a paragraph came from, what has been proposed for it, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """How far the text had come when it was read; *agreed* means read from an adopted text."""

    DRAFT = "draft"
    COMMITTEE = "committee"
    ADOPTED = "adopted"
    WITHDRAWN = "withdrawn"
    NO_ACTION = "no-action"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Origin:
    """One source of a paragraph; a fused paragraph has several.

    `part` and `place` are those of the contract ("report/draft-1", "op16"); `text` is the plain
    text of the source at the moment it was taken, so that deviations can be computed later without
    the library; `adopted_as` is the symbol the part was later adopted under, if recorded;
    `unchecked` says that nobody has compared the text with the document, nor confirmed it here.
    """

    symbol: str
    part: str
    place: str
    text: str
    clause: str = ""
    stage: Stage = Stage.UNKNOWN
    adopted_as: str = ""
    unchecked: bool = False


class Standing(StrEnum):
    """The state of a paragraph in a negotiation; nothing becomes agreed by inference."""

    OPEN = "open"
    SILENCE = "silence"
    AD_REF = "ad-ref"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True)
class Status:
    """A standing; `until` ends a silence procedure, `round` and `date` say when it was agreed."""

    standing: Standing = Standing.OPEN
    until: str = ""
    round: int = 0
    date: str = ""


class Action(StrEnum):
    """What a proposal asks for."""

    REPLACE = "replace"
    INSERT_AFTER = "insert-after"
    DELETE = "delete"
    ALTERNATIVE = "alternative"
    NEW_PARAGRAPH = "new-paragraph"
    MERGE = "merge"
    MOVE = "move"
    RETAIN = "retain"
    RESERVE = "reserve"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one or more delegations or groups propose for a paragraph.

    `against` is the plain text they proposed it against; `text` the marked text they want;
    `target` the other paragraph of a merge or move.
    """

    by: tuple[str, ...]
    action: Action
    against: str = ""
    text: str = ""
    target: str = ""
    round: int = 0
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that the drafter has looked at and accepts, with the reason."""

    code: str
    reason: str
