"""What the index is measured against: comparing with everything, and a search engine."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import LCSseq

from drafter.compare.similarity import ratio
from drafter.compare.vocabulary import Vocabulary

Ask = Callable[[str, str], list[float]]


def brute_force(query: str, codes: Sequence[str], floor: float) -> list[float]:
    """The best ten scores by rapidfuzz, as fast as it offers."""
    # a little below the floor: rapidfuzz loses scores that are exactly its cutoff
    found = process.extract(
        query, codes, scorer=fuzz.ratio, limit=10, score_cutoff=floor * 100 - 1e-3
    )
    return [round(score / 100, 9) for _, score, _ in found if round(score / 100, 9) >= floor]


def exact_top(
    query: str, codes: Sequence[str], keys: Sequence[str], floor: float
) -> list[tuple[str, float]]:
    """The best ten in whole numbers, ties by key."""
    shared = process.cdist([query], codes, scorer=LCSseq.similarity, dtype=np.int32)[0].tolist()
    scored = [
        (-score, key)
        for count, code, key in zip(shared, codes, keys, strict=True)
        if (score := ratio(count, len(query), len(code))) >= floor
    ]
    return [(key, -score) for score, key in sorted(scored)[:10]]


def exact_join(codes: Sequence[str], floor: float) -> set[tuple[int, int]]:
    """Every pair of different numbers whose texts are at or above the floor."""
    lengths = np.array([len(code) for code in codes])
    found: set[tuple[int, int]] = set()
    for number in range(len(codes) - 1):
        shared = process.cdist(
            [codes[number]], codes[number + 1 :], scorer=LCSseq.similarity, dtype=np.int32
        )[0]
        totals = np.maximum(lengths[number + 1 :] + lengths[number], 1)
        found.update(
            (number, number + 1 + int(at)) for at in np.flatnonzero(2 * shared / totals >= floor)
        )
    return found


def tantivy(texts: Sequence[str], codes: Sequence[str], floor: float) -> tuple[Ask, float] | None:
    """3-grams of characters, the best 200 compared in full: what asks it, and the seconds it took
    to build; None where it is not installed. It is not exact."""
    try:
        import tantivy as peer
    except ImportError:
        return None
    schema = peer.SchemaBuilder()
    schema.add_unsigned_field("row", stored=True)
    schema.add_text_field("text", tokenizer_name="grams", index_option="freq")
    index = peer.Index(schema.build())
    grams = peer.TextAnalyzerBuilder(peer.Tokenizer.ngram(3, 3, False)).build()
    index.register_tokenizer("grams", grams)
    start = time.perf_counter()
    writer = index.writer(200_000_000, 1)
    for number, text in enumerate(texts):
        writer.add_document(peer.Document(row=number, text=text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    seconds = time.perf_counter() - start
    searcher = index.searcher()

    def ask(text: str, query: str) -> list[float]:
        terms = {text[at : at + 3] for at in range(len(text) - 2)}
        either = [
            (peer.Occur.Should, peer.Query.term_query(index.schema, "text", term)) for term in terms
        ]
        hits = searcher.search(peer.Query.boolean_query(either), 200).hits
        rows = [searcher.doc(address)["row"][0] for _, address in hits]
        scored = (
            ratio(LCSseq.similarity(query, codes[row]), len(query), len(codes[row])) for row in rows
        )
        return sorted((score for score in scored if score >= floor), reverse=True)[:10]

    return ask, seconds


def coded(words: Sequence[Sequence[str]]) -> tuple[list[str], Vocabulary]:
    """Every text as a string of one code point a token, which is what compares fastest."""
    vocabulary = Vocabulary()
    return [vocabulary.learn(each) for each in words], vocabulary
