"""What stands in a line is kept to the letter, and what is only markup is not."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from extractors.markdown.inline import read_inline


@dataclass(frozen=True)
class Example:
    raw: str
    expected: str  # "|" between lines, "B:" and "I:" before words in bold and italics
    origin: str


PRINTED = [
    Example("532* och 90*", "532* och 90*", "footnote marks"),
    Example("100 000* (varav 50 000*)", "100 000* (varav 50 000*)", "footnote marks in brackets"),
    Example("*) Beloppen är preliminära", "*) Beloppen är preliminära", "a footnote"),
    Example("5*3*2 = 30", "5*3*2 = 30", "a product"),
    Example("Dnr KS_2024_00375", "Dnr KS_2024_00375", "an underscored number"),
    Example("Datum: ____________ Namn: ______", "Datum: ____________ Namn: ______", "lines to sign on"),
    Example("[x] Ja [ ] Nej, se [1]", "[x] Ja [ ] Nej, se [1]", "boxes to tick, and a reference"),
    Example("Antal <5 elever, <namn på ort>", "Antal <5 elever, <namn på ort>", "no tags"),
    Example("R&D, AT&T, AT&copy", "R&D, AT&T, AT&copy", "no entities"),
    Example("C:\\Mapp\\fil", "C:\\Mapp\\fil", "no escapes"),
    Example("**Summa", "**Summa", "bold that nothing ends"),
]
MARKUP = [
    Example("**Viared**: text", "B:Viared: text", "bold ends inside a word"),
    Example("***Summa*** _netto_", "B:I:Summa I:netto", "bold and italics"),
    Example("<strong>Summa<br/>netto</strong>", "B:Summa | B:netto", "HTML"),
    Example("Intäkter<sup>2</sup>, 5 m<sup>2</sup>", "Intäkter 2), 5 m²", "raised figures"),
    Example("&#167; 12 &sect; 13 &lt;5", "§ 12 § 13 <5", "entities"),
    Example("Se [bilaga](<b 1.pdf>)![logga](l.png)", "Se bilaga", "a link with spaces, and a picture"),
    Example("<https://boras.se> <ks@boras.se>", "https://boras.se ks@boras.se", "addresses"),
    Example("<!-- sida 3 -->Text", "Text", "a comment"),
    Example("rad ett\\\nrad två", "rad ett rad två", "how the input wraps"),
]
NOT_YET = [
    Example("**Summa **100", "B:Summa 100", "a space before the mark that ends bold"),
    Example("**(M)**och", "B:(M)och", "bold that ends in a bracket, with no space behind it"),
]


def _shown(raw: str) -> str:
    return " | ".join(
        " ".join("B:" * token.bold + "I:" * token.italic + token.text for token in line)
        for line in read_inline(raw)
    )


@pytest.mark.parametrize("example", [*PRINTED, *MARKUP], ids=lambda e: e.origin)
def test_lines_are_read_as_printed(example: Example) -> None:
    assert _shown(example.raw) == example.expected


@pytest.mark.xfail(strict=True, reason="Markdown's grammar says otherwise, and the marks are kept")
@pytest.mark.parametrize("example", NOT_YET, ids=lambda e: e.origin)
def test_marks_that_the_grammar_does_not_know(example: Example) -> None:
    assert _shown(example.raw) == example.expected
