"""Every error drafter raises at its edges: what happened, where, and what to do.

Inside the program problems are `Finding` values; only the edges (files, arguments, plug-in
discovery) raise. An error carries a message id and its parameters; the skins render the sentence
in the interface language through `drafter.messages`.
"""

from __future__ import annotations


class DrafterError(Exception):
    """A problem the user can act on.

    `message_id` and `hint_id` name entries of the message catalogue, `params` fill their fields,
    `place` says where in the user's own terms ("clauses/zh/x.yaml:12", "operative paragraph 15").
    """

    exit_code = 2

    def __init__(
        self, message_id: str, *, place: str = "", hint_id: str = "", **params: str | int
    ) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.place = place
        self.hint_id = hint_id
        self.params = params

    def __str__(self) -> str:
        fields = ", ".join(f"{key}={value}" for key, value in self.params.items())
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.message_id}({fields})"


class UnreadableInput(DrafterError):
    """A file that cannot be read: missing, not text, damaged, too large, a newer format."""


class MissingFile(UnreadableInput):
    """A file that is not there; `place` is the path that was named."""


class InvalidYaml(UnreadableInput):
    """YAML that breaks the rules: syntax, duplicate key, alias, unknown key, wrong type."""


class InvalidRecord(DrafterError):
    """A record that is no document: unknown or missing field, wrong value, an id used twice.

    `path` leads to the value in the record; whoever knows the file turns it into file and line.
    """

    def __init__(
        self, message_id: str, *, path: tuple[str | int, ...], **params: str | int
    ) -> None:
        super().__init__(message_id, place=".".join(map(str, path)), hint_id="", **params)
        self.path = path


class UsageError(DrafterError):
    """Arguments or options that do not fit together."""


class EditRefused(DrafterError):
    """An edit that the document cannot take, such as indenting the first sub-paragraph."""


class UnknownName(DrafterError):
    """A language, format, check or document type that no room provides."""


class BrokenPlugin(DrafterError):
    """A module in a plug-in folder that does not declare its constant."""


class RefusedOverwrite(DrafterError):
    """A file that would be overwritten, or that changed on disk since it was read."""

    exit_code = 3


class Locked(DrafterError):
    """A draft that another running drafter holds."""

    exit_code = 3
