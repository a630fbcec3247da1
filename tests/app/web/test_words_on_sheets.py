"""Which words of a sheet are marked: those divided over lines, and none glued to its neighbour."""

from __future__ import annotations

from app.web.sheet_words import WordOnSheet, boxes_of
from archive.search.asked import read_asked
from archive.search.marks import Marker


def line(number: int, *texts: str) -> list[WordOnSheet]:
    top = 20.0 * number
    return [WordOnSheet(text, (60.0 * n, top, 60.0 * n + 50, top + 12)) for n, text in enumerate(texts)]


def marked(words: list[WordOnSheet], asked: str) -> list[str]:
    return [text for _, text in boxes_of(words, Marker(read_asked(asked)))]


def test_a_word_with_a_hyphen_before_and_is_a_word() -> None:
    words = line(0, "Kultur-", "och", "fritidsnämnden")
    assert marked(words, "kultur") == ["Kultur-"] and marked(words, "fritidsnämnd") == ["fritidsnämnden"]
    assert marked([*line(0, "Miljö-"), *line(1, "och", "byggnadsnämnden")], "miljö") == ["Miljö-"]


def test_a_word_divided_over_lines_is_marked_in_both() -> None:
    assert marked([*line(0, "av", "försko-"), *line(1, "lan", "och")], "förskola") == ["försko-", "lan"]
    assert marked(line(0, "försko-", "lan"), "förskola") == []
