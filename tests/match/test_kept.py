"""An index kept in a folder: derived, brought up to date, mapped, shared, built again."""

import mmap
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drafter.compare.tokens import norms
from drafter.languages import language
from drafter.match import KeptIndex, building, kept
from drafter.match.array_file import DamagedIndex, open_arrays, write_arrays
from drafter.match.index_parts import SUFFIX
from drafter.match.kept import MANIFEST
from tests.match.brute import brute_force
from tests.match.clauses import clause

ZH = language("zh")
TEXTS = (
    "鼓励会员国加强合作；",
    "鼓励各会员国加强国际合作；",
    "请秘书长提交报告；",
    "决定休会；",
    "移徙者的权利；",
)


class Files:
    """Clause files in memory: name → texts; `read` are the names of those that were read."""

    def __init__(self, **held):
        self.held = held
        self.read = []

    @property
    def state(self):
        return repr(sorted(self.held.items()))

    @property
    def files(self):
        return {name: repr(texts) for name, texts in self.held.items()}

    def clauses(self, files):
        for name in files:
            self.read.append(name)
            for number, text in enumerate(self.held[name]):
                yield name, f"{name}#{number}", text

    def answers(self, text):
        made = [clause(each, place=key) for _, key, each in self.clauses(sorted(self.held))]
        found = brute_force(text, made, limit=50, floor=0.1)
        return [(key.partition("resolution/")[2], score) for key, score in found]


def answers(index, text):
    words = norms(text.replace("移徙者", "移民"))
    return [(each.key, each.score) for each in index.top(words, limit=50, floor=0.1)]


def current(folder, files):
    index = KeptIndex(folder, ZH, files)
    index.update()
    return index


def sound(index, files):
    assert len(index) == sum(map(len, files.held.values()))
    for text in TEXTS:
        assert answers(index, text) == files.answers(text)


@pytest.fixture
def files():
    return Files(a=TEXTS[:2], b=TEXTS[2:], c=TEXTS)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "zh"


CHANGES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.lists(st.sampled_from(TEXTS), max_size=3).map(tuple)),
    min_size=1,
    max_size=12,
)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(changes=CHANGES)
def test_whatever_is_added_changed_and_removed_the_answers_are_those_of_a_new_index(
    tmp_path_factory, changes
):
    folder, files = tmp_path_factory.mktemp("kept"), Files(a=TEXTS)
    index = current(folder, files)
    for name, texts in changes:
        # a file without clauses is one that is gone
        files.held.pop(name, None)
        if texts:
            files.held[name] = texts
        index.update()
        sound(index, files)
    sound(KeptIndex(folder, ZH, files), files)


def test_only_files_that_are_new_or_changed_are_read(files, folder):
    files.held |= {f"n{number}": TEXTS[:1] for number in range(6)}
    index = current(folder, files)
    files.held["b"], files.held["d"] = TEXTS[:1], TEXTS[1:2]
    del files.held["a"]
    files.read.clear()
    assert index.update()
    assert sorted(files.read) == ["b", "d"]
    sound(index, files)
    assert not index.update()


def test_a_fresh_index_reads_no_file(files, folder):
    current(folder, files)
    files.read.clear()
    index = KeptIndex(folder, ZH, files)
    assert index.is_current
    assert not index.update()
    assert files.read == []
    sound(index, files)


def test_an_open_index_answers_with_what_was_there_until_it_is_brought_up_to_date(files, folder):
    index = current(folder, files)
    before = answers(index, TEXTS[3])
    del files.held["c"]
    late = KeptIndex(folder, ZH, files)
    assert not late.is_current
    assert answers(late, TEXTS[3]) == before
    late.update()
    sound(late, files)


def test_many_small_additions_stay_few_segments(files, folder):
    index = current(folder, files)
    for number in range(40):
        files.held[f"n{number:02d}"] = TEXTS[number % 5 :]
        index.update()
        assert len(index.parts) <= 7
    sound(index, files)
    sound(KeptIndex(folder, ZH, files), files)


def test_what_has_too_many_kinds_of_tokens_for_a_segment_makes_several(files, folder, monkeypatch):
    whole = current(None, files)
    words = len({word for texts in files.held.values() for text in texts for word in norms(text)})
    monkeypatch.setattr(building, "MOST_WORDS", words * 2 // 3)
    files.held = {
        f"{name}{at}": (text,) for name, held in files.held.items() for at, text in enumerate(held)
    }
    index = current(folder, files)
    assert len(index.parts) > 1
    sound(index, files)
    assert len(index) == len(whole)
    for number in range(12):
        files.held[f"n{number:02d}"] = TEXTS[number % 5 :][:1]
        index.update()
        sound(index, files)
    files.read.clear()
    files.held["x"] = TEXTS[:1]
    index.update()
    # what cannot be joined is not read again and again
    assert len(files.read) < len(files.held)
    sound(KeptIndex(folder, ZH, files), files)


def test_what_it_opens_is_mapped_and_not_read(files, folder):
    current(folder, files)
    (path,) = folder.glob(f"*{SUFFIX}")
    for array in open_arrays(path).arrays.values():
        base = array
        while getattr(base, "base", None) is not None:
            base = base.base
        assert isinstance(base.obj if isinstance(base, memoryview) else base, mmap.mmap)


def test_the_same_clauses_give_the_same_bytes(files, tmp_path):
    for name in ("one", "two"):
        current(tmp_path / name, files)
    one, two = (sorted((tmp_path / name).glob(f"*{SUFFIX}")) for name in ("one", "two"))
    assert [path.name for path in one] == [path.name for path in two]
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def _flip(place):
    def damage(data):
        at = int(len(data) * place)
        return data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]

    return damage


