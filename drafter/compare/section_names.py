"""What the sections are called in which paragraphs stand, where their numbers are not enough."""

from __future__ import annotations

from drafter.model.conventions import Conventions
from drafter.model.numbering import value_printed
from drafter.model.tree import Kind
from drafter.model.view import DocumentView

# Sections that may be missing between two: more, and "C." would be the hundredth.
_MISSING = 9
_POINTS = ".．、。 -–"
# A section, and the one inside it: empty for none, None where a heading without a label began one.
_Sections = tuple[str, str | None]


def section_names(view: DocumentView, *, as_read: bool = False) -> dict[str, str]:
    """The section of each paragraph (II, or II.B for one inside), by the paragraph's id, in parts
    where sections begin the numbers of paragraphs again; nothing where none is marked.

    With `as_read` a heading has the label that the file printed, if it printed one.
    """
    restarting = {each.part for each in view.elements if each.section}
    names: dict[str, str] = {}
    above: dict[str, _Sections] = {}
    for each in view.elements:
        if each.part not in restarting:
            continue
        outer, inner = above.get(each.part, ("", ""))
        if each.kind is not Kind.HEADING:
            names[each.id] = "" if inner is None else ".".join(filter(None, (outer, inner)))
        elif each.paragraph is not None:
            label = ((as_read and each.label_read) or each.label).strip(_POINTS)
            nameless = each.paragraph.restarts and not label
            below = (outer, None) if nameless else _below(label, (outer, inner), view.conventions)
            above[each.part] = below
    return {place: name for place, name in names.items() if name}


def _below(label: str, above: _Sections, rules: Conventions) -> _Sections:
    """The section, and the one inside it, below a heading: one without a label begins neither, one
    that does not go on with the count of sections is inside, if it is known what."""
    counter = rules.section.counter
    outer, inner = (value_printed(counter, each) or 0 for each in (above[0], label))
    if outer < inner <= outer + _MISSING:
        return label, ""
    return above if not label or above[1] is None else (above[0], label)
