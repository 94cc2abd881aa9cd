"""Templates of the user's own in another process: what they give, and how they are ended."""

import io
import os
import sys
from multiprocessing import resource_tracker

import pytest

from drafter.errors import UnreadableInput
from drafter.messages import language, set_language
from drafter.writers import apart as process
from drafter.writers.apart import apart
from drafter.writers.templating import Templates


def _filled(folder, template):
    (folder / "html").mkdir()
    (folder / "html" / "page.html.j2").write_text(template, encoding="utf-8")
    return apart(folder, "html", 0, Templates(folder).fill, "html/page.html.j2", {"word": "移民"})


def test_a_template_is_filled_apart(tmp_path):
    assert _filled(tmp_path, "{{ word }}, apart") == "移民, apart"


def test_a_template_is_filled_under_a_screen_that_keeps_standard_error(tmp_path, monkeypatch):
    kept, tracker = io.StringIO(), resource_tracker.ResourceTracker()
    kept.fileno = lambda: -1  # as in Textual
    monkeypatch.setattr(resource_tracker, "getfd", tracker.getfd)
    monkeypatch.setattr(sys, "stderr", kept)
    assert _filled(tmp_path, "{{ word }}") == "移民"
    assert sys.stderr is kept
    tracker._stop()


def test_the_other_process_speaks_the_language_of_the_interface(tmp_path):
    set_language("zh")
    try:
        assert apart(tmp_path, "html", 0, language) == "zh"
    finally:
        set_language("en")


@pytest.mark.parametrize(
    ("template", "message"),
    [
        (
            "\n{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
            "writing.template-endless",
        ),
        ("\n{{ 'x' * 10000000000 }}", "writing.template-memory"),
        ("\n{{ nothing }}", "writing.broken-template"),
    ],
)
def test_a_template_that_never_ends_or_fills_the_memory_is_named_with_its_line(
    tmp_path, monkeypatch, template, message
):
    monkeypatch.setattr(process, "_SECONDS", 1)
    with pytest.raises(UnreadableInput) as problem:
        _filled(tmp_path, template)
    assert problem.value.message_id == message
    assert problem.value.place == f"{tmp_path / 'html' / 'page.html.j2'}:2"


def test_what_brings_its_process_down_is_an_error(tmp_path):
    (tmp_path / "pdf").mkdir()
    with pytest.raises(UnreadableInput) as problem:
        apart(tmp_path, "pdf", 0, os.abort)
    assert problem.value.message_id == "writing.template-stopped"
    assert problem.value.place == str(tmp_path / "pdf")


def test_shipped_templates_need_no_other_process():
    assert apart(None, "html", 0, os.getpid) == os.getpid()
