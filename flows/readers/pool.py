"""The parent's side of the reader processes:
a time limit on each file, and a new process for one that fell.
"""

from __future__ import annotations

import os
import pickle
import queue
import select
import signal
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Any, TypeVar

from flows.readers.answers import Hear, Reading, SheetsRead
from flows.readers.last_words import OUT_OF_MEMORY
from flows.readers.limits import Limits
from flows.readers.requests import Read, Request
from schemas.correction import Correction
from schemas.document import Source
from schemas.errors import ParagrafError, ReaderCrashed, TookTooLong, TookTooMuchMemory
from schemas.page import SheetsByOcr

_LENGTH = struct.Struct(">Q")
_CHUNK = 1 << 16
_UNKNOWN = SheetsByOcr()
Result = TypeVar("Result")


def _nobody(_sign: SheetsRead) -> None:
    """Hears nothing."""


class ReadersClosed(Exception):
    """The run is being broken off; the file at hand is neither read nor at fault."""


class Readers:
    """A pool of `limits.workers` processes; safe to call from as many threads."""

    def __init__(self, limits: Limits, read: Read, *, show_stderr: bool = False) -> None:
        self._limits = limits
        self._read = read
        self._command = (
            sys.executable,
            "-P",
            "-m",
            "flows.readers.process",
            str(limits.memory_mb),
            str(os.getpid()),
        )
        self._stderr = None if show_stderr else subprocess.DEVNULL
        self._idle: queue.LifoQueue[_Process | None] = queue.LifoQueue()
        self._running: set[_Process] = set()
        self._guard = threading.Condition()
        self._at_work = 0
        self._closed = False
        for _ in range(limits.workers):
            self._idle.put(None)

    def __enter__(self) -> Readers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()
        with self._guard:
            self._guard.wait_for(lambda: self._at_work == 0)

    def close(self) -> None:
        """End every process at once; whoever waits for one gets ReadersClosed."""
        with self._guard:
            self._closed = True
            running, self._running = self._running, set()
        for process in running:
            process.end()
        self._empty()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """What is done inside is waited for when the pool closes,
        so that no thread writes after its run is over.
        """
        with self._guard:
            if self._closed:
                raise ReadersClosed
            self._at_work += 1
        try:
            yield
        finally:
            with self._guard:
                self._at_work -= 1
                self._guard.notify_all()

    def read(
        self,
        data: bytes,
        source: Source,
        corrections: Sequence[Correction] = (),
        known: SheetsByOcr = _UNKNOWN,
        hear: Hear = _nobody,
    ) -> Reading:
        """Read one file; `known` is what OCR made of it before, `hear` is told how far OCR has come.

        Raises a ParagrafError if it cannot be read, ReadersClosed if the pool is closed meanwhile.
        """
        named = {"max_pages": self._limits.max_pages, "corrections": corrections, "known": known}
        reading: Reading = self._call(Request(self._read, (data, source), named, tells=True), hear)
        return reading

    def call(self, work: Callable[..., Result], *given: Any, **named: Any) -> Result:
        """What the function returns, called in a free process; one that crashes on it gets a second try."""
        found: Result = self._call(Request(work, given, named), _nobody)
        return found

    def _call(self, request: Request, hear: Hear) -> Any:
        message = pickle.dumps(request)
        try:
            return self._call_once(message, hear)
        except _Fell:
            pass
        try:
            return self._call_once(message, hear)
        except _Fell as fall:
            raise ReaderCrashed(str(fall)) from None

    def _call_once(self, request: bytes, hear: Hear) -> Any:
        process = self._idle.get()
        spent, used = True, process is not None
        try:
            process = process or self._start()
            reply = self._ask(process, request, hear)
            # what earlier files left behind is not this file's fault
            if used and isinstance(reply, TookTooMuchMemory):
                self._end(process)
                process = self._start()
                reply = self._ask(process, request, hear)
            spent = isinstance(reply, TookTooMuchMemory)
        except TimeoutError:
            raise TookTooLong(f"{self._limits.seconds:g} s") from None
        except _Fell:
            if self._closed:
                raise ReadersClosed from None
            raise
        finally:
            self._hand_back(process, spent=spent)
        if isinstance(reply, ParagrafError):
            raise reply
        return reply

    def _ask(self, process: _Process, request: bytes, hear: Hear) -> Any:
        try:
            return process.ask(request, self._limits.seconds, hear)
        except _RanOutOfMemory:
            return TookTooMuchMemory(f"{self._limits.memory_mb} MB")

    def _start(self) -> _Process:
        with self._guard:
            if self._closed:
                raise ReadersClosed
            process = _Process(self._command, self._stderr)
            self._running.add(process)
        return process

    def _hand_back(self, process: _Process | None, *, spent: bool) -> None:
        """Free the place; a spent process (too slow, too big, fallen, or of a closed pool)
        is ended and the next file gets a new one.
        """
        spent = spent or self._closed
        if process and spent:
            self._end(process)
        self._idle.put(None if spent else process)

    def _empty(self) -> None:
        """The free processes gone, and their places left to whoever waits for one."""
        free: list[_Process | None] = []
        with suppress(queue.Empty):
            while True:
                free.append(self._idle.get_nowait())
        for process in free:
            self._hand_back(process, spent=True)

    def _end(self, process: _Process) -> None:
        process.kill()
        with self._guard:
            self._running.discard(process)


