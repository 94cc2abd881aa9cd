"""Writes a document as Akoma Ntoso by the conventions of docs/formats-html-akn.md."""

from xml.sax.saxutils import escape, quoteattr

from drafter.languages import language
from drafter.model.text import SpanKind
from drafter.model.tree import Kind, Part, PartKind
from drafter.model.view import view
from drafter.readers.segment.roles import head_role

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_ELEMENTS = {
    "symbol": "docNumber", "session": "session", "committee": "docCommittee",
    "organ": "docAuthority", "rapporteur": "docIntroducer",
}  # fmt: skip
_DEFAULT = {
    PartKind.REPORT: Kind.REPORT, PartKind.DECLARATION: Kind.DECLARATION,
    PartKind.ANNEX: Kind.PROSE, PartKind.APPENDIX: Kind.PROSE,
}  # fmt: skip


def written(document):
    return _Writing(document).xml()


class _Writing:
    def __init__(self, document):
        self.document = document
        self.language = language(document.language)
        self.view = view(document, self.language.conventions)
        self.labels = {e.id: e.label for e in self.view.elements}
        self.headings = {
            e.part: e.text.plain()
            for e in self.view.elements
            if e.paragraph is None and e.kind is Kind.HEADING
        }
        self.numbers = {n.id: n for n in self.view.notes}
        self.components = []
        self.noted = set()
        self.ids = {}

    def xml(self):
        root = self.document.root
        name = "report" if root.kind is PartKind.REPORT else root.kind.value
        tag = "doc" if root.kind is PartKind.REPORT else "statement"
        closing = self.document.masthead.closing.split("\n")
        lines = [line for line in self.document.masthead.read if line not in closing]
        head = "".join(map(self.masthead, lines))
        body = self.inner(root, root.kind.value, head)
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{NAMESPACE}">'
            f'<{tag} name="{name}" contains="originalVersion">{body}</{tag}></akomaNtoso>\n'
        )

    def id(self, stem):
        self.ids[stem] = self.ids.get(stem, 0) + 1
        return f"{stem}_{self.ids[stem]}"

    def meta(self, path):
        uri = "/akn/un/statement/deliberation/un-ga/0001-01-01/draft"
        number = self.document.masthead.symbol or "none"

        def level(name, uri, extra):
            return (
                f'<FRBR{name}><FRBRthis value="{uri}/!{path}"/><FRBRuri value="{uri}"/>'
                f'<FRBRdate date="0001-01-01" name="{name}"/><FRBRauthor href="#un"/>'
                f"{extra}</FRBR{name}>"
            )

        work = (
            '<FRBRcountry value="un"/><FRBRsubtype value="deliberation"/>'
            f'<FRBRnumber value={quoteattr(number)}/><FRBRname value="{self.document.type.value}"/>'
        )
        code = self.language.iso_639_3
        return (
            '<meta><identification source="#un">'
            + level("Work", uri, work)
            + level("Expression", f"{uri}/{code}@", f'<FRBRlanguage language="{code}"/>')
            + level("Manifestation", f"{uri}/{code}@/.xml", "")
            + f'</identification><references source="#un"><TLCOrganization eId="{self.id("un")}" '
            'href="/ontology/organization/un" showAs="United Nations"/></references></meta>'
        )

    def masthead(self, line):
        role = head_role(line, self.language)
        tag = _ELEMENTS.get(role)
        if tag:
            return f"<p><{tag}>{escape(line)}</{tag}></p>"
        name = role.replace("_", "-") or "agenda-title"
        return f'<p><inline name="{name}">{escape(line)}</inline></p>'

    def inner(self, part, path, head=""):
        """The content of a statement or doc."""
        blocks = list(part.blocks)
        titles = []
        while blocks and not isinstance(blocks[0], Part) and blocks[0].kind is Kind.TITLE:
            titles.append(blocks.pop(0))
        front = head + "".join(
            f"<p>{escape(title.label_read)} <docTitle>{self.text(title.text)}</docTitle></p>"
            for title in titles
        )
        early = [
            i
            for i, b in enumerate(blocks)
            if not isinstance(b, Part) and b.kind in (Kind.ENACTING, Kind.PREAMBULAR)
        ]
        cut = early[-1] + 1 if early else 0
        preamble = "".join(map(self.preamble, blocks[:cut]))
        paths = dict(zip(map(id, part.parts), self.paths(part, path), strict=True))
        tail = len(blocks)
        while (
            tail > cut
            and isinstance(blocks[tail - 1], Part)
            and blocks[tail - 1].kind
            in (
                PartKind.ANNEX,
                PartKind.APPENDIX,
            )
        ):
            tail -= 1
        default = _DEFAULT.get(part.kind) or (Kind.OPERATIVE if early else Kind.PROSE)
        if part.kind is PartKind.DECISION:
            default = Kind.OPERATIVE
        body = self.body(blocks[cut:tail], paths, default) or "<p/>"
        closing = ""
        if part is self.document.root and self.document.masthead.closing:
            lines = self.document.masthead.closing.split("\n")
            closing = f"<conclusions>{''.join(f'<p>{escape(x)}</p>' for x in lines)}</conclusions>"
        attached = "".join(self.attachment(b, paths[id(b)]) for b in blocks[tail:])
        mine, self.components = self.components, []
        listed = "".join(self.holder("component", p, q, "statement", i) for i, p, q in mine)
        return (
            self.meta(path.replace("/", "_"))
            + (f"<preface>{front}</preface>" if front else "")
            + (f"<preamble>{preamble}</preamble>" if preamble else "")
            + f"<mainBody>{body}</mainBody>{closing}"
            + (f"<attachments>{attached}</attachments>" if attached else "")
            + (f"<components>{listed}</components>" if listed else "")
        )

    def paths(self, part, path):
        from drafter.model.tree import child_paths

        return child_paths(part, path)

    def attachment(self, part, path):
        return self.holder("attachment", part, path, "doc", self.id("att"))

    def holder(self, name, part, path, tag, eid):
        heading = self.headings.get(path, "")
        shown = f"<heading>{escape(heading)}</heading>" if heading else ""
        named = {"draft": "resolution", "part": "resolution"}.get(part.kind.value, part.kind.value)
        return (
            f'<{name} eId="{eid}" class="{part.kind.value}">{shown}<{tag} name="{named}">'
            f"{self.inner(part, path)}</{tag}></{name}>"
        )

    # text

    def text(self, text):
        out = []
        for span in text.spans:
            if span.kind is SpanKind.NOTE:
                out.append(self.note(span.text))
            elif span.kind is SpanKind.EMPHASIS:
                out.append(f"<i>{escape(span.text)}</i>")
            else:
                out.append(escape(span.text))
        return "".join(out)

    def note(self, note_id):
        note = self.numbers[note_id]
        eid = f"fn_{note_id}"
        if note_id in self.noted:
            return f'<noteRef href="#{eid}" marker="{note.number}"/>'
        self.noted.add(note_id)
        return (
            f'<authorialNote eId="{eid}" marker="{note.number}" placement="bottom">'
            f"<p>{self.text(note.text)}</p></authorialNote>"
        )

    def preamble(self, block):
        if block.kind is Kind.ENACTING:
            return f'<formula name="enactingFormula"><p>{self.text(block.text)}</p></formula>'
        content = f"<p>{self.text(block.text)}</p>" + self.items(block)
        return f'<container name="{block.kind.value}">{content}</container>'

    def items(self, block):
        """Sub-paragraphs where only blocks may stand."""
        if not block.children:
            return ""
        rows = ""
        for child in block.children:
            num = f"<num>{escape(self.labels[child.id])}</num>" if self.labels[child.id] else ""
            tag = "p" if child.kind is Kind.CONTINUATION else "item"
            if tag == "p":
                rows += f"</blockList><p>{self.text(child.text)}</p><blockList>"
            else:
                rows += f"<item>{num}<p>{self.text(child.text)}</p>{self.items(child)}</item>"
        return f"<blockList>{rows}</blockList>".replace("<blockList></blockList>", "")

    def body(self, blocks, paths, default):
        out, open_section = "", False
        for block in blocks:
            if isinstance(block, Part):
                out += self.contained(block, paths[id(block)])
            elif block.kind is Kind.HEADING:
                out += "</section>" if open_section else ""
                label = self.labels[block.id]
                num = f"<num>{escape(label)}</num>" if label else ""
                out += f"<section>{num}<heading>{self.text(block.text)}</heading>"
                open_section = True
            else:
                out += self.paragraph(block, "paragraph", default)
        return out + ("</section>" if open_section else "")

    def paragraph(self, block, tag, default):
        label = self.labels[block.id]
        num = f"<num>{escape(label)}</num>" if label else ""
        named = "" if block.kind is default else f' class="{block.kind.value}"'
        text = f"<p>{self.text(block.text)}</p>"
        if not block.children:
            return f"<{tag}{named}>{num}<content>{text}</content></{tag}>"
        last = len(block.children)
        while last and block.children[last - 1].kind is Kind.CONTINUATION:
            last -= 1
        inner = "".join(
            self.paragraph(
                child, "alinea" if child.kind is Kind.CONTINUATION else "point", child.kind
            )
            for child in block.children[:last]
        )
        wrap = "".join(f"<p>{self.text(c.text)}</p>" for c in block.children[last:])
        wrap = f"<wrapUp>{wrap}</wrapUp>" if wrap else ""
        return f"<{tag}{named}>{num}<intro>{text}</intro>{inner}{wrap}</{tag}>"

    def contained(self, part, path):
        if part.kind in (PartKind.DRAFT, PartKind.LETTERED):
            eid = self.id("cmp")
            self.components.append((eid, part, path))
            shown = quoteattr(self.headings.get(path, ""))
            return f'<componentRef src="#{eid}" showAs={shown}/>'
        blocks = list(part.blocks)
        titles = []
        while blocks and not isinstance(blocks[0], Part) and blocks[0].kind is Kind.TITLE:
            titles.append(blocks.pop(0))
        heading = self.headings.get(path, "")
        num = f"<num>{escape(heading)}</num>" if heading else ""
        shown = "".join(
            f"<{'heading' if i == 0 else 'subheading'}>{self.text(t.text)}"
            f"</{'heading' if i == 0 else 'subheading'}>"
            for i, t in enumerate(titles)
        )
        paths = dict(zip(map(id, part.parts), self.paths(part, path), strict=True))
        body = self.body(blocks, paths, _DEFAULT.get(part.kind, Kind.OPERATIVE))
        return f'<hcontainer name="{part.kind.value}">{num}{shown}{body}</hcontainer>'
