"""Templates are files that others may correct: sandboxed, strict about names, always escaped."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import ClassVar

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.errors import UnreadableInput
from drafter.writers.directions import directed
from drafter.writers.resources import folders

_SUFFIX = ".j2"


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, asked once for each attribute of a type: its answer never depends on more, and
    a long document asks for some hundred thousand. The fields of our own values are always safe:
    only methods of strings would have to be guarded."""

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


class Templates:
    """The templates of the shipped folder, with the user's own corrections before them."""

    def __init__(self, own: Path | None) -> None:
        self.is_own = own is not None
        self._environment = _environment(folders(own))

    def parse(self, name: str) -> None:
        """Look at the template `name` without filling it. Raises `UnreadableInput` (place: template
        and line) where its syntax is broken."""
        try:
            self._environment.get_template(name)
        except TemplateSyntaxError as problem:
            raise _syntax(name, problem) from None

    def fill(self, name: str, values: Mapping[str, object]) -> str:
        """The template `name` with `values`.

        Raises `UnreadableInput` (place: template and line) where the template is missing, cannot
        be read, names something unknown, or does what a template may not.
        """
        try:
            return self._environment.get_template(name).render(values).lstrip("\n")
        except TemplateNotFound as problem:
            raise UnreadableInput("writing.no-template", place=name, name=str(problem)) from None
        except TemplateSyntaxError as problem:
            raise _syntax(name, problem) from None
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as problem:
            raise _broken(_place(problem, name), problem) from None


@cache
def _environment(searched: tuple[Path, ...]) -> ImmutableSandboxedEnvironment:
    """One for each folder: what was compiled is kept, and read again when its file changes."""
    environment = _Sandbox(
        loader=FileSystemLoader([str(folder) for folder in searched]),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        optimized=False,
    )
    environment.filters["directed"] = directed
    return environment


def _syntax(name: str, problem: TemplateSyntaxError) -> UnreadableInput:
    place = f"{problem.filename or problem.name or name}:{problem.lineno}"
    return _broken(place, problem)


def _place(problem: BaseException, name: str) -> str:
    """The line of the innermost template that `problem` passed through."""
    place, step = name, problem.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename
        if file.endswith(_SUFFIX):
            place = f"{file}:{step.tb_lineno}"
        step = step.tb_next
    return place


def _broken(place: str, problem: Exception) -> UnreadableInput:
    return UnreadableInput("writing.broken-template", place=place, problem=str(problem))
