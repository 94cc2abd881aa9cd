"""Export: which formats, as what, where to, and the first page as it will print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Grid, Horizontal
from textual.widgets import Input, Label

from drafter.errors import DrafterError
from drafter.messages import say
from drafter.model.tree import DocumentType
from drafter.tui.asking import Asker
from drafter.tui.cells import clean
from drafter.tui.present.places import is_folder, typed_path
from drafter.tui.present.problems import sentence_of
from drafter.tui.prose import prose
from drafter.tui.screens.forms import Form
from drafter.tui.screens.putting import Putting
from drafter.tui.widgets.field import Field
from drafter.tui.widgets.pick import Pick
from drafter.tui.widgets.prose_pane import Block, ProsePane
from drafter.tui.widgets.tick import Tick
from drafter.tui.widgets.words import Words
from drafter.workspace.previewing import FirstPage
from drafter.workspace.rendering import Asked, Rendered

_OWN = ""
_STAGES = ("as-is", "draft", "final")
_USUAL = "docx"


@dataclass(frozen=True, slots=True)
class Export:
    """The formats to write, the file or folder to write to, and how it is asked for."""

    formats: tuple[str, ...]
    target: Path
    asked: Asked


@dataclass(frozen=True, slots=True)
class Exported:
    """The files that were written, and what they could not hold as they should, a line each."""

    paths: tuple[Path, ...]
    notices: tuple[str, ...] = ()


class ExportForm(Form[Exported]):
    """Which formats, as which type, at which stage, and where to; below, the first page. It stays
    until the files are written. They are made meanwhile; Esc stops waiting for them, and nothing
    is written."""

    title_id = "tui.export-title"

    def __init__(
        self,
        formats: tuple[tuple[str, str], ...],
        target: str,
        own: DocumentType,
        others: tuple[DocumentType, ...],
        *,
        page: Callable[[Asked], FirstPage],
        make: Callable[[tuple[str, ...], Asked], Rendered],
    ) -> None:
        """`formats` as (name, extension); `own` is the type of the document, `others` those that it
        can be printed as; `page` gives its first page and raises what stands in the way of it,
        `make` the files in the formats that are asked for. Both are asked in threads."""
        super().__init__()
        self.formats = formats
        self.target = clean(target)
        self.own = own
        self.others = others
        self.page = page
        self.make = make
        self.asker = Asker(self, self._unmade)
        self._awaited: Export | None = None

    def fields(self) -> ComposeResult:
        """The place, a box a format, the type, the stage, what is missing, and the page."""
        yield Words(say("tui.export-target"), classes="faint")
        yield Field(self.target, id="target")
        with Grid(id="formats"):
            for name, extension in self.formats:
                words = say(f"tui.format-{name}", extension=extension)
                yield Tick(words, ticked=name == _USUAL, id=f"format-{name}")
        own = say("tui.export-own", type=say(f"tui.type-{self.own.value}"))
        others = ((each.value, say(f"tui.type-{each.value}")) for each in self.others)
        types = ((_OWN, own), *others)
        yield self._row("tui.export-as", Pick(types, _OWN, id="as"))
        stages = tuple((each, say(f"tui.stage-{each}")) for each in _STAGES)
        yield self._row("tui.export-stage", Pick(stages, _STAGES[0], id="stage"))
        yield Words(id="lacking")
        pane = ProsePane(id="page")
        pane.can_focus = True
        pane.border_title = say("tui.export-page")
        yield pane

    def _row(self, label_id: str, pick: Pick) -> Horizontal:
        return Horizontal(Label(say(label_id), markup=False), pick, classes="row")

    def on_mount(self) -> None:
        """Show the first page."""
        self._look()

    def on_pick_picked(self, event: Pick.Picked) -> None:
        """The page as another type, or at another stage."""
        event.stop()
        if self._awaited is None:
            self.fault("")
        self._look()

    def _look(self) -> None:
        """Show the page as it is asked for."""
        asked = self._asked()

        def question() -> FirstPage:
            try:
                return self.page(asked)
            except (DrafterError, OSError) as problem:
                return FirstPage((), lacking=sentence_of(problem))

        self.asker.ask("page", question, self._show_page, lambda: asked == self._asked())

    def _show_page(self, page: FirstPage) -> None:
        reasons = tuple(Block(prose(each), "⚑ ") for each in page.unready)
        lacking = say("tui.export-not-final") if reasons else page.lacking
        self.query_one("#lacking", Words).show(lacking)
        self.query_one("#page", ProsePane).show((*reasons, *map(_block, page.lines)))

    def _asked(self) -> Asked:
        kind, stage = (self.query_one(f"#{name}", Pick).value for name in ("as", "stage"))
        as_type = DocumentType(kind) if kind else None
        return Asked(as_type, draft=stage == "draft", final=stage == "final")

    def action_accept(self) -> None:
        """Make the files in the formats that are ticked; what is not ready stays here."""
        if self._awaited is not None:
            return
        ticked = [n for n, _ in self.formats if self.query_one(f"#format-{n}", Tick).ticked]
        words = self.query_one("#target", Input).value
        if not ticked or not words.strip():
            self.fault(say("tui.export-needs"))
            return
        export = Export(tuple(ticked), self._target(typed_path(words), ticked), self._asked())
        self._await(export)
        made = partial(self._made, export)
        self.asker.ask("make", made, partial(self._put, export), lambda: self._awaited is export)

    def _await(self, export: Export | None, said: str = "") -> None:
        """Wait for files, with a sign of it, or for none any more, with what is `said` of it."""
        self._awaited = export
        self.query_one("#fault").set_class(export is not None, "-at-work")
        self.fault(say("tui.export-at-work") if export else said)

    def _made(self, export: Export) -> Rendered | None:
        """The files; None for a final text that is not ready: the page says why."""
        if export.asked.final and self.page(export.asked).unready:
            return None
        return self.make(export.formats, export.asked)

    def _unmade(self, problem: DrafterError | OSError) -> None:
        self._await(None, sentence_of(problem))

    def _put(self, export: Export, rendered: Rendered | None) -> None:
        if rendered is None:
            self._await(None, say("tui.export-refused"))
            return
        self._await(None)
        target = export.target
        several = len(export.formats) > 1
        folder = target.parent if several or not is_folder(target) else target

        def write(force: bool) -> Exported:
            return Exported(rendered.put(target, force=force), rendered.notices)

        Putting(folder, write, self._written, self.fault).put(self.app)

    def _written(self, exported: Exported) -> None:
        self.dismiss(exported)

    def action_cancel(self) -> None:
        """Stop waiting for the files; else leave without writing any."""
        if self._awaited is None:
            super().action_cancel()
        else:
            self._await(None, say("tui.export-stopped"))

    def _target(self, typed: Path, formats: list[str]) -> Path:
        """The file with the ending of its format (a symbol has full stops of its own), or for
        several formats the folder, without."""
        endings = [f".{dict(self.formats)[name]}" for name in formats]
        ending = next((each for each in endings if typed.name.lower().endswith(each, 1)), "")
        if is_folder(typed) or (ending and len(formats) == 1):
            return typed
        if len(formats) == 1:
            return typed.with_name(typed.name + endings[0])
        return typed.with_name(typed.name[: -len(ending)]) if ending else typed


def _block(line: str) -> Block:
    """A line of the page as it stands, indented."""
    bare = line.lstrip(" ")
    return Block(prose(bare), " " * (len(line) - len(bare)))
