"""Labels in the middle of ruled rows are taken to the first line of what they introduce."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.attendance import read_attendance
from extractors.text.attendance_cells import level_labels
from tests.extractors.drawing import draw

RULE = "─" * 70
ROWS = f"""{RULE}
                            Anna Ek (S), ordförande
 Beslutande                 Bo Al (M)
                            Per Berg (S)
{RULE}
                            Hanna Ny (V)
 Ej tjänstgörande           Ola Dal (C)
 ersättare
{RULE}"""


def levelled(text: str) -> list[str]:
    (page,) = draw(text)
    return [" ".join(run.text for run in line.runs) for line in level_labels(find_lines(page))]


def test_a_label_amid_its_row_is_beside_the_first_line() -> None:
    assert levelled(ROWS)[:3] == ["Beslutande Anna Ek (S), ordförande", "Bo Al (M)", "Per Berg (S)"]


def test_the_lines_of_a_label_stay_in_their_order() -> None:
    assert levelled(ROWS)[3:] == ["Ej tjänstgörande Hanna Ny (V)", "ersättare Ola Dal (C)"]


def test_everyone_of_a_row_has_the_role_of_its_label() -> None:
    (page,) = draw(ROWS)
    assert [(who.name, str(who.role)) for who in read_attendance(find_lines(page))] == [
        ("Anna Ek", "chair"),
        ("Bo Al", "member"),
        ("Per Berg", "member"),
        ("Hanna Ny", "attending"),
        ("Ola Dal", "attending"),
    ]


def test_without_lines_drawn_nothing_is_moved() -> None:
    bare = ROWS.replace(RULE, "")
    (page,) = draw(bare)
    assert level_labels(find_lines(page)) == find_lines(page)


def test_lines_to_sign_on_are_no_rows() -> None:
    signed = f"""Sekreterare
                           {RULE[:40]}
                           Anna Ek
Ordförande
                           {RULE[:40]}
                           Bo Al
Justerare
                           {RULE[:40]}
                           Per Berg"""
    (page,) = draw(signed)
    assert level_labels(find_lines(page)) == find_lines(page)


def test_a_row_with_two_labels_keeps_them_where_they_are() -> None:
    two = ROWS.replace(f"{'':28}Per Berg", f" {'Ersättare':27}Per Berg")
    assert levelled(two)[0] == "Anna Ek (S), ordförande"
