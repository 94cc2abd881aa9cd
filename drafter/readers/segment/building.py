"""Paragraphs to the tree of parts: a report with its drafts, a resolution with its annexes."""

from __future__ import annotations

from collections.abc import Sequence

from drafter.languages import Language, canonical
from drafter.model.tree import RECOMMENDED, Kind, PartKind
from drafter.readers.segment.branches import Branch, Closing, Phase, kind_in
from drafter.readers.segment.characters import ending, ends_open, ends_sentence
from drafter.readers.segment.closing_formula import ClosingFormula
from drafter.readers.segment.counting import count, follows
from drafter.readers.segment.findings import Findings, beginning
from drafter.readers.segment.head import lone_letter
from drafter.readers.segment.labels import SUB_FORMS
from drafter.readers.segment.lines import columns
from drafter.readers.segment.nesting import Node
from drafter.readers.segment.open_parts import OpenParts
from drafter.readers.segment.raw import Raw
from drafter.readers.segment.recitals import is_numbered_recital
from drafter.readers.segment.roles import role_in_body
from drafter.readers.segment.vocabulary import vocabulary
from drafter.readers.segment.waiting import WaitingHeads

_TITLED = (PartKind.ANNEX, PartKind.APPENDIX, PartKind.LETTERED)
_SOON = 5
_HEADING = 100
_QUOTES = ("“", "«", '"', "„")
_OF_REPORT = RECOMMENDED | {PartKind.REPORT, PartKind.LETTERED}
_OUTER = RECOMMENDED | {PartKind.RESOLUTION, PartKind.LETTERED}


