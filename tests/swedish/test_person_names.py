"""Persons' names: rows of (text, who is named, origin); all of them made up."""

from __future__ import annotations

import pytest

from swedish.person_names import find_named, looks_like_name, person_with_address, without_title
from tests.extractors.not_reached import row

NAMED = [
    ("Anna Ek (M)", ["Anna Ek M"], "reference"),
    (
        "I beslutet deltar inte Anna Ek (M), Bo Sten (KD) och Eva Lind (SD).",
        ["Anna Ek M", "Bo Sten KD", "Eva Lind SD"],
        "reference",
    ),
    ("Kommunalrådet Anna Ek (M) och Bo Sten (S) yrkar bifall.", ["Anna Ek M", "Bo Sten S"], "reference"),
    ("Jan-Ola af Berg (KD)", ["Jan-Ola af Berg KD"], "made up"),
    ("Gun-Britt Öman (S)", ["Gun-Britt Öman S"], "made up"),
    ("Karl-Erik von Ek (MP)", ["Karl-Erik von Ek MP"], "made up"),
    ("Karl G. Holm (M)", ["Karl G. Holm M"], "made up"),
    ("Maria Åkesson Lindström (Kp)", ["Maria Åkesson Lindström Kp"], "made up"),
    ("René Björk (L)", ["René Björk L"], "made up"),
    ("Anna O'Hara (C)", ["Anna O'Hara C"], "made up"),
    ("Sara de la Cruz (V)", ["Sara de la Cruz V"], "made up"),
    ("Anna Ek ( M )", ["Anna Ek M"], "made up"),
    ("Oppositionsrådet Eva Lind (S) reserverar sig.", ["Eva Lind S"], "made up"),
    ("Enligt Eva Lind (S) saknas underlag.", ["Eva Lind S"], "made up"),
    ("Ordförande Eva Lind (S)", ["Eva Lind S"], "made up"),
    ("Eva Lind (-)", ["Eva Lind None"], "made up"),
    ("Förvaltningschef Helena Kvist berättar.", [], "made up"),
    ("Riskanalys (RSA) och Sociala Medier (SoMe) följs.", [], "made up"),
    ("Budget 2025 (B)", [], "made up"),
]
NAMES = ["Ulf Olsson", "Anna Ek", "Jan-Ola af Berg", "Forsman Mikaela", "Maria Åkesson Lindström"]
NO_NAMES = [
    *("Kommunstyrelsen Diarium", "Datum", "Stadshuset", "Anna", "anna ek", "Tekniska Nämnden", "Ekby Kommun"),
    *("", "Anna Ek och Bo Sten", "Plats och tid", "Diarienummer", "2024-06-17"),
]
NOT_REACHED = {
    "Anna O'Hara (C)": "an apostrophe in a name",
    "Sara de la Cruz (V)": "two small words in a name",
    (
        "Riskanalys (RSA) och Sociala Medier (SoMe) följs."
    ): "an abbreviation in parentheses is taken for a party",
}


@pytest.mark.parametrize(("text", "named"), [row(t, n, name=t, why=NOT_REACHED.get(t)) for t, n, _ in NAMED])
def test_persons_are_named_by_their_party(text: str, named: list[str]) -> None:
    found = list(find_named(text))
    assert [f"{person.name} {person.party}" for person in found] == named
    assert all(text.startswith(person.name, person.start) for person in found)


@pytest.mark.parametrize("text", NAMES)
def test_a_name_alone_is_known(text: str) -> None:
    assert looks_like_name(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_is_not(text: str) -> None:
    assert not looks_like_name(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Eva Lind", "Eva Lind"),
        ("Kommunalrådet Eva Lind", "Eva Lind"),
        ("Ledamoten Eva Lind", "Eva Lind"),
        ("Ordföranden", ""),
        ("Chefen Eva Lind", "Eva Lind"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, name: str) -> None:
    found, dropped = without_title(text)
    assert found == name
    assert not name or text[dropped:] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1. Eva Lind eva.lind@exempel.se", "Eva Lind"),
        ("Åsa Öman, asa.oman@exempel.se", "Åsa Öman"),
        ("Kansliet KS.diarium@exempel.se", None),
        ("Kommunstyrelsen Diarium ks.diarium@exempel.se", None),
        ("Eva Lind, ekonomichef", None),
        ("info@exempel.se", None),
    ],
)
def test_an_address_belongs_to_the_person_before_it(text: str, name: str | None) -> None:
    assert person_with_address(text) == name
