"""Who is told in what role, each once."""

from __future__ import annotations

from extractors.document import read_pages
from schemas.document import Source
from tests.extractors.drawing import draw

SHEET = """<SAMMANTRÄDESPROTOKOLL>                               2031-05-04

Beslutande          Eva Carlén (S), ordförande
                    Bo Lund (M), ordförande §§ 5–9
                    Ida Ny (V)

{}

<§ 5   Taxa för båtplatser>

<Beslut>

Avgiften höjs.
"""


def told(text: str) -> list[tuple[str, str | None, str]]:
    reading = read_pages(draw(SHEET.format(text)), Source("0" * 64, "x.pdf"), None)
    return [(p.name, p.party, str(p.role)) for p in reading.people]


def test_who_signs_below_the_list_is_told_once_with_the_party() -> None:
    people = told("Justerare           Ida Ny (V)\n\nOrdförande ____________ Eva Carlén")
    assert people.count(("Eva Carlén", "S", "chair")) == 1 and ("Eva Carlén", None, "chair") not in people


def test_a_chair_who_signs_beside_the_one_elected_adjusts_nothing() -> None:
    people = told("Justeras: ____________ Eva Carlén\nJusteras: ____________ Ida Ny")
    assert [name for name, _, role in people if role == "adjuster"] == ["Ida Ny"]


def test_who_is_elected_to_adjust_does_though_he_has_presided() -> None:
    assert ("Bo Lund", "M", "adjuster") in told("Justerare           Bo Lund (M)")
    assert ("Bo Lund", "M", "adjuster") in told(
        "Justerare           Bo Lund (M)\n                    Ida Ny (V)"
    )
    assert ("Bo Lund", None, "adjuster") in told("Justeras: ____________ Bo Lund")
