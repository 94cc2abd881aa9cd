"""Redlines of small documents, and what a browser would make of the page."""

from html.parser import HTMLParser

from drafter.compare import compare_documents
from drafter.compare.revising import revision
from drafter.languages import language
from drafter.model.record_read import document
from drafter.model.view import view
from drafter.writers.redlines.redline import CAPTIONS, Wording, redline
from drafter.yamlio import load
from tests.writers.writing_samples import DATA

LANGUAGES = ("zh", "en", "ar")


def pair(code):
    return tuple(
        document(load(path.read_text(encoding="utf-8"), source=path.name).data)
        for path in (DATA / "redlines" / f"{code}-{which}.draft.yaml" for which in ("old", "new"))
    )


def redlined(old, new, **words):
    """The redline of two documents; what is said of a paragraph is its fate."""
    rules = language(new.language)
    a, b = view(old, rules.conventions), view(new, rules.conventions)
    compared = compare_documents(old, new, rules)
    wording = {
        "old_title": "old",
        "new_title": "new",
        "masthead": tuple(row for row in compared.masthead if row[0] == "symbol"),
        "summary": "3 changed",
        "captions": {name: name for name in CAPTIONS},
        "interface": "en",
        "notice": "notice",
        "told": lambda each: (
            (each.new or each.old).rpartition("/")[2],
            (each.fate.value,) if each.changed else (),
        ),
    }
    found = revision(a, b, compared, rules)
    return redline(found, a, b, rules, Wording(**{**wording, **words}))


class Page(HTMLParser):
    """Collects the texts of the paragraphs of one form of a page.

    `without` is the element that is left out: `del` gives the new text, `ins` the old one.
    """

    def __init__(self, form, without):
        super().__init__(convert_charrefs=True)
        self._form, self._without = form, without
        self._open = []
        self.paragraphs = []
        self.tags = []
        self._text = ""

    def handle_starttag(self, tag, attrs):
        classes = (dict(attrs).get("class") or "").split()
        self.tags.append((tag, dict(attrs)))
        if tag in ("meta", "br", "input"):
            return
        self._open.append((tag, classes))
        if "end" in classes and tag != self._without and self._inside():
            self._close()

    def handle_endtag(self, tag):
        self._open.pop()
        if tag == "p" and self._inside():
            self._close()

    def handle_data(self, data):
        names = [tag for tag, _ in self._open]
        classes = {name for _, each in self._open for name in each}
        left_out = {self._without, "sup"} & set(names) or "end" in classes
        if self._inside() and "words" in classes and not left_out:
            self._text += data

    def _inside(self):
        return any(self._form in classes for _, classes in self._open)

    def _close(self):
        self.paragraphs.append(self._text)
        self._text = ""


def read_page(data, form, without=""):
    page = Page(form, without)
    page.feed(data.decode())
    page.close()
    return page
