"""A reader process: one request after another over its pipes, under a memory limit of its own.

`python -m flows.readers.process MEGABYTES PARENT`. Each message is eight bytes of length and a pickle: a
Request, and the reply what its function returned or a ParagrafError; before it may come any number of
SheetsRead. The pipes carry pickles: only for a parent that trusts this file.
"""

from __future__ import annotations

import os
import pickle
import resource
import struct
import sys
import threading
import time
import traceback
from pathlib import Path
from typing import BinaryIO

from flows.readers.answers import SheetsRead, Tell
from flows.readers.last_words import tell_when_out_of_memory
from flows.readers.requests import Request
from schemas.errors import ParagrafError, ReaderCrashed, TookTooMuchMemory

_LENGTH = struct.Struct(">Q")


def main() -> None:
    megabytes, parent = int(sys.argv[1]), int(sys.argv[2])
    requests, replies = sys.stdin.buffer, _take_stdout()
    _limit_memory(megabytes)
    tell_when_out_of_memory()
    threading.Thread(target=_end_with_parent, args=(parent,), daemon=True).start()

    def tell(done: int, of: int) -> None:
        _send(replies, pickle.dumps(SheetsRead(done, of)))

    while (message := _receive(requests)) is not None:
        _send(replies, _answer(message, tell, megabytes))


def _answer(message: bytes, tell: Tell, megabytes: int) -> bytes:
    try:
        request: Request = pickle.loads(message)
        heard = {"tell": tell} if request.tells else {}
        return pickle.dumps(request.work(*request.given, **request.named, **heard))
    except ParagrafError as error:
        return pickle.dumps(error)
    except MemoryError:
        return pickle.dumps(TookTooMuchMemory(f"{megabytes} MB"))
    except Exception as error:  # noqa: BLE001 - an engine's bug on one file must not end the batch; it is told by name
        traceback.print_exc()
        return pickle.dumps(ReaderCrashed(_describe(error)))


def _describe(error: Exception) -> str:
    """The error and the line of ours it came from; no folder names, which differ from machine to machine."""
    frames = [
        f for f in traceback.extract_tb(error.__traceback__) if Path(f.filename).name != Path(__file__).name
    ]
    where = f" i {Path(frames[-1].filename).name} rad {frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}: {str(error)[:200]}{where}"


def _take_stdout() -> BinaryIO:
    """The pipe to the parent; what libraries print goes to stderr from now on."""
    mine = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return mine


def _limit_memory(megabytes: int) -> None:
    for limit, value in ((resource.RLIMIT_AS, megabytes << 20), (resource.RLIMIT_CORE, 0)):
        # left as it is: what ends for want of memory is lifted over it to say so
        hard = resource.getrlimit(limit)[1]
        resource.setrlimit(limit, (value if hard == resource.RLIM_INFINITY else min(value, hard), hard))


def _end_with_parent(parent: int) -> None:
    """A parent that was killed cannot tell; without this its readers would read on for nobody.

    The parent gives its own id: asked for here, it could already be that of whoever inherits orphans.
    """
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def _send(replies: BinaryIO, reply: bytes) -> None:
    replies.write(_LENGTH.pack(len(reply)) + reply)
    replies.flush()


def _receive(requests: BinaryIO) -> bytes | None:
    """The next message; None when the parent has closed the pipe."""
    head = requests.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    return requests.read(_LENGTH.unpack(head)[0])


if __name__ == "__main__":
    main()