class _Fell(Exception):
    """The process ended without an answer."""


class _RanOutOfMemory(_Fell):
    """It was C code that found no memory, which no Python exception tells of."""


# No order of a set may differ from process to process; and the limit counts reserved addresses, of which a
# thread's heap and BLAS buffers take a lot. The processes themselves are what runs side by side.
_ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "MALLOC_ARENA_MAX": "2",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
}


class _Process:
    def __init__(self, command: tuple[str, ...], stderr: int | None) -> None:
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            bufsize=0,
            env=os.environ | _ENVIRONMENT,
            start_new_session=True,  # Ctrl-C is for the parent, which ends us in good order
        )
        assert self._process.stdin and self._process.stdout
        self._out, self._in = self._process.stdin.fileno(), self._process.stdout.fileno()
        for pipe in (self._out, self._in):
            os.set_blocking(pipe, False)

    def ask(self, request: bytes, seconds: float, hear: Hear) -> Any:
        """Send a request and wait for its reply; a sheet that OCR has read gives the rest as much time again.

        Raises TimeoutError, or _Fell if the process ends.
        """
        deadline = time.monotonic() + seconds
        try:
            self._send(_LENGTH.pack(len(request)), deadline)
            self._send(request, deadline)
            while isinstance(reply := self._receive_one(deadline), SheetsRead):
                deadline = time.monotonic() + seconds
                hear(reply)
        except (BrokenPipeError, EOFError):
            raise _fall(self._process.wait()) from None
        return reply

    def _receive_one(self, deadline: float) -> Any:
        size = _LENGTH.unpack(self._receive(_LENGTH.size, deadline))[0]
        return pickle.loads(self._receive(size, deadline))

    def end(self) -> None:
        """End it at once; whoever waits for its reply sees that, and closes its pipes.

        Closed by others, their numbers could already be those of a file that somebody has opened.
        """
        self._process.kill()

    def kill(self) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                pipe.close()

    def _send(self, content: bytes, deadline: float) -> None:
        left = memoryview(content)
        while left:
            _wait_for(self._out, select.POLLOUT, deadline)
            left = left[os.write(self._out, left[:_CHUNK]) :]

    def _receive(self, size: int, deadline: float) -> bytes:
        content = bytearray()
        while len(content) < size:
            _wait_for(self._in, select.POLLIN, deadline)
            piece = os.read(self._in, min(size - len(content), _CHUNK))
            if not piece:
                raise EOFError
            content += piece
        return bytes(content)


def _wait_for(pipe: int, event: int, deadline: float) -> None:
    waiting = select.poll()
    waiting.register(pipe, event)
    left = deadline - time.monotonic()
    if left <= 0 or not waiting.poll(left * 1000):
        raise TimeoutError


def _fall(returncode: int) -> _Fell:
    return _RanOutOfMemory() if returncode == OUT_OF_MEMORY else _Fell(_cause(returncode))


def _cause(returncode: int) -> str:
    """How the process ended, in words.

    >>> _cause(-6)
    'signal SIGABRT'
    >>> _cause(1)
    'avslutades med status 1'
    """
    if returncode >= 0:
        return f"avslutades med status {returncode}"
    return f"signal {signal.Signals(-returncode).name}"
