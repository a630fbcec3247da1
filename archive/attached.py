"""PDFs that lay inside other files, until they are documents: an inbox that the archive keeps itself."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.durable import move_into_place, new_aside, remove_tree, sync_tree, write_synced
from archive.layout import Archive

_PDF, _NAMES = "original.pdf", "names.json"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A PDF that lay in another; `source_uri` is the other's with its own name behind."""

    sha256: str
    file_name: str
    source_uri: str
    path: Path


def put_in_wait(archive: Archive, sha256: str, pdf: bytes, file_name: str, source_uri: str) -> None:
    """Keep the bytes until they are a document; of bytes that wait already the first names stand."""
    folder = archive.waiting(sha256)
    if folder.exists():
        return
    names = {"file_name": file_name, "source_uri": source_uri}
    aside = new_aside(archive.tmp, "attached")
    write_synced(aside / _PDF, pdf)
    write_synced(aside / _NAMES, json.dumps(names, ensure_ascii=False).encode())
    sync_tree(aside)
    try:
        move_into_place(aside, folder)
    except OSError:
        if not folder.exists():
            raise
        shutil.rmtree(aside)  # another file that holds the same bytes was read at the same time


def list_waiting(archive: Archive) -> Iterator[Waiting]:
    """In order of their bytes' sha256."""
    for folder in sorted(archive.attached.glob("??/*")):
        name, source = _names_in(folder)
        yield Waiting(folder.name, name, source, folder / _PDF)


def _names_in(folder: Path) -> tuple[str, str]:
    """As they were put in; the sha256 where the file of names is damaged."""
    try:
        names = json.loads((folder / _NAMES).read_bytes())
        return names["file_name"], names["source_uri"]
    except (OSError, ValueError, KeyError, TypeError):
        return f"{folder.name[:16]}.pdf", f"{folder.name[:16]}.pdf"


def wait_no_more(archive: Archive, sha256: str) -> None:
    """For bytes that are a document now; of others nothing happens."""
    folder = archive.waiting(sha256)
    if folder.exists():
        remove_tree(folder, archive.tmp)
