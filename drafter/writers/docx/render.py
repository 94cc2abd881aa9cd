"""The Word file of a document: front matter and body through the templates of `docx/`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from drafter.errors import UnreadableInput
from drafter.languages import Language
from drafter.model.view import DocumentView
from drafter.writers.blocks.body import body
from drafter.writers.blocks.values import Run
from drafter.writers.bodies import type_row
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
    kind = type_row(view, language, options, rules)
    face = front(view, language, options, rules)
    image = _emblem(options, rules)
    text = body(view, kind, face)
    values: dict[str, object] = {
        "front": face,
        "title_column": rules.title_column(face.running_title),
        "body": text,
        "links": _links(run for block in text.blocks for run in block.runs),
        "note_links": _links(run for note in text.footnotes for run in note.runs),
        "kind": kind,
        "type": rules.type(language.code),
        "layout": rules.values,
        "styles": rules.styles(language.code),
        "language": language.code,
        "between_marks": language.note_marks.between.strip(),
        "right_to_left": language.direction == "rtl",
        "emblem": image,
        "draft": options.draft,
        "stamp": options.stamp,
    }
    return packed(_parts(values, Templates(options.templates, options.compiled), image))


def _parts(
    values: Mapping[str, object], templates: Templates, image: Emblem | None
) -> Iterator[tuple[str, bytes]]:
    parts = list(_PARTS)
    if values["note_links"]:
        parts.append(("word/_rels/footnotes.xml.rels", "footnotes_rels"))
    if image is not None:
        parts.append(("word/_rels/header_first.xml.rels", "header_first_rels"))
    for name, template in parts:
        source = f"docx/{template}.xml.j2"
        data = templates.fill(source, values).encode()
        if templates.is_own:
            _refuse_broken(data, name, source)
        yield name, data
    if image is not None:
        yield f"word/media/emblem.{image.extension}", image.data


def _refuse_broken(data: bytes, part: str, source: str) -> None:
    """Raises `UnreadableInput` where the user's own templates made a part that is no XML: Word
    would only say that the file is damaged."""
    from xml.parsers import expat  # only for those who have templates of their own

    try:
        expat.ParserCreate().Parse(data, True)
    except expat.ExpatError as problem:
        raise UnreadableInput(
            "writing.part-not-xml", place=source, part=part, line=problem.lineno,
            problem=expat.ErrorString(problem.code),
        ) from None  # fmt: skip


def _links(runs: Iterable[Run]) -> dict[str, str]:
    """The relation that leads to each address, in the order of the text."""
    cited = dict.fromkeys(run.href for run in runs if run.href)
    return {href: f"rIdLink{number}" for number, href in enumerate(cited, start=1)}


def _emblem(options: WriteOptions, rules: Layout) -> Emblem | None:
    if not options.emblem:
        return None
    box = rules.masthead()
    return emblem(options.emblem, int(box["emblem_width"]), int(box["emblem_height"]))
