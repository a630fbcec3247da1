"""A file is read in lines that two versions of the rules can be compared by."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.reading import read

ROOT = Path(__file__).parents[2]


def test_facts_headings_and_paragraphs_are_told_with_their_sheets() -> None:
    told = read(ROOT / "samples" / "minustecken" / "minustecken.pdf")
    assert json.loads(json.dumps(told)) == told
    facts, paragraphs = told["facts"], told["paragraphs"]
    assert isinstance(facts, list) and isinstance(paragraphs, list)
    assert facts and all(
        fact.startswith(("s. 1: ", "s. 2: ")) and " | " in fact and " = " in fact for fact in facts
    )
    assert all(paragraph.startswith("s. ") for paragraph in paragraphs)
    assert isinstance(told["seconds"], float) and told["seconds"] > 0


def test_a_file_that_cannot_be_read_is_told_by_the_error_s_name(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"no PDF")
    assert read(path) == {"path": str(path), "error": "NotAPdf"}
