"""Every document type in the six languages is placed as a diplomat would place it.

The texts in tests/data/types are composed by hand after the reference on the form of documents; the
outline that each must give stands beside it.
"""

from pathlib import Path

import pytest

from drafter.model.masthead import Masthead
from drafter.model.tree import Document, child_paths
from drafter.readers import ReadOptions, read
from drafter.yamlio import load

FOLDER = Path(__file__).parent.parent / "data" / "types"
TEXTS = sorted(FOLDER.glob("*/*.txt"))
_SHOWN = 32


def outline(document: Document, findings) -> dict:
    """What a golden file holds: the masthead, then a line a paragraph with the ids of its notes,
    part by part."""
    return {
        "type": document.type.value,
        "stage": document.stage,
        "masthead": shown(document.masthead),
        "parts": dict(parts(document.root, document.root.kind.value)),
        "notes": [f"{note.id} {note.mark} {note.text.plain()}" for note in document.notes],
        "findings": [f"{each.code} line {each.place.line}" for each in findings],
    }


def shown(head: Masthead) -> dict:
    fields = {name: getattr(head, name) for name in Masthead.__dataclass_fields__}
    del fields["read"]
    return {
        name: list(value) if isinstance(value, tuple) else str(value)
        for name, value in fields.items()
        if value not in ("", (), None)
    }


def parts(part, path):
    heading = f"{path} = {part.heading_read}" if part.heading_read else path
    own = [line for paragraph in part.paragraphs for line in lines(paragraph, 1)]
    yield heading, own
    for child, child_path in zip(part.parts, child_paths(part, path), strict=True):
        yield from parts(child, child_path)


def lines(paragraph, level):
    text = paragraph.text.plain()
    cut = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 10]} … {text[-7:]}"
    cut += "".join(f" [{note}]" for note in paragraph.text.notes)
    yield " ".join(filter(None, (f"{paragraph.kind.value} {level}", paragraph.label_read, cut)))
    for child in paragraph.children:
        yield from lines(child, level + 1)


def named(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_a_document_has_the_outline_beside_it(path):
    result = read(path, ReadOptions(language=path.parent.name))
    golden = path.with_suffix(".yaml")
    expected = load(golden.read_text(encoding="utf-8"), source=golden.name).data
    assert outline(result.document, result.findings) == expected


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_its_language_is_told_by_itself(path):
    assert read(path).document.language == path.parent.name


@pytest.mark.parametrize("path", TEXTS, ids=named)
def test_no_word_of_it_is_lost(path):
    result = read(path)
    document = result.document
    kept = [*document.masthead.read, *(removed.text for removed in result.removed)]
    kept += [note.mark + note.text.plain() for note in document.notes]
    kept += [part.heading_read for _, part in document.parts()]
    kept += [p.label_read + p.text.plain() for _, p in document.walk()]
    letters = sorted(c for text in kept for c in text if c.isalnum())
    printed = sorted(c for c in path.read_text(encoding="utf-8") if c.isalnum())
    missing = surplus_of(printed, letters)
    # marks stand in the text as marks of their notes
    assert not [c for c in missing if not c.isdecimal()]


def surplus_of(first, second):
    left = list(second)
    out = []
    for each in first:
        if each in left:
            left.remove(each)
        else:
            out.append(each)
    return out
