"""The pieces of sentences: names in a row, ordinals, dates listed together, votes counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from drafter.languages import Language, behalves, order_of, ordinal, states
from drafter.languages.report_words import ReportWords
from drafter.model.proceedings import Speaker, Vote
from drafter.model.sponsors import SponsorList, names_in, sponsors_of

BLANK = "__________"
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEAR, _MONTH, _DAY = 1, 2, 3


def without_group(typed: str) -> tuple[str, str]:
    """A sponsor, and on whose behalf it submits as that stands behind it: "Egypt" and " (on behalf
    of the African Group)"; empty for itself alone."""
    found = next(iter(behalves(typed)), None)
    return (typed, "") if found is None else (typed[: found.start()], typed[found.start() :])


class Phrases:
    """Writes pieces of sentences in one language; what is not known is a visible blank."""

    def __init__(self, language: Language, words: ReportWords) -> None:
        self._language = language
        self._words = words

    def listed(self, items: Sequence[str], joints: tuple[str, ...] = ()) -> str:
        """The items in a row: "a, b and c"."""
        between, last, two = joints or self._words.names
        if len(items) < 2:
            return "".join(items) or BLANK
        *before, end = items
        joint = two if len(before) == 1 else last
        joint = next((j for p, j in self._words.before_last if re.search(p, end)), joint)
        return between.join(before) + joint + end

    def sponsors(self, names: Iterable[str]) -> str:
        """Sponsors in running text: in alphabetical order if all of them are known, each with the
        group on whose behalf it submits, as that was typed."""
        typed = [without_group(each) for each in names if each]
        known = sponsors_of([name for name, _ in typed], states())
        named = self._named([each.typed for each in known.sponsors])
        said = {
            id(each): name + group
            for each, name, (_, group) in zip(known.sponsors, named, typed, strict=True)
        }
        return self.listed([said[id(each)] for each in self._ordered(known).sponsors])

    def figures(self, items: Sequence[str]) -> str:
        """Days, agenda items or symbols in a row."""
        return self.listed(items, self._words.figures)

    def ordinals(self, numbers: Sequence[int]) -> str:
        """The numbers of meetings: "21st, 25th and 26th"; in words if the language has words for
        all of them."""
        small = dict(self._words.small_ordinals)
        if all(each in small for each in numbers):
            return self.listed([small[each] for each in numbers])
        said = [self._words.ordinal(each) if each else BLANK for each in numbers]
        return self.listed(said, self._words.meetings)

    def ordinal(self, number: int) -> str:
        """The number of a meeting: "21st"."""
        return self.ordinals([number])

    def date(self, date: str) -> str:
        """An ISO date in words; anything else as it was given."""
        found = _ISO.fullmatch(date)
        dates = self._language.dates
        if found is None or not 1 <= int(found[_MONTH]) <= len(dates.months):
            return date or BLANK
        return dates.template.format(
            year=found[_YEAR],
            month=dates.months[int(found[_MONTH]) - 1],
            day=self._day(int(found[_DAY])),
        )

    def dates(self, dates: Sequence[str]) -> str:
        """Dates in one row: "19 November and 23 and 29 December 2014"."""
        parts = [_ISO.fullmatch(each) for each in dict.fromkeys(dates)]
        split = sorted({(p[_YEAR], p[_MONTH], p[_DAY]) for p in parts if p})
        if not split or None in parts:
            return self.listed([self.date(each) for each in dates])
        years = [self._of_year(year, list(days)) for year, days in groupby(split, _year_of)]
        between, last = self._words.months
        return self.listed(years, (between, last, last))

    def session(self, number: int | None) -> str:
        """The ordinal of a session as it stands in a sentence."""
        words = ordinal(self._language, number) if number else ""
        return self._words.session_of(words) or BLANK

    def parts(self, number: int) -> str:
        """The number of parts of a report, in words."""
        return dict(self._words.numbers).get(number, str(number))

    def speakers(self, speakers: Sequence[Speaker], key: str) -> str:
        """Who spoke: "the representatives of A (on behalf of B), C and D"; `key` is
        "representative" or "observer"."""
        names = self._named([each.name for each in speakers])
        said = [self._of_group(n, s.on_behalf_of) for n, s in zip(names, speakers, strict=True)]
        return self._words.text(key, max(len(said), 1)).format(names=self.listed(said))

    def representative(self, speakers: Sequence[Speaker]) -> str:
        """Who introduced or moved: "the representative of A, on behalf of B,"."""
        if len(speakers) != 1 or not speakers[0].on_behalf_of:
            return self.speakers(speakers, "representative")
        group = speakers[0].on_behalf_of
        name = self.listed(self._named([speakers[0].name]))
        said = self._words.text("representative-for").format(name=name, group=group)
        return self._words.contracted(said)

    def tally(self, vote: Vote) -> str:
        """How a vote went: "by a recorded vote of 80 to 29, with 65 abstentions"."""
        yes, no, abstaining = vote.totals
        most, least = (no, yes) if 0 <= yes < no else (yes, no)
        abstentions = self._words.text("abstentions", abstaining)
        return self._words.text("tally", yes).format(
            yes=self._count(yes),
            no=self._count(no),
            most=self._count(most),
            least=self._count(least),
            abstentions=abstentions.format(count=BLANK if abstaining < 0 else abstaining),
        )

    def votes(self, vote: Vote) -> tuple[tuple[str, str], ...]:
        """The three lists of a vote, each with its heading."""
        between, stop = self._words.states
        nobody = self._words.text("nobody") if vote.is_listed else BLANK
        headings = (self._words.text(key) for key in ("in-favour", "against", "abstaining"))
        return tuple(
            (heading, (between.join(self._in_order(voters)) or nobody) + stop)
            for heading, voters in zip(headings, vote.lists, strict=True)
        )

    def _in_order(self, typed: Sequence[str]) -> tuple[str, ...]:
        """Names in the report's language, in alphabetical order if all of them are known."""
        names = names_in(typed, states(), self._language.code)
        known = sponsors_of(names, states())
        return names if known.unknown else tuple(e.typed for e in self._ordered(known).sponsors)

    def _ordered(self, known: SponsorList) -> SponsorList:
        return known if known.unknown else known.ordered(order_of(self._language.code))

    def _named(self, typed: Sequence[str]) -> list[str]:
        """Names in the report's language, with the article where one belongs."""
        articles = dict(self._words.articles)
        names = names_in(typed, states(), self._language.code)
        return [f"{articles[each]} {each}" if each in articles else each for each in names]

    def _count(self, number: int) -> str:
        if number < 0:
            return BLANK
        return self._words.text("counted", number).format(count=number)

    def _of_group(self, name: str, group: str) -> str:
        if not group:
            return name
        said = self._words.text("for-group").format(name=name, group=group)
        return self._words.contracted(said)

    def _day(self, day: int) -> str:
        first = self._language.dates.first_day
        return first if day == 1 and first else str(day)

    def _of_year(self, year: str, days: list[tuple[str, str, str]]) -> str:
        months = [self._of_month(month, list(each)) for month, each in groupby(days, _month_of)]
        between, last = self._words.months
        return self._words.year.format(year=year, months=self.listed(months, (between, last, last)))

    def _of_month(self, month: str, days: list[tuple[str, str, str]]) -> str:
        said = [self._words.day.format(day=self._day(int(day))) for _, _, day in days]
        name = self._language.dates.months[int(month) - 1]
        return self._words.month.format(month=name, days=self.figures(said))


def _year_of(date: tuple[str, str, str]) -> str:
    return date[0]


def _month_of(date: tuple[str, str, str]) -> str:
    return date[1]
