"""Letters of one word that a file has in places far from each other."""

from __future__ import annotations

from extractors.pdf.touching_words import join_touching, stand_close
from schemas.page import Word
from schemas.place import Box


def word(text: str, x0: float, x1: float, top: float = 100.0, face: int = 0) -> Word:
    return Word(text, Box(x0, top, x1, top + 10), 10.0, face=face)


def texts(*words: Word) -> list[str]:
    return [each.text for each in join_touching(words)]


def test_what_touches_and_stands_apart_in_the_file_is_one_word() -> None:
    found = join_touching([word("Y", 50, 56), word("Olof", 150, 170), word("rkande", 56.1, 90)])
    assert [(w.text, w.box.x0, w.box.x1) for w in found] == [("Yrkande", 50, 90), ("Olof", 150, 170)]


def test_what_follows_in_the_file_has_a_space_of_its_own() -> None:
    assert texts(word("eget", 50, 70), word("kapital", 70.1, 100)) == ["eget", "kapital"]


def test_figures_other_faces_lines_and_places_stay_apart() -> None:
    assert len(join_touching([word("12", 50, 60), word("x", 150, 160), word("300", 60, 75)])) == 3
    assert len(join_touching([word("Y", 50, 56), word("x", 150, 160), word("rk", 56, 70, face=1)])) == 3
    assert len(join_touching([word("Y", 50, 56), word("x", 150, 160), word("rk", 56, 70, top=112)])) == 3
    assert len(join_touching([word("Y", 50, 56), word("x", 150, 160), word("rk", 58, 70)])) == 3


def test_a_kern_moves_letters_together_and_is_no_space() -> None:
    """As "11" in bold: what PDFium takes for a space lies under the second letter."""
    assert stand_close(word("51", 50, 60), word("1", 59.4, 64.4))
    assert not stand_close(word("51", 50, 60), word("1", 57.4, 62.4)), "another line of text, laid over it"
    assert not stand_close(word("51", 50, 60), word("1", 60.9, 65.9)), "a space"
