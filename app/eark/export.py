"""Documents out of an archive as packages: one after the other, each told in a line."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.eark.delivery import Delivery
from app.eark.package import ASIDE, Written, write_package
from app.eark.subject import gather, times_of_reading
from app.errors import CannotExport, CannotShow, raise_if_missing
from app.show import find_document
from archive.documents import list_documents
from archive.layout import Archive
from schemas.errors import ExitStatus, ParagrafError

Say = Callable[[str], None]


def export_packages(
    folder: Path, keys: Sequence[str], out: Path, delivery: Delivery, say: Say, complain: Say
) -> ExitStatus:
    """A package in `out` for each document that a key names, or for all where none is given.

    One that cannot be packed is complained of and the rest goes on. The status is the one that all came to,
    and SOME_FAILED where they differ.
    """
    raise_if_missing(folder)
    archive = Archive(folder)
    if out.resolve().is_relative_to(folder.resolve()):
        raise CannotShow(f"{out} ligger i arkivet, där bara paragraf skriver. Ange en annan mapp med --eark.")
    known = dict.fromkeys(list_documents(archive) if not keys else ())  # no need to look these up, one by one
    wanted = list(dict.fromkeys(keys)) or list(known)
    if not wanted:
        complain(f"Arkivet {folder} har inga dokument. Läs in några med paragraf ingest.")
        return ExitStatus.NOTHING_FOUND
    read = times_of_reading(archive)
    ends: Counter[ExitStatus] = Counter()
    with holding(out):
        for key in wanted:
            try:
                sha256 = key if key in known else find_document(key, folder)
                say(_told(write_package(gather(archive, sha256, read.get(sha256)), out, delivery)))
                ends[ExitStatus.OK] += 1
            except ParagrafError as error:
                complain(f"Fel: {error.says}")
                ends[error.exit_status] += 1
            except OSError as error:
                complain(f"Fel: {_in_words(key, error)}")
                ends[ExitStatus.SOME_FAILED] += 1
    return next(iter(ends)) if len(ends) == 1 else ExitStatus.SOME_FAILED


@contextmanager
def holding(out: Path) -> Iterator[None]:
    """Hold the folder for writing packages, and clear what a killed run left half-written there.

    The lock is on the folder itself: what is handed in holds packages and nothing else.
    """
    out.mkdir(parents=True, exist_ok=True)
    handle = os.open(out, os.O_RDONLY)
    try:
        _lock(handle, out)
        for left in out.glob(f"{ASIDE}-*"):
            shutil.rmtree(left)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, out: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise CannotExport(
            f"En annan körning skriver i {out}. Vänta tills den är klar och kör igen."
        ) from None


def _told(written: Written) -> str:
    if not written.is_new:
        return f"{written.path}: finns redan med samma innehåll."
    size = f"{written.size / 1e6:.1f}".replace(".", ",")
    return f"{written.path}: {written.files} filer, {size} MB, avsändare {written.submitter}."


def _in_words(key: str, error: OSError) -> str:
    where = f"{key}: {error.filename}" if error.filename else key
    return (
        f"{where} kan inte läsas eller skrivas ({error.strerror}). "
        "Kontrollera rättigheter och utrymme och kör igen."
    )
