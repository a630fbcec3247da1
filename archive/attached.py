"""PDFs that lay inside other files, until they are documents: an inbox that the archive keeps itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

from archive.durable import move_into_place, new_aside, remove_tree, replace_file, sync_tree, write_synced
from archive.layout import Archive

_PDF, _NAMES = "original.pdf", "names.json"
_ONE_AT_A_TIME = Lock()  # two files that hold the same bytes may be read at one time


@dataclass(frozen=True, slots=True)
class Waiting:
    """A PDF that lay in another; `source_uri` is the other's with its own name behind."""

    sha256: str
    file_name: str
    source_uri: str
    path: Path


def put_in_wait(archive: Archive, sha256: str, pdf: bytes, file_name: str, source_uri: str) -> None:
    """Keep the bytes until they are a document; of several files that hold them the smallest name stands,
    whichever was read first. From any thread.
    """
    folder = archive.waiting(sha256)
    named = json.dumps({"file_name": file_name, "source_uri": source_uri}, ensure_ascii=False).encode()
    with _ONE_AT_A_TIME:
        if folder.exists():
            if source_uri < _names_in(folder)[1]:
                replace_file(folder / _NAMES, named, archive.tmp)
            return
        aside = new_aside(archive.tmp, "attached")
        write_synced(aside / _PDF, pdf)
        write_synced(aside / _NAMES, named)
        sync_tree(aside)
        move_into_place(aside, folder)


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
