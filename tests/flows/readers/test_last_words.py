"""A process that C code ends says whether it was for want of memory."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from flows.readers.last_words import OUT_OF_MEMORY
from tests.flows.conftest import ROOT

BEGIN = """
import ctypes, os, resource, signal
from flows.readers.last_words import tell_when_out_of_memory
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
libc = ctypes.CDLL(None)
libc.malloc.restype = ctypes.c_void_p
libc.malloc.argtypes = (ctypes.c_size_t,)
hard = resource.getrlimit(resource.RLIMIT_AS)[1]
resource.setrlimit(resource.RLIMIT_AS, (512 << 20, hard))
tell_when_out_of_memory()

def in_use():
    return int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()

"""


@pytest.mark.parametrize(
    ("end", "status"),
    [
        ("while libc.malloc(8 << 20): pass\nlibc.abort()", OUT_OF_MEMORY),
        ("libc.malloc(8 << 40)\nlibc.abort()", OUT_OF_MEMORY),
        ("while in_use() < .97 * (512 << 20): libc.malloc(1 << 20)\nlibc.abort()", OUT_OF_MEMORY),
        ("libc.abort()", -signal.SIGABRT),
        ("os.kill(os.getpid(), signal.SIGSEGV)", -signal.SIGSEGV),
        ("held = bytearray(200 << 20)\nlibc.abort()", -signal.SIGABRT),
        ("libc.malloc(8 << 40)\nopen(os.devnull).close()\nraise SystemExit(3)", 3),
    ],
    ids=[
        "memory ran out",
        "one block too large",
        "hardly any left",
        "a bug",
        "a bad address",
        "much in use and a bug",
        "a failure that was got over",
    ],
)
def test_the_status_tells_one_end_from_another(end: str, status: int) -> None:
    command = [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = ['.']{BEGIN}{end}"]
    assert subprocess.run(command, cwd=ROOT, timeout=60, check=False).returncode == status
