"""Units: their spellings, and where a header, a title or a sentence states one."""

from __future__ import annotations

from decimal import Decimal

import pytest

from swedish.numbers.units import SPELLINGS, UNITS, find_unit, find_unit_in_sentence, read_unit, to_kronor

STATED = {
    # what the contract and the hazards name
    "Ekonomiskt sammandrag (Tkr)": "tkr",
    "Belopp i tkr": "tkr",
    "Resultaträkning, mnkr": "mnkr",
    "Andel, %": "procent",
    "Antal platser": "antal",
    "(tkr)": "tkr",
    "Tkr": "tkr",
    "1000€": "tEUR",
    "Budgetram (1000€)": "tEUR",
    "Sysselsättningsgrad (20-64 år), %": "procent",
    # years and numbers beside the unit
    "Budget 2024 tkr": "tkr",
    "Budget 2025:1 tkr": "tkr",
    "Utfall 2024, 1 000 kr": "tkr",
    "Budget 1000 kr": "tkr",
    "Tabell 8, mdkr": "mdkr",
    "Läsåret 2023/24 %": "procent",
    "Andel av antal elever, %": "procent",
    "Kostnad/elev, kr": "kr",
    "Belopp i hela kronor": "kr",
    "Förändring i %-enheter": "procentenheter",
    "Lån, milj. euro": "mEUR",
    "Yta (m²)": "m²",
    "Platser (st)": "antal",
    "Förtätning, antal": "antal",
}
NOT_STATED = [
    *("", "Kredit", "Krisberedskap", "Tidskrift", "Fantal", "SEKRETARIAT", "Europa", "Kronorna"),
    *(
        "Kostnad, tkr och %",
        "Projekt över 500 kr",
        "över 11 000 kr",
        "640 tusen € till vägar",
        "Not 5 tkr",
        "st mmor",
    ),
]


@pytest.mark.parametrize(("label", "name"), STATED.items())
def test_a_label_states_its_unit(label: str, name: str) -> None:
    found = find_unit(label)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize("label", NOT_STATED)
def test_a_label_states_no_unit_or_several(label: str) -> None:
    assert find_unit(label) is None


@pytest.mark.parametrize(("name", "spelling"), [(n, s) for n, printed in SPELLINGS.items() for s in printed])
def test_every_spelling_is_read_in_any_case_and_in_parentheses(name: str, spelling: str) -> None:
    assert read_unit(spelling) == read_unit(f" ({spelling.upper()})\n") == UNITS[name]


@pytest.mark.parametrize(
    "raw", ["(belopp i tkr)", "Belopp i 1 000 kr", "i Tkr", "1\u00a0000 kr", "tusental kronor"]
)
def test_a_unit_may_be_wrapped_in_words(raw: str) -> None:
    assert read_unit(raw) == UNITS["tkr"]


@pytest.mark.parametrize("raw", ["", "kraft", "tkr och %", "500 kr", "Budget tkr", "x" * 10_000])
def test_what_holds_more_than_a_unit_is_none(raw: str) -> None:
    assert read_unit(raw) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Alla belopp anges i tkr", "tkr"),
        ("Beloppen är i tusental kronor om inte annat anges", "tkr"),
        ("Redovisningen är upprättad i svenska kronor, SEK.", "kr"),
        ("Rapporten upprättas i tusental kronor.", "tkr"),
        ("Samtliga tal är i 1 000 kr.", "tkr"),
        ("Siffrorna nedan, belopp i mnkr, är preliminära.", "mnkr"),
        ("Om inget annat sägs visas alla belopp i hela kronor.", "kr"),
        ("Beloppen steg med 3 tkr i mars.", None),
        ("Beloppen anges i tkr. Tal i andra tabeller är i mnkr.", None),
        ("Bidraget betalas i kronor.", None),
    ],
)
def test_a_sentence_says_its_unit(sentence: str, name: str | None) -> None:
    found = find_unit_in_sentence(sentence)
    assert (found and found.name) == name


def test_only_swedish_money_is_worth_kronor() -> None:
    assert to_kronor(Decimal("0.8"), UNITS["mnkr"]) == 800_000
    assert to_kronor(Decimal("5"), UNITS["öre"]) == Decimal("0.05")
    assert all(to_kronor(Decimal(1), UNITS[name]) is None for name in ("EUR", "mEUR", "procent", "antal"))
    assert to_kronor(Decimal(1), None) is None
