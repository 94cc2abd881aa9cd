"""What a reader calls a place: "annex, paragraph 46", "operative paragraph 15 (c)"."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.compare.section_names import section_names
from drafter.library.citing import part_words
from drafter.messages import say
from drafter.model.view import DocumentView

_POINTS = ".．。 -–"


def place_name(view: DocumentView, element_id: str) -> str:
    """The name of a paragraph or note; the document where the id names neither."""
    note = view.note(element_id)
    if note is not None:
        return _within(note.part, say("workspace.place-note", number=note.number))
    element = view.element(element_id)
    if element is None:
        return say("workspace.place-document")
    sections = section_names(view)
    label = _label(view, element_id, sections)
    name = say(f"workspace.place-{element.kind.value}", label=label).strip()
    number = sections.get(element_id)
    section = say("workspace.place-section", number=number) if number else ""
    return _within(element.part, section, name)


def _within(part: str, *names: str) -> str:
    return say("library.comma").join((*part_words(part), *filter(None, names)))


def _label(view: DocumentView, element_id: str, sections: Mapping[str, str]) -> str:
    """The labels down to a sub-paragraph (15 (q)), or the ordinal among its like."""
    labels: list[str] = []
    like = 0
    target = view.element(element_id)
    for element in view.elements:
        if target is not None and (element.part, element.kind) == (target.part, target.kind):
            beside = sections.get(element.id) == sections.get(target.id)
            like += element.level == 1 and beside
        labels = [*labels[: element.level - 1], element.label.rstrip(_POINTS)]
        if element.id == element_id:
            break
    return " ".join(label for label in labels if label) or str(like)
