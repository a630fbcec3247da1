"""Attendance lists set as tables."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.attendance_tables import take_tables
from tests.extractors.drawing import draw


def read(text: str) -> tuple[list[tuple[str, str | None, str]], list[str]]:
    (page,) = draw(text)
    people, rest = take_tables(find_lines(page))
    return [(p.name, p.party, str(p.role)) for p in people], [
        " ".join(run.text for run in line.runs) for line in rest
    ]


def test_only_those_marked_are_there_and_who_stands_in_is_a_substitute() -> None:
    people, rest = read(
        "Ledamöter          Parti    Närvarande   Tjänstgörande ersättare\n"
        "Alfhild Ros        S        X\n"
        "Johan-Erik Tjäd    L                     Marianne Öje (L)\n"
        "Kerstin Ugg        C        X\n\n\n"
        "Sekreterare: Torunn Wib"
    )
    assert people == [
        ("Alfhild Ros", "S", "member"),
        ("Marianne Öje", "L", "substitute"),
        ("Kerstin Ugg", "C", "member"),
    ]
    assert rest == ["Sekreterare: Torunn Wib"]


def test_each_line_of_headers_begins_another_list() -> None:
    people, _ = read(
        "Ledamot            Parti    Uppdrag       Närvarande\n"
        "Oskar Till         C        ordförande    §§ 44-49\n"
        "Linnea Wred        M        vice ordförande   §§ 44-49\n"
        "Ersättare          Parti    Tjänstgör för       Närvarande\n"
        "Göran Ahl          S        Ann-Britt Kår (S)   §§ 47-49\n"
        "Tjänsteperson      Titel\n"
        "Gabriella Nor      förvaltningschef\n"
        "Bodil Ced          nämndsekreterare"
    )
    assert people == [
        ("Oskar Till", "C", "chair"),
        ("Linnea Wred", "M", "member"),
        ("Göran Ahl", "S", "substitute"),
        ("Ann-Britt Kår", "S", "absent"),
        ("Gabriella Nor", None, "attending"),
        ("Bodil Ced", None, "secretary"),
    ]


def test_a_list_without_columns_is_left() -> None:
    text = "Ledamöter    Anna Ek (S)\n             Bo Al (M)"
    people, rest = read(text)
    assert people == [] and len(rest) == 2


def test_a_function_may_tell_the_secretary_and_a_label_ends_the_table() -> None:
    people, rest = read(
        "Närvarande         Parti    Uppdrag\n"
        "Oskar Till         C        Ordförande\n"
        "Maja Wik           S        Ersättare, tjänstgör för Leif Bro (S)\n"
        "Övriga närvarande      Funktion\n"
        "Tilda Ren              Sekreterare\n"
        "Justerare: Oskar Till (C)"
    )
    assert people == [
        ("Oskar Till", "C", "chair"),
        ("Maja Wik", "S", "substitute"),
        ("Leif Bro", "S", "absent"),
        ("Tilda Ren", None, "secretary"),
    ]
    assert rest == ["Justerare: Oskar Till (C)"]
