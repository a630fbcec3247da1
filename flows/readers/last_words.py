"""What a reader process says as C code ends it: that memory ran out, where it did.

PDFium calls abort() where an allocation fails, and its process is gone without a word of why. A handler set
below Python, for Python's own never run once C code has given up, tells the one from the other.
"""

from __future__ import annotations

import ctypes
import errno
import os
import resource
import signal

# exit status of a reader that C code ended for want of memory; no signal's and no shell's own
OUT_OF_MEMORY = 97
_ENDS = (signal.SIGABRT, signal.SIGSEGV, signal.SIGBUS, signal.SIGILL, signal.SIGTRAP)
_NEARLY_ALL = 0.95  # of the limit: of 716 800 kB 713 760 were in use when many small allocations had no more
_kept: list[object] = []  # C holds the handler's bare address: Python must not take it for garbage


def tell_when_out_of_memory() -> None:
    """From now on the process ends with OUT_OF_MEMORY where C code gives up for want of memory.

    Other ends are as they were. Nothing is done where the C library is not as Linux has it.
    """
    library = ctypes.CDLL(None)
    if not hasattr(library, "__errno_location"):
        return
    library.__errno_location.restype = ctypes.POINTER(ctypes.c_int)
    last_error = library.__errno_location()  # of this thread, the one that reads

    def end(number: int) -> None:
        failed = last_error[0]  # first of all: whatever is called next may set another
        limit = _lift_limit()
        if failed == errno.ENOMEM or _in_use() > _NEARLY_ALL * limit:
            os._exit(OUT_OF_MEMORY)
        library.signal(number, None)
        os.kill(os.getpid(), number)

    handler = ctypes.CFUNCTYPE(None, ctypes.c_int)(end)
    _kept[:] = [handler]
    library.signal.argtypes = (ctypes.c_int, ctypes.c_void_p)
    for number in _ENDS:
        library.signal(number, ctypes.cast(handler, ctypes.c_void_p))


def _lift_limit() -> float:
    """The limit on address space in bytes as it was; what is left to do here must not want for memory."""
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    return float("inf") if soft == resource.RLIM_INFINITY else soft


def _in_use() -> int:
    """Address space in bytes."""
    with open("/proc/self/statm", "rb") as sizes:  # noqa: PTH123 - as few allocations as can be
        return int(sizes.read().split()[0]) * resource.getpagesize()
