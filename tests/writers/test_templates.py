"""Templates and layout are data that others correct: found, checked, and held in a sandbox."""

import shutil

import pytest

from drafter import writers
from drafter.errors import InvalidYaml, UnknownName, UnreadableInput
from drafter.languages import language
from drafter.writers import resources, templating
from drafter.writers.layout import layout
from tests.writers.writing_samples import parts, sample, viewed


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    (folder / "docx").mkdir(parents=True)
    return folder


def written(draft, **options):
    """Word, in this process (`tests/writers/test_apart.py` has the other)."""
    how = writers.WriteOptions(**options)
    return writers.writer("docx").write(viewed(draft), language(draft.language), how)


def _corrected(own, name, old, new):
    text = (resources.templates_folder() / name).read_text(encoding="utf-8")
    assert old in text
    (own / name).write_text(text.replace(old, new), encoding="utf-8")


def test_all_formats_have_a_name():
    assert {"docx", "txt"} <= set(writers.names())
    assert all(writers.writer(name).extension for name in writers.names())


def test_an_unknown_format_names_the_known_ones():
    with pytest.raises(UnknownName) as problem:
        writers.writer("wordperfect")
    assert "docx" in str(problem.value.params["known"])


def test_a_corrected_layout_is_used(own):
    _corrected(own, "layout.yaml", "width: 12240", "width: 11906")
    text = parts(written(sample("committee-en"), templates=own))["word/document.xml"].decode()
    assert 'w:w="11906"' in text


def test_a_corrected_template_goes_before_the_shipped_one(own):
    _corrected(own, "docx/app.xml.j2", "drafter", "corrected")
    found = parts(written(sample("committee-en"), templates=own))
    assert b"corrected" in found["docProps/app.xml"]


def test_one_measure_of_a_style_moves_word_files_and_pdf_pages_alike(own):
    _corrected(own, "layout.yaml", "Closing_Formula, based: SingleTxt, before: above",
               "Closing_Formula, based: SingleTxt, before: 301")  # fmt: skip
    word = parts(written(sample("resolution-en"), templates=own))["word/styles.xml"].decode()
    assert 'w:before="301"' in word[word.index('w:styleId="Closing"') :][:300]
    assert layout(own).style("Closing", "en").before == pytest.approx(15.05)


def test_a_style_has_what_the_style_it_is_based_on_says():
    rules = layout()
    heading, title = rules.style("H1", "zh"), rules.style("H1Centred", "zh")
    assert (title.align, title.keep, title.outline) == ("center", True, 1)
    assert (title.size, title.leading, title.before) == (12, 16.5, heading.before)


@pytest.mark.parametrize("name", ["H1", "TitleH1"])
def test_a_style_that_is_based_on_itself_is_named(own, name):
    _corrected(own, "layout.yaml", "{name: _ H_1,", "{name: _ H_1, based: TitleH1,")
    with pytest.raises(InvalidYaml) as problem:
        layout(own).style(name, "en")
    assert problem.value.message_id == "writing.layout-circle"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("top: 1440", "top: 2 cm", "writing.layout-number"),
        ("body: 21", "body: large", "writing.layout-number"),
        ("body: 21", "body: 900000000000", "writing.layout-number"),
        ("width: 12240", "width: -5", "writing.layout-page"),
        ('link: "#0000ff"', "link: red", "writing.layout-colour"),
        ("format: 1", "format: 2", "writing.layout-format"),
        ("counters:", "counter:", "writing.layout-unknown"),
        ("  width: 12240", "  wide: 12240", "writing.layout-unknown"),
        ("organ_leading: 390", "organ_lead: 390", "writing.layout-unknown"),
        (
            "- {left: 1267, first: -245, tab: 1267, label: right}",
            "- {left: 1267}",
            "writing.layout-missing",
        ),
        (
            "- {left: 1742, first: -475, tab: 1742}",
            "- {left: 1742, first: no, tab: 1}",
            "writing.layout-number",
        ),
        ("indents:\n", "indents:\n  section-H4: 1742\n", "writing.layout-shape"),
    ],
)
def test_a_fault_in_the_layout_is_named_with_its_place(own, old, new, message):
    _corrected(own, "layout.yaml", old, new)
    with pytest.raises(InvalidYaml) as problem:
        layout(own)
    assert problem.value.message_id == message
    assert "layout.yaml" in problem.value.place


