"""PDFs that lay inside other files wait in the archive under their smallest names, and then no more."""

from __future__ import annotations

from pathlib import Path

from archive.attached import Waiting, list_waiting, put_in_wait, wait_no_more
from archive.layout import Archive

ONE, OTHER = "ab" * 32, "cd" * 32


def test_what_waits_is_listed_with_its_bytes_until_it_waits_no_more(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    put_in_wait(archive, OTHER, b"b", "å.pdf", "in/yttre.pdf/å.pdf")
    put_in_wait(archive, ONE, b"a", "a.pdf", "in/yttre.pdf/a.pdf")
    put_in_wait(archive, ONE, b"a", "b.pdf", "in/yttre.pdf/b.pdf")
    first, second = list_waiting(archive)
    assert first == Waiting(ONE, "a.pdf", "in/yttre.pdf/a.pdf", archive.waiting(ONE) / "original.pdf")
    assert second.file_name == "å.pdf" and [first.path.read_bytes(), second.path.read_bytes()] == [b"a", b"b"]
    wait_no_more(archive, ONE)
    wait_no_more(archive, ONE)
    assert [each.sha256 for each in list_waiting(archive)] == [OTHER]
    assert list(archive.tmp.iterdir()) == []


def test_a_damaged_file_of_names_stops_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    put_in_wait(archive, ONE, b"a", "a.pdf", "in/yttre.pdf/a.pdf")
    (archive.waiting(ONE) / "names.json").write_bytes(b"")
    [waiting] = list_waiting(archive)
    assert waiting.file_name == f"{ONE[:16]}.pdf" and waiting.path.read_bytes() == b"a"


def test_the_smallest_name_stands_whichever_came_first(tmp_path: Path) -> None:
    for order in ("abc", "cba", "bca"):
        archive = Archive(tmp_path / order)
        for outer in order:
            put_in_wait(archive, ONE, b"a", "inre.pdf", f"{outer}.pdf/inre.pdf")
        assert [each.source_uri for each in list_waiting(archive)] == ["a.pdf/inre.pdf"]
        assert list(archive.tmp.iterdir()) == []
