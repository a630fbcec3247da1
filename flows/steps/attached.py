"""PDFs that lie inside other files, taken out to be read as files that came in by themselves."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

from archive.attached import list_waiting, put_in_wait, wait_no_more
from archive.documents import versions_of
from archive.layout import Archive
from flows.steps.files import FoundFile
from flows.steps.outcomes import Outcome
from schemas.document import AttachedFile

_MOST_LETTERS = 120
_NAMELESS = "bilaga.pdf"


def take_out(archive: Archive, file: FoundFile, attached: Iterable[AttachedFile]) -> None:
    """Keep each PDF that lies in the file where the next look finds it; before the file itself is kept, so
    that a run killed in between takes them out again.
    """
    for each in attached:
        if each.pdf is not None:
            name = plain_name(each.name)
            sha256 = hashlib.sha256(each.pdf).hexdigest()
            put_in_wait(archive, sha256, each.pdf, name, f"{file.source_uri}/{name}")


def find_attached(archive: Archive) -> dict[str, FoundFile]:
    """By sha256, the PDFs taken out of files that are no documents yet."""
    return {
        each.sha256: FoundFile(each.file_name, each.source_uri, each.path) for each in list_waiting(archive)
    }


def let_go(archive: Archive, outcomes: Iterable[Outcome]) -> None:
    """What is in the archive, and read to the end, waits no more."""
    for outcome in outcomes:
        kept = versions_of(archive, outcome.sha256) if outcome.is_kept else None
        if kept is not None and not kept.is_unfinished:
            wait_no_more(archive, outcome.sha256)


def plain_name(name: str) -> str:
    """The last part of the name that the file says, and nothing that steers a screen or climbs a folder.

    >>> plain_name("..\\\\Ärenden/Budget 2031.pdf"), plain_name("../.."), plain_name("a\\x1b[2J\\n.pdf")
    ('Budget 2031.pdf', 'bilaga.pdf', 'a[2J.pdf')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    legible = "".join(sign for sign in last if not unicodedata.category(sign).startswith("C")).strip()
    return unicodedata.normalize("NFC", legible)[-_MOST_LETTERS:].lstrip(".") or _NAMELESS
