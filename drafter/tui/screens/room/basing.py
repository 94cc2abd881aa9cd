"""The draft and its base: three ways to look at them, and what was dropped."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from drafter.messages import say
from drafter.tui.page import Item
from drafter.tui.present.basing import (
    BASE_ID,
    ROW_HEIGHT,
    base_id,
    base_items,
    dropped_lines,
    gone_after,
    redline_items,
    standing_words,
)
from drafter.tui.present.pages import Margin, flags_of
from drafter.tui.screens.room.comparing import DROPPED
from drafter.tui.screens.room.searching import Searching
from drafter.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from drafter.model.revision import Revision
    from drafter.workspace.basing import Against

T = TypeVar("T")


class Look(Enum):
    """How the draft is looked at: as it is, beside its base, or the base alone."""

    CLEAN = "clean"
    BASE = "base"
    REDLINE = "redline"


_NEXT = {Look.CLEAN: Look.BASE, Look.BASE: Look.REDLINE, Look.REDLINE: Look.CLEAN}


class Basing(Searching):
    """Answers the keys of the base."""

    look = Look.CLEAN
    against: Against | None = None
    _redline: Revision | None = None

    # what is seen

    @property
    def is_based(self) -> bool:
        """Whether the draft has a base."""
        return self.session.document.base is not None

    def ask_base(self, still: Callable[[], bool]) -> None:
        """Ask how the draft stands against its base."""
        session = self.session
        self.page.widen(for_base=self.is_based)
        if not self.is_based:
            self.against, self._redline, self.look = None, None, Look.CLEAN
            return

        def question() -> tuple[Against | None, Revision | None]:
            return session.against_base(), session.redline()

        self.asker.ask("base", question, self._show_base, still)

    def _show_base(self, found: tuple[Against | None, Revision | None]) -> None:
        self.against, self._redline = found
        if self.against is not None:
            self._marks = {each: mark.value for each, mark in self.against.marks.items()}
        self._show_page()
        self.show_bars()
        self.show_dropped()

    def margin_now(self) -> Margin:
        """What stands beside the paragraphs at the moment."""
        gone = gone_after(self.against) if self.against else frozenset()
        return Margin(self._marks, flags_of(self.findings or ()), gone)

    def page_items(self) -> tuple[Item, ...]:
        """The draft, its redline, or its base."""
        language = self.session.language
        if self.against is not None and self.look is Look.BASE:
            return base_items(self.against, language)
        if self.against is not None and self._redline is not None and self.look is Look.REDLINE:
            view, against = self.session.view, self.against
            return redline_items(view, against, self._redline, self.margin, language)
        return super().page_items()

    def base_words(self) -> str:
        """What the draft stands against, how it is looked at, and how many paragraphs stand how."""
        base = self.session.document.base
        if base is None:
            return ""
        counts = standing_words(self.against) if self.against else ""
        symbol = base.symbol or say("tui.base-file")
        return say(f"tui.on-base-{self.look.value}", symbol=symbol, counts=counts).strip()

    def action_view_base(self) -> None:
        """Show the base, the redline, the draft itself, one after the other."""
        if not self.is_based:
            self.tell(say("tui.no-base"))
        elif self.against is None:
            self.tell(say("tui.base-awaited"))
        else:
            self.look_at(_NEXT[self.look])

    def look_at(self, look: Look) -> None:
        """Show the draft this way, the cursor where it was."""
        cursor = self.page.cursor
        if self.against is not None:
            own = base_id(cursor)
            if own and not (look is Look.REDLINE and self._is_dropped(own)):
                cursor = self._here(own)
        self.look = look
        cursor = self.item_of(cursor)
        self.notice = ""
        self._show_page(cursor)
        self.show_bars()
        self.show_side()

    def element_of(self, item: str) -> str:
        """The element of the draft that an item of the page shows, or stands near."""
        own = base_id(item)
        return self._here(own) if own else item

    def item_of(self, element: str) -> str:
        """The item of the page that shows an element of the draft."""
        if self.look is not Look.BASE or self.against is None or base_id(element):
            return element
        backward = {new: old for old, new in self.against.partners.items()}
        return BASE_ID + backward[element] if element in backward else element

    def _is_dropped(self, old: str) -> bool:
        return self.against is not None and old not in self.against.partners

    def _here(self, old: str) -> str:
        """Where a paragraph of the base stands in the draft, or what it was dropped after."""
        if self.against is None:
            return ""
        near = ""
        for element in self.against.base.elements:
            near = self.against.partners.get(element.id, near)
            if element.id == old:
                break
        return near

    # what is done

    @property
    def place(self) -> str | None:
        """The element that something new would come after."""
        own = base_id(self.page.cursor)
        return (self._here(own) or None) if own else super().place

    def no_paragraph(self) -> None:
        """Say that this cannot be done to the line under the cursor."""
        if base_id(self.page.cursor):
            self.tell(say("tui.base-read-only"))
        else:
            super().no_paragraph()

    def did(self, verb: Callable[[], T]) -> T | None:
        """Do it and show the draft: nobody edits what is not seen."""
        if self.look is Look.BASE:
            self.look = Look.CLEAN
        return super().did(verb)

    def take_up(self) -> bool:
        """Bring the paragraph of the base under the cursor back, if it was dropped; whether the
        cursor is on the base at all."""
        own = base_id(self.page.cursor)
        if own and self.against and any(each.base_id == own for each in self.against.dropped):
            self._restore(own)
        elif own:
            self.no_paragraph()
        return bool(own)

    def _restore(self, old: str) -> None:
        if self.did(lambda: self.session.restore(old)):
            self.tell(say("tui.restored"))

    # what was dropped

    def title_of(self, matter: str) -> str:
        """What stands over a matter."""
        if matter == DROPPED:
            return say("tui.dropped-title", count=len(self.against.dropped) if self.against else 0)
        return super().title_of(matter)

    def action_dropped(self) -> None:
        """List what the draft dropped from its base."""
        if not self.is_based:
            self.tell(say("tui.no-base"))
            return
        self.turn_to(DROPPED)
        self.show_dropped()
        self.set_focus(self.query_one("#dropped", RowList))
        self.reach_dropped(self.query_one("#dropped", RowList).index)

    def show_dropped(self) -> None:
        """Show the list of what was dropped."""
        rows, against = self.query_one("#dropped", RowList), self.against
        rows.show(
            len(against.dropped) if against else 0,
            lambda index, columns: dropped_lines(against, index, columns) if against else (),
            row_height=ROW_HEIGHT,
            index=rows.index,
            empty=say("tui.nothing-dropped" if against else "tui.base-awaited"),
        )
        self.show_title()

    def reach_dropped(self, index: int) -> None:
        """The page follows the list."""
        if self.against and index < len(self.against.dropped):
            dropped = self.against.dropped[index]
            in_place = BASE_ID + dropped.base_id
            self.page.move_to(dropped.after if self.look is Look.CLEAN else in_place)

    def bring_back(self, index: int) -> None:
        """Bring a dropped paragraph back."""
        if self.against and index < len(self.against.dropped):
            self._restore(self.against.dropped[index].base_id)
