"""The oracle: every text compared with every other, nothing clever."""

from drafter.compare import similarity
from drafter.languages import language
from drafter.match import current_terms


def brute_force(text, clauses, code="zh", *, limit=10, floor=0.4, exclude=""):
    tongue = language(code)
    scored = [
        (-similarity(current_terms(text, tongue), current_terms(each.plain, tongue)), each.id)
        for each in clauses
        if each.id != exclude
    ]
    return [(found, -score) for score, found in sorted(scored) if -score >= floor][:limit]
