"""Templates of the user's own are filled in a process of their own: one that never ends, fills the
memory or brings its engine down costs an error, never the drafting room.

The sandbox of the templates keeps them from what they may not see; only the system can take back
time and memory.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import current_process, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NoReturn, ParamSpec, TypeVar

from drafter.errors import DrafterError, UnreadableInput
from drafter.messages import language as interface_language
from drafter.messages import set_language

_SECONDS = 10
_PARAGRAPHS_A_SECOND = 100  # ten times slower than any format is
_STARTING = 30.0  # a busy machine takes its time to start a process
_GRACE = 2  # what says where the time went is better than an end from outside
_SHARED = 10  # so much of the machine may others take
_MEMORY = 4 << 30
# typst asks these for a proxy before it asks the network for a package: nobody listens there
_PROXIES = dict.fromkeys(
    ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"), "http://127.0.0.1:9"
)

_KILLED = 9  # what the system does at the end of its time

P = ParamSpec("P")
T = TypeVar("T")


def apart(
    own: Path | None,
    kind: str,
    paragraphs: int,
    make: Callable[P, T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """What `make` gives: made here by shipped templates; by those of the folder `own`, where those
    of this `kind` ("html") have a folder, in another process, within 4 GB and the processor time
    that so many `paragraphs` need.

    Raises what `make` raises of drafter's own errors, and `UnreadableInput` (place: template and
    line where they can be told, else folder or layout) for a process that has to be ended.
    """
    if own is None or current_process().daemon:  # shipped, or apart already
        return make(*args, **kwargs)
    seconds = _SECONDS + paragraphs // _PARAGRAPHS_A_SECOND
    answer = _answer(seconds, partial(make, *args, **kwargs))
    if isinstance(answer, DrafterError):
        answer.place = answer.place or str(_place(own, kind))
        raise answer
    return answer


def _place(own: Path, kind: str) -> Path:
    return own / kind if (own / kind).is_dir() else own / "layout.yaml"


def _answer(seconds: int, make: Callable[[], T]) -> T | DrafterError:
    spawn = get_context("spawn")  # threads of the room may be alive: no fork
    line, theirs = spawn.Pipe(duplex=False)
    asked = (theirs, interface_language(), seconds, make)
    process = spawn.Process(target=_serve, args=asked, daemon=True)
    # that of the drafting room is no file that could be handed on
    with contextlib.redirect_stderr(sys.__stderr__):
        process.start()
    theirs.close()
    try:
        for patience in (_STARTING, _SHARED * seconds):
            if not line.poll(patience):
                return UnreadableInput("writing.template-endless")
            answer: T | DrafterError = line.recv()
    except EOFError:
        process.join()
        ended = "endless" if process.exitcode == -_KILLED else "stopped"
        return UnreadableInput(f"writing.template-{ended}")
    else:
        return answer
    finally:
        line.close()
        process.kill()
        process.join()


def _serve(line: Connection, language: str, seconds: int, make: Callable[[], object]) -> None:
    """The other process: says that it has begun, then what came of it."""
    _limit(seconds)
    set_language(language)
    with contextlib.suppress(BrokenPipeError):
        line.send(None)
        line.send(_made(make))


def _made(make: Callable[[], object]) -> object:
    try:
        return make()
    except DrafterError as problem:
        return problem
    except TimeoutError:
        return UnreadableInput("writing.template-endless")
    except MemoryError:
        return UnreadableInput("writing.template-memory")


def _limit(seconds: int) -> None:
    """No messages of engines, no network, an end to memory and to time: first an alarm, which a
    template is told of while its line is known."""
    os.environ.update(_PROXIES)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asked decides what Ctrl-C means
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 2)
    if sys.platform == "win32":
        return
    import resource

    signal.signal(signal.SIGXCPU, _ring)
    with contextlib.suppress(OSError, ValueError):  # some systems take no such limit
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + _GRACE))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _ring(*_: object) -> NoReturn:
    raise TimeoutError
