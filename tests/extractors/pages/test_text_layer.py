"""Whether a text layer is to be trusted, by its words alone."""

from __future__ import annotations

from extractors.pages.text_layer import is_picture, judge_text, judge_texts
from schemas.page import Page, Word
from schemas.place import Box
from schemas.warnings import Code, Warned

SWEDISH = (
    "kommunstyrelsen beslutar att anta förslaget till ny taxa för vatten och avlopp som nämnden har lämnat "
    "till fullmäktige under våren samt att uppdra åt förvaltningen att återkomma med en redovisning"
)
ENGLISH = (
    "the council has decided that the report on water and public roads should be given to the board before "
    "the summer and that the members may ask for more time where this is needed by the people of the town"
)


def sheet(text: str, *images: Box) -> Page:
    words = tuple(Word(word, Box(50, 100, 60, 110), 10) for word in text.split())
    return Page(1, 595, 842, 0, words, images=images)


def code(warning: Warned | None) -> Code | None:
    return warning.code if warning else None


def shifted(text: str) -> str:
    """As a font whose signs are mapped to the next letter gives it."""
    return "".join(chr(ord(letter) + 1) if letter.isalpha() and letter != "z" else letter for letter in text)


def test_swedish_and_english_are_languages_and_a_shifted_alphabet_is_none() -> None:
    assert [code(judge_text(sheet(text))) for text in (SWEDISH, ENGLISH, shifted(SWEDISH))] == [
        None, None, Code.LAYER_DAMAGED,
    ]  # fmt: skip


def test_a_few_words_are_too_few_to_judge_unless_they_are_hardly_letters() -> None:
    assert judge_text(sheet("Qwxz zzyq")) is None
    assert code(judge_text(sheet("¤¤ %% && ## " * 8))) is Code.LAYER_DAMAGED


def test_much_swedish_without_a_single_ring_or_dot_has_lost_them() -> None:
    bare = SWEDISH.replace("å", "a").replace("ä", "a").replace("ö", "o")
    found = judge_texts([sheet(" ".join([bare] * 5)), sheet("")])
    assert [code(warning) for warning in found] == [Code.LAYER_LACKS_LETTERS, None]


def test_a_sheet_that_is_a_picture_has_none_but_a_stamp_s_words() -> None:
    whole, logotype = Box(0, 0, 595, 842), Box(50, 20, 150, 60)
    assert is_picture(sheet("", whole)) and is_picture(sheet("Kopia 2025", whole))
    assert not is_picture(sheet("Kopia 2025", logotype)) and not is_picture(sheet(SWEDISH, whole))
    assert not is_picture(sheet(""))
