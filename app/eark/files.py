"""The files of a package: hashed while they are written, and read back before anyone sees them."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.errors import CannotExport
from archive.durable import write_synced

_CHUNK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Format:
    """A file format, by its media type and, where the extension leaves no doubt, its key in PRONOM."""

    name: str
    media_type: str
    version: str | None = None
    pronom: str | None = None


PDF = Format("Portable Document Format", "application/pdf")
MARKDOWN = Format("Markdown", "text/markdown", pronom="fmt/1149")
CSV = Format("Comma Separated Values", "text/csv", pronom="x-fmt/18")
JSON = Format("JSON Data Interchange Format", "application/json", pronom="fmt/817")
XML = Format("Extensible Markup Language", "application/xml", "1.0")
TEXT = Format("Plain Text File", "text/plain")


@dataclass(frozen=True, slots=True)
class PackageFile:
    """A file of the package as it was when it was written; `path` is from the package's folder."""

    path: str
    format: Format
    size: int
    sha256: str

    def seen_from(self, folder: str) -> str:
        """Its path from one of the package's folders.

        >>> PackageFile("representations/rep1/data/a.pdf", PDF, 1, "").seen_from("representations/rep1")
        'data/a.pdf'
        """
        return self.path.removeprefix(f"{folder}/" if folder else "")


def write_file(package: Path, path: str, content: bytes, form: Format) -> PackageFile:
    write_synced(package / path, content)
    return PackageFile(path, form, len(content), hashlib.sha256(content).hexdigest())


def copy_file(source: Path, package: Path, path: str, form: Format) -> PackageFile:
    """The source's bytes, read once: what is hashed is what is written."""
    digest, size = hashlib.sha256(), 0
    (package / path).parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as read, (package / path).open("wb") as written:
        while chunk := read.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            written.write(chunk)
        written.flush()
        os.fsync(written.fileno())
    return PackageFile(path, form, size, digest.hexdigest())


def raise_if_not_as_written(package: Path, files: Iterable[PackageFile]) -> None:
    """Raises CannotExport where the disk holds anything but what was hashed, no file less and none more."""
    meant = {file.path: file.sha256 for file in files}
    there = digests(package)
    wrong = sorted(path for path in meant.keys() | there.keys() if meant.get(path) != there.get(path))
    if wrong:
        raise CannotExport(
            f"Det som skrevs går inte att läsa tillbaka oförändrat ({', '.join(wrong)}). "
            "Kontrollera disken och kör igen."
        )


def digests(package: Path) -> dict[str, str]:
    """The sha256 of every file in the folder, by its path in it."""
    return {path.relative_to(package).as_posix(): _digest(path) for path in _files(package)}


def _files(package: Path) -> Iterator[Path]:
    for place, _, names in os.walk(package):
        yield from (Path(place) / name for name in names)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
