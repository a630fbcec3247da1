"""How two readers' words for one sheet are put together, step by step."""

from __future__ import annotations

import numpy as np
import pytest

from extractors.ocr import read_sheet
from extractors.ocr.engine import Reading, SeenWord
from extractors.ocr.ink_words import InkLine, InkWord
from extractors.ocr.read_sheet import SeenSheet, hear_both, look_at
from extractors.ocr.sheet_image import SheetImage
from extractors.ocr.vote import Vote
from schemas.warnings import Code


def line(text: str, size: float = 20.0, stroke: float = 2.0) -> InkLine:
    words = tuple(
        InkWord(word, 40 * n, 40 * n + 30, (1.0,) * len(word)) for n, word in enumerate(text.split())
    )
    return InkLine(words, (0, 100, 40 * len(words), 130), 125.0, size, stroke)


def test_thick_strokes_are_bold_measured_among_their_like() -> None:
    """Figures have thicker strokes than letters, and large type thicker ones than small."""
    plain = [line("Nämnden beslutar") for _ in range(3)]
    figures = [line("41 275", stroke=2.6) for _ in range(3)]
    heading = line("Budget", size=40, stroke=4.0)
    thick = line("Summa", stroke=4.0)
    bold = [each.bold for each in read_sheet._emboldened([*plain, *figures, heading, thick])]
    assert bold == [False] * 7 + [True]


def test_what_the_second_reader_saw_in_a_line_is_told_from_left_to_right() -> None:
    seen = [
        SeenWord("275", 45, 105, 70, 125), SeenWord("41", 2, 105, 25, 125),
        SeenWord("under", 2, 140, 60, 160), SeenWord("beside", 200, 105, 260, 125),
    ]  # fmt: skip
    assert read_sheet._seen_in(line("41 275"), seen) == "41 275"


def test_a_vote_that_leaves_less_open_is_the_better_one() -> None:
    words = line("41 275").words
    unheard = Vote(words, (), frozenset((0,)))
    disputed = Vote(words, (("41", "47"),), frozenset())
    settled = Vote(words, (), frozenset())
    assert read_sheet._better(unheard, disputed) is disputed
    assert read_sheet._better(disputed, settled) is settled
    assert read_sheet._open_questions([settled, unheard, disputed]) == [2, 1]


@pytest.mark.parametrize(
    ("box", "text", "answer"),
    [((0, 0, 300, 20), "", True), ((0, 0, 300, 20), "Nämnden beslutar", False), ((0, 0, 30, 20), "–", False)],
)
def test_a_long_box_with_hardly_a_letter_is_a_drawing(
    box: tuple[int, int, int, int], text: str, answer: bool
) -> None:
    assert read_sheet._is_drawing(box, Reading(text, (), ())) is answer


def test_words_stand_in_points_around_their_baseline() -> None:
    first, second = read_sheet._words_in_points(line("41 275"), scale=2.0)
    assert (first.text, first.size, first.box.x0, first.box.x1, second.box.x0) == ("41", 10.0, 0, 15, 20)
    assert first.box.top < 125 / 2 < first.box.bottom


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no second reader."""
    monkeypatch.setattr(read_sheet.SECOND, "read_words", lambda *_, **__: None)


@pytest.mark.usefixtures("alone")
def test_a_sheet_that_lay_crooked_says_by_how_much_and_who_is_missing() -> None:
    image = SheetImage(np.full((200, 300), 255, np.uint8), 2.0, skew=-1.26)
    text = hear_both(SeenSheet(image, (line("41 275"),), (), 0, ()))
    assert [warning.code for warning in text.warnings] == [Code.SHEET_STRAIGHTENED, Code.ONE_OCR_READER]
    assert dict(text.warnings[0].arguments)["angle"] == "1,3"
    words = hear_both(SeenSheet(image, (line("Nämnden"),), (), 0, ()))
    assert Code.ONE_OCR_READER not in {warning.code for warning in words.warnings}, "only figures need two"


class _Lying:
    """A first reader that sees six lines on end, and reads what stands upright when turned a quarter."""

    def find_text(self, sheet: SheetImage) -> list[tuple[int, int, int, int]]:
        height, width = sheet.grey.shape
        lies = height > width
        places = [20 + 30 * n for n in range(6)]
        return [(at, 20, at + 20, 220) if lies else (20, at, 220, at + 20) for at in places]

    def read_pieces(self, pieces: list[np.ndarray]) -> list[Reading]:
        """As well as the ink lies to the left of an upright piece's middle."""
        found = []
        for piece in pieces:
            ink = np.flatnonzero((piece < 128).any(axis=0))
            upright = piece.shape[1] > piece.shape[0] and len(ink) and ink.mean() < piece.shape[1] / 2
            found.append(Reading("Nämnden", (0.5,) * 7, ((0.99 if upright else 0.3),) * 7))
        return found


@pytest.mark.parametrize(("from_top", "turn"), [(True, 90), (False, 270)])
def test_a_sheet_on_its_side_is_turned_the_way_that_reads_better(
    monkeypatch: pytest.MonkeyPatch, from_top: bool, turn: int
) -> None:
    monkeypatch.setattr(read_sheet, "FIRST", _Lying())
    grey = np.full((260, 220), 255, np.uint8)
    for n in range(6):
        rows = slice(30, 80) if from_top else slice(160, 210)
        grey[rows, 24 + 30 * n : 36 + 30 * n] = 0
    assert look_at(SheetImage(grey, 2.0), is_scan=False).turn == turn
    assert look_at(SheetImage(grey, 2.0), is_scan=False, look_round=False).turn == 0
