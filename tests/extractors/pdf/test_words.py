"""The words of a sheet, with their boxes and how they are set."""

from __future__ import annotations

import pytest
from fpdf import FPDF

from extractors.pdf.open import OpenPdf
from schemas.page import Page

LEFT, BASELINE = 60.0, 200.0


def sheet(*texts: tuple[str, str, float, float], turn: float = 0) -> Page:
    """A sheet with texts by their style ("", "B", "I"), size and baseline."""
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.set_margin(0)
    pdf.add_page()
    for text, style, size, baseline in texts:
        pdf.set_font("Helvetica", style, size)
        pdf.set_text_color(255, 0, 0) if text.startswith("röd") else pdf.set_text_color(0, 0, 0)
        if turn:
            with pdf.rotation(turn, LEFT, baseline):
                pdf.text(LEFT, baseline, text)
        else:
            pdf.text(LEFT, baseline, text)
    with OpenPdf(bytes(pdf.output())) as opened:
        return next(opened.pages())


def test_words_part_at_white_space_and_stand_where_they_are_printed() -> None:
    first, second = sheet(("Årets resultat", "", 10, BASELINE)).words
    assert (first.text, second.text) == ("Årets", "resultat")
    assert first.box.x0 == pytest.approx(LEFT, abs=0.5) and second.box.x0 > first.box.x1
    assert first.box.top == pytest.approx(BASELINE - 7.6, abs=0.5)
    assert first.box.bottom == pytest.approx(BASELINE + 2.4, abs=0.5)


def test_size_weight_slant_and_colour_are_read() -> None:
    plain, bold, slanted = sheet(("rak", "", 10, 100), ("fet", "B", 14, 130), ("röd", "I", 10, 160)).words
    assert (plain.size, bold.size) == (10, 14)
    assert [(word.bold, word.italic) for word in (plain, bold, slanted)] == [
        (False, False), (True, False), (False, True),
    ]  # fmt: skip
    assert (plain.colour, slanted.colour) == (0, 0xFF0000)


def test_a_sheet_of_text_drawn_sideways_is_held_so_that_it_can_be_read() -> None:
    page = sheet(("Nettokostnad för gator", "", 10, 400), turn=90)
    assert page.turn and (page.width, page.height) == (842, 595)
    assert all(word.box.width > word.box.height for word in page.words)


def test_a_stamp_across_the_text_is_left_out_and_told() -> None:
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    pdf.text(LEFT, 100, "Nettokostnad för gator och vägar")
    with pdf.rotation(90, 300, 400):
        pdf.text(300, 400, "KOPIA")
    with OpenPdf(bytes(pdf.output())) as opened:
        page = next(opened.pages())
    assert "KOPIA" not in [word.text for word in page.words]
    [line] = page.sideways
    assert [word.text for word in line.words] == ["KOPIA"] and line.upwards


@pytest.mark.parametrize(
    ("groups", "gap", "words"),
    [
        (("93", "150"), 0.126, ["93", "150"]),  # a thin space without a glyph
        (("-1", "312", "350"), 0.126, ["-1", "312", "350"]),
        (("2", "031"), 0.02, ["2031"]),  # a year, its digits a little apart
        (("20", "31"), 0.126, ["2031"]),  # no thousands: the place of a kerning
        (("1", "2", "3", "4"), 0.126, ["1234"]),  # letterspaced throughout
    ],
)
def test_thousands_are_apart_where_the_space_has_a_width_and_no_sign(
    groups: tuple[str, ...], gap: float, words: list[str]
) -> None:
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    x = LEFT
    for group in groups:
        pdf.text(x, BASELINE, group)
        x += pdf.get_string_width(group) + 10 * gap
    with OpenPdf(bytes(pdf.output())) as opened:
        assert [word.text for word in next(opened.pages()).words] == words


@pytest.mark.parametrize(("gap", "words"), [(0.126, ["2,7", "mnkr"]), (0.0, ["2,7mnkr"])])
def test_a_figure_and_its_unit_are_apart_where_the_space_has_no_sign(gap: float, words: list[str]) -> None:
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 10)
    pdf.text(LEFT, BASELINE, "2,7")
    pdf.text(LEFT + pdf.get_string_width("2,7") + 10 * gap, BASELINE, "mnkr")
    with OpenPdf(bytes(pdf.output())) as opened:
        assert [word.text for word in next(opened.pages()).words] == words


def test_letters_and_their_dots_in_two_signs_are_one_letter(monkeypatch: pytest.MonkeyPatch) -> None:
    apart = "A\u030asa o\u0308ver"
    monkeypatch.setattr("extractors.pdf.words.text_of", lambda _: apart)
    assert [word.text for word in sheet(("x" * len(apart), "", 10, BASELINE)).words] == [
        "Åsa",
        "över",
    ]


@pytest.mark.parametrize(("word", "read"), [("2031", "2031¹"), ("Linnea", "Linnea¹")])
def test_a_raised_mark_that_touches_its_word_is_no_digit_of_it(word: str, read: str) -> None:
    pdf = FPDF(unit="pt", format=(595, 842))
    pdf.add_page()
    pdf.set_font("Helvetica", "", 12)
    pdf.text(LEFT, BASELINE, word)
    right = LEFT + pdf.get_string_width(word)
    pdf.set_font("Helvetica", "", 8)
    pdf.text(right, BASELINE - 3, "1")
    with OpenPdf(bytes(pdf.output())) as opened:
        assert [each.text for each in next(opened.pages()).words] == [read]
