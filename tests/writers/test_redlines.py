"""Redlines: both texts are in them, and nothing of a text is taken for markup."""

import base64
import hashlib
import os
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.model.edits import delete, insert_after
from drafter.model.text import Text
from drafter.model.tree import Kind, Paragraph
from drafter.writers.redlines.html import PageOptions, html
from drafter.writers.redlines.text import text
from tests.compare.test_revising import drafts, edited
from tests.writers.redlining import LANGUAGES, pair, read_page, redlined
from tests.writers.writing_samples import DATA, draft_of

GOLDEN = DATA / "golden"
ALOUD = PageOptions(changed_only=True)


def _compare(name, data):
    path = GOLDEN / name
    if os.environ.get("DRAFTER_GOLDEN") == "write":
        path.write_bytes(data)
    assert path.read_bytes() == data


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_the_golden_one(code):
    _compare(f"redline-{code}.html", html(redlined(*pair(code)), PageOptions()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_text_with_marks_is_the_golden_one(code):
    _compare(f"redline-{code}.txt", text(redlined(*pair(code))))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_changed_paragraphs_to_read_aloud_are_the_golden_ones(code):
    _compare(f"redline-{code}-aloud.txt", text(redlined(*pair(code)), changed_only=True))


def words_of(document):
    found = [p.text.plain() for _, p in document.walk()]
    marked = {note for _, p in document.walk() for note in p.text.notes}
    return [words for words in found if words], marked


def inline(data, without):
    return [each for each in read_page(data, "inline", without).paragraphs if each]


def without_notes(document):
    """Notes have their own list on the page, after the text."""

    def bare(paragraph):
        return replace(
            paragraph,
            text=Text.of(paragraph.text.plain()),
            children=tuple(bare(child) for child in paragraph.children),
        )

    root = replace(document.root, blocks=tuple(bare(each) for each in document.root.blocks))
    return replace(document, root=root, notes=())


@given(data=st.data())
@settings(max_examples=40)
def test_a_page_without_its_deletions_is_the_new_text_and_without_its_insertions_the_old(data):
    old = data.draw(drafts())
    new = data.draw(edited(old) if data.draw(st.booleans()) else drafts())
    old, new = without_notes(old), without_notes(new)
    page = html(redlined(old, new), PageOptions())
    assert inline(page, "del") == words_of(new)[0]
    assert inline(page, "ins") == words_of(old)[0]


@given(data=st.data())
def test_text_without_its_deletions_is_the_new_text_and_without_its_insertions_the_old(data):
    old = without_notes(data.draw(drafts()))
    new = without_notes(data.draw(edited(old)))
    plain = text(redlined(old, new, masthead=())).decode().partition("3 changed\n")[2]
    rows = [line for line in plain.split("\n") if not line.startswith("  · ")]
    shown = "".join(re.sub(r"^[=≈+−↷ ] ", "", line) for line in rows)
    unlabelled = re.sub(r"[ ]*(?:\(?[0-9a-z]+[).])+ ", "", shown)
    gone, come = re.compile(r"\[-.*?-\]", re.S), re.compile(r"\{\+.*?\+\}", re.S)
    for taken, left, document in ((gone, come, new), (come, gone, old)):
        kept = left.sub(lambda found: found[0][2:-2].replace("¶", ""), taken.sub("", unlabelled))
        expected = "".join(words_of(document)[0])
        assert re.sub(r"[\s0-9.()ab]", "", kept) == re.sub(r"[\s0-9.()ab]", "", expected)


@pytest.mark.parametrize("code", LANGUAGES)
def test_side_by_side_each_text_has_its_column(code):
    page = html(redlined(*pair(code)), PageOptions(side_by_side=True))
    for column, document in zip(("base", "draft"), pair(code), strict=True):
        notes = [note.text.plain() for note in document.notes]
        shown = [each for each in read_page(page, column).paragraphs if each]
        assert sorted(shown) == sorted([*words_of(document)[0], *notes])


def test_what_a_text_says_is_never_markup():
    evil = '</span><script>alert("x")</script><img src=//evil onerror=go> & “<b>”'
    page = html(redlined(draft_of("Notes;"), draft_of(evil)), PageOptions()).decode()
    tags = {tag for tag, _ in read_page(page.encode(), "inline").tags}
    assert tags.isdisjoint({"script", "img", "b", "link", "iframe", "a"})
    assert evil in "".join(inline(page.encode(), "del"))


@pytest.mark.parametrize("options", [PageOptions(), ALOUD])
def test_a_page_may_load_nothing(options):
    page = html(redlined(*pair("en")), options)
    found = read_page(page, "inline")
    (policy,) = (a["content"] for t, a in found.tags if a.get("http-equiv"))
    style = re.search(r"<style>(.*)</style>", page.decode(), re.S)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert not [a for _, a in found.tags if {"src", "href", "style", "onload"} & set(a)]
    assert "url(" not in style


@pytest.mark.parametrize(("options", "form"), [
    (PageOptions(), "as-inline"),
    (PageOptions(side_by_side=True), "as-sides"),
])  # fmt: skip
def test_a_page_opens_with_the_form_asked_for(options, form):
    found = read_page(html(redlined(*pair("zh")), options), "inline")
    assert [a["id"] for _, a in found.tags if "checked" in a] == [form]


def test_a_page_of_changed_paragraphs_has_nothing_else():
    page = html(redlined(*pair("en")), ALOUD).decode()
    assert "Urges" in page
    assert "Safe drinking water" not in page
    assert "<input" not in page


def test_a_moved_paragraph_is_read_aloud_once_with_its_words_before_and_after():
    found = redlined(*pair("zh"))
    moved = [block for block in found.changed if block.sign == "↷"]
    assert [block.place for block in moved] == ["op2.b", "op1"]
    assert [w.text for w in moved[1].base[0].words if not w.mark] == [
        "鼓励", "会员国与邻国分享水文数据；",
    ]  # fmt: skip


def test_fused_and_split_paragraphs_keep_their_labels_on_either_side():
    (fused,) = (b for b in redlined(*pair("en")).blocks if len(b.lines) > 1)
    assert [side.label for side in fused.base] == ["3.", "4."]
    assert [side.label for side in fused.draft] == ["3."]
    (split,) = (b for b in redlined(*pair("zh")).blocks if len(b.lines) > 1)
    assert [side.label for side in split.base] == ["3."]
    assert [side.label for side in split.draft] == ["3.", "4."]


def test_arabic_runs_from_right_to_left():
    page = html(redlined(*pair("ar")), PageOptions()).decode()
    assert '<html lang="en" dir="rtl">' in page
    assert 'lang="ar" dir="rtl"' in page


def test_control_characters_stay_out_of_both_forms():
    found = redlined(draft_of("Notes;"), draft_of("Notes\x1b[31m\x07;"))
    assert b"\x1b" not in html(found, PageOptions())
    assert b"\x1b" not in text(found)


def test_no_line_is_cut_between_a_mark_and_its_words():
    old = draft_of("请" + "各国" * 60 + "；", code="zh")
    new = draft_of("".join(f"请{i}" for i in range(60)) + "；", code="zh")
    for line in text(redlined(old, new)).decode().split("\n"):
        assert not line.endswith(("[-", "{+"))
        assert not line.lstrip().startswith(("-]", "+}"))


def _numbered(*words):
    """A draft as it was imported from a text with these operative paragraphs."""
    blocks = tuple(
        Paragraph(f"resolution/op{n}", Kind.OPERATIVE, Text.of(each), label_read=f"{n}.")
        for n, each in enumerate(words, 1)
    )
    base = draft_of("Notes;")
    return replace(base, root=replace(base.root, blocks=blocks))


def _labels_of_page(old, new):
    page = html(redlined(old, new), PageOptions()).decode().partition('class="form sides"')[0]
    return re.findall(r'<(span|del|ins) class="label">(.*?)<', page)


FOUR = ("Calls upon States to act;", "Requests a report;", "Decides to meet.", "Thanks Peru.")


def test_numbers_that_move_on_past_a_new_paragraph_are_struck_and_their_new_ones_underlined():
    old = _numbered(*FOUR)
    new = insert_after(
        old, "resolution/op1", Paragraph("new", Kind.OPERATIVE, Text.of("Urges all to pay;"))
    )
    plain = text(redlined(old, new, masthead=())).decode()
    assert "= 1. Calls upon" in plain
    assert "+ 2. {+Urges all to pay;+}" in plain
    assert "= [-2.-]{+3.+} Requests" in plain
    assert "= [-4.-]{+5.+} Thanks" in plain
    assert _labels_of_page(old, new) == [
        ("span", "1."), ("span", "2."), ("del", "2."), ("ins", "3."), ("del", "3."), ("ins", "4."),
        ("del", "4."), ("ins", "5."),
    ]  # fmt: skip


def test_numbers_that_move_up_past_a_dropped_paragraph_are_shown_too():
    old = _numbered(*FOUR)
    new = delete(old, "resolution/op2")
    plain = text(redlined(old, new, masthead=())).decode()
    assert "− 2. [-Requests a report;-]" in plain
    assert "= [-3.-]{+2.+} Decides" in plain
    assert _labels_of_page(old, new)[2:] == [
        ("del", "3."), ("ins", "2."), ("del", "4."), ("ins", "3."),
    ]  # fmt: skip


def test_a_moved_paragraph_has_the_number_of_where_it_went():
    old = _numbered(*FOUR)
    new = insert_after(delete(old, "resolution/op2"), "resolution/op4", old.root.blocks[1])
    plain = text(redlined(old, new, masthead=())).decode()
    assert "↷ 2. [-Requests a report;-]" in plain
    assert "↷ 4. {+Requests a report;+}" in plain
