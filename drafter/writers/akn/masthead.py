"""The masthead: the cover page with organ, symbol and date, the preface with session and titles.

Only what is known stands here: a blank is a matter of paper.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from drafter.languages import Language
from drafter.model.masthead import Masthead
from drafter.writers.akn.elements import element, put, say
from drafter.writers.akn.identity import iso_date
from drafter.writers.akn.inline import Inline
from drafter.writers.akn.meta import ADOPTION_DATE, PLENARY_MEETING, SYMBOL
from drafter.writers.front import Front


class MastheadLines:
    """Writes the lines of `face`; `masthead` holds their values."""

    def __init__(self, face: Front, masthead: Masthead, spoken: Language, inline: Inline) -> None:
        self._face = face
        self._masthead = masthead
        self._spoken = spoken
        self._inline = inline

    def cover(self) -> Element | None:
        """The cover page, None if there is nothing to say on it."""
        face = self._face
        box = element("container", name="masthead")
        self._named(box, "organization", face.united_nations)
        self._plain(box, "docAuthority", face.organ)
        if face.symbol:
            say(put(put(box, "p"), "docNumber", refersTo=f"#{SYMBOL}"), face.symbol)
        own = self._spoken.masthead.language_name(self._spoken.code)
        for line in face.issue:
            match line.style:
                case "Publication":
                    self._date(put(box, "p"), line.text)
                case "Distribution":
                    self._named(box, "distribution", line.text)
                case _:
                    version = line.text.casefold() == own.casefold()
                    self._named(
                        box, "languageOfExpression" if version else "originalLanguage", line.text
                    )
        self._named(box, "jobNumber", face.job_number)
        for name in ("unofficial", "consultation", "watermark"):
            words = getattr(face, name)
            if words:
                say(put(put(box, "p"), "docStatus", class_=name), words)
        return element("coverPage", box) if len(box) else None

    def preface(self, titles: list[Element]) -> Element | None:
        """The preface with the paragraphs of the titles in it, None if it were empty."""
        face = self._face
        made = element("preface")
        session = self._masthead.session
        self._plain(made, "docAuthority", face.council)
        self._plain(made, "session", face.session, value=str(session) if session else "")
        self._plain(made, "docCommittee", face.committee)
        self._named(made, "agendaItem", face.agenda_items)
        for title in face.agenda_titles:
            self._named(made, "agendaTitle", title)
        self._named(made, "number", face.resolution)
        self._named(made, "adopted", face.adopted)
        self._named(made, "bracket", face.bracket)
        if self._submits():
            self._sponsors(made, face.sponsors)
        made.extend(titles)
        self._named(made, "documentType", face.heading or face.alone)
        self._plain(made, "docIntroducer", face.rapporteur)
        return made if len(made) else None

    def conclusions(self) -> Element | None:
        """The closing formula: the meeting and the date of adoption."""
        made = element("conclusions")
        for line in self._face.closing:
            row = put(made, "p")
            if iso_date(line, self._spoken):
                self._date(row, line, refersTo=f"#{ADOPTION_DATE}")
            else:
                say(put(row, "event", refersTo=f"#{PLENARY_MEETING}"), line)
        return made if len(made) else None

    def _submits(self) -> bool:
        """Whether it is known who submits the text: what is submitted is the document's name."""
        head = self._masthead
        return bool(head.sponsors or head.submitter or head.submitters or head.predecessor)

    def _sponsors(self, parent: Element, words: str) -> None:
        """The line of those who submit, each sponsor marked where the line lists them."""
        if not words:
            return
        listed = self._masthead.sponsors
        row = put(put(parent, "p"), "inline", name="sponsors" if listed else "submitted")
        for sponsor in listed:
            before, found, after = words.partition(sponsor)
            if found:
                self._inline.line(row, before, self._face.notes)
                say(put(row, "docProponent"), sponsor)
                words = after
        self._inline.line(row, words, self._face.notes)

    def _plain(self, parent: Element, tag: str, words: str, **attributes: str) -> None:
        if words:
            self._inline.line(put(put(parent, "p"), tag, **attributes), words, self._face.notes)

    def _named(self, parent: Element, name: str, words: str) -> None:
        self._plain(parent, "inline", words, name=name)

    def _date(self, row: Element, words: str, **attributes: str) -> None:
        """A date with its value, where the words tell one."""
        date = iso_date(words, self._spoken)
        if date:
            say(put(row, "docDate", date=date, **attributes), words)
        else:
            say(put(row, "inline", name="date", **attributes), words)
