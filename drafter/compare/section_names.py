"""What the sections are called in which paragraphs stand, where their numbers are not enough."""

from __future__ import annotations

from drafter.model.conventions import Conventions
from drafter.model.numbering import value
from drafter.model.tree import Kind
from drafter.model.view import DocumentView

# Sections that may be missing between two: more, and "C." would be the hundredth.
_MISSING = 9
_POINTS = ".．、。 -–"


def section_names(view: DocumentView) -> dict[str, str]:
    """The section of each paragraph (II, or II.B for one inside), by the paragraph's id, in parts
    where sections begin the numbers of paragraphs again; nothing where none is marked."""
    restarting = {each.part for each in view.elements if each.section}
    names: dict[str, str] = {}
    above: dict[str, tuple[str, str]] = {}
    for each in view.elements:
        if each.part not in restarting:
            continue
        if each.kind is Kind.HEADING:
            label = each.label.strip(_POINTS) if each.paragraph else ""
            before = above.get(each.part, ("", ""))
            above[each.part] = _below(label, before, view.conventions)
        else:
            names[each.id] = ".".join(filter(None, above.get(each.part, ())))
    return {place: name for place, name in names.items() if name}


def _below(label: str, above: tuple[str, str], rules: Conventions) -> tuple[str, str]:
    """The section, and the one inside it, below a heading: one without a label begins neither, one
    that does not go on with the count of sections is inside."""
    outer, inner = (value(rules.section.counter, each) or 0 for each in (above[0], label))
    if not label:
        return above
    return (label, "") if outer < inner <= outer + _MISSING else (above[0], label)