@pytest.mark.parametrize(
    "template",
    [
        "{{ nothing_of_that_name }}",
        "{{ layout.page.nothing }}",
        "{% if %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ layout.update({}) }}",
        "{% include 'gone.xml.j2' %}",
        "{{ 1 / 0 }}",
        "{{ range(1000000000) }}",
        "{{ 10 ** 9 }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    ],
)
def test_a_template_that_goes_wrong_is_named(own, template):
    (own / "docx" / "app.xml.j2").write_text(template, encoding="utf-8")
    with pytest.raises(UnreadableInput) as problem:
        written(sample("committee-en"), templates=own)
    assert problem.value.message_id in {
        "writing.broken-template",
        "writing.no-template",
        "writing.template-recursion",
    }
    assert "app.xml.j2" in problem.value.place


def test_a_template_cannot_reach_files_outside_its_folders(own):
    (own / "docx" / "app.xml.j2").write_text("{% include '../../secret' %}", encoding="utf-8")
    (own.parent / "secret").write_text("secret", encoding="utf-8")
    with pytest.raises(UnreadableInput):
        written(sample("committee-en"), templates=own)


def test_templates_travel_in_the_wheel(tmp_path, monkeypatch):
    package = tmp_path / "drafter"
    shutil.copytree(resources.templates_folder(), package / "_data" / "templates")
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.templates_folder() == package / "_data" / "templates"


def test_an_installation_without_templates_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "a" / "drafter")
    with pytest.raises(UnreadableInput) as problem:
        resources.templates_folder()
    assert problem.value.message_id == "writing.no-templates"


@pytest.mark.parametrize("name", ["committee-en", "draft-ar"])
def test_the_sandbox_prints_what_the_shipped_templates_print(tmp_path, name):
    own = tmp_path / "templates"
    shutil.copytree(resources.templates_folder(), own)
    assert written(sample(name), templates=own) == written(sample(name))


def _seen(monkeypatch, folder):
    """The templates compiled by an engine that starts anew, and the file it made."""
    templating._environment.cache_clear()
    compiled = []

    def noting(environment, source, *args, **kwargs):
        compiled.append(args[0])
        return _GENERATED(environment, source, *args, **kwargs)

    monkeypatch.setattr(templating.Environment, "_generate", noting)
    return compiled, written(sample("committee-en"), compiled=folder)


_GENERATED = templating.Environment._generate


def test_templates_are_compiled_once_for_all_processes(tmp_path, monkeypatch):
    first, made = _seen(monkeypatch, tmp_path / "kept")
    again, same = _seen(monkeypatch, tmp_path / "kept")
    assert first
    assert not again
    assert same == made


def test_what_is_kept_of_templates_may_be_torn_or_gone(tmp_path, monkeypatch):
    first, made = _seen(monkeypatch, tmp_path / "kept")
    files = sorted(each for each in (tmp_path / "kept").rglob("*") if each.is_file())
    for number, file in enumerate(files):
        file.write_bytes(file.read_bytes()[: number * 10])
    again, same = _seen(monkeypatch, tmp_path / "kept")
    assert len(again) == len(first)
    assert same == made


def test_where_nothing_can_be_kept_templates_are_compiled_as_they_are_needed(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    again, made = _seen(monkeypatch, tmp_path / "file")
    assert again
    assert made == written(sample("committee-en"))


def test_templates_of_others_are_never_kept_compiled(tmp_path, own):
    _corrected(own, "docx/app.xml.j2", "drafter", "corrected")
    written(sample("committee-en"), templates=own, compiled=tmp_path / "kept")
    assert not (tmp_path / "kept").exists()
