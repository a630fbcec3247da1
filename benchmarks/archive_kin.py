"""One new document held against an archive of 10,000:
finding its kin and comparing it with them, time and memory.

python -m benchmarks.archive_kin [DOCUMENTS]

The 10,000 are made up: each has as many keys of its own as a long protocol, and those of the forms of words
that every document has. The sound sample is among them as a real document, and half of what it says is such a
form; the same sample with faults comes in as the new one: it shares keys with all 10,000 and is kin to one.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa

from archive.documents import list_changed
from archive.index import Keys, read_index, write_index
from archive.kinship import KINDS
from archive.layout import Archive
from archive.lock import writing
from benchmarks.corpus import ROOT
from flows.readers.limits import Limits
from flows.readers.one_document import read
from flows.readers.pool import Readers
from flows.steps.compare import compare_with_archive
from flows.steps.files import FoundFile
from flows.steps.ingest import Run, installed_versions, read_and_keep
from flows.steps.on_threads import ingest_directly, on_threads

DOCUMENTS = 10_000
# a protocol of 20 sheets
KEYS_EACH = {"own": 40, "day": 60, "text": 400, "own_in_matter": 40, "text_in_matter": 500}
MOST_SECONDS, MOST_MB = 5.0, 1024
_NOON = datetime(2024, 6, 17, 12, tzinfo=UTC)


def measure(documents: int = DOCUMENTS) -> dict[str, Any]:
    """Seconds, MB at most in the parent and in a reader, and how many pairs were compared."""
    with tempfile.TemporaryDirectory() as folder:
        # each in a process of its own: one that is forked begins with its parent's peak of memory
        command = (sys.executable, "-m", "benchmarks.archive_kin")
        subprocess.run([*command, "--make", folder, str(documents)], check=True, cwd=ROOT)
        measured: dict[str, Any] = json.loads(subprocess.check_output([*command, "--in", folder], cwd=ROOT))
    return measured | {"documents": documents}


def make_archive(archive: Archive, documents: int) -> None:
    """One real document, and the keys of the made-up ones in the index beside its own."""
    run = _run(archive)
    ingest_directly([ROOT / "samples" / "utdrag-budget"], run)
    real = read_index(archive)
    assert real is not None, "an ingest leaves an index"
    with writing(archive):
        write_index(archive, _with_made_up(real, documents), [f"{shelf:02x}" for shelf in range(256)])


def _with_made_up(real: Keys, documents: int) -> Keys:
    dice = random.Random(20240617)
    forms = _forms(real)
    kinds = [KINDS.index(kind) for kind, count in KEYS_EACH.items() for _ in range(count)]
    names = [f"{dice.getrandbits(256):064x}" for _ in range(documents)]
    keys: list[int] = []
    for _ in names:
        keys += [*(dice.getrandbits(64) for _ in kinds), *forms["key"].to_pylist()]
    kinds += forms["kind"].to_pylist()
    places = np.repeat(np.arange(documents, dtype=np.int32) + len(real.documents), len(kinds))
    columns = [pa.array(keys, pa.uint64()), pa.array(kinds * documents, pa.uint8()), pa.array(places)]
    made = pa.table(columns, schema=real.rows.schema)
    return Keys((*real.documents, *names), pa.concat_tables([real.rows, made]).combine_chunks())


def _forms(real: Keys) -> pa.Table:
    """Half of the sample's sampled words and one of its figures: what every document is made to say too."""
    kinds = real.rows["kind"].to_numpy()
    text, own = (real.rows.filter(pa.array(kinds == KINDS.index(kind))) for kind in ("text", "own"))
    return pa.concat_tables([text.slice(0, text.num_rows // 2), own.slice(0, 1)])


def hold_new_against(archive: Archive) -> dict[str, Any]:
    """Read the new document, then time what comes of it between documents."""
    run = _run(archive)
    pdf = ROOT / "samples" / "utdrag-budget-fel" / "utdrag-budget-fel.pdf"
    with writing(archive), Readers(run.limits, read) as readers:
        read_and_keep(FoundFile(pdf.name, pdf.name, pdf), run, readers, listen=lambda *_: None)
        started = time.perf_counter()
        compared = compare_with_archive(archive, _NOON, readers, on_threads(run.limits.workers))
        seconds = time.perf_counter() - started
        assert list_changed(archive), "the pair's documents are to be published"
    own, child = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return {
        "seconds": seconds,
        "mb": own,
        "reader_mb": child,
        "pairs": compared.pairs,
        "failed": compared.failed,
    }


def _run(archive: Archive) -> Run:
    return Run(archive, _NOON, installed_versions(), Limits(workers=1))


def told(measured: dict[str, Any]) -> str:
    return (
        f"One new document against {measured['documents']:,}: {measured['seconds']:.2f} s (at most "
        f"{MOST_SECONDS:g}), "
        f"{measured['mb']:.0f} MB and {measured['reader_mb']:.0f} MB in the reader (at most {MOST_MB}), "
        f"{measured['pairs']} pair compared"
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--make"]:
        make_archive(Archive(Path(sys.argv[2])), int(sys.argv[3]))
    elif sys.argv[1:2] == ["--in"]:
        with contextlib.redirect_stdout(sys.stderr):
            found = hold_new_against(Archive(Path(sys.argv[2])))
        os.write(1, json.dumps(found).encode())
    else:
        print(told(measure(int(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)))
