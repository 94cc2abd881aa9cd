"""What paragraphs are by their style: the names in files of the United Nations, and Word's own."""

from __future__ import annotations

from drafter.readers.docx.styles import Style

# Names in small letters without spaces and signs. Files made in Geneva add a G ("H1G").
_ROLES = {
    "symbol": "symbol",
    "unitednations": "organization",
    "xlarge": "organ",
    "session": "session",
    "committee": "committee",
    "agendaitemnormal": "agenda",
    "agendatitleh2": "agenda-title",
    "rapporteur": "rapporteur",
    "titlehch": "title",
    "titleh1": "title",
    "titleh2": "title",
    "hm": "title",
    "title": "title",
    "hch": "heading",
    "h1": "heading",
    "h23": "heading",
    "h4": "heading",
    "h56": "heading",
    "singletxt": "text",
    "smalltxt": "text",
    "quote": "text",
    "footnotetext": "text",
    "listparagraph": "text",
    **{f"heading{level}": "heading" for level in range(1, 10)},
}
_SHORTEST_TEXT = 60


def role_of(style: Style) -> str:
    """The role that a style tells, "" if none does: its own, or that of a style it is based on."""
    for name in style.names:
        role = _ROLES.get(name) or _ROLES.get(name.removesuffix("g"))
        if role:
            return role
    return ""


def role_in_text(style: Style, text: str, *, bold: bool) -> str:
    """The role of a paragraph of the body; styles of plain text tell nothing of a short line, which
    many writers use as a heading unless its outline level says text, or of one in bold."""
    role = role_of(style)
    if role != "text":
        return role
    short = len(text) < _SHORTEST_TEXT and not style.shape.text
    return "" if bold or short else role
