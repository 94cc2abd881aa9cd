"""Examples under the help of a command, by the id of its help; docs/commands.md shows them too."""

from __future__ import annotations

from collections.abc import Mapping

EXAMPLES: Mapping[str, tuple[str, ...]] = {
    "cli.drafter": (
        "drafter import text.txt -o mine.draft.yaml",
        "drafter check mine.draft.yaml",
        "drafter render mine.draft.yaml -o mine.docx",
        "drafter render --help",
    ),
    "cli.new": (
        "drafter new next.draft.yaml --type draft-resolution --lang en --base issued.docx",
    ),
    "cli.import": ("drafter import text.pdf --symbol A/C.2/81/L.5 -o l5.draft.yaml",),
    "cli.search": ("drafter search 汇款 --kind operative",),
    "cli.compare": (
        "drafter compare old.txt text.txt",
        "drafter compare old.txt text.txt -o redline.html",
    ),
    "cli.check": ("drafter check ours.draft.yaml", "drafter check --explain M101"),
    "cli.redline": ("drafter redline ours.draft.yaml --into issued.docx -o tracked.docx",),
    "cli.render": (
        "drafter render ours.draft.yaml --to docx,html -o out",
        "drafter render ours.draft.yaml --to txt -o - --as resolution --set adopted_on=2026-12-18",
        "drafter render texts --to txt -o pages",
    ),
    "cli.amend": (
        "drafter amend ours.draft.yaml --author Norway",
        "drafter amend issued.docx agreed.docx --as oral-revisions --to docx -o sheet.docx",
    ),
    "cli.report": (
        "drafter report new water.draft.yaml documents.draft.yaml -o item.report.yaml",
        "drafter report check committee.report.yaml",
        "drafter render committee.report.yaml --to docx -o report.docx",
    ),
    "cli.sponsors": ('drafter sponsors "USA, Côte d\'Ivoire, Turkey and China" --lang zh',),
    "cli.cite": (
        "drafter cite 70/1 2015-09-25",
        'drafter cite "S/RES/1325(2000)" 2000-10-31 --lang fr',
    ),
    "cli.templates": (
        "drafter templates copy layout.yaml -o my-layout",
        "drafter templates check my-layout",
    ),
    "cli.parallel": ("drafter parallel en.docx zh.draft.yaml --to docx,html -o both",),
    "cli.preview": ("drafter preview ours.draft.yaml --no-open",),
}
