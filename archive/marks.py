"""What people say of findings: seen, the document's own error, or our misreading. A line a word, only added
to.

`marks.jsonl` names a finding by what it says, not by its number: numbers change when a document is read anew.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from archive.durable import append_line
from archive.layout import Archive


class MarkState(StrEnum):
    """In Swedish, for addresses and pages show them."""

    SEEN = "sedd"
    OWN_ERROR = "dokumentets"
    MISREADING = "felläst"
    NEW = "ny"


@dataclass(frozen=True, slots=True)
class Mark:
    """`finding` is the finding's key; `at` an ISO time."""

    finding: str
    document_id: str
    state: MarkState
    by: str = ""
    why: str = ""
    at: str = ""


def finding_key(finding: Mapping[str, Any]) -> str:
    """The same for the same disagreement, whatever its number in a release."""
    told = "\n".join((finding["document_id"], finding["kind"], finding["says"]))
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def read_marks(archive: Archive) -> dict[str, Mark]:
    """By finding key, what was said last; a line that cannot be understood says nothing."""
    marks: dict[str, Mark] = {}
    try:
        lines = archive.marks.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return {}
    for line in lines:
        try:
            row = json.loads(line)
            mark = Mark(**row | {"state": MarkState(row["state"])})
        except (ValueError, TypeError, KeyError):
            continue
        marks[mark.finding] = mark
    return {key: mark for key, mark in marks.items() if mark.state != MarkState.NEW}


def add_mark(archive: Archive, mark: Mark) -> None:
    line = json.dumps(asdict(mark), ensure_ascii=False)
    append_line(archive.marks, line.encode("utf-8", "replace"))
