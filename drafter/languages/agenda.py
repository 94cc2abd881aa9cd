"""The line of a masthead that names the items of the agenda."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.languages.language import Language
from drafter.model.numbering import count

# a sub-item as English has it, which is also how forms of drafter take it
_SUB_ITEM = re.compile(r"(?P<number>\d+) ?\((?P<letter>[a-z])\)")
_PAIR = 2


def agenda_line(language: Language, items: Sequence[str]) -> str:
    """The items in one line, "Agenda items 15 and 20 (b)"; "20 (b)" is printed as the language has
    it: "20 b)", "20(b)", "20 (ب)". Empty without items."""
    words = language.masthead
    template = words.agenda_item if len(items) == 1 else words.agenda_items
    if len(items) == _PAIR and words.agenda_pair:
        template = words.agenda_pair
    listed = words.listed(_item(language, each) for each in items)
    return template.format(items=listed) if items else ""


def _item(language: Language, item: str) -> str:
    found = _SUB_ITEM.fullmatch(item)
    if found is None:
        return item
    letter = count(language.conventions.levels[1].counter, ord(found["letter"]) - ord("a") + 1)
    return language.masthead.agenda_sub.format(number=found["number"], letter=letter)
