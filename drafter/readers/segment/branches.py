"""The tree under construction: parts holding paragraphs, and the paragraph still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from drafter.languages import Language, canonical, opening_match
from drafter.model.tree import Kind, PartKind
from drafter.readers.segment.characters import ending, ends_open, ends_sentence
from drafter.readers.segment.findings import Findings, beginning
from drafter.readers.segment.labels import SUB_FORMS, Form
from drafter.readers.segment.nesting import Node, nest
from drafter.readers.segment.raw import Raw


class Phase(StrEnum):
    """How far a part has come, which says what a paragraph in it is."""

    REPORT = "report"
    PREAMBLE = "preamble"
    OPERATIVE = "operative"
    DECLARATION = "declaration"
    PROSE = "prose"


_KIND = {
    Phase.REPORT: Kind.REPORT,
    Phase.PREAMBLE: Kind.PREAMBULAR,
    Phase.OPERATIVE: Kind.OPERATIVE,
    Phase.DECLARATION: Kind.DECLARATION,
    Phase.PROSE: Kind.PROSE,
}


@dataclass(slots=True)
class Branch:
    """A part being built.

    `number` and `section` (by the form of its label) are the last ones read; `tail` what follows
    the paragraph `open` and may belong to it; `bare` enacting words without a comma: no preamble
    follows; `fresh` a section of the operative part that has no number yet: it may have a preamble
    of its own; `headed` a heading that no number stands below yet: they may begin again with 1;
    `amends` instructions to change a text, what they insert standing under them.
    """

    kind: PartKind
    phase: Phase
    heading: Raw | None = None
    blocks: list[Node | Branch] = field(default_factory=list)
    number: int = 0
    section: dict[Form, int] = field(default_factory=dict)
    open: Node | None = None
    tail: list[Raw] = field(default_factory=list)
    bare: bool = False
    fresh: bool = False
    headed: bool = False
    amends: bool = False

    @property
    def nodes(self) -> list[Node]:
        """The paragraphs directly in the part."""
        return [block for block in self.blocks if isinstance(block, Node)]


def kind_in(phase: Phase) -> Kind:
    """What a paragraph is in a part that has come to `phase`."""
    return _KIND[phase]


class Closing:
    """Decides, once what comes next is known, where the paragraphs after an open one belong."""

    def __init__(self, language: Language, findings: Findings) -> None:
        self._language = language
        self._findings = findings

    def close(self, branch: Branch, following: int = 0) -> None:
        """End the open paragraph of `branch`; `following` is the number that comes next, if any."""
        tail, branch.tail = branch.tail, []
        head, branch.open = branch.open, None
        if not tail:
            return
        if any(raw.label and raw.label.form in SUB_FORMS for raw in tail):
            self._with_list(branch, head, tail)
        elif head and (branch.amends or ends_open(head.ends)):
            self._put_under(head, tail)
        elif head and self._is_cut(branch, head, tail, following):
            head.raws.append(tail[0])
            self._findings.add("joined", tail[0].line, number=branch.number)
        else:
            self._by_themselves(branch, tail, following)

    def _with_list(self, branch: Branch, head: Node | None, tail: Sequence[Raw]) -> None:
        first = next(i for i, raw in enumerate(tail) if raw.label and raw.label.form in SUB_FORMS)
        before = list(tail[:first])
        if head and before and ends_open(before[-1].text) and not ends_open(head.ends):
            self._by_themselves(branch, before, 0)
            head, before = branch.nodes[-1], []
        if head is None:
            self._orphans(branch, tail)
        else:
            nest(head, [*before, *tail[first:]], self._language.conventions, self._findings)

    def _orphans(self, branch: Branch, tail: Sequence[Raw]) -> None:
        """Sub-paragraphs that nothing stands above become paragraphs of their own; below a heading
        of an annex that is how it is meant."""
        above = Node(kind_in(branch.phase), [tail[0]])
        nest(above, tail, self._language.conventions, self._findings)
        for node in above.children:
            node.numbered = False
            node.freeze()
        last = branch.blocks[-1] if branch.blocks else None
        headed = isinstance(last, Node) and last.kind is Kind.HEADING
        branch.blocks += above.children
        if not headed or branch.phase is not Phase.PROSE:
            self._findings.add("sub-without-parent", tail[0].line, label=above.children[0].label)

    def _put_under(self, head: Node, tail: Sequence[Raw]) -> None:
        head.children += [Node(Kind.CONTINUATION, [raw], numbered=False) for raw in tail]

    def _is_cut(self, branch: Branch, head: Node, tail: Sequence[Raw], following: int) -> bool:
        """Whether a page break only cut the open paragraph at the end of a sentence: one paragraph
        without a number stands between two numbers that follow each other."""
        cut = head.first.number and following == branch.number + 1 and len(tail) == 1
        told = tail and (tail[0].lines[0].starts is True or tail[0].told == "row")
        if not cut or told or not ends_sentence(head.ends):
            return False
        return branch.phase is not Phase.OPERATIVE or not self.opens(tail[0])

    def _by_themselves(self, branch: Branch, tail: Sequence[Raw], following: int) -> None:
        lost = bool(following) and following - branch.number - 1 == len(tail)
        for raw in tail:
            placed = lost or branch.phase is not Phase.OPERATIVE or self.opens(raw)
            kind = kind_in(branch.phase) if placed else Kind.PROSE
            branch.blocks.append(Node(kind, [raw], numbered=lost and placed))
            slug = "label-lost" if lost else "unnumbered" if placed else "not-placed"
            self._findings.add(slug, raw.line, words=beginning(canonical(raw.text, self._language)))

    def opens(self, raw: Raw) -> bool:
        """Whether the paragraph begins with words that open paragraphs of resolutions."""
        return opening_match(canonical(raw.text, self._language), self._language) is not None


def settle_preamble(branch: Branch, *, numbered: bool) -> None:
    """Tell the preamble from operative paragraphs without numbers: what follows the last paragraph
    that ends with a comma is operative. In a part that is `numbered` that holds below the numbers
    of sections, where a sole paragraph has none."""
    for section in _sections(branch.nodes):
        plain = [node for node in section if node.kind is Kind.PREAMBULAR]
        commas = [i for i, node in enumerate(plain) if ending(node.ends) == "comma"]
        operative = plain[commas[-1] + 1 if commas else 0 :]
        if numbered and not (_is_headed(section) and section[1:] == plain and len(operative) == 1):
            continue
        for node in operative:
            _turn_operative(node, numbered=not numbered)
        if branch.kind is PartKind.DECISION:
            _count_none(operative)


def _count_none(operative: Sequence[Node]) -> None:
    """The text of a decision bears no numbers, and what it lists after a colon is no paragraph."""
    listed = False
    for node in operative:
        node.kind, node.numbered = Kind.PROSE if listed else Kind.OPERATIVE, False
        listed = listed or (not node.children and ends_open(node.ends))


def _sections(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """The paragraphs between the headings of sections that bear a number."""
    section: list[Node] = []
    for node in nodes:
        if _is_headed([node]):
            yield section
            section = []
        section.append(node)
    yield section


def _is_headed(section: Sequence[Node]) -> bool:
    return bool(section) and section[0].kind is Kind.HEADING and bool(section[0].label)


def _turn_operative(node: Node, *, numbered: bool = True) -> None:
    node.kind, node.numbered = Kind.OPERATIVE, numbered
    for child in node.children:
        if child.kind is not Kind.CONTINUATION:
            _turn_operative(child)
