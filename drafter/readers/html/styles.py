"""What a page's styles say of an element: hidden, italic, bold, raised; how a list counts.

Only what tells structure is read: rules whose selector is a tag, a class, an id or a tag with a
class. Nothing is fetched: a style sheet that the page only points to says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from drafter.readers.html.tree import Element

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SELECTOR = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?:\.(?P<cls>[\w-]+)|#(?P<id>[\w-]+))?", re.I)
_KAI = re.compile(r"楷|kai(?!\w*gothic)|simkai|stkaiti", re.IGNORECASE)
# what Word keeps beside the text: comments, headers and footers of pages
_OF_WORD = re.compile(r"mso-element:\s*(?:comment|header|footer)", re.IGNORECASE)
_HEAVY = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_UNSEEN = frozenset({"visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text"})
_TAGS: dict[str, dict[str, str]] = {
    **{tag: {"font-style": "italic"} for tag in ("i", "em", "cite", "var", "dfn", "address")},
    **{tag: {"font-weight": "bold"} for tag in ("b", "strong", "th")},
    **{tag: {"font-weight": "bold"} for tag in ("h1", "h2", "h3", "h4", "h5", "h6")},
    **{tag: {"text-decoration": "line-through"} for tag in ("del", "s", "strike")},
    "sup": {"vertical-align": "super"},
    "pre": {"white-space": "pre"},
}
_KNOWN = frozenset({
    "display", "visibility", "font-style", "font-weight", "font-family", "font", "vertical-align",
    "text-decoration", "text-decoration-line", "list-style", "list-style-type",
    "white-space", "mso-hide",
})  # fmt: skip

Sheet = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Look:
    """How text inside an element looks; `lists` is the list-style-type, empty for the element's
    own."""

    hidden: bool = False
    italic: bool = False
    bold: bool = False
    raised: bool = False
    struck: bool = False
    kept: bool = False
    lists: str = ""


def sheet_of(texts: Iterable[str]) -> Sheet:
    """The rules of style elements by selector: "p", ".note", "p.note", "#menu"."""
    rules: dict[str, dict[str, str]] = {}
    for text in texts:
        plain = _COMMENT.sub("", text).replace("<!--", "").replace("-->", "")
        for names, body in _rules(plain):
            found = declarations(body)
            for name in names.split(",") if found else ():
                if _SELECTOR.fullmatch(name.strip()) and name.strip():
                    rules.setdefault(name.strip().lower(), {}).update(found)
    return rules


def _rules(text: str) -> Iterable[tuple[str, str]]:
    """The selectors and bodies of the rules at the top of a sheet; those for a medium are none of
    the screen's for sure."""
    position = 0
    while True:
        start = text.find("{", position)
        end = text.find("}", start)
        if start < 0 or end < 0:
            return
        names = text[position:start].rsplit(";", 1)[-1].strip()
        inner = text.find("{", start + 1, end)
        if names.startswith("@") and inner >= 0:
            position = _after_group(text, start)
            continue
        yield names, text[start + 1 : end]
        position = end + 1


def _after_group(text: str, start: int) -> int:
    depth = 0
    for found in re.finditer(r"[{}]", text[start:]):
        depth += 1 if found[0] == "{" else -1
        if depth == 0:
            return start + found.end()
    return len(text)


def declarations(body: str) -> dict[str, str]:
    """The declarations of a rule or a style attribute that tell anything here."""
    out: dict[str, str] = {}
    for each in body.split(";") if body else ():
        name, _, value = each.partition(":")
        name = name.strip().lower()
        if name in _KNOWN:
            out[name] = value.replace("!important", "").strip().strip("\"'").lower()
    return out


def look_of(element: Element, inherited: Look, sheet: Sheet) -> Look:
    """How text directly in `element` looks, given how text around it does."""
    found = dict(_TAGS.get(element.tag, {}))
    for name in _names(element):
        found.update(sheet.get(name, {}))
    found.update(_attributes(element))
    found.update(declarations(element.get("style")))
    look = replace(inherited, lists="") if element.tag in ("ol", "ul") else inherited
    for name, value in found.items():
        look = _with(look, name, value)
    if _is_hidden(element):
        look = replace(look, hidden=True)
    return look


def _names(element: Element) -> Iterable[str]:
    yield element.tag
    for name in element.classes:
        yield f".{name}"
        yield f"{element.tag}.{name}"
    if element.get("id"):
        yield f"#{element.get('id').lower()}"


def _attributes(element: Element) -> dict[str, str]:
    """What old attributes say, as declarations."""
    face = element.get("face")
    return {"font-family": face} if face else {}


def _is_hidden(element: Element) -> bool:
    attributes = element.attributes
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").strip().lower() == "true"
        or not _UNSEEN.isdisjoint(element.classes)
        or _OF_WORD.search(element.attributes.get("style", "")) is not None
    )


def _with(look: Look, name: str, value: str) -> Look:
    if name == "display":
        return replace(look, hidden=True) if value == "none" else look
    if name == "visibility":
        return replace(look, hidden=value in ("hidden", "collapse"))
    if name == "mso-hide":
        return replace(look, hidden=True) if value == "all" else look
    if name == "font-style":
        return replace(look, italic=value in ("italic", "oblique"))
    if name == "font-weight":
        return replace(look, bold=value in _HEAVY)
    if name in ("font-family", "font"):
        upright = replace(look, italic=False) if name == "font" and "normal" in value else look
        slanted = _KAI.search(value) is not None or (name == "font" and "italic" in value)
        return replace(upright, italic=True) if slanted else upright
    if name == "vertical-align":
        return replace(look, raised=value in ("super", "text-top") or _lifts(value))
    if name.startswith("text-decoration"):
        return replace(look, struck=True) if "line-through" in value else look
    if name == "white-space":
        return replace(look, kept=value in ("pre", "pre-wrap", "pre-line", "break-spaces"))
    return replace(look, lists=value.partition(" ")[0])


def _lifts(value: str) -> bool:
    """Whether a length or share lifts text ("33%", "4pt")."""
    found = re.fullmatch(r"(\d+(?:\.\d+)?)(?:%|pt|px|em|ex|rem)", value)
    return found is not None and float(found[1]) > 0
