"""Framed tables side by side are read one after the other; the halves of one table are not."""

from __future__ import annotations

from extractors.pages.reading_order import find_reading_order
from tests.extractors.drawing import draw

APART = """Ärenden                       Samtal
┌───────────────┬────────┐    ┌───────────────┬────────┐
│ Norra bygden  │    268 │    │ Södra bygden  │    153 │
├───────────────┼────────┤    ├───────────────┼────────┤
│ Södra bygden  │    233 │    │ Västra dalen  │    119 │
├───────────────┼────────┤    ├───────────────┼────────┤
│ Västra dalen  │    139 │    │ Norra bygden  │     92 │
└───────────────┴────────┘    └───────────────┴────────┘"""


def lines(text: str) -> list[str]:
    (page,) = draw(text)
    return [line.text for line in find_reading_order(page)]


def test_each_frame_is_read_by_itself_with_the_title_over_it() -> None:
    found = lines(APART)
    assert found[:4] == ["Ärenden", "Norra bygden 268", "Södra bygden 233", "Västra dalen 139"]
    assert found[4:] == ["Samtal", "Södra bygden 153", "Västra dalen 119", "Norra bygden 92"]


def test_a_second_half_without_labels_is_of_the_same_rows() -> None:
    halves = APART.replace("Södra bygden  │    153", "      1 100   │    153")
    halves = halves.replace("Västra dalen  │    119", "      1 200   │    119")
    halves = halves.replace("Norra bygden  │     92", "      1 300   │     92")
    assert "Norra bygden 268 1 100 153" in lines(halves)


def test_a_line_across_the_white_between_keeps_them_on_their_lines() -> None:
    crossed = APART.replace("Södra bygden  │    233 │    │", "Södra bygden  │    233 │ se │")
    assert "Norra bygden 268 Södra bygden 153" in lines(crossed)


def test_what_stands_under_both_keeps_its_place() -> None:
    assert lines(f"{APART}\n\nAlla siffror gäller hela året.")[-1] == "Alla siffror gäller hela året."
