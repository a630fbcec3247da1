"""What was said last of a finding stands; a torn line spoils only itself."""

from __future__ import annotations

from pathlib import Path

from archive.layout import Archive
from archive.marks import Mark, MarkState, add_mark, finding_key, read_marks


def test_what_was_said_last_stands_and_new_takes_it_back(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    assert read_marks(archive) == {}
    for state in (MarkState.SEEN, MarkState.OWN_ERROR):
        add_mark(archive, Mark("a", "d1", state, by="Anna", why="åäö\n<b>"))
    add_mark(archive, Mark("b", "d1", MarkState.SEEN))
    assert {key: mark.state for key, mark in read_marks(archive).items()} == {"a": "dokumentets", "b": "sedd"}
    assert read_marks(archive)["a"].why == "åäö\n<b>"
    add_mark(archive, Mark("a", "d1", MarkState.NEW))
    assert list(read_marks(archive)) == ["b"]


def test_a_torn_line_and_one_that_is_not_understood_spoil_only_themselves(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    add_mark(archive, Mark("a", "d1", MarkState.SEEN))
    with archive.marks.open("ab") as file:
        file.write('{"finding": "b", "state": "okänt"}\n[]\n{"finding": "c", "docum'.encode())
    add_mark(archive, Mark("d", "d1", MarkState.SEEN))
    assert list(read_marks(archive)) == ["a", "d"]


def test_a_finding_is_known_by_what_it_says_and_not_by_its_number() -> None:
    finding = {"finding_id": "x-f000", "document_id": "x", "kind": "sum", "says": "Summan är 3."}
    assert finding_key(finding) == finding_key(finding | {"finding_id": "x-f007"})
    assert finding_key(finding) != finding_key(finding | {"says": "Summan är 4."})
