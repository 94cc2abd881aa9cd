"""Templates are files that others may correct: sandboxed, strict about names, always escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound
from jinja2.exceptions import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from drafter.errors import UnreadableInput
from drafter.writers.resources import folders

_SUFFIX = ".j2"
_NO_FILTERS: Mapping[str, Callable[..., object]] = {}


class Templates:
    """The templates of the shipped folder, with the user's own corrections before them."""

    def __init__(
        self, own: Path | None, filters: Mapping[str, Callable[..., object]] = _NO_FILTERS
    ) -> None:
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([str(folder) for folder in folders(own)]),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters.update(filters)

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
            place = f"{problem.filename or problem.name or name}:{problem.lineno}"
            raise _broken(place, problem) from None
        except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as problem:
            raise _broken(_place(problem, name), problem) from None


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
