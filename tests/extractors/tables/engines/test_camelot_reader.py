"""Where camelot sees the borders between the columns of a table of our own sample."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.tables.engines import EngineFailed, camelot_reader
from schemas.page import Page
from schemas.place import Box


def test_borders_rise_from_left_to_right_within_the_table(asked: tuple[bytes, Page, Box]) -> None:
    *_, box = asked
    borders = camelot_reader.find_borders(*asked)
    assert len(borders) > 1 and list(borders) == sorted(borders)
    assert all(box.x0 - 5 < border < box.x1 + 5 for border in borders)


def test_a_turned_sheet_is_not_asked_about(asked: tuple[bytes, Page, Box]) -> None:
    pdf, page, box = asked
    assert camelot_reader.find_borders(pdf, replace(page, turn=90), box) == ()


def test_a_file_it_cannot_read_is_no_opinion(asked: tuple[bytes, Page, Box]) -> None:
    _, page, box = asked
    with pytest.raises(EngineFailed):
        camelot_reader.find_borders(b"%PDF-1.4 no file at all", page, box)
