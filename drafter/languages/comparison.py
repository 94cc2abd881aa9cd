"""What comparison needs to know of a language beyond its tables of words."""

from __future__ import annotations

from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Words and patterns by which `drafter.compare` tells one kind of change from another.

    Words: `whole` only look as if they held another word (应对 holds no 应, 不断 no 不); `light`
    carry no content of their own (其中, "the"); `list_words` join items ("and") beside the
    `list_marks` (、), `choice_words` set them against each other ("or"); `openers` begin a clause
    that comes or goes as a whole (包括, "including"); `units` are what a number counts, `numbered`
    what a number names ("Goal 16"), so that it is no note mark.

    `finite` are verbs by which a clause is told from an item of a list ("are"); `governed` small
    words that belong to the verb before them ("takes note of"); `also_modals` are modals only where
    they answer another one (需要 for 必须); `second_negations` follow another negation and its verb
    (ne … pas). A row of `forms` holds the inflected forms of one word,
    the one of the tables first; a row of `ambiguous` a modal and the words of the original that it
    renders (应: "shall", "should").

    Signs that belong to a number: `currency_signs` on either side of it, `signs_before` and
    `signs_after` it, `signs_inside` between its digits, `range_signs` between two numbers. The
    characters of one entry are the same sign in different type.

    Patterns: `qualifiers` are qualifying phrases that no list can name one by one (根据…法);
    `dates` years and periods, beside the dates of day and month; `sessions` sessions in running
    text; `numerals` numbers in words.
    """

    whole: Words = ()
    light: Words = ()
    list_words: Words = ()
    list_marks: str = ""
    choice_words: Words = ()
    currency_signs: Words = ()
    signs_before: Words = ()
    signs_after: Words = ()
    signs_inside: Words = ()
    range_signs: str = ""
    openers: Words = ()
    units: Words = ()
    numbered: Words = ()
    finite: Words = ()
    governed: Words = ()
    also_modals: Words = ()
    second_negations: Words = ()
    forms: tuple[Words, ...] = ()
    ambiguous: tuple[Words, ...] = ()
    qualifiers: Words = ()
    dates: Words = ()
    sessions: Words = ()
    numerals: Words = ()
