"""An observer or an organization stands among the sponsors of a draft of a body where it has no
right to submit one.

States Members submit proposals. The State of Palestine submits and co-sponsors in the General
Assembly since 10 September 2024 (resolution ES-10/23, annex), before that only on Palestinian and
Middle East issues (resolution 52/250); the Holy See co-sponsors only drafts that refer to it
(resolution 58/314); the European Union has no such right (resolution 65/276). Observer States
sponsor drafts of the Human Rights Council. Proposals of others stand in the name of a State, "on
behalf of" the group.
"""

from __future__ import annotations

from collections.abc import Iterator

from drafter.checks.check import Check
from drafter.languages import Language, states
from drafter.model.findings import Finding, Severity
from drafter.model.sponsors import sponsors_of
from drafter.model.tree import Kind
from drafter.model.view import DocumentView

_COUNCIL = "A/HRC/"
_BODIES = ((_COUNCIL, "human-rights-council"), ("A/", "general-assembly"),
           ("S/", "security-council"), ("E/", "economic-and-social-council"))  # fmt: skip


def _run(view: DocumentView, language: Language) -> Iterator[Finding]:
    masthead = view.document.masthead
    body = _body(view, language)
    named = sponsors_of((*masthead.sponsors, *masthead.added_sponsors), states())
    for sponsor in named.sponsors:
        state = sponsor.state
        if not body or state is None or state.may_sponsor(body, masthead.day):
            continue
        message = "check.sponsor-limited" if state.authority else "check.sponsor-organization"
        yield CHECK.of_document(message, sponsor=sponsor.typed, authority=state.authority)


def _body(view: DocumentView, language: Language) -> str:
    """The key of the body that acts: by the symbol, the enacting words, or the masthead, which the
    Human Rights Council shares with the Assembly."""
    head = view.document.masthead
    by_symbol = next((key for start, key in _BODIES if head.symbol.startswith(start)), "")
    lines = {e.text.plain().strip(" ，,،") for e in view.elements if e.kind is Kind.ENACTING}
    acting = (key for key, words in language.masthead.enacting if words in lines)
    return by_symbol or next(acting, "") or language.masthead.organ_key(head.body)


CHECK = Check(
    code="M102",
    name="sponsor-without-right",
    severity=Severity.WARNING,
    authority="General Assembly resolutions 52/250, 58/314, 65/276 and ES-10/23",
    page=__doc__,
    run=_run,
)
