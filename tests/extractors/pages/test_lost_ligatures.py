"""Lost ligatures: what the word list cannot decide, the glyph's width does;
where neither can, nothing is put.
"""

from __future__ import annotations

import pytest

from extractors.pages.lost_ligatures import UNKNOWN, repair_pages
from extractors.pdf.lost_glyphs import lost_glyph
from schemas.page import Page, Word
from schemas.place import Box

TT, FT, FI = (lost_glyph(width, bold=False) for width in (0.634, 0.616, 0.529))


def _read(*texts: str) -> list[str]:
    words = tuple(Word(text, Box(0, 12 * n, 60, 12 * n + 10), 10.0) for n, text in enumerate(texts))
    return [word.text for word in repair_pages([Page(1, 595, 842, 0, words)])[0].words]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (f"Förvaltningsberä{TT}else", "Förvaltningsberättelse"),
        (f"Charlo{TT}a", "Charlotta"),  # a name, in no word list
        (f"Ersä{TT}n.fr.försäkr.bolag", "Ersättn.fr.försäkr.bolag"),
        (f"Upplåtelseavgi{FT}er", "Upplåtelseavgifter"),
        (f"ha{FT}", "haft"),
    ],
)
def test_a_glyph_known_from_sure_words_is_put_back_in_all(broken: str, whole: str) -> None:
    assert _read(f"va{TT}enkostnad", f"avgi{FT}", broken)[-1] == whole


def test_a_glyph_that_no_sure_word_has_is_left_unknown() -> None:
    assert _read(f"va{TT}enkostnad", f"Brolu{FT}ax")[-1] == f"Brolu{UNKNOWN}ax"


def test_twins_of_one_width_are_told_apart_by_the_word_alone() -> None:
    assert _read(f"de{FI}nieras", f"kassa{FI}ödet", f"Kassa{FI}ödesanalys") == [
        "definieras",
        "kassaflödet",
        "Kassaflödesanalys",
    ]
    assert _read(f"de{FI}nieras", f"Zobe{FI}ecx")[-1] == f"Zobe{UNKNOWN}ecx"
