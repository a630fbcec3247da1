"""Which files a run is about: what was named on the command line or lies in the drop folder."""

from __future__ import annotations

import hashlib
import os
import stat
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BufferedReader
from pathlib import Path

from extractors.kinds import MARKDOWN_ENDINGS
from schemas.errors import FileUnreadable, FileVanished, ParagrafError

_HALF_COPIED = (".part", ".partial", ".crdownload", ".download", ".filepart", ".tmp")
_A_LOOK = 1.0  # seconds: a copy over a network writes more often, and the whole run waits meanwhile


class NoSuchPath(ParagrafError):
    code = "no_such_path"
    sentence = "Sökvägen finns inte. Kontrollera stavningen och kör igen."


@dataclass(frozen=True, slots=True, order=True)
class FoundFile:
    """A file to read; `source_uri` is its path from the folder that was named,
    `is_named` where itself was.
    """

    file_name: str
    source_uri: str
    path: Path
    is_named: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Hopeless:
    """A path that cannot be opened: no bytes, so no sha256 and no row in quarantine."""

    path: Path
    error: ParagrafError


def find_files(paths: Iterable[Path]) -> tuple[list[FoundFile], list[Hopeless]]:
    """Every PDF and Markdown file under the paths, once, in order;
    one that is named itself is always taken.
    """
    files: dict[Path, FoundFile] = {}
    hopeless: list[Hopeless] = []
    for path in paths:
        for found in _follow(path):
            if isinstance(found, Hopeless):
                hopeless.append(found)
            else:
                key = found.path.absolute()
                known = files.get(key, found)
                files[key] = replace(min(known, found), is_named=known.is_named or found.is_named)
    return sorted(files.values()), hopeless


def read_bytes(path: Path) -> bytes:
    """The file's bytes, read once; raises FileVanished or FileUnreadable."""
    with _translated(path), _open(path) as file:
        return file.read()


def hash_file(path: Path) -> str:
    """The sha256 of the file's bytes, in hex; raises as `read_bytes`."""
    with _translated(path), _open(path) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def size_of(path: Path) -> int:
    """In bytes; 0 of a file that is gone, which reading it will say."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def is_settled(path: Path, seconds: float) -> bool:
    """Whether nobody has written in the file for that long;
    one that is still being copied is left for next time.

    A time of change that lies ahead says nothing (a camera's clock, a share's, a name unpacked as from
    tomorrow): then the day its entry in the folder changed tells, and where that lies ahead too, whether it
    stands still.
    """
    try:
        told = path.stat()
        now = time.time()
        if told.st_mtime <= now:
            return now - told.st_mtime >= seconds
        if told.st_ctime <= now:
            return now - told.st_ctime >= seconds
        return _stands_still(path, min(seconds, _A_LOOK))
    except OSError:
        return True  # gone: reading it will say so


def _stands_still(path: Path, seconds: float) -> bool:
    """Whether the file's size and time are the same after a while."""
    before = path.stat()
    time.sleep(seconds)
    after = path.stat()
    return (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)


def legible(name: str) -> str:
    """The name with "\ufffd" for bytes that are no UTF-8; old shares hold names in Latin-1."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _follow(path: Path) -> Iterable[FoundFile | Hopeless]:
    if path.is_dir():
        return _files_in(path)
    is_there = (
        path.exists() or path.is_symlink()
    )  # a link to nothing is there, and opening it says what it lacks
    name = legible(path.name)
    return [FoundFile(name, name, path, is_named=True) if is_there else Hopeless(path, NoSuchPath())]


def _files_in(root: Path) -> Iterator[FoundFile | Hopeless]:
    unreadable: list[OSError] = []
    for folder, folders, names in os.walk(root, onerror=unreadable.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in filter(_is_whole_document, names):
            file = Path(folder) / name
            yield FoundFile(legible(name), legible(file.relative_to(root).as_posix()), file)
    for error in unreadable:
        yield Hopeless(Path(error.filename or root), FileUnreadable(error.strerror or "okänt fel"))


def _is_whole_document(name: str) -> bool:
    """
    >>> names = ("a.PDF", "a.Md", "a.ocr.md", ".a.pdf", "~$a.md", "a.pdf.part", "a.part.pdf", "a.tmp.md")
    >>> [name for name in names if _is_whole_document(name)]
    ['a.PDF', 'a.Md', 'a.ocr.md']
    """
    stem, ending = os.path.splitext(name.lower())  # noqa: PTH122 - Path(".md") has no suffix, and "..md" another
    is_half = name.startswith((".", "~")) or stem.endswith(_HALF_COPIED)
    return ending in (".pdf", *MARKDOWN_ENDINGS) and not is_half


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """The operating system's words for what went wrong, as ours."""
    try:
        yield
    except FileNotFoundError:
        raise FileVanished(path.name) from None
    except OSError as error:
        raise FileUnreadable(error.strerror or type(error).__name__) from None


def _open(path: Path) -> BufferedReader:
    """Only an ordinary file: a pipe or a device named like a PDF would be waited on for ever."""
    if not stat.S_ISREG(path.stat().st_mode):
        raise FileUnreadable("ingen vanlig fil")
    return path.open("rb")
