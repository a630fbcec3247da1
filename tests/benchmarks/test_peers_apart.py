"""A peer answers from a process of its own, or says why it cannot."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import peers_apart as apart
from benchmarks.peers_apart import peers_apart

# Speaks as markdown_peers.py does: a version, then rows for one file and an error for any other.
WORKER = """
import json, sys
if sys.argv[1] == "liteparse":
    print(json.dumps({"error": "No module named 'liteparse'"}), flush=True)
    sys.exit()
if sys.argv[1] == "pdfboss":
    sys.exit(9)  # falls before it has said a word
print(json.dumps({"version": "9.1"}), flush=True)
for line in sys.stdin:
    path, sheets = json.loads(line)
    good = path.endswith("good.pdf")
    print(json.dumps([["Norra", str(sheets)]] if good else {"error": "ValueError: no such font"}), flush=True)
"""


@pytest.fixture
def worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "worker.py"
    path.write_text(WORKER)
    monkeypatch.setattr(apart, "WORKER", path)


@pytest.mark.usefixtures("worker")
def test_rows_come_back_and_a_failure_is_raised() -> None:
    with peers_apart(Path(sys.executable)) as (first, second, third):
        assert first.name == "pymupdf4llm 9.1" and first.read
        assert first.read(Path("good.pdf"), [2, 3]) == [["Norra", "[2, 3]"]]
        with pytest.raises(RuntimeError, match="no such font"):
            first.read(Path("bad.pdf"), [1])
        assert second.read is None
        assert second.lacks == "not installed (No module named 'liteparse')"
        assert third.read is None and "it fell" in third.lacks


def test_the_real_worker_says_what_this_environment_lacks() -> None:
    with peers_apart(Path(sys.executable)) as peers:
        assert all(peer.lacks.startswith("not installed (") for peer in peers)
