"""The library as the rest of drafter sees it: folders of clause files behind a derived index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from drafter.library.clause import Clause, Curated
from drafter.library.clause_file import parse
from drafter.library.query import Hit, Query
from drafter.library.served_index import ServedIndex
from drafter.library.source import Coverage, Source
from drafter.library.store import Store
from drafter.library.updating import VOCABULARY
from drafter.library.vocabulary import Vocabulary
from drafter.model.findings import Finding
from drafter.model.symbols import settled_stage
from drafter.model.tree import Document
from drafter.yamlio.files import read_bytes


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A source document as its clause file gives it back: exactly, with what was added to it; only
    its stage is never above what its symbol says."""

    document: Document
    source: Source
    curated: tuple[tuple[str, Curated], ...]
    file: Path


class Library:
    """Clauses of several folders; of each source and language the last folder's file counts.

    Safe to use from several threads. What is wrong with single files stands in `problems`; the
    rest of the library works.
    """

    def __init__(
        self, folders: Sequence[Path], cache: Path | None, *, at_once: bool = False
    ) -> None:
        self.folders = tuple(Path(folder).resolve() for folder in folders)
        self._index = ServedIndex(self.folders, cache, at_once=at_once)
        self._clauses: tuple[str, tuple[Clause, ...]] | None = None

    @staticmethod
    def open(
        folders: Sequence[Path], cache: Path | None = None, *, at_once: bool = False
    ) -> Library:
        """The library of `folders`, later ones laid over earlier ones.

        The index is kept in `cache` (made private); without one, or if it cannot be written, it is
        built in memory. Never raises for what is in the folders: see `problems`. To open `at_once`
        is to serve what the index holds without a look at the folders: `refresh` looks, and until
        then `is_checked` is false.
        """
        return Library(folders, cache, at_once=at_once)

    @property
    def is_checked(self) -> bool:
        """Whether the folders have been looked at since it was opened."""
        return self._index.is_checked

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Every clause of resolution language, in order of language, file and place.

        Report prose is not among them: it is never offered as agreed language.
        """
        content, held = self._index.ask(lambda store: store.content), self._clauses
        if held is None or held[0] != content:
            held = content, self._index.ask(lambda store: tuple(store.clauses(offered=True)))
            self._clauses = held
        return held[1]

    @property
    def everything(self) -> tuple[Clause, ...]:
        """Every clause, report prose included."""
        return self._index.ask(lambda store: tuple(store.clauses(offered=False)))

    @property
    def index_file(self) -> Path | None:
        """Where the index is kept: what its name begins with, and with which suffix it ends. None
        for one in memory. Others may be kept beside it."""
        return self._index.file

    def state(self, language: str) -> str:
        """A word that changes whenever a text of this language does; empty if there is none."""
        return self._index.ask(lambda store: store.state(language))

    def files(self, language: str) -> dict[str, str]:
        """The files of a language by a name that `texts` knows, each with its hash."""
        return self._index.ask(lambda store: store.files(language))

    def texts(self, files: Sequence[str]) -> Iterator[tuple[str, str, str]]:
        """Name of the file, clause id and plain text of all resolution language in the files."""
        for name in files:
            yield from self._index.ask(partial(_texts, name))

    def clause(self, clause_id: str, language: str = "") -> Clause | None:
        """The clause with this id, in `language` or in the first language that has it."""
        return self._index.ask(lambda store: store.clause(clause_id, language))

    def named(self, ids: Sequence[str], language: str) -> dict[str, Clause]:
        """The clauses of a language with these ids, without those that are not there."""
        return self._index.ask(lambda store: store.named(ids, language))

    def versions(self, clause_id: str) -> tuple[Clause, ...]:
        """The clause with this id in every language that has it, by language."""
        return self._index.ask(lambda store: tuple(store.versions(clause_id)))

    def family(self, name: str, language: str) -> tuple[Clause, ...]:
        """The clauses of a language that maintainers put in this family, by id."""
        return self._index.ask(lambda store: tuple(store.family(name, language)))

    @property
    def families(self) -> tuple[tuple[str, str, str], ...]:
        """Family, clause id and language of every clause in a family, in that order."""
        return self._index.ask(Store.families)

    @property
    def counts(self) -> tuple[tuple[Source, int], ...]:
        """The source documents with how many clauses of resolution language each has."""
        return self._index.ask(Store.counts)

    @property
    def topics(self) -> tuple[tuple[tuple[str, ...], int], ...]:
        """The topics that clauses carry together, with how many clauses do."""
        return self._index.ask(Store.topics)

    def search(self, query: Query) -> tuple[Hit, ...]:
        """What answers the query, best first, ties in order of clause id."""
        return self._index.ask(lambda store: store.search(query))

    @property
    def sources(self) -> tuple[Source, ...]:
        """The source documents, in order of language and file."""
        return tuple(source for _, _, source in self._index.ask(Store.sources))

    def document(self, symbol: str, language: str = "") -> SourceDocument | None:
        """The whole document read from `symbol`, in `language` or in the first that is there.

        Raises `UnreadableInput` if its file has been broken or removed since the library opened.
        """
        found = self._index.ask(lambda store: store.place(symbol, language))
        return self._document(self.folders[found[0]] / found[1]) if found else None

    @property
    def documents(self) -> tuple[SourceDocument, ...]:
        """Every source document, read from its file. Raises as `document` does."""
        found = self._index.ask(Store.sources)
        return tuple(self._document(self.folders[folder] / path) for folder, path, _ in found)

    @property
    def coverage(self) -> Coverage:
        """How much this library knows: what it may say when it finds nothing."""
        return self._index.ask(Store.coverage)

    @property
    def vocabulary(self) -> Vocabulary:
        """The topics and addressees that clauses are filed under, with their names."""
        return self._index.ask(lambda store: Vocabulary.unpacked(store.remembered(VOCABULARY)))

    @property
    def problems(self) -> tuple[Finding, ...]:
        """What is wrong with files of the library, in order of folder and file."""
        return self._index.problems

    def refresh(self) -> bool:
        """Look at the folders again; whether anything in the library has changed since it was
        opened or last refreshed, by whoever's hand."""
        return self._index.refresh()

    def _document(self, path: Path) -> SourceDocument:
        read = parse(read_bytes(path), path)
        stage = settled_stage(read.source.symbol, read.source.stage)
        document = replace(read.document, stage=stage.value)
        return SourceDocument(document, read.source, read.curated, path)


def _texts(name: str, store: Store) -> tuple[tuple[str, str, str], ...]:
    return tuple(store.texts((name,)))
