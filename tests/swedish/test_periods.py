"""Measures and years that column headers name."""

from __future__ import annotations

import pytest

from swedish.periods import read_measure, read_year


@pytest.mark.parametrize(
    ("label", "measure"),
    [
        ("Bokslut 2023", "bokslut"),
        ("Årsutfall 2021", "utfall"),
        ("Utfall / Jan–aug 2024", "utfall"),
        ("Total budget 2024", "budget"),
        ("Budget 2025:1", "budget"),
        ("Budgeterat", "budget"),
        ("HELÅRSPROGNOS", "prognos"),
        ("Plan 2027", "plan"),
        ("Målvärde 2025", "mål"),
        ("Avvikelse mot budget", "avvikelse"),
        ("Budgetavvikelse", "avvikelse"),
        ("Diff.", "avvikelse"),
        ("Bokfört t.o.m. april", "bokfört"),
        ("Förbrukat", "förbrukat"),
        ("Ansökt belopp", "ansökt"),
        ("Budgetram", "ram"),
        ("Budget/prognos", None),
        ("Program", None),
        ("Detaljplan", None),
        ("Ändamål", None),
        ("Godkänd utgift", None),
        ("", None),
    ],
)
def test_a_header_names_its_measure(label: str, measure: str | None) -> None:
    assert read_measure(label) == measure


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("Budget 2025:1", 2025),
        ("Jan–aug 2024", 2024),
        ("Utgift tom 2023", 2023),
        ("Utfall 2024-06-30", 2024),
        ("Utfall 2024-08", 2024),
        ("31/12 2023", 2023),
        ("Bokslut 2023 (2023 års priser)", 2023),
        ("2023/24", None),
        ("2024-2026", None),
        ("2024–26", None),
        ("2011-12", None),
        ("2024 och 2025", None),
        ("27/41", None),
        ("KS 2024-00375", None),
        ("12024", None),
        ("2 024", None),
        ("1850", None),
        ("", None),
    ],
)
def test_a_header_names_its_year(label: str, year: int | None) -> None:
    assert read_year(label) == year
