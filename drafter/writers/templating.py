"""Templates are files that others may correct: theirs in a sandbox, all strict about names, always
escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import ClassVar, NoReturn

import jinja2
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter import __version__
from drafter.errors import UnreadableInput
from drafter.writers.directions import directed
from drafter.writers.resources import folders

_SUFFIX = ".j2"
_DIGEST = 32  # bytes of SHA-256
# what is compiled depends on the engine, and on how it is set up below
_MADE_BY = f"shipped-jinja2-{jinja2.__version__}-drafter-{__version__}"
# what a template can do wrong, an end of its time, memory or calls included
_FAULTS = (
    TemplateError, ArithmeticError, LookupError, TypeError, ValueError,
    TimeoutError, MemoryError, RecursionError,
)  # fmt: skip


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, asked once for each attribute of a type: its answer never depends on more, and
    a long document asks for some hundred thousand. The fields of our own values are always safe:
    only methods of strings would have to be guarded. Powers are refused: one can take hours, in
    which nothing can be asked of the process."""

    intercepted_binops = frozenset({"**"})
    _answers: ClassVar[dict[tuple[type, str], bool]] = {}

    def getattr(self, obj: object, attribute: str) -> object:
        """The attribute or item of `obj` with this name, undefined where it is not safe."""
        if attribute in getattr(obj, "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        """Whether a template may look at `attr` of what is of the type of `obj`."""
        key = (type(obj), attr)
        if key not in self._answers:
            self._answers[key] = super().is_safe_attribute(obj, attr, value)
        return self._answers[key]

    def call_binop(self, *_: object) -> NoReturn:
        """The one operator that is intercepted."""
        raise SecurityError("** is not allowed")


class _Compiled(BytecodeCache):
    """Compiled templates, kept from one process to the next as Python keeps modules. Jinja compiles
    again what has another source; what was torn has another digest, and where the folder cannot be
    read or written nothing is kept."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_bytecode(self, bucket: Bucket) -> None:
        """The compiled template into `bucket`, which stays empty where there is none."""
        with suppress(OSError):
            kept = (self._folder / bucket.key).read_bytes()
            digest, code = kept[:_DIGEST], kept[_DIGEST:]
            if sha256(code).digest() == digest:
                bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what stands in `bucket`."""
        code = bucket.bytecode_to_string()
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (self._folder / bucket.key).write_bytes(sha256(code).digest() + code)


class Templates:
    """The templates of the shipped folder, with the user's own corrections before them. The shipped
    ones are kept compiled in the folder `compiled` (None: nowhere); what others wrote is compiled
    in every process."""

    def __init__(self, own: Path | None, compiled: Path | None = None) -> None:
        self.is_own = own is not None
        self._folders = folders(own)
        # The shipped templates are code of the program as its modules are and need no guard, which
        # would be asked at each of the hundred thousand attributes of a document.
        kind = _Sandbox if self.is_own else Environment
        self._environment = _environment(kind, self._folders, None if self.is_own else compiled)

    def parse(self, name: str) -> None:
        """Look at the template `name` without filling it; raises as `fill` does."""
        with self._faults_told(name):
            self._environment.get_template(name)

    def fill(self, name: str, values: Mapping[str, object]) -> str:
        """The template `name` with `values`.

        Raises `UnreadableInput` (place: template and line) where the template is missing, cannot
        be read, names something unknown, does what a template may not, or where its time or memory
        came to an end (`drafter.writers.apart`).
        """
        with self._faults_told(name):
            return self._environment.get_template(name).render(values).lstrip("\n")

    @contextmanager
    def _faults_told(self, name: str) -> Iterator[None]:
        try:
            yield
        except TemplateSyntaxError as problem:
            place = f"{problem.filename or problem.name or name}:{problem.lineno}"
            raise _told(problem, place) from None
        except _FAULTS as problem:
            raise _told(problem, _line(problem) or self._file(name)) from None

    def _file(self, name: str) -> str:
        files = (folder / name for folder in self._folders)
        return str(next((file for file in files if file.is_file()), name))


@cache
def _environment(
    kind: type[Environment], searched: tuple[Path, ...], compiled: Path | None
) -> Environment:
    """One for each folder: what was compiled is kept, and read again when its file changes."""
    environment = kind(
        loader=FileSystemLoader([str(folder) for folder in searched]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
        bytecode_cache=_Compiled(compiled / _MADE_BY) if compiled else None,
    )
    environment.filters["directed"] = directed
    return environment


def _told(problem: BaseException, place: str) -> UnreadableInput:
    match problem:
        case TemplateNotFound():
            return UnreadableInput("writing.no-template", place=place, name=str(problem.name))
        case TimeoutError():
            return UnreadableInput("writing.template-endless", place=place)
        case MemoryError():
            return UnreadableInput("writing.template-memory", place=place)
        case RecursionError():
            return UnreadableInput("writing.template-recursion", place=place)
    return UnreadableInput("writing.broken-template", place=place, problem=str(problem).rstrip("."))


def _line(problem: BaseException) -> str:
    """The line of the innermost template that `problem` passed through, "" for none."""
    place, step = "", problem.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(_SUFFIX):
            place = f"{file}:{step.tb_lineno}"
        step = step.tb_next
    return place
