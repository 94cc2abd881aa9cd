"""Strict discovery of plug-ins: every module in a plug-in folder declares its one constant."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

from drafter.errors import BrokenPlugin

T = TypeVar("T")


def modules(package: ModuleType) -> tuple[str, ...]:
    """The dotted names of all modules below `package`, depth first, in name order."""
    found: list[str] = []
    for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        if not info.ispkg:
            found.append(info.name)
    return tuple(sorted(found))


def discover(package: ModuleType, constant: str, kind: type[T]) -> tuple[T, ...]:
    """The `constant` of every module below `package`.

    Raises `BrokenPlugin` naming the module that does not declare it, or declares something else.
    """
    return tuple(_declared(name, constant, kind) for name in modules(package))


def _declared(module_name: str, constant: str, kind: type[T]) -> T:
    value = getattr(importlib.import_module(module_name), constant, None)
    if not isinstance(value, kind):
        raise BrokenPlugin(
            "error.broken-plugin", place=module_name, constant=constant, kind=kind.__name__
        )
    return value
