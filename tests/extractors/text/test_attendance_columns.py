"""Two columns of labels are read one after the other; a list in columns under one label stays whole."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.attendance_columns import columns_of
from tests.extractors.drawing import draw

PARTED = """Ledamöter                     Ersättare
Anna Ek (S)                   Bo Al (M)
Hanna Ek (V)                  Övriga
Ola Dal (C)                   Per Berg (S)
Eva Lind (L)
Ulf Ny (KD)"""


def columns(text: str) -> list[list[str]]:
    (page,) = draw(text)
    shares = columns_of(find_lines(page))
    return [[" ".join(run.text for run in line.runs) for line in column] for column in shares if column]


def test_each_column_is_read_by_itself_down_to_its_last_name() -> None:
    left, right, after = columns(f"{PARTED}\n\n\nAtt justera: Anna Ek")
    assert left == ["Ledamöter", "Anna Ek (S)", "Hanna Ek (V)", "Ola Dal (C)", "Eva Lind (L)", "Ulf Ny (KD)"]
    assert right == ["Ersättare", "Bo Al (M)", "Övriga", "Per Berg (S)"]
    assert after == ["Att justera: Anna Ek"]


def test_names_in_two_columns_under_one_label_are_one_list() -> None:
    assert len(columns(PARTED.replace("Ersättare", "").replace("Övriga", ""))) == 1


def test_a_line_across_both_keeps_them_together() -> None:
    assert (
        len(
            columns(
                PARTED.replace(
                    "Hanna Ek (V)                  Övriga", "Hanna Ek (V) från och med § 14  Övriga"
                )
            )
        )
        == 1
    )
