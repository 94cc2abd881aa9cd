"""The ids and labels by which a library names the paragraphs of a draft that was never printed.

In a draft an id is only a name that lasts; in a library it says where the paragraph stands.
"""

from __future__ import annotations

from dataclasses import replace

from drafter.languages import language
from drafter.model.places import Places
from drafter.model.tree import Document, Paragraph, Part, child_paths
from drafter.model.view import view


def named_by_place(document: Document) -> Document:
    """`document` with the label that each paragraph prints, and ids such as resolution/op3.

    Labels that were read from a printed text stay as they were read.
    """
    printed = view(document, language(document.language).conventions)
    labels = {each.id: each.label_read or each.label for each in printed.elements}
    root = _part(document.root, document.root.kind.value, labels)
    return replace(document, root=root)


def placed_as_read(document: Document) -> Document:
    """`document` with ids such as resolution/op3 and the labels that were read, no others."""
    return replace(document, root=_part(document.root, document.root.kind.value, {}))


def _part(part: Part, path: str, labels: dict[str, str]) -> Part:
    paths = iter(child_paths(part, path))
    places = Places()
    blocks = tuple(
        _part(block, next(paths), labels)
        if isinstance(block, Part)
        else _paragraph(block, path, places, "", labels)
        for block in part.blocks
    )
    return replace(part, blocks=blocks)


def _paragraph(
    paragraph: Paragraph, path: str, places: Places, parent: str, labels: dict[str, str]
) -> Paragraph:
    labelled = replace(paragraph, label_read=labels.get(paragraph.id, paragraph.label_read))
    place = places.child(parent, labelled) if parent else places.top(labelled)
    children = tuple(_paragraph(c, path, places, place, labels) for c in paragraph.children)
    return replace(labelled, id=f"{path}/{place}", children=children)
