"""Random edits of a document, such as drafters make, and the laws that a redline keeps."""

import re
from dataclasses import replace

from drafter.errors import EditRefused
from drafter.model.edits import delete, insert_after, set_text
from drafter.model.moving import move
from drafter.model.note_edits import add_note, remove_note, set_note
from drafter.model.restructure import join, split
from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import Kind, Note, Paragraph

WORDS = {
    "en": ("all relevant", "as appropriate", "Member States", "further", "in 2030", "& <others>"),
    "fr": ("toutes les parties", "selon qu’il convient", "les États Membres", "en 2030"),
    "es": ("todas las partes", "según proceda", "los Estados Miembros", "en 2030"),
    "ru": ("все стороны", "в надлежащих случаях", "государства-члены", "в 2030 году"),
    "zh": ("酌情", "各会员国", "所有有关方面", "在2030年", "进一步"),
    "ar": ("جميع الأطراف", "حسب الاقتضاء", "الدول الأعضاء", "في عام 2030"),
}
RUNNING = (Kind.PREAMBULAR, Kind.OPERATIVE, Kind.REPORT, Kind.PROSE)


class Editing:
    """Edits `document` by the choices of `random`; `usable` says which paragraphs it may touch."""

    def __init__(self, document, random, usable=lambda p: True):
        self.document = document
        self.random = random
        self.usable = usable
        self.fresh = 0

    def run(self, count, verbs=None):
        for _ in range(count):
            verb = self.random.choice(verbs or VERBS)
            try:
                self.document = getattr(self, verb)() or self.document
            except EditRefused:
                continue
        return self.document

    def paragraph(self, *, top=False, running=True):
        found = [
            p
            for _, p in self.document.walk()
            if len(p.text) > 30 and self.usable(p) and (not running or p.kind in RUNNING)
        ]
        if top:
            tops = {p.id for _, part in self.document.parts() for p in part.paragraphs}
            found = [p for p in found if p.id in tops]
        if not found:
            raise EditRefused("edit.no-such-paragraph")
        return self.random.choice(found)

    def word(self):
        return self.random.choice(WORDS[self.document.language])

    def gap(self, text):
        """An offset between two words, away from the ends."""
        plain = text.plain()
        spaced = self.document.language != "zh"
        first = len(text.opening) + 1
        found = [i for i in range(max(first, 3), len(plain) - 4) if not spaced or plain[i] == " "]
        if not found:
            raise EditRefused("edit.no-such-paragraph")
        return self.random.choice(found)

    def put_in_words(self):
        p = self.paragraph(running=False)
        at = self.gap(p.text)
        space = "" if self.document.language == "zh" else " "
        return set_text(self.document, p.id, p.text.replaced(at, at, space + self.word()))

    def take_out_words(self):
        p = self.paragraph(running=False)
        at, to = sorted((self.gap(p.text), self.gap(p.text)))
        return set_text(self.document, p.id, p.text.replaced(at, min(to, at + 40), ""))

    def replace_words(self):
        p = self.paragraph(running=False)
        at, to = sorted((self.gap(p.text), self.gap(p.text)))
        space = "" if self.document.language == "zh" else " "
        new = space + self.word()
        return set_text(self.document, p.id, p.text.replaced(at, min(to, at + 25), new))

    def change_opening(self):
        p = self.paragraph(top=True)
        if not p.text.opening:
            raise EditRefused("edit.no-such-paragraph")
        other = self.paragraph(top=True)
        if other.kind is not p.kind or not other.text.opening:
            raise EditRefused("edit.no-such-paragraph")
        spans = list(p.text.spans)
        spans[0] = Span(other.text.spans[0].text, SpanKind.EMPHASIS)
        return set_text(self.document, p.id, Text.of(*spans))

    def new_paragraph(self):
        p = self.paragraph(top=self.random.random() < 0.7)
        self.fresh += 1
        at = self.gap(p.text)
        space = "" if self.document.language == "zh" else " "
        bare = Text.of(*(s for s in p.text.spans if s.kind is not SpanKind.NOTE))
        words = bare.replaced(at, at, f"{space}{self.word()}{space}{self.word()}")
        new = Paragraph(f"{p.id}x{self.fresh}", p.kind, words, numbered=p.numbered)
        return insert_after(self.document, p.id, new)

    def drop_paragraph(self):
        return delete(self.document, self.paragraph().id)

    def move_paragraph(self):
        p = self.paragraph(top=True)
        if any(not self.usable(each) for each in p.walk()):
            raise EditRefused("edit.no-such-paragraph")
        up = self.random.random() < 0.5
        made = self.document
        for _ in range(self.random.randint(1, 3)):
            tops = [x for _, part in made.parts() for x in part.paragraphs]
            at = next(i for i, x in enumerate(tops) if x.id == p.id)
            beside = tops[at - 1] if up else tops[min(at + 1, len(tops) - 1)]
            if not self.usable(beside) or beside.kind is not p.kind:
                break
            made = move(made, p.id, up=up)
        return made

    def split_paragraph(self):
        p = self.paragraph(top=True)
        # what a half is depends on how it ends: only whole sentences stay what they are
        ends = [found.end() for found in re.finditer(r"[.。;；](?=.{20,})\s?", p.text.plain())]
        if p.children or not p.numbered or not ends:
            raise EditRefused("edit.no-such-paragraph")
        self.fresh += 1
        return split(self.document, p.id, self.random.choice(ends), f"{p.id}y{self.fresh}")

    def join_paragraphs(self):
        p = self.paragraph(top=True)
        tops = [x for _, part in self.document.parts() for x in part.paragraphs]
        at = next(i for i, x in enumerate(tops) if x.id == p.id)
        after = tops[min(at + 1, len(tops) - 1)]
        if p.children or after.children or not self.usable(after):
            raise EditRefused("edit.no-such-paragraph")
        space = "" if self.document.language == "zh" else " "
        return join(self.document, p.id, separator=space)

    def new_note(self):
        p = self.paragraph()
        self.fresh += 1
        key = f"new{self.fresh}"
        stop = "。" if self.document.language == "zh" else "."
        note = Note(key, Text.of(f"{self.word()} {self.fresh}{stop}"))
        return add_note(self.document, p.id, self.gap(p.text), note)

    def drop_note(self):
        if not self.document.notes:
            raise EditRefused("edit.no-such-note")
        return remove_note(self.document, self.random.choice(self.document.notes).id)

    def change_note(self):
        if not self.document.notes:
            raise EditRefused("edit.no-such-note")
        note = self.random.choice(self.document.notes)
        if len(note.text) < 10:
            raise EditRefused("edit.no-such-note")
        at = self.gap(note.text)
        space = "" if self.document.language == "zh" else " "
        text = note.text.replaced(at, at, space + self.word())
        return set_note(self.document, replace(note, text=text))


VERBS = (
    "put_in_words", "take_out_words", "replace_words", "change_opening", "new_paragraph",
    "drop_paragraph", "move_paragraph", "split_paragraph", "join_paragraphs", "new_note",
    "drop_note", "change_note",
)  # fmt: skip
