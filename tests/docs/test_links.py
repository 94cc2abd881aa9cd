"""Links of the documentation lead somewhere, and what it names is there."""

import re

import pytest

from tests.docs.pages import DOCS, PAGES, ROOT, name, prose

_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PATH = re.compile(
    r"`((?:drafter|templates|clauses|tests|docs|benchmarks|\.ci)/[^`\s<>*{}…]*|Makefile|README\.md)`"
)
_HEADING = re.compile(r"^#+ (.+)$", re.M)


def anchors(page):
    """The anchors of a page's headings, as GitHub makes them."""
    headings = _HEADING.findall(prose(page))
    plain = (re.sub(r"[^\w\- ]", "", heading.lower()) for heading in headings)
    return {words.replace(" ", "-") for words in plain}


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_relative_links_resolve(page):
    for link in _LINK.findall(prose(page)):
        if "://" in link:
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.is_relative_to(ROOT) and target.exists(), link
        if anchor:
            assert anchor in anchors(target), link


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_paths_that_are_named_exist(page):
    for path in _PATH.findall(prose(page)):
        assert (ROOT / path).exists(), path


def test_every_page_can_be_reached_from_the_readme():
    found, new = set(), {ROOT / "README.md"}
    while new:
        found |= new
        links = {
            (page.parent / link.partition("#")[0]).resolve()
            for page in new
            for link in _LINK.findall(prose(page))
            if ".md" in link and "://" not in link
        }
        new = {page for page in links if page.is_relative_to(DOCS)} - found
    lost = {name(page) for page in PAGES if "decisions" not in page.parts} - set(map(name, found))
    assert not lost
