"""Labels in a column of their own become headings before what stands beside them."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.block import Block
from extractors.text.margin_labels import with_margin_labels
from extractors.text.text_lines import TextLine, text_lines
from tests.extractors.drawing import draw

LABELLED = """§ 82             Vattnet
Beslut           Frågan får ställas.
                 Den är besvarad.
Yrkanden         Bo Al (M) yrkar bifall.
Skriftlig        Hanna Ek (V) lämnar en
reservation      reservation.
Ärendet          Hanna Ek (V) frågar när
                 ledningen står klar."""


def read(text: str) -> list[str]:
    items: list[TextLine | Block] = list(text_lines(*((p := draw(text)[0]), find_lines(p), [])))
    (found,) = with_margin_labels([items])
    return [("# " if isinstance(item, Block) else "") + item.text for item in found]


def test_each_label_heads_what_stands_beside_it() -> None:
    assert read(LABELLED) == [
        "§ 82 Vattnet",
        *("# Beslut", "Frågan får ställas.", "Den är besvarad."),
        *("# Yrkanden", "Bo Al (M) yrkar bifall."),
        *("# Skriftlig reservation", "Hanna Ek (V) lämnar en", "reservation."),
        *("# Ärendet", "Hanna Ek (V) frågar när", "ledningen står klar."),
    ]


def test_what_stands_before_the_first_sign_is_left() -> None:
    front = "Ordförande       Anna Ek (S)\n"
    assert read(front + LABELLED)[0] == "Ordförande Anna Ek (S)"


def test_a_list_in_two_columns_has_no_labels() -> None:
    listed = (
        "§ 82             Val\nAnna Ek          Bo Al\nHanna Ek         Per Berg\nOla Dal          Eva Lind"
    )
    assert not any(text.startswith("# ") for text in read(listed))


def test_without_a_sign_nothing_is_changed() -> None:
    assert not any(text.startswith("# ") for text in read(LABELLED.replace("§ 82", "    ")))


def test_a_second_diary_number_in_the_margin_is_parted_from_the_text_beside_it() -> None:
    text = """§ 82             Vattnet
KS/2031:12
VN/2031:7        Ärendet
                 Hanna Ek (V) frågar."""
    assert read(text) == ["§ 82 Vattnet", "KS/2031:12", "VN/2031:7", "Ärendet", "Hanna Ek (V) frågar."]
    assert read(text.replace("Ärendet", "  Ärendet"))[2] == "VN/2031:7 Ärendet"
