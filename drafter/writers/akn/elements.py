"""Elements of Akoma Ntoso: made, filled with text, and written as the bytes of a file."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring

from drafter.writers.clean import for_xml

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
# In these, white space is text: nothing is laid out inside them.
_RUNNING = frozenset({"p", "num", "heading", "subheading", "crossHeading"})


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element; attributes that are empty are left out, `name_` stands for a Python word."""
    made = Element(tag)
    for name, value in attributes.items():
        if value:
            made.set(name.rstrip("_"), for_xml(value))
    made.extend(children)
    return made


def put(parent: Element, tag: str, **attributes: str) -> Element:
    """A new element at the end of `parent`."""
    made = element(tag, **attributes)
    parent.append(made)
    return made


def say(parent: Element, words: str) -> None:
    """Put words at the end of what stands in `parent`."""
    clean = for_xml(words)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean
    else:
        parent.text = (parent.text or "") + clean


def written(root: Element) -> bytes:
    """The file, structure on lines of its own, running text untouched."""
    root.set("xmlns", NAMESPACE)
    _lay_out(root, "\n")
    return _DECLARATION + tostring(root, encoding="unicode").encode() + b"\n"


def _lay_out(parent: Element, line: str) -> None:
    if parent.tag in _RUNNING or not len(parent):
        return
    inner = f"{line}  "
    parent.text = inner
    for child in parent:
        _lay_out(child, inner)
        child.tail = inner
    parent[-1].tail = line
