"""Changes to a seed text that leave what it says alone."""

import re

_HAN = "\u3400-\u9fff\u3000-\u303f\uff00-\uffef"


def without_blank_lines(text):
    """No empty line within the text; the masthead, where they tell titles apart, keeps its own."""
    head, body = parted(text)
    return head + "\n".join(line for line in body.split("\n") if line.strip())


def with_doubled_blank_lines(text):
    return re.sub(r"\n(?=[^\S\n]*\n)", "\n\n", text)


def with_crlf(text):
    return text.replace("\n", "\r\n")


def without_spaces_at_digits(text):
    """White space between a Han character and a digit taken out, where a mark is not glued."""
    text = re.sub(rf"(?<=[{_HAN}])[ ](?=\d{{4}})", "", text)
    return re.sub(r"(?<=\d)[ ](?=[年月日号届次])", "", text)


def with_spaces_at_digits(text):
    """White space put between years and Han characters, and before 年, 月 and 日."""
    text = re.sub(rf"(?<=[{_HAN}])(?=(?:19|20)\d\d)", " ", text)
    return re.sub(r"(?<=\d)(?=[年月日])", " ", text)


def without_line_ends_spaces(text):
    return re.sub(r"[^\S\n]+(?=\n)", "", text)


def with_full_width_indents(text):
    """First lines set in by ideographic spaces, as word processors do."""
    return re.sub(r"(?m)^ (?=\S)", "\u3000\u3000", text)


def parted(text):
    """The text up to the enacting words or the first label, and the rest."""
    found = re.search(r"(?m)^\s*(?:大会，?\s*$|[一1][.．]\s)", text)
    return text[: found.start()], text[found.start() :]
