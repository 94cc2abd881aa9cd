"""Two languages' patterns for dates and citations, as a language's data would hand them in."""

from drafter.model.citations import CitationPatterns
from drafter.model.dates import DatePatterns

ZH_DATES = DatePatterns(
    patterns=(
        r"(?P<year>(?:1[89]|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*日",
        r"(?P<year>(?:1[89]|20)\d\d)\s*年\s*(?P<month>\d{1,2})\s*月",
        r"(?P<year>(?:1[89]|20)\d\d)\s*年",
    ),
    form="{year}年{month}月{day}日",
)
_MONTHS = "January February March April May June July August September October November December"
EN_DATES = DatePatterns(
    patterns=(r"(?P<day>\d{1,2})\s+{month}\s+(?P<year>\d{4})", r"{month}\s+(?P<year>\d{4})"),
    months=tuple((name, number) for number, name in enumerate(_MONTHS.split(), 1)),
    form="{day} {month} {year}",
)
ZH = CitationPatterns(
    dates=ZH_DATES,
    item=r"(?:{date} ?(?:(?:题为|关于)[^，；。、]{0,60}?的)?)?(?P<core>第?\s*{number} ?号?)",
    join=r" ?(?:、|和|及|以及|与) ?",
    resolution=r"{items} ?(?:各项)?决议",
    decision=r"{items} ?(?:各项)?决定",
    paragraph=r"第 ?(?P<number>\d{1,3}(?: ?[、和至-] ?\d{1,3})*) ?段",
    bodies=(
        ("人口与发展委员会", ""),
        ("经济及社会理事会", "E"),
        ("安全理事会", "S"),
        ("人权理事会", "A/HRC"),
        ("大会", "A"),
    ),
    forms=(
        ("resolution", "第{number}号决议"),
        ("resolution-dated", "{date}第{number}号决议"),
        ("decision", "第{number}号决定"),
        ("paragraph", "第{number}段"),
    ),
    year_space="",
)
EN = CitationPatterns(
    dates=EN_DATES,
    item=r"(?P<core>{number})(?:\s+of\s+{date})?(?:,\s+entitled\s+“[^”]*”)?",
    join=r",\s+and\s+|,\s+|\s+and\s+|\s+or\s+",
    resolution=r"[Rr]esolutions?\s+{items}",
    decision=r"[Dd]ecisions?\s+{items}",
    paragraph=r"[Pp]aragraphs?\s+(?P<number>\d{1,3}(?:\s\([a-z]+\))*(?:(?:,|,?\s+and|\s+to)\s+\d{1,3}"
    r"(?:\s\([a-z]+\))*)*)",
    bodies=(
        ("Economic and Social Council", "E"),
        ("Security Council", "S"),
        ("Human Rights Council", "A/HRC"),
        ("United Nations Environment Assembly", ""),
        ("General Assembly", "A"),
        ("its", "A"),
    ),
    forms=(
        ("resolution", "resolution {number}"),
        ("resolution-dated", "resolution {number} of {date}"),
    ),
)
