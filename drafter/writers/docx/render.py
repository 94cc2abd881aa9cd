"""The Word file of a document: front matter and body through the templates of `docx/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.blocks.body import body
from drafter.writers.blocks.values import Run
from drafter.writers.docx.package import packed
from drafter.writers.emblem import Emblem, emblem
from drafter.writers.front import front
from drafter.writers.layout import Layout, layout
from drafter.writers.templating import Templates
from drafter.writers.writer import WriteOptions

# The content types stand first, as the container format asks.
_PARTS = (
    ("[Content_Types].xml", "content_types"),
    ("_rels/.rels", "package_rels"),
    ("docProps/core.xml", "core"),
    ("docProps/app.xml", "app"),
    ("word/document.xml", "document"),
    ("word/_rels/document.xml.rels", "document_rels"),
    ("word/styles.xml", "styles"),
    ("word/numbering.xml", "numbering"),
    ("word/settings.xml", "settings"),
    ("word/footnotes.xml", "footnotes"),
    ("word/header_first.xml", "header_first"),
    ("word/header_even.xml", "header_even"),
    ("word/header_odd.xml", "header_odd"),
    ("word/footer_first.xml", "footer_first"),
    ("word/footer_even.xml", "footer_even"),
    ("word/footer_odd.xml", "footer_odd"),
)


def docx(view: DocumentView, language: Language, options: WriteOptions) -> bytes:
    """The document as a Word file.

    Raises `UnreadableInput` or `InvalidYaml` for a broken template, layout or emblem.
    """
    rules = layout(options.templates)
    kind = rules.kind((options.as_type or view.document.type).value)
    face = front(view, language, options, rules)
    image = _emblem(options, rules)
    text = body(view, kind, face)
    values: dict[str, object] = {
        "front": face,
        "body": text,
        "links": _links(run for block in text.blocks for run in block.runs),
        "note_links": _links(run for note in text.footnotes for run in note.runs),
        "kind": kind,
        "type": rules.type(language.code),
        "layout": rules.values,
        "language": language.code,
        "right_to_left": language.direction == "rtl",
        "emblem": image,
        "draft": options.draft,
        "stamp": options.stamp,
    }
    return packed(_parts(values, Templates(options.templates), image))


def _parts(
    values: Mapping[str, object], templates: Templates, image: Emblem | None
) -> Iterator[tuple[str, bytes]]:
    for name, template in _PARTS:
        yield name, templates.fill(f"docx/{template}.xml.j2", values).encode()
    if values["note_links"]:
        filled = templates.fill("docx/footnotes_rels.xml.j2", values)
        yield "word/_rels/footnotes.xml.rels", filled.encode()
    if image is not None:
        filled = templates.fill("docx/header_first_rels.xml.j2", values)
        yield "word/_rels/header_first.xml.rels", filled.encode()
        yield f"word/media/emblem.{image.extension}", image.data


def _links(runs: Iterable[Run]) -> dict[str, str]:
    """The relation that leads to each address, in the order of the text."""
    cited = dict.fromkeys(run.href for run in runs if run.href)
    return {href: f"rIdLink{number}" for number, href in enumerate(cited, start=1)}


def _emblem(options: WriteOptions, rules: Layout) -> Emblem | None:
    if not options.emblem:
        return None
    box = rules.masthead()
    return emblem(options.emblem, int(box["emblem_width"]), int(box["emblem_height"]))
