"""A title with a header under it begins a table; a group's title, and one in a drawn cell, begins none."""

from __future__ import annotations

import pytest

from tests.extractors.drawing import draw, tables_on

ABOVE = "              2031   2030\nLön          1 500  1 400\nHyra           500    400\n"
BELOW = "Tull           600    700\nAvgift         300    200\n"


@pytest.mark.parametrize(
    ("between", "count"),
    [
        ("\n<Not 4 Intäkter>\n               2031   2030\n", 2),
        ("<Not 4 Intäkter>\n", 1),
        ("\nAvser staden\n", 1),
    ],
)
def test_a_title_with_a_header_begins_a_table(between: str, count: int) -> None:
    assert len(list(tables_on(draw(ABOVE + between + BELOW)))) == count


def test_a_title_with_a_header_over_one_column_begins_a_table() -> None:
    rows = (("Åtgärd", "tim", "kr"), ("Nybyggnad av enbostadshus", "22,0", "1 400"), ("Altan", "18,5", "400"))
    above = "".join(f" {label:<51}{hours:>6}{fee:>8}\n" for label, hours, fee in rows)
    header = f"<Omständighet{'Faktor':>53}>\n"
    factors = f" {'Liten avvikelse':<59}  1,20\n {'Utanför plan':<59}  1,35\n"
    titled = f"{above}<Tabell 2. Faktorer>\nFaktorn multipliceras med avgiften.\n{header}{factors}"
    assert len(list(tables_on(draw(titled)))) == 2
    plain = titled.replace("<", " ").replace(">", "")
    assert len(list(tables_on(draw(plain)))) == 1, "nothing sets the header apart from the rows"
