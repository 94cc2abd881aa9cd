"""What of a page is the document, and what belongs to the web site around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.readers.html.tree import Element

SCRIPTS = frozenset({"script", "style"})
_NEVER = frozenset({
    "noscript", "template", "iframe", "object", "applet", "svg", "canvas", "video", "audio",
    "map", "title", "select", "datalist", "textarea", "input", "button", "nav", "dialog",
    "noembed", "noframes", "frameset",
})  # fmt: skip
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog",
    "alert", "menu", "menubar", "toolbar", "tablist", "button", "form", "status",
})  # fmt: skip
_SITE = frozenset({
    "cookie", "cookies", "consent", "gdpr", "breadcrumb", "breadcrumbs", "navbar", "navigation",
    "nav", "menu", "menubar", "submenu", "share", "sharing", "social", "skip", "skiplink",
    "toolbar", "pagination", "pager", "sidebar", "sitemap", "login", "searchbox", "languages",
    "langswitcher", "masthead-site", "site-header", "site-footer",
})  # fmt: skip
_FURNITURE = frozenset({"header", "footer", "aside", "form"})
_NOTES = ("note", "ftn", "fn")
_LINKS = 0.5
_LARGE = 0.4
_MAIN = 0.5
_PROSE = 200


@dataclass(frozen=True, slots=True)
class Shown:
    """`main` holds the document; `site` are the orders of elements that belong to the web page."""

    main: Element
    site: frozenset[int]


def shown_of(root: Element) -> Shown:
    """What of the page is the document."""
    site: set[int] = set()
    inside = 0
    for element in root.elements():
        if element.order <= inside:
            continue
        if element is not root and _is_site(element, root):
            site.add(element.order)
            inside = element.end
    return Shown(_main(root, site), frozenset(site))


def _main(root: Element, site: set[int]) -> Element:
    """The element that the page itself calls its main matter, if most of the text is there."""
    hidden = sum(each.length for each in root.elements() if each.order in site)
    for tag, role in (("main", "main"), ("article", "article")):
        found = [
            each
            for each in root.elements()
            if (each.tag == tag or each.get("role") == role)
            and not any(above.order in site for above in each.up())
            and not any(above.tag == tag for above in each.up() if above is not each)
        ]
        if len(found) == 1 and found[0].length > _MAIN * (root.length - hidden):
            return found[0]
    return root


def _is_site(element: Element, root: Element) -> bool:
    tag = element.tag
    if tag in SCRIPTS or tag in _NEVER:
        return True
    if element.length > _LARGE * root.length and tag not in _FURNITURE:
        return False
    if holds_notes(element):
        return False
    if element.get("role").lower() in _ROLES or not _SITE.isdisjoint(_parts(element)):
        return True
    if tag not in _FURNITURE:
        return False
    inside = any(above.tag in ("main", "article") for above in element.up())
    if tag == "aside":
        return True
    return (not inside or tag == "form") and _is_furniture(element)


def _is_furniture(element: Element) -> bool:
    """Whether a header, a footer or a form holds no text of a document: mostly links, or controls
    only."""
    if element.tag == "form":
        prose = sum(e.length for e in element.elements() if e.tag in ("p", "td", "li", "div"))
        return prose < _PROSE
    linked = element.linked > _LINKS * element.length
    return linked or any(each.tag in ("nav", "form", "button") for each in element.elements())


def holds_notes(element: Element) -> bool:
    """Whether the element is made for footnotes, by its role or class."""
    role = element.get("role").lower()
    named = {*_parts(element), element.get("epub:type").lower()}
    told = any(word.startswith(_NOTES) or word.endswith("notes") for word in named)
    return role.startswith(("doc-footnote", "doc-endnote")) or told


def _parts(element: Element) -> Iterator[str]:
    """The words of its classes and its id."""
    for name in (*element.classes, element.get("id").lower()):
        yield name
        yield from re.split(r"[-_\d]+", name)
