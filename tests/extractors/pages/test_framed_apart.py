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


RULED = """Hemtjänst              Boende
Område    2031         Namn      Platser
──────────────         ─────────────────
Norr       212         Ekliden        48
Centrum    341         Solsidan       60
Söder      187         Bäckhagen      36"""


def test_a_line_under_the_headers_that_is_broken_between_them_parts_two_tables() -> None:
    found = lines(RULED)
    assert found[:5] == ["Hemtjänst", "Område 2031", "Norr 212", "Centrum 341", "Söder 187"]
    assert found[5:] == ["Boende", "Namn Platser", "Ekliden 48", "Solsidan 60", "Bäckhagen 36"]


def test_a_whole_line_under_the_headers_parts_nothing() -> None:
    whole = RULED.replace("         ───", "────────────")
    assert "Norr 212 Ekliden 48" in lines(whole)


def test_a_broken_line_over_rows_without_labels_of_their_own_parts_nothing() -> None:
    bare = (
        RULED.replace("Ekliden ", "  1 100 ")
        .replace("Solsidan", "   1 200")
        .replace("Bäckhagen", "    1 300")
    )
    assert "Norr 212 1 100 48" in lines(bare)


ABOVE = """┌───────────────┬────────┐
│ Norra bygden  │    100 │
├───────────────┼────────┤
│ Södra bygden  │    200 │
└───────────────┴────────┘
"""


def test_the_last_rows_of_a_frame_above_are_its_own() -> None:
    wide = ABOVE.replace("┬────────┐", "┬────────┬────────┐").replace("┼────────┤", "┼────────┼────────┤")
    wide = wide.replace("┴────────┘", "┴────────┴────────┘").replace("00 │", "00 │    7 12 │")
    assert lines(wide + APART)[:2] == ["Norra bygden 100 7 12", "Södra bygden 200 7 12"]


BALANCE = """
TILLGÅNGAR           2031   2030    EGET KAPITAL         2031   2030
Byggnader             512    877    Aktiekapital          500    500
Inventarier           210    434    Resultat              866    109
Summa                 722  1 311    Summa               1 366    609

Översikt       Enhet    2031   2030   2029
Soliditet          %      26     25     24
"""


def test_a_balance_sheet_with_its_debts_on_the_right_is_two_tables() -> None:
    found = lines(BALANCE)
    assert found[:4] == [
        "TILLGÅNGAR 2031 2030",
        "Byggnader 512 877",
        "Inventarier 210 434",
        "Summa 722 1 311",
    ]
    assert found[4:6] == ["EGET KAPITAL 2031 2030", "Aktiekapital 500 500"]
    assert found[8:] == ["Översikt Enhet 2031 2030 2029", "Soliditet % 26 25 24"]


def test_the_years_of_two_bodies_over_one_table_part_nothing() -> None:
    table = """
Kommunen     2031   2030     Koncernen    2031   2030
Byggnader     512    877                   500    500
Inventarier   210    434                   866    109
"""
    assert "Byggnader 512 877 500 500" in lines(table)


def test_headings_over_the_twins_go_with_their_halves() -> None:
    found = lines(BALANCE.replace("\nTILLGÅNGAR", "\nTillgångar" + " " * 26 + "Skulder\nTILLGÅNGAR"))
    assert found[0] == "Tillgångar" and found.index("Skulder") > found.index("Summa 722 1 311")


WIDE = """Förvaltning       2030   2031        Ändring     Andel
Skola              212    214              2         4
Vård               341    344              3         5
"""


def test_a_wide_table_close_above_two_small_ones_stays_whole() -> None:
    found = lines(WIDE + RULED)
    assert "Vård 341 344 3 5" in found and "Söder 187" in found
    assert "Skola 212 214 2 4" in found


def test_a_head_over_a_line_drawn_across_both_is_of_neither() -> None:
    head = f"Sjövalla               Bokslut\n{'─' * 50}\n"
    assert lines(head + RULED)[0] == "Sjövalla Bokslut"
    assert lines(head.replace("─", " ") + RULED)[0] == "Sjövalla"
