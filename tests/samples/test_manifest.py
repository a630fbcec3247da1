"""A sample nobody can trace proves nothing:
every file has provenance, and the script that made it still makes it.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tomllib
import zlib
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
MANIFEST = tomllib.loads((ROOT / "samples" / "manifest.toml").read_text(encoding="utf-8"))
ENTRIES: list[dict[str, Any]] = MANIFEST["sample"]
FOLDERS = {"DejaVu": "dejavu", "Libera": "liberation"}


def files(pattern: str) -> set[str]:
    places = (ROOT / "samples", ROOT / "tests" / "samples")
    return {str(path.relative_to(ROOT)) for place in places for path in place.rglob(pattern)}


def test_every_pdf_is_in_the_manifest_and_the_other_way_round() -> None:
    assert sorted(files("*.pdf")) == sorted(entry["file"] for entry in ENTRIES)


def test_every_gold_is_in_the_manifest() -> None:
    assert sorted(files("gold.json")) == sorted(entry["gold"] for entry in ENTRIES if "gold" in entry)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: Path(entry["file"]).stem)
def test_provenance_is_whole(entry: dict[str, Any]) -> None:
    assert entry["source"] and entry["purpose"].strip() and entry["engine"]
    assert isinstance(entry["synthetic"], bool)
    if parent := entry.get("parent"):
        assert (ROOT / parent).exists(), "a derived file names a parent that is not here"
        assert parent in {other["file"] for other in ENTRIES}


@pytest.mark.parametrize(
    "entry", [e for e in ENTRIES if "gold" in e], ids=lambda entry: Path(entry["file"]).stem
)
def test_gold_belongs_to_its_file(entry: dict[str, Any]) -> None:
    gold = json.loads((ROOT / entry["gold"]).read_text(encoding="utf-8"))
    pages = gold["document"]["pages"]
    assert gold["document"]["file"] == Path(entry["file"]).name
    assert gold["parts"][0]["first_page"] == 1 and gold["parts"][-1]["last_page"] == pages
    for table in gold["tables"]:
        assert all(row["page"] in table["pages"] for row in table["rows"])
        assert all(len(row["cells"]) == len(table["columns"]) - 1 for row in table["rows"])


def typeface(name: str) -> Path:
    return Path("/usr/share/fonts/truetype") / FOLDERS[name[:6]] / f"{name}.ttf"


def differences() -> list[str]:
    """What here is not as when the samples were made."""
    found = []
    for name, wanted in MANIFEST["made_with"].items():
        try:
            here = zlib.ZLIB_RUNTIME_VERSION if name == "zlib" else version(name)
        except PackageNotFoundError:
            here = "missing"
        found += [] if here == wanted else [f"{name} is {here}, not {wanted}"]
    for name, digest in MANIFEST["typefaces"].items():
        path = typeface(name)
        here = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "missing"
        found += [] if here == digest else [f"{name}.ttf is another or missing"]
    return found


def test_making_them_again_gives_the_same_bytes(tmp_path: Path) -> None:
    if other := differences():
        pytest.skip("the samples were made with other tools: " + "; ".join(other))
    subprocess.run(
        [sys.executable, ROOT / "samples" / "make.py", "--out", tmp_path], check=True, capture_output=True
    )
    made = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert made == {e["file"] for e in ENTRIES} | {e["gold"] for e in ENTRIES if "gold" in e}
    changed = [name for name in sorted(made) if (tmp_path / name).read_bytes() != (ROOT / name).read_bytes()]
    assert not changed, "run `python samples/make.py` and look at what changed"