class Builder:
    """Puts one paragraph after the other in its place. `closing_formula` gathers the lines that say
    when the text was adopted."""

    def __init__(self, language: Language, findings: Findings, root: Branch) -> None:
        self._language = language
        self._findings = findings
        self._closing = Closing(language, findings)
        self._parts = OpenParts(root, self._closing)
        self._resolves = root.phase is Phase.PREAMBLE
        self._waiting = WaitingHeads(self._parts, self._closing, language, findings)
        self._raws: Sequence[Raw] = ()
        self.closing_formula = ClosingFormula(language)

    def build(self, titles: Sequence[Raw], raws: Sequence[Raw]) -> Branch:
        """The tree of the titles that stood in the masthead, and of all the paragraphs after."""
        self._raws = raws
        for title in titles:
            if not self._parts.in_report and lone_letter(title):
                self._parts.enter(Branch(PartKind.LETTERED, Phase.PREAMBLE, heading=title))
            else:
                self._parts.put(Kind.TITLE, title)
        for index, raw in enumerate(raws):
            self._place(raw, index)
        self._waiting.settle()
        return self._parts.end()

    def _place(self, raw: Raw, index: int) -> None:
        role = self._role(raw)
        if role == "enacting":
            self._enact(raw)
        elif role in ("annex", "appendix"):
            self._attach(raw, role)
        elif role in ("draft_heading", "decision_heading") and self._parts.in_report:
            self._parts.back_to_report()
            self._waiting.add(raw)
        elif self.closing_formula.takes(self._raws, index):
            self._waiting.settle()
            self._closing.close(self._parts.here)
        elif raw.label and raw.told in ("title", "heading") and not raw.is_section:
            self._heading(raw)
        elif raw.label and raw.label.form in SUB_FORMS:
            self._waiting.settle()
            self._parts.here.tail.append(raw)
        elif self._parts.here.phase is Phase.PREAMBLE and is_numbered_recital(raw, self._language):
            self._recital(raw)
        elif raw.is_section:
            self._section(raw)
        elif self._is_numbered_heading(raw):
            self._closing.close(self._parts.here)
            self._parts.put(Kind.HEADING, raw)
        elif raw.number:
            self._numbered(raw)
        else:
            self._plain(raw, index)

    def _role(self, raw: Raw) -> str:
        return role_in_body(raw, self._language)

    def _is_numbered_heading(self, raw: Raw) -> bool:
        """Whether a number that does not go on with the paragraphs stands before a heading."""
        short = not ending(raw.text) and columns(raw.text) <= _HEADING
        return bool(raw.number) and short and raw.number != self._parts.here.number + 1

    def _enacts_soon(self, index: int) -> bool:
        return any(self._role(raw) == "enacting" for raw in self._raws[index + 1 : index + _SOON])

    # titles and headings

    def _plain(self, raw: Raw, index: int) -> None:
        if lone_letter(raw) and self._enacts_soon(index):
            self._begin_draft_of_parts()
            self._parts.leave_to(PartKind.RESOLUTION, PartKind.REPORT, *RECOMMENDED)
            self._parts.enter(Branch(PartKind.LETTERED, Phase.PREAMBLE, heading=raw))
        elif raw.title_like and not self._is_sentence(raw) and not self._is_instruction(raw):
            self._heading(raw)
        else:
            self._paragraph(raw)

    def _begin_draft_of_parts(self) -> None:
        """In a report the first letter begins a draft, whose title waits; another goes on in it."""
        begins = self._waiting.any or self._parts.here is self._parts.root
        if self._parts.in_report and begins:
            self._waiting.head_draft()
        else:
            self._waiting.settle()

    def _is_sentence(self, raw: Raw) -> bool:
        """Whether what looks like a title is a paragraph of the preamble without its comma."""
        told = raw.told in ("title", "heading")
        return not told and self._parts.here.phase is Phase.PREAMBLE and self._closing.opens(raw)

    def _is_instruction(self, raw: Raw) -> bool:
        """Whether what looks like a heading tells what to change, or is what is put in."""
        return self._parts.here.amends and not raw.told

    def _heading(self, raw: Raw) -> None:
        branch = self._parts.here
        if self._begins_declaration(branch):
            self._parts.enter(Branch(PartKind.DECLARATION, Phase.DECLARATION))
            self._parts.put(Kind.TITLE, raw)
        elif branch.kind in _TITLED and not branch.blocks:
            self._parts.put(Kind.TITLE, raw)
        elif self._parts.in_report and branch.kind in _OF_REPORT:
            self._closing.close(branch)
            self._waiting.add(raw)
        else:
            self._closing.close(branch)
            self._parts.put(Kind.HEADING, raw)
            branch.fresh = branch.phase is Phase.OPERATIVE

    def _begins_declaration(self, branch: Branch) -> bool:
        """Whether the paragraph before adopts what begins here, with its title."""
        node = branch.open
        if branch.kind is PartKind.DECISION or branch.tail or node is None or node.first.number:
            return False
        adopting = branch.phase in (Phase.PREAMBLE, Phase.OPERATIVE)
        return adopting and not node.children and ends_open(node.ends)

    def _section(self, raw: Raw) -> None:
        self._waiting.settle()
        if raw.label:
            inside = self._parts.in_report and self._parts.here is not self._parts.root
            own = follows(raw.label, self._parts.here.section)
            if inside and follows(raw.label, self._parts.root.section) and not own:
                self._parts.back_to_report()
            self._parts.here.section[raw.label.form] = raw.label.number
        self._closing.close(self._parts.here)
        self._parts.put(Kind.HEADING, raw)
        self._parts.here.fresh = self._parts.here.phase is Phase.OPERATIVE

    # paragraphs

    def _recital(self, raw: Raw) -> None:
        self._waiting.settle(raw)
        branch = self._parts.here
        self._closing.close(branch)
        label = raw.label.printed if raw.label else ""
        node = Node(Kind.PREAMBULAR, [raw], label, frozen=True)
        branch.blocks.append(node)
        if ends_open(raw.text):
            branch.open = node

    def _numbered(self, raw: Raw) -> None:
        self._waiting.settle()
        number = raw.number
        if self._returns(raw):
            self._parts.back_to_report()
        branch = self._parts.here
        self._closing.close(branch, number)
        if branch.phase is Phase.PREAMBLE:
            self._first_operative(branch)
        count(raw, branch, self._findings)
        label = raw.label.printed if raw.label else ""
        branch.open = Node(kind_in(branch.phase), [raw], label)
        branch.blocks.append(branch.open)
        branch.fresh = branch.headed = False

    def _first_operative(self, branch: Branch) -> None:
        adopting = branch.nodes[-1] if branch.nodes else None
        if branch.bare and adopting and ends_open(adopting.ends):
            adopting.kind, adopting.numbered = Kind.OPERATIVE, False
        enacted = any(node.kind is Kind.ENACTING for node in branch.nodes)
        opened = any(node.kind is Kind.PREAMBULAR for node in branch.nodes)
        resolves = enacted or opened or self._resolves
        branch.phase = Phase.OPERATIVE if resolves else Phase.PROSE

    def _paragraph(self, raw: Raw) -> None:
        self._waiting.settle(raw)
        branch = self._parts.here
        if branch.amends and not self._is_inserted(raw):
            self._closing.close(branch)
        if branch.open and (branch.amends or branch.open.first.number):
            branch.tail.append(raw)
            return
        begins = branch.phase is Phase.PREAMBLE and self._closing.opens(raw)
        if branch.tail and not begins:
            branch.tail.append(raw)
            return
        self._closing.close(branch)
        loose = branch.phase is Phase.OPERATIVE and branch.number > 0
        if loose and not branch.fresh:
            self._findings.add("unnumbered", raw.line, words=self._start(raw))
        counted = branch.phase in (Phase.PREAMBLE, Phase.OPERATIVE) and not loose
        recites = branch.fresh and ending(raw.text) == "comma" and self._closing.opens(raw)
        kind = Kind.PREAMBULAR if recites else kind_in(branch.phase)
        node = Node(kind, [raw], numbered=counted or recites)
        branch.open = node
        branch.blocks.append(node)

    def _is_inserted(self, raw: Raw) -> bool:
        """Whether the paragraph is what the instruction before it puts in."""
        branch = self._parts.here
        if branch.open is None or vocabulary(self._language).signing.fullmatch(raw.text):
            return False
        # "Operative paragraph 5", of a corrigendum
        place = branch.open.raws[0].title_like and not (branch.tail or self._closing.opens(raw))
        if branch.open.first.number or place:
            return True
        if not ends_open(branch.open.ends):
            return False
        quoted = raw.text[:1] in _QUOTES
        return not branch.tail or quoted or self._closing.opens(raw)

    def _start(self, raw: Raw) -> str:
        return beginning(canonical(raw.text, self._language))

    # parts

    def _enact(self, raw: Raw) -> None:
        here = self._parts.here
        enacted = any(node.kind is Kind.ENACTING for node in here.nodes)
        if self._parts.in_report and (enacted or here.kind is not PartKind.LETTERED):
            self._waiting.head_draft()
        elif enacted:
            self._again()
        branch = self._parts.here
        self._closing.close(branch)
        branch.phase = Phase.PREAMBLE
        branch.bare = ending(raw.text) != "comma"
        self._parts.put(Kind.ENACTING, raw)

    def _again(self) -> None:
        """Another text is enacted without a letter that parts it from the one before."""
        titles: list[Node] = []
        blocks = self._parts.here.blocks
        while blocks and isinstance(blocks[-1], Node) and blocks[-1].kind is Kind.HEADING:
            titles.insert(0, blocks.pop())  # type: ignore[arg-type]  # just seen to be a Node
        self._parts.leave_to(PartKind.RESOLUTION, PartKind.REPORT)
        self._parts.enter(Branch(PartKind.LETTERED, Phase.PREAMBLE))
        for node in titles:
            node.kind = Kind.TITLE
            self._parts.here.blocks.append(node)

    def _attach(self, raw: Raw, role: str) -> None:
        self._waiting.settle()
        if role == "appendix":
            self._parts.leave_to(PartKind.ANNEX, *_OUTER, PartKind.REPORT)
        else:
            self._parts.leave_to(*_OUTER - {PartKind.LETTERED}, PartKind.REPORT)
        self._closing.close(self._parts.here)
        kind = PartKind.APPENDIX if role == "appendix" else PartKind.ANNEX
        self._parts.enter(Branch(kind, Phase.PROSE, heading=raw))

    def _returns(self, raw: Raw) -> bool:
        """Whether a number carries on the report's after a draft, rather than the draft's own."""
        branch = self._parts.here
        if (
            not self._parts.in_report
            or branch is self._parts.root
            or raw.number != self._parts.root.number + 1
        ):
            return False
        last = branch.tail[-1].text if branch.tail else branch.open.ends if branch.open else ""
        if raw.number == branch.number + 1:
            return ends_sentence(last) and not self._closing.opens(raw)
        return raw.number != 1
