"""The words of a Main Committee's report in one language: `reports/<code>.yaml`, read strictly.

Templates name their fields in braces; one with forms goes by number, as `plurals` says: "one",
"two", "few", else "many". Every language has every template of English.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from drafter.languages.tables import Pairs, Table
from drafter.yamlio import load as load_yaml
from drafter.yamlio import read_text

_FOLDER = Path(__file__).resolve().parent / "reports"
MANY = "many"


@dataclass(frozen=True, slots=True, eq=False)
class ReportWords:
    """The words of a report: equal only to themselves.

    `ordinals` are pairs (pattern of a number, its ending), `plurals` (pattern, form), both taken at
    the first that is found; `small_ordinals` are those that stand in words; `numbers` count parts
    in words. `names` joins names (between, before the last of several, between two), unless a
    pattern of `before_last` finds the last name; `figures` joins days, items and symbols,
    `records` symbols in a note, `meetings` their numbers, `months` months. `day`, `month` and
    `year` build dates listed together. `states` is what stands between and after the States of a
    vote; `pasted` are other words over the lists of a vote and for nobody in them (list, words);
    `articles` (name, article in running text); `session_case` and `committee_case` (pattern,
    replacement) decline, `contractions` join a preposition to the article after it ("des");
    `letters` are those of headings where they are not counted as usual. `again` opens the sentences
    of a meeting already named, in turn; `drafts` are the words for each kind of proposal, `moments`
    and `how` go by the values of the model. `unverified` names the templates that no source
    attests.
    """

    ordinals: Pairs
    small_ordinals: tuple[tuple[int, str], ...]
    plurals: Pairs
    numbers: tuple[tuple[int, str], ...]
    names: tuple[str, ...]
    before_last: Pairs
    months: tuple[str, str]
    day: str
    month: str
    year: str
    states: tuple[str, str]
    articles: Pairs
    session_case: Pairs
    committee_case: Pairs
    contractions: Pairs
    letters: tuple[str, ...]
    again: tuple[str, ...]
    drafts: Mapping[str, Mapping[str, str]]
    moments: Mapping[str, str]
    how: Mapping[str, str]
    texts: Mapping[str, str]
    figures: tuple[str, ...]
    records: tuple[str, ...]
    meetings: tuple[str, ...]
    pasted: tuple[tuple[str, tuple[str, ...]], ...]
    unverified: tuple[str, ...] = field(repr=False)

    def text(self, key: str, count: int = 0) -> str:
        """The template `key`, in the form for `count` where it has forms."""
        if key in self.texts:
            return self.texts[key]
        if not count and f"{key}.none" in self.texts:
            return self.texts[f"{key}.none"]
        form = next((form for pattern, form in self.plurals if re.search(pattern, str(count))), "")
        return self.texts.get(f"{key}.{form}", self.texts[f"{key}.{MANY}"])

    def committee_to(self, name: str) -> str:
        """The name of a committee as that to which something is allocated."""
        return _declined(self.committee_case, name)

    def session_of(self, ordinal: str) -> str:
        """The ordinal of a session as it stands in a sentence."""
        return _declined(self.session_case, ordinal)

    def contracted(self, words: str) -> str:
        """Words put together, with the contractions that the language asks for."""
        return _declined(self.contractions, words)

    def ordinal(self, number: int) -> str:
        """A number as ordinals are written in figures: 21st, 25-м."""
        return str(number) + _first(self.ordinals, str(number))


def _first(pairs: Pairs, words: str) -> str:
    return next((ending for pattern, ending in pairs if re.search(pattern, words)), "")


def _declined(cases: Pairs, words: str) -> str:
    for pattern, declined in cases:
        words = re.sub(pattern, declined, words)
    return words


@cache
def report_words(code: str) -> ReportWords:
    """The words of the language with this code. Raises `InvalidYaml` if its file is at fault."""
    path = _FOLDER / f"{code}.yaml"
    table = Table(load_yaml(read_text(path), source=path.name))
    names = table.words("list")
    figures = table.words("figures_list") or names
    months, last_month = table.words("months_list")
    comma, stop = table.words("states")
    found = ReportWords(
        ordinals=table.pairs("ordinals"),
        small_ordinals=table.numbers("small_ordinals"),
        plurals=table.pairs("plurals"),
        numbers=table.numbers("numbers"),
        names=names,
        before_last=table.pairs("before_last"),
        months=(months, last_month),
        day=table.word("day"),
        month=table.word("month"),
        year=table.word("year"),
        states=(comma, stop),
        articles=tuple((n, article) for article, ns in table.word_lists("articles") for n in ns),
        session_case=table.pairs("session_case"),
        committee_case=table.pairs("committee_case"),
        contractions=table.pairs("contractions"),
        letters=table.words("letters"),
        again=table.words("again"),
        drafts=_drafts(table.table("drafts")),
        moments=MappingProxyType(dict(table.mapping("moments"))),
        how=MappingProxyType(dict(table.mapping("how"))),
        texts=_texts(table.table("texts")),
        figures=figures,
        records=table.words("records_list") or figures,
        meetings=table.words("meetings_list") or figures,
        pasted=table.word_lists("pasted"),
        unverified=table.words("unverified"),
    )
    table.finish()
    return found


def _texts(table: Table) -> Mapping[str, str]:
    found = {
        f"{key}.{form}" if form else key: words
        for key in table.names()
        for form, words in table.forms(key)
    }
    table.finish()
    return MappingProxyType(found)


def _drafts(table: Table) -> Mapping[str, Mapping[str, str]]:
    found = {kind: MappingProxyType(dict(table.mapping(kind))) for kind in table.names()}
    table.finish()
    return MappingProxyType(found)
