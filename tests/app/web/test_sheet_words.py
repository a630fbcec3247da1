"""Sheets are drawn and read in processes of their own: whatever a file does there, the server is told why."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from app.web import sheet_words
from app.web.sheet_words import CannotDraw, Drawing, WordOnSheet, boxes_of
from archive.search.asked import read_asked
from archive.search.marks import Marker
from tests.app.web.serving import ROOT

PDF = ROOT / "samples" / "protokoll" / "protokoll.pdf"


@pytest.fixture(scope="module")
def drawing() -> Iterator[Drawing]:
    opened = Drawing()
    opened.warm()
    yield opened
    opened.close()


def _end(*_: object) -> None:
    os._exit(1)


def _wait(*_: object) -> None:
    time.sleep(60)


def test_a_sheet_is_drawn_once_however_often_it_is_asked_for(drawing: Drawing) -> None:
    png = drawing.picture(PDF, 1, 1.5)
    assert drawing.picture(PDF, 1, 1.5) is png
    with Image.open(io.BytesIO(png)) as image:
        assert abs(image.width - 595 * 1.5) <= 2


def test_its_words_are_read_with_their_boxes(drawing: Drawing) -> None:
    words, problem = drawing.words(PDF, 3)
    assert problem == "" and "biblioteken" in {word.text for word in words}
    assert all(0 <= word.box[0] < word.box[2] <= 596 and word.box[1] < word.box[3] for word in words)


def test_a_text_is_found_in_its_box(drawing: Drawing) -> None:
    [word] = [word for word in drawing.words(PDF, 3)[0] if word.text == "biblioteken"]
    around = (word.box[0] - 200, word.box[1] - 30, word.box[2] + 5, word.box[3] + 30)
    [found] = drawing.printed(PDF, 3, around, "biblioteken")
    assert all(abs(one - other) < 2 for one, other in zip(found, word.box, strict=True))
    assert drawing.printed(PDF, 3, around, "finns inte där") == ()


@pytest.mark.parametrize("page", [0, 99])
def test_a_sheet_that_is_not_there_is_told(drawing: Drawing, page: int) -> None:
    with pytest.raises(CannotDraw):
        drawing.picture(PDF, page, 1.5)


def test_a_file_that_is_no_pdf_is_told(drawing: Drawing, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4 no more")
    words, problem = drawing.words(tmp_path / "a.pdf", 1)
    assert words == () and problem
    with pytest.raises(CannotDraw):
        drawing.picture(tmp_path / "gone.pdf", 1, 1.5)


def test_a_process_that_dies_takes_nothing_with_it(drawing: Drawing) -> None:
    with pytest.raises(CannotDraw, match="gick inte att rita"):
        drawing._ask(_end)
    assert drawing.words(PDF, 2)[0]


def test_a_sheet_that_takes_too_long_is_ended(drawing: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_words, "SECONDS", 0.3)
    with pytest.raises(CannotDraw, match="längre än"):
        drawing._ask(_wait)


def test_a_word_divided_over_lines_is_marked_in_both() -> None:
    one, other = (0.0, 0.0, 9.0, 9.0), (0.0, 10.0, 9.0, 19.0)
    words = [WordOnSheet("kommun-", one), WordOnSheet("styrelsen", other), WordOnSheet("möts", one)]
    marked = list(boxes_of(words, Marker(read_asked("kommunstyrelsen"))))
    assert [box for box, _ in marked] == [one, other]
