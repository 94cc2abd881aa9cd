"""The clause library: YAML files are the truth, every index of them is derived and disposable.

`Library.open` reads folders of clause files; `import_document` and `import_rows` write them;
`check` says everything that is wrong with a folder; `schema` describes a file to an editor.
"""

from drafter.library.checking import check, checked, gather, rules
from drafter.library.citing import citation, not_found_here
from drafter.library.clause import Clause, Curated, Retired, SetApart
from drafter.library.clause_file import located
from drafter.library.clause_writing import rewritten
from drafter.library.importing import SCHEMA_FILE, ImportOutcome, clause_path, import_document
from drafter.library.library import Library, SourceDocument
from drafter.library.query import Hit, Query
from drafter.library.revising import Revision, formatted, read_clause_bytes, revised, write
from drafter.library.rows import import_rows
from drafter.library.rule import Gathered, LibraryFile, Rule
from drafter.library.schema import schema, schema_text
from drafter.library.source import (
    AGAINST_DOCUMENT,
    Adoption,
    Coverage,
    Obtained,
    Reservation,
    Source,
    Votes,
)
from drafter.library.vocabulary import Term, Vocabulary

__all__ = [
    "AGAINST_DOCUMENT",
    "SCHEMA_FILE",
    "Adoption",
    "Clause",
    "Coverage",
    "Curated",
    "Gathered",
    "Hit",
    "ImportOutcome",
    "Library",
    "LibraryFile",
    "Obtained",
    "Query",
    "Reservation",
    "Retired",
    "Revision",
    "Rule",
    "SetApart",
    "Source",
    "SourceDocument",
    "Term",
    "Vocabulary",
    "Votes",
    "check",
    "checked",
    "citation",
    "clause_path",
    "formatted",
    "gather",
    "import_document",
    "import_rows",
    "located",
    "not_found_here",
    "read_clause_bytes",
    "revised",
    "rewritten",
    "rules",
    "schema",
    "schema_text",
    "write",
]
