"""Each kind of structure check holds for a sound protocol and fails for a planted fault."""

from __future__ import annotations

import pytest

from reconcilers.structure.checks import find_structure_checks
from schemas.document import Extraction
from tests.reconcilers.structure.protocols import protocol


def said(reading: Extraction) -> list[tuple[bool, str]]:
    return [(check.holds, check.says) for check in find_structure_checks(reading, 0)]


def test_numbers_against_the_first_page() -> None:
    assert said(protocol([14, 15, 16], front="Paragrafer 14–16")) == [
        (True, "§§ 14–16 mot första sidan: alla 3 finns.")
    ]
    assert said(protocol([14, 16], front="Paragrafer 14–17")) == [
        (False, "§§ 14–17 mot första sidan: 2 av 4 finns; 15, 17 saknas.")
    ]


def test_an_extract_is_not_held_to_the_whole_protocol() -> None:
    assert said(protocol([14], front="Paragrafer 1–30")) == []
    assert said(protocol([14])) == []


@pytest.mark.parametrize(
    ("printed", "holds", "says"),
    [
        (["Sida 1 (3)", "Sida 2 (3)", "Sida 3 (3)"], True, "Sidorna 1–3 av 3: alla finns."),
        (["1(3)", None, "3(3)"], True, "Sidorna 1–3 av 3: alla finns."),
        (["1(3)", "2(3)", None], True, "Sidorna 1–3 av 3: alla finns."),
        (["Sida 1 av 4", "Sida 2 av 4", "Sida 4 av 4"], False, "Sidorna 1–4 av 4: 3 blad."),
        (["7(20)", "8(20)", "9(20)"], True, "Sidorna 7–9 av 20: alla finns."),
        (["1(3)", "2(3)"], False, "Sidorna 1–2 av 3: 2 blad."),
    ],
)
def test_printed_pages_against_sheets(printed: list[str | None], holds: bool, says: str) -> None:
    assert said(protocol([14], printed=printed)) == [(holds, says)]


def test_annexes_named_against_annexes_held() -> None:
    papers = ["Karta, bilaga 1", "Bilaga 2 och 3"]
    annexes = ["Bilaga 1 Karta", "Bilaga 2 Ritning"]
    sound = protocol([14], attachments=["Bilaga 1–2"], annexes=annexes)
    assert said(sound) == [(True, "2 av 2 bilagor som paragraferna nämner med nummer.")]
    short = protocol([14], attachments=[*papers, "Bilaga 4"], annexes=annexes)
    assert said(short) == [
        (False, "2 av 3 bilagor som paragraferna nämner med nummer; bilaga 4 finns inte i filen.")
    ]


def test_names_against_votes() -> None:
    assert said(protocol([14], votes=[(14, (2, 1, 1), "jjna")])) == [
        (True, "§ 14: namnen (2 ja, 1 nej, 1 avstår) stämmer med 2 ja, 1 nej och 1 som avstår.")
    ]
    assert said(protocol([14], votes=[(14, (3, 1, 0), "jjn")])) == [
        (False, "§ 14: namnen (2 ja, 1 nej) stämmer inte med 3 ja, 1 nej.")
    ]
