"""A redline holds both texts: whatever was edited, in every language."""

import random
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drafter.readers import ReadOptions, read
from tests.writers.tracked.editing import VERBS, Editing
from tests.writers.tracked.official import LONG, official
from tests.writers.tracked.redlining import check_laws, redlined
from tests.writers.writing_samples import DATA, sample, written

SAMPLES = ("committee-en", "committee-zh", "draft-ar", "plenary-zh", "resolution-en")
TYPES = ("es", "fr", "ru")


@cache
def rendered(name):
    """A Word file of our own making: a draft of the tests, or a text that they read."""
    if name in SAMPLES:
        return written(sample(name))
    path = DATA / "types" / name / "draft_resolution.txt"
    return written(read(path, ReadOptions(language=name)).document)


def file_of(name, folder):
    path = folder / f"{name}.docx"
    if not path.exists():
        path.write_bytes(rendered(name))
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("redlines")


@settings(max_examples=40, deadline=None)
@given(
    name=st.sampled_from((*SAMPLES, *TYPES)),
    chance=st.randoms(use_true_random=False),
    count=st.integers(1, 8),
)
def test_accepting_gives_the_draft_and_rejecting_the_base(name, chance, count, folder):
    red = redlined(file_of(name, folder), lambda document: Editing(document, chance).run(count))
    check_laws(red, folder)


@settings(max_examples=80, deadline=None)
@given(chance=st.randoms(use_true_random=False), count=st.integers(1, 8))
def test_both_laws_hold_where_labels_are_typed_and_links_and_fields_stand(chance, count, folder):
    path = folder / "official.docx"
    if not path.exists():
        notes = ("See A/80/1.", "A/80/52.", "Ibid.")
        path.write_bytes(official(body=LONG, notes=notes))
    red = redlined(path, lambda d: Editing(d, chance, is_free).run(count))
    check_laws(red, folder)


def is_free(paragraph):
    """Neither a row of a table nor beside one: nothing moves into a table, nor out of it."""
    return "annex" not in paragraph.id or paragraph.id.endswith("/1")


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", ["committee-en", "committee-zh"])
def test_each_sort_of_edit_alone_keeps_both_laws(name, verb, folder):
    def edit(document):
        return Editing(document, dice(f"{name} {verb}")).run(3, (verb,))

    check_laws(redlined(file_of(name, folder), edit), folder)


def test_the_same_input_gives_the_same_bytes(folder):
    def made():
        edit = Editing
        return redlined(
            file_of("committee-en", folder), lambda d: edit(d, dice(7)).run(6)
        ).made.data

    assert made() == made()


def test_no_change_gives_the_file_itself(folder):
    path = file_of("committee-zh", folder)
    red = redlined(path, lambda document: document)
    assert red.made.data == path.read_bytes()
    assert (red.made.changes, red.made.left) == (0, ())


def dice(seed):
    return random.Random(seed)  # noqa: S311  no secret
