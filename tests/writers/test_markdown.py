"""Markdown: what a CommonMark reader shows of it is the text, whatever signs the text holds."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from drafter.model.text import Span, SpanKind, Text
from drafter.model.tree import DocumentType, Kind, Paragraph, Part, PartKind
from drafter.writers.markdown.escaping import at_start, escaped, set_off
from tests.writers import life
from tests.writers.writing_samples import NAMES, draft_of, sample, viewed, written

SIGNS = r"*_`#>-+=|~<>[](){}!&$^:;\/.,'\"1 2a)大会，。é“”é"
TEXT = st.text(st.sampled_from(SIGNS), max_size=60)


def marked(source, **options):
    return written(source, "md", **options).decode()


def reader():
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)


def shown(markdown):
    """The words of each paragraph or heading, in order, footnotes last."""
    out = []
    for token in reader().parse(markdown):
        if token.type == "inline":
            kinds = {"softbreak": " ", "hardbreak": " ", "footnote_ref": ""}
            out.append("".join(kinds.get(c.type, c.content) for c in token.children))
    return out


def squeezed(text):
    return re.sub(r"\s+", "", text)


@given(TEXT)
def test_words_are_shown_as_they_are(words):
    told = shown(f"{at_start(escaped(words))}\n")
    assert squeezed("".join(told)) == squeezed(words)
    types = {token.type for token in reader().parse(f"{at_start(escaped(words))}\n")}
    assert types <= {"paragraph_open", "inline", "paragraph_close"}


@given(TEXT, TEXT, TEXT, st.sampled_from(["*", "**"]))
def test_words_that_are_set_off_are_shown_as_they_are(before, words, after, sign):
    line = at_start(escaped(before) + set_off(words, sign) + escaped(after))
    assert squeezed("".join(shown(line))) == squeezed(before + words + after)


@pytest.mark.parametrize("code", life.CODES)
@pytest.mark.parametrize("variant", sorted(life.VARIANTS))
def test_every_word_of_a_document_is_shown(code, variant):
    view = viewed(life.VARIANTS[variant](code))
    told = [squeezed(line) for line in shown(marked(view.document))]
    for element in view.elements:
        words = squeezed(element.text.plain())
        label = squeezed(element.label) if element.paragraph is not None else ""
        assert any(line.endswith(label + words) for line in told), element.id
    notes = [squeezed(note.text.plain()) for note in view.notes]
    assert [note for note in notes if note not in told] == []


@pytest.mark.parametrize("code", life.CODES)
def test_no_label_becomes_a_list_and_no_line_a_rule(code):
    types = {token.type for token in reader().parse(marked(life.report(code)))}
    assert types.isdisjoint({"ordered_list_open", "bullet_list_open", "hr", "code_block", "fence"})


@pytest.mark.parametrize("code", life.CODES)
def test_every_mark_has_its_note_where_numbers_start_again(code):
    text = marked(life.report(code))
    defined = re.findall(r"^\[\^([^\]]+)\]: ", text, re.MULTILINE)
    assert len(defined) == len(set(defined)) == len(viewed(life.report(code)).notes)
    assert set(re.findall(r"\[\^([^\]]+)\]", text)) == set(defined)


@pytest.mark.parametrize("name", NAMES)
def test_headings_opening_words_and_labels(name):
    text = marked(sample(name))
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert text.endswith("\n")


def test_opening_words_are_emphasised_and_symbols_kept():
    text = marked(draft_of("Notes_this_ * and [that]", symbol="A/C.2/81/L.5"))
    assert r"1\. Notes\_this\_ \* and \[that\]" not in text  # a sole paragraph has no number
    assert r"Notes\_this\_ \* and \[that\]" in text
    row = Paragraph("p", Kind.PREAMBULAR, Text.of(Span("Recalling,", SpanKind.EMPHASIS), "its"))
    emphasised = draft_of()
    root = Part(PartKind.RESOLUTION, (row,))
    document = type(emphasised)(DocumentType.DRAFT_RESOLUTION, "en", root)
    assert "*Recalling*,its" in marked(document)


def test_the_watermark_stands_first():
    assert marked(sample("committee-en"), draft=True).startswith("**DRAFT**\n")


def test_a_cited_symbol_in_emphasised_words_is_emphasised_inside_its_link():
    words = Text.of(Span("Recalling General Assembly resolution 70/1", SpanKind.EMPHASIS))
    root = Part(PartKind.RESOLUTION, (Paragraph("pp1", Kind.PREAMBULAR, words),))
    text = written(replace(draft_of("Decides to meet;"), root=root), "md").decode()
    assert "[*70/1*](<https://docs.un.org/en/A/RES/70/1>)" in text
