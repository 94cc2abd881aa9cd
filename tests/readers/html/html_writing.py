"""Writes a document as a web page by the conventions of docs/rendering.md."""

from html import escape

from drafter.languages import language
from drafter.model.text import SpanKind
from drafter.model.tree import Kind, Part, child_paths
from drafter.model.view import view
from drafter.readers.segment.roles import head_role


def written(document):
    return _Writing(document).page()


class _Writing:
    def __init__(self, document):
        self.document = document
        self.language = language(document.language)
        self.view = view(document, self.language.conventions)
        self.labels = {e.id: e.label for e in self.view.elements}
        self.headings = {e.part: e.text.plain() for e in self.view.elements if e.paragraph is None}
        self.notes = {n.id: n for n in self.view.notes}

    def page(self):
        document, direction = self.document, self.language.direction
        closing = document.masthead.closing
        ended = closing.split("\n") if closing else []
        lines = [line for line in document.masthead.read if line not in ended]
        head = "".join(map(self.masthead, lines))
        last = "".join(f"<p>{escape(line)}</p>" for line in ended)
        notes = "".join(
            f'<li id="note-{n.id}"><span class="mark">{n.number}</span> {self.text(n.text)}</li>\n'
            for n in self.view.notes
        )
        return (
            f'<!DOCTYPE html>\n<html lang="{document.language}" dir="{direction}">\n<head>\n'
            '<meta charset="utf-8">\n<title>Draft</title>\n<style>ol{list-style:none}</style>\n'
            f'</head>\n<body>\n<article class="un-document {document.type.value}">\n'
            f'<header class="masthead">\n{head}</header>\n'
            f"{self.part(document.root, document.root.kind.value)}"
            + (f'<div class="closing">{last}</div>\n' if last else "")
            + (
                f'<section class="notes" role="doc-endnotes"><ol>\n{notes}</ol></section>'
                if notes
                else ""
            )
            + "</article>\n</body>\n</html>\n"
        )

    def masthead(self, line):
        role = head_role(line, self.language).replace("_", "-") or "agenda-title"
        return f'<p class="{role}">{escape(line)}</p>\n'

    def part(self, part, path):
        out = f'<section class="{part.kind.value}">\n'
        if self.headings.get(path):
            out += f'<h2 class="part-heading">{escape(self.headings[path])}</h2>\n'
        paths = iter(child_paths(part, path))
        for block in part.blocks:
            if isinstance(block, Part):
                out += self.part(block, next(paths))
            else:
                out += self.paragraph(block) + "\n"
        return out + "</section>\n"

    def words(self, block):
        label = self.labels[block.id] or (block.label_read if block.kind is Kind.TITLE else "")
        shown = f'<span class="label">{escape(label)}</span> ' if label else ""
        return shown + self.text(block.text)

    def paragraph(self, block):
        tag = "h3" if block.kind in (Kind.TITLE, Kind.HEADING) else "p"
        if not block.children:
            return f'<{tag} class="{block.kind.value}">{self.words(block)}</{tag}>'
        return (
            f'<div class="{block.kind.value}">\n<p>{self.words(block)}</p>\n'
            f"{self.children(block)}</div>"
        )

    def children(self, block):
        out, listed = "", False
        for child in block.children:
            if child.kind is Kind.CONTINUATION:
                out += "</ol>\n" if listed else ""
                out += f'<p class="continuation">{self.text(child.text)}</p>\n'
                listed = False
                continue
            out += "" if listed else "<ol>\n"
            out += f"<li><p>{self.words(child)}</p>\n{self.children(child)}</li>\n"
            listed = True
        return out + ("</ol>\n" if listed else "")

    def text(self, text):
        out = []
        for span in text.spans:
            if span.kind is SpanKind.NOTE:
                number = self.notes[span.text].number
                out.append(f'<sup class="note"><a href="#note-{span.text}">{number}</a></sup>')
            elif span.kind is SpanKind.EMPHASIS:
                out.append(f"<i>{escape(span.text)}</i>")
            else:
                out.append(escape(span.text))
        return "".join(out)
