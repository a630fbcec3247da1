"""Do two checkouts publish the same bytes? For a change that moves code and means to change nothing.

    python -m benchmarks.same BASE [PATH ...] [--shared DIR] [--keep FOLDER]

BASE is the folder of another checkout of this repository, or a revision, which is then unpacked. Without
PATHs: our samples, the reference and every real document of the shared folder, and its reading as Markdown.
Both run `ingest` under SOURCE_DATE_EPOCH, and their releases are compared file by file. What OCR makes of a
sheet is asked of each checkout anew; `--keep` names a folder for the two archives, where a second call finds
what OCR made of a sheet and reads all the rest again. Ends with status 1 where anything differs.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset as ds

from archive.layout import PACKAGE
from archive.snapshots import files_of
from benchmarks.corpus import ROOT, SHARED
from benchmarks.gains import unpack

CLOCK = "1718625600"  # a day of ours: with any fixed one, the same bytes are asked for
PATIENCE = "1800"  # seconds a file may take: what is compared must not depend on how busy the machine is
SHOWN = 3


def default_paths(shared: Path) -> list[Path]:
    """What is read when nothing is named; folders that are not there are left out."""
    paths = [ROOT / "samples", shared / "reference", shared / "real"]
    return [path.resolve() for path in paths if path.exists()]


def publish_with(code: Path, paths: Sequence[Path], archive: Path) -> Path:
    """The release that the checkout in `code` makes of the paths."""
    _forget_readings(archive)
    command = [sys.executable, "-P", "-m", "app.cli", "ingest", *map(str, paths), "--direct"]
    command += ["--archive", str(archive), "--time-limit", PATIENCE]
    surroundings = os.environ | {"PYTHONPATH": str(code), "SOURCE_DATE_EPOCH": CLOCK}
    subprocess.run(command, cwd=code, env=surroundings, stdout=subprocess.DEVNULL, check=False)
    if not (archive / "release" / PACKAGE).exists():
        raise SystemExit(f"{code} published nothing: run its ingest by hand to see why.")
    return archive / "release"


def _forget_readings(archive: Path) -> None:
    """Every kept document is then read again; what OCR made of its sheets stays."""
    for manifest in archive.glob("documents/??/*/reading.json"):
        manifest.write_text(json.dumps(json.loads(manifest.read_bytes()) | {"extractor_version": ""}))


def differences(one: Path, other: Path) -> Iterator[str]:
    """A line for each table whose files differ, and examples of the rows that only one has."""
    names = files_of(one) | files_of(other)
    spoiled = {name for name in names if _bytes(one / name) != _bytes(other / name)}
    for table in sorted({name.split("/")[0] for name in spoiled}):
        files = sum(name.split("/")[0] == table for name in spoiled)
        yield f"{table}: {files} {'file differs' if files == 1 else 'files differ'}"
        if (one / table).is_dir() and (other / table).is_dir():
            yield from _rows(_read(one / table), _read(other / table))


def _rows(one: pa.Table, other: pa.Table) -> Iterator[str]:
    if one.schema != other.schema:
        yield f"  columns: {one.column_names} and {other.column_names}"
        return
    before, after = (Counter(map(repr, table.to_pylist())) for table in (one, other))
    for sign, only in (("−", before - after), ("+", after - before)):
        yield from (f"  {sign} {row[:400]}" for row in list(only)[:SHOWN])
        if only.total() > SHOWN:
            yield f"  {sign} and {only.total() - SHOWN} more"


def _read(table: Path) -> pa.Table:
    return ds.dataset(table, format="parquet", partitioning="hive").to_table()


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.exists() else None


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("base", help="another checkout's folder, or a revision")
    asked.add_argument("path", nargs="*", type=Path)
    asked.add_argument("--shared", type=Path, default=SHARED)
    asked.add_argument("--keep", type=Path, help="where the two archives are kept")
    given = asked.parse_args()
    paths = [path.resolve() for path in given.path] or default_paths(given.shared)
    with ExitStack() as stack:
        base = Path(given.base)
        if not base.is_dir():
            base = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            unpack(given.base, base)
        kept = given.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        releases = [
            publish_with(code.resolve(), paths, kept / name) for name, code in (("base", base), ("now", ROOT))
        ]
        lines = list(differences(*releases))
        count = len(files_of(releases[0]))
    print("\n".join(lines) if lines else f"The same bytes: {count} files of {len(paths)} paths.")
    return 1 if lines else 0


if __name__ == "__main__":
    raise SystemExit(main())
