"""The competition's ground truth becomes gold, and readers are counted side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import rows_unseen
from benchmarks.peers_apart import Peer, peers_apart
from benchmarks.rows import count_rows
from benchmarks.rows_unseen import find_sets, gold_of_competition, squeeze
from benchmarks.told import Told

STRUCTURE = """<document filename='a.pdf'><table id='1'>
<region id='1' page='2' row-increment='0' col-increment='0'>
<cell start-row='0' start-col='0'><content>Skola</content></cell>
<cell start-row='0' start-col='1'><content>2031</content></cell>
<cell start-row='1' start-col='0'><content>NorraSkolan</content></cell>
<cell start-row='1' start-col='1'><content>1 200</content></cell>
</region>
<region id='2' page='3' row-increment='2' col-increment='0'>
<cell start-row='0' start-col='0'><content>Södra</content></cell>
<cell start-row='0' start-col='1'><content>900</content></cell>
</region></table></document>"""


@pytest.fixture
def xml(tmp_path: Path) -> Path:
    path = tmp_path / "icdar2013-eu" / "a-str.xml"
    path.parent.mkdir()
    path.write_text(STRUCTURE)
    return path


def test_rows_with_figures_are_asked_for_over_both_sheets(xml: Path) -> None:
    gold = gold_of_competition(xml)
    (table,) = gold["tables"]
    assert table["pages"] == [2, 3]
    given = [squeeze(row) for row in (["Norra Skolan", None, "1 200"], ["SÖDRA", "900"])]
    count = count_rows(gold, given)
    assert (count.exact, count.gold, count.made_up) == (2, 2, ())


def test_a_set_without_its_pdf_is_none(xml: Path) -> None:
    shared = xml.parent.parent
    assert find_sets(shared) == {}
    xml.with_name("a.pdf").write_bytes(b"%PDF-")
    assert [each.sheets for each in find_sets(shared)["icdar"]] == [[2, 3]]


def test_a_reader_that_falls_counts_with_nothing_found(xml: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    xml.with_name("a.pdf").write_bytes(b"%PDF-")

    def falls(_pdf: Path, _sheets: list[int]) -> list[list[str | None]]:
        raise ValueError("no such font")

    monkeypatch.setattr(rows_unseen, "LOCAL", ("falls", "reads"))
    readers = {"falls": falls, "reads": lambda _pdf, _sheets: [["Södra", "900"], ["Nya", "7"]]}
    monkeypatch.setattr(rows_unseen, "table_readers", lambda: readers)
    told = Told()
    rows_unseen.bench(told, xml.parent.parent)
    assert (told.figures["falls_icdar_exact"], told.figures["falls_icdar_printed"]) == (0, 2)
    assert (told.figures["reads_icdar_exact"], told.figures["reads_icdar_made_up"]) == (1, 1)
    assert any("fell on 1" in line for line in told.lines)


def test_peers_that_are_not_there_say_what_to_do(tmp_path: Path) -> None:
    with peers_apart(tmp_path / "python") as peers:
        assert {peer.lacks for peer in peers} == {"not installed: make peers"}
        assert all(peer.read is None for peer in peers)
        assert isinstance(peers[0], Peer)
