"""Tracked changes accepted or rejected as Word does it, on the XML alone: nothing of drafter."""

from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GAINS = (f"{W}ins", f"{W}moveTo")
LOSSES = (f"{W}del", f"{W}moveFrom")
RANGES = tuple(f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End"))
HOLDERS = (f"{W}hyperlink", f"{W}fldSimple")
NAMES = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}


def accepted(part):
    return _resolved(part, gone=LOSSES, kept=GAINS, rejecting=False)


def rejected(part):
    return _resolved(part, gone=GAINS, kept=LOSSES, rejecting=True)


def plain(part):
    """The part as it is, in the form in which the two above give theirs."""
    root = ElementTree.fromstring(part)  # noqa: S314  made by the code under test
    _join_runs(root)
    return _written(root)


def _resolved(part, *, gone, kept, rejecting):
    root = ElementTree.fromstring(part)  # noqa: S314  made by the code under test
    _rows(root, gone, kept)
    _blocks(root, gone, kept)
    _runs(root, gone, kept)
    _properties(root, rejecting=rejecting)
    _join_runs(root)
    return _written(root)


def _rows(root, gone, kept):
    for table in root.iter(f"{W}tbl"):
        for row in list(table.findall(f"{W}tr")):
            properties = row.find(f"{W}trPr")
            if properties is None:
                continue
            if any(properties.find(tag) is not None for tag in gone):
                table.remove(row)
            for tag in kept:
                for mark in properties.findall(tag):
                    properties.remove(mark)
            if not len(properties):
                row.remove(properties)


def _blocks(element, gone, kept):
    """Run paragraphs whose mark goes into the next one; take the marks of the others away."""
    for child in element:
        _blocks(child, gone, kept)
    for child in [each for each in element if each.tag in RANGES]:
        element.remove(child)
    carried = []
    for child in list(element):
        if child.tag != f"{W}p":
            if child.tag not in (f"{W}bookmarkStart", f"{W}bookmarkEnd"):
                assert not carried, "a paragraph mark went that nothing follows"
            continue
        properties = child.find(f"{W}pPr")
        marks = properties.find(f"{W}rPr") if properties is not None else None
        goes = marks is not None and any(marks.find(tag) is not None for tag in gone)
        if marks is not None:
            for tag in (*gone, *kept):
                for mark in marks.findall(tag):
                    marks.remove(mark)
            if not len(marks):
                properties.remove(marks)
        own = [each for each in child if each is not properties]
        if goes:
            carried += own
            element.remove(child)
            continue
        for each in reversed(carried):
            child.insert(0 if properties is None else 1, each)
        carried = []
    assert not carried, "a paragraph mark went that nothing follows"


def _runs(element, gone, kept):
    for child in list(element):
        held = len(child)
        _runs(child, gone, kept)
        if child.tag in HOLDERS and held and not len(child):
            element.remove(child)  # a link without words is none
            continue
        if child.tag in gone and element.tag != f"{W}rPr":
            element.remove(child)
        elif child.tag in kept and element.tag != f"{W}rPr":
            at = list(element).index(child)
            element.remove(child)
            for each in reversed(child):
                element.insert(at, each)
        elif child.tag in NAMES:
            child.tag = NAMES[child.tag]


def _properties(root, *, rejecting):
    for properties in list(root.iter(f"{W}pPr")):
        change = properties.find(f"{W}pPrChange")
        if change is None:
            continue
        properties.remove(change)
        if rejecting:
            section = properties.find(f"{W}sectPr")
            marks = properties.find(f"{W}rPr")
            for each in list(properties):
                properties.remove(each)
            before = change.find(f"{W}pPr")
            properties.extend(before if before is not None else ())
            properties.extend(each for each in (marks, section) if each is not None)


def _join_runs(root):
    """Runs of one look side by side are one run, and their words one text."""
    for element in list(root.iter()):
        if element.tag == f"{W}pPr" and not len(element):
            continue
        last = None
        for child in list(element):
            if child.tag != f"{W}r":
                last = None
                continue
            if last is not None and _look(last) == _look(child):
                last.extend(each for each in child if each.tag != f"{W}rPr")
                element.remove(child)
            else:
                last = child
        for run in element.findall(f"{W}r"):
            _join_texts(run)
    for element in root.iter():
        for child in list(element):
            if child.tag in (f"{W}pPr", f"{W}r") and not len(child):
                element.remove(child)


def _look(run):
    properties = run.find(f"{W}rPr")
    return b"" if properties is None else ElementTree.tostring(properties), sorted(run.items())


def _join_texts(run):
    last = None
    for child in list(run):
        if child.tag != f"{W}t":
            last = None
            continue
        words = child.text or ""
        if child.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", "") != "preserve":
            words = words.strip(" \t\r\n")
        child.text = words
        if last is not None:
            last.text += words
            run.remove(child)
        else:
            last = child


def _written(root):
    for each in root.iter():
        if each.tag == f"{W}p":
            each.attrib.clear()  # by which Word knows in which session it was saved
        if each.tag not in (f"{W}t", f"{W}instrText"):
            each.text = None
        each.tail = None
    return ElementTree.tostring(root)


def words(part):
    """All that a part prints, without white space."""
    root = ElementTree.fromstring(part)  # noqa: S314  made by the code under test
    return "".join("".join(each.text or "" for each in root.iter(f"{W}t")).split())
