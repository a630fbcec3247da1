"""Reads PDFs with whichever `extractors` stands first on the path,
and prints a JSON line a file: what gains compares.

Run by `benchmarks.gains` as a script, so that an earlier version of the rules can be read with too.
"""

from __future__ import annotations

import hashlib
import json
import sys
import time
from pathlib import Path

from extractors.document import extract
from schemas.document import Fact, Source


def read(path: Path) -> dict[str, object]:
    """Facts, headings, paragraphs and seconds; an error's name where the file could not be read."""
    pdf = path.read_bytes()
    start = time.perf_counter()
    try:
        got = extract(pdf, Source(hashlib.sha256(pdf).hexdigest(), path.name))
    except Exception as error:
        return {"path": str(path), "error": type(error).__name__}
    return {
        "path": str(path),
        "seconds": time.perf_counter() - start,
        "facts": [_fact(fact) for fact in got.facts],
        "headings": [
            f"s. {s.first_page}: {s.number or ''} {s.heading}".replace(":  ", ": ") for s in got.sections
        ],
        "paragraphs": [f"s. {p.place.page}: {p.text}" for p in got.paragraphs],
    }


def _fact(fact: Fact) -> str:
    path = " | ".join((fact.group_label or "–", fact.row_label, fact.column_label))
    return f"s. {fact.place.page}: {path} = {fact.raw} {fact.unit or ''}".rstrip()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(json.dumps(read(Path(name))), flush=True)
