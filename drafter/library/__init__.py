"""The clause library: YAML files are the truth, every index of them is derived and disposable.

`Library.open` reads folders of clause files; `import_document` and `import_rows` write them;
`check` says everything that is wrong with a folder; `schema` describes a file to an editor.
"""

from drafter.library.checking import check
from drafter.library.citing import citation, not_found_here
from drafter.library.clause import Clause, Curated, SetApart
from drafter.library.importing import ImportOutcome, clause_path, import_document
from drafter.library.library import Library, SourceDocument
from drafter.library.query import Hit, Query
from drafter.library.rows import import_rows
from drafter.library.schema import schema, schema_text
from drafter.library.source import Adoption, Coverage, Obtained, Reservation, Source, Votes
from drafter.library.vocabulary import Term, Vocabulary

__all__ = [
    "Adoption",
    "Clause",
    "Coverage",
    "Curated",
    "Hit",
    "ImportOutcome",
    "Library",
    "Obtained",
    "Query",
    "Reservation",
    "SetApart",
    "Source",
    "SourceDocument",
    "Term",
    "Vocabulary",
    "Votes",
    "check",
    "citation",
    "clause_path",
    "import_document",
    "import_rows",
    "not_found_here",
    "schema",
    "schema_text",
]