DAMAGES = {
    "empty": lambda data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "foreign": lambda data: b"SQLite format 3\0" + data,
    "magic": _flip(0.0),
    "header": _flip(0.01),
    "longer": lambda data: data + b"\0",
}


@pytest.mark.parametrize("name", DAMAGES)
@pytest.mark.parametrize("which", [f"*{SUFFIX}", MANIFEST])
def test_a_damaged_index_is_built_again(name, which, files, folder):
    current(folder, files)
    (path,) = folder.glob(which)
    path.write_bytes(DAMAGES[name](path.read_bytes()))
    sound(current(folder, files), files)
    sound(KeptIndex(folder, ZH, files), files)


@pytest.mark.parametrize("place", [0.3, 0.5, 0.7, 0.9, 0.999])
def test_a_byte_that_changed_is_found_when_it_is_read_through(place, files, folder):
    index = current(folder, files)
    assert index.verify()
    (path,) = folder.glob(f"*{SUFFIX}")
    with path.open("r+b") as file:
        data = _flip(place)(file.read())
        file.seek(0)
        file.write(data)
    if any(_checked(path)):
        assert not index.verify()
    sound(index, files)
    sound(KeptIndex(folder, ZH, files), files)


def _checked(path):
    """Whether the byte that changed is one of an array, and not of what fills the gaps."""
    try:
        open_arrays(path).verify()
    except DamagedIndex:
        yield True


def test_all_pairs_are_read_from_a_sound_index(files, folder):
    index = current(folder, files)
    wanted = sorted(each.score for each in index.alike(0.5))
    (path,) = folder.glob(f"*{SUFFIX}")
    arrays = open_arrays(path).arrays
    with path.open("r+b") as file:
        file.seek(path.stat().st_size - arrays["lost0"].nbytes)
        file.write(os.urandom(8))
    assert sorted(each.score for each in index.alike(0.5)) == wanted


def test_a_segment_that_is_gone_is_built_again(files, folder):
    current(folder, files)
    for path in folder.glob(f"*{SUFFIX}"):
        path.unlink()
    sound(current(folder, files), files)


def test_texts_read_in_another_way_are_another_index(files, folder, monkeypatch):
    current(folder, files)
    monkeypatch.setattr(kept, "VERSION", kept.VERSION + 1)
    files.read.clear()
    sound(current(folder, files), files)
    assert files.read


def test_without_a_folder_or_where_it_cannot_be_written_it_works_in_memory(files, tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    for folder in (None, tmp_path / "file" / "zh"):
        index = current(folder, files)
        sound(index, files)
        del files.held["a"]
        index.update()
        sound(index, files)
        files.held["a"] = TEXTS[:2]


OTHER = """
import sys
from pathlib import Path
from tests.match.test_kept import TEXTS, ZH, Files, answers, current
index = current(Path(sys.argv[1]), files := Files(a=TEXTS[:2], b=TEXTS[2:], c=TEXTS))
print("open", flush=True)
for line in sys.stdin:
    name, count = line.split()
    files.held[name] = TEXTS[: int(count)]
    index.update()
    print(all(answers(index, text) == files.answers(text) for text in TEXTS), flush=True)
"""


def test_two_programs_may_have_it_open_and_change_it(files, folder):
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", OTHER, str(folder)],
        cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    ) as other:  # fmt: skip
        assert other.stdout.readline() == "open\n"
        index = current(folder, files)
        for number in range(8):
            # both see the same files change, and bring the index up to date at once
            name, count = f"n{number}", 1 + number % 4
            files.held[name] = TEXTS[:count]
            other.stdin.write(f"{name} {count}\n")
            index.update()
            sound(index, files)
            assert other.stdout.readline() == "True\n"
            sound(index, files)
        other.stdin.close()
    sound(current(folder, files), files)
    assert not list(folder.glob("*.tmp"))


def test_it_may_be_asked_while_it_changes(files, folder):
    index = current(folder, files)
    errors, done = [], threading.Event()

    def ask():
        try:
            while not done.is_set():
                for text in TEXTS:
                    assert any(score == 1.0 for _, score in answers(index, text))
                list(index.alike(0.5))
        except Exception as error:  # a thread's error must reach the test
            errors.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for each in threads:
        each.start()
    for number in range(15):
        files.held[f"n{number}"] = TEXTS[: 1 + number % 4]
        index.update()
    done.set()
    for each in threads:
        each.join()
    assert not errors
    sound(index, files)


def test_arrays_come_back_as_they_were_written(tmp_path):
    import numpy as np

    arrays = {
        "none": np.zeros(0, np.int32),
        "matrix": np.arange(12, dtype=np.uint64).reshape(3, 4),
        "flags": np.array([True, False]),
    }
    write_arrays(tmp_path / "x", arrays, {"about": 1})
    found = open_arrays(tmp_path / "x")
    assert found.about == {"about": 1}
    found.verify()
    for name, array in arrays.items():
        assert found.arrays[name].dtype == array.dtype
        assert (found.arrays[name] == array).all()
