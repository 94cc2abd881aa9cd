"""The page of a document: front matter and text through the template of `html/`."""

from __future__ import annotations

import base64

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.blocks.body import body
from drafter.writers.blocks.values import Block
from drafter.writers.bodies import type_row
from drafter.writers.clean import for_xml
from drafter.writers.emblem import emblem
from drafter.writers.front import front
from drafter.writers.html.head import head_lines
from drafter.writers.html.pieces import Pieces
from drafter.writers.html.structure import structure
from drafter.writers.html.style import fingerprint, style
from drafter.writers.layout import layout
from drafter.writers.resources import resource
from drafter.writers.templating import Templates
from drafter.writers.writer import WriteOptions


def html(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    """The document as one page.

    Raises `UnreadableInput` or `InvalidYaml` for a broken template, layout or emblem.
    """
    rules = layout(options.templates)
    kind = (options.as_type or view.document.type).value
    face = front(view, language, options, rules)
    row = type_row(view, language, options, rules)
    written = body(view, row, face)
    first = _first(written.blocks)
    pieces, root, masthead = Pieces(written), view.document.root, view.document.masthead
    right_to_left = language.direction == "rtl"
    sheet, _ = resource("html/page.css", options.templates)
    # as it stands in the page, line ends included: the policy lets in these very characters
    text = for_xml(style(sheet, rules, language.code, face, right_to_left=right_to_left))
    head = head_lines(face, masthead, written.blocks[:first], pieces, root.kind.value)
    values: dict[str, object] = {
        "front": face,
        "head": head,
        "root": structure(view.document, written.blocks[first:], pieces),
        "type": kind,
        "words": rules.type(language.code),
        "heavy": row["rule"] == "thick",
        "language": language.code,
        # Chinese, Russian and Arabic mastheads have these lines in English
        "issue_language": language.masthead.date_language,
        "direction": language.direction,
        "style": text,
        "style_hash": fingerprint(text),
        "emblem": _emblem(options),
    }
    return for_xml(
        Templates(options.templates, options.compiled).fill("html/page.html.j2", values)
    ).encode()


def _first(blocks: tuple[Block, ...]) -> int:
    """Where the text begins: at the first block that prints an element."""
    return next((i for i, each in enumerate(blocks) if each.element is not None), len(blocks))


def _emblem(options: WriteOptions) -> str:
    """The user's own image as data: a page that stands alone points to no file."""
    if not options.emblem:
        return ""
    image = emblem(options.emblem, 1, 1)
    return f"data:image/{image.extension};base64,{base64.b64encode(image.data).decode()}"
