"""What OCR broke is whole again, and documents inside the file begin on sheets of their own."""

from __future__ import annotations

from extractors.markdown.elements import Sheet, element_text
from extractors.markdown.parse import read_markdown
from extractors.markdown.sheets import mend, part_starts, unglue, with_starts
from extractors.text.parts import ANNEX, MEMO, PROTOCOL, PartCut

LONG = "Nämnden har under året öppnat fler lokaler för föreningarna och har dessutom sett över"
TABLE = "| Nämnd | Utfall |\n|---|---|\n| Skola | 41 |"


def sheets(text: str) -> list[Sheet]:
    return read_markdown(text)[0]


def texts(found: list[Sheet]) -> list[list[str]]:
    return [[element_text(element) for element in sheet] for sheet in found]


def test_a_paragraph_that_goes_on_in_small_letters_is_one() -> None:
    assert texts(mend(sheets(f"{LONG}\n\navgifterna.\n"))) == [[f"{LONG} avgifterna."]]


def test_one_that_is_at_its_end_a_list_or_short_stays_apart() -> None:
    for text in (f"{LONG}.\n\navgifterna.\n", f"{LONG}\n\natt höja dem.\n", "Beslutet\n\navgifterna.\n"):
        assert len(mend(sheets(text))[0]) == 2


def test_a_table_goes_on_over_a_page_break_and_its_sheet_is_gone() -> None:
    whole = mend(sheets(f"{TABLE}\n\f\n{TABLE.replace('Skola', 'Vård')}\n"))
    assert len(whole) == 1 and "Skola 41" in texts(whole)[0][0] and "Vård 41" in texts(whole)[0][0]


def test_a_lost_space_in_a_diary_number_comes_back_where_the_paper_has_it_elsewhere() -> None:
    found, warnings = unglue(sheets("Dnr KS 2024-00375\n\nSe KS2024-00375 i akten.\n"))
    assert texts(found) == [["Dnr KS 2024-00375", "Se KS 2024-00375 i akten."]]
    assert [dict(warning.arguments) for warning in warnings] == [
        {"printed": "KS2024-00375", "read": "KS 2024-00375"}
    ]
    assert unglue(sheets("Se KS2024-00375 i akten.\n"))[1] == []


def test_a_letter_s_head_begins_a_memo() -> None:
    head = "Handläggare: Ulf Olsson\nDatum 2024-05-13\nDnr KS 2024-00375"
    cut, starts = part_starts(sheets(f"Ett protokoll.\n\n{head}\n\nTill nämnden.\n"))
    assert [len(sheet) for sheet in cut] == [1, 2]
    assert {index: kind for index, (kind, _) in starts.items()} == {1: MEMO}


def test_an_annex_and_a_cover_begin_sheets_of_their_own() -> None:
    assert len(part_starts(sheets("Ett.\n\n## Bilaga 2\n\nTvå.\n"))[0]) == 2
    cover = "Ett protokoll.\n\n# Årsrapport 2024\n\nGranås kommun\n\n## Innehåll\n\nTexten.\n"
    cut, starts = part_starts(sheets(cover))
    assert texts(cut)[1:] == [["Årsrapport 2024", "Granås kommun"], ["Innehåll", "Texten."]]
    assert starts == {1: (ANNEX, "omslag: “Årsrapport 2024”")}


def test_the_text_s_own_word_on_where_a_part_begins_stands_but_on_the_first_sheet() -> None:
    """What the first one is, its head tells better than the absence of any other sign."""
    cuts = [PartCut(PROTOCOL, 1, 3, "rubrik"), PartCut(ANNEX, 4, 6, "bilaga")]
    found = with_starts(cuts, {0: (MEMO, "x"), 3: (MEMO, "y"), 4: (MEMO, "brevhuvud")}, 6)
    first, *rest = found
    assert first == PartCut(MEMO, 1, 3, "x")
    assert rest == [PartCut(ANNEX, 4, 4, "bilaga"), PartCut(MEMO, 5, 6, "brevhuvud")]
