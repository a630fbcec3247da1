"""Names in two spellings: told of one person, not of two."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reconcilers.slips.findings import tell_names
from schemas.document import Person
from schemas.kinds import Role
from schemas.warnings import Code, Warned, warn
from tests.reconcilers.texts import findings_of, reading_of


def person(
    name: str,
    party: str | None = None,
    role: Role = Role.RESERVATION,
    page: int = 1,
    decision: str | None = "d1",
) -> Person:
    return Person(0, decision, name, party, role, None, page)


def told(texts: Sequence[str], people: Sequence[Person] = ()) -> list[tuple[str, str | None, str | None]]:
    reading = reading_of([("En", texts)], people=people)
    return [(f.severity, f.expected, f.found) for f in findings_of(tell_names, reading)]


def test_one_person_with_one_party_in_two_spellings() -> None:
    texts = ["Eva Carlén (S) reserverar sig.", "Eva Karlén (S) lämnar en anteckning."]
    people = [person("Eva Carlén", "S"), person("Eva Karlén", "S", Role.PROTOCOL_NOTE)]
    assert told(texts, people) == [("error", "Eva Carlén (S)", "Eva Karlén (S)")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            person("Bo Lund", "S", Role.MEMBER, decision=None),
            person("Bo Lind", "S", Role.SUBSTITUTE, decision=None),
        ),
        (person("Bo Lundin", "S"), person("Bo Lundén", "M", Role.PROTOCOL_NOTE)),
        (person("Anna Ek", "S"), person("Anne Ek", "S", Role.PROTOCOL_NOTE)),
        (person("Per Nilsson", "S"), person("Per Karlsson", "S", Role.PROTOCOL_NOTE)),
    ],
)
def test_two_persons_are_two(a: Person, b: Person) -> None:
    assert told([f"{a.name} talar.", f"{b.name} talar."], [a, b]) == []


def test_the_same_person_with_the_surname_first() -> None:
    people = [
        person("Lindvall Mikael", role=Role.MEMBER, decision=None),
        person("Mikael Lindwall", role=Role.OFFICIAL),
    ]
    ((_, expected, found),) = told(["Lindvall Mikael", "Mikael Lindwall"], people)
    assert {expected, found} == {"Lindvall Mikael", "Mikael Lindwall"}


def test_a_name_in_running_text() -> None:
    texts = ["Ulla Tegnér (C) yrkar bifall.", "Förslaget från Ulla Tegner (C) avslås."]
    assert told(texts, [person("Ulla Tegnér", "C")]) == [("warning", "Ulla Tegnér (C)", "Ulla Tegner")]
    assert (
        told(["Ulla Tegnér (C) yrkar bifall.", "Ulla Tegnérs förslag avslås."], [person("Ulla Tegnér", "C")])
        == []
    )


def test_a_name_and_its_address() -> None:
    assert told(["1. Kjell Karlén kjell.carlen@exempel.example"]) == [
        ("error", "Kjell Karlén", "kjell.carlen@exempel.example")
    ]
    assert told(["1. Birgit Sjöö birgit.sjoo@exempel.example", "2. Diariet ks.diarium@exempel.example"]) == []


LONG = "och därför behöver de äldre vägarna rustas upp under året."


def test_capitals_of_a_name() -> None:
    texts = [
        f"Sjövalla Kommun växer {LONG}",
        f"I Sjövalla Kommun byggs det {LONG}",
        f"Men Sjövalla kommun krymper {LONG}",
    ]
    assert told(texts) == [("notice", "Sjövalla Kommun", "Sjövalla kommun")]


def test_a_longer_name_is_another() -> None:
    texts = [
        f"Vi frågar Sveriges Kommuner och Regioner {LONG}",
        f"I alla Sveriges kommuner talas det om det {LONG}",
    ]
    assert told(texts) == []


def test_the_joining_s() -> None:
    texts = [
        "Kvalitets- och miljöavdelningen svarar.",
        "Kvalitet- och miljöavdelningen svarar. Kvalitet- och miljöavdelningen.",
    ]
    assert told(texts) == [("notice", "Kvalitet- och miljöavdelningen", "Kvalitets- och miljöavdelningen")]


@pytest.mark.parametrize(
    ("warning", "is_told"),
    [
        (warn(Code.LAYER_DAMAGED), False),
        (warn(Code.LAYER_LACKS_LETTERS), False),
        (warn(Code.SIGNS_UNMAPPED), False),
        (warn(Code.LAYER_REPLACED, count=9), True),
        (warn(Code.LETTERS_BY_OCR), True),
    ],
)
def test_names_of_a_sheet_are_told_once_ocr_has_mended_it(warning: Warned, is_told: bool) -> None:
    texts = ["Eva Carlén (S) reserverar sig.", "Eva Karlén (S) lämnar en anteckning."]
    people = [person("Eva Carlén", "S"), person("Eva Karlén", "S", Role.PROTOCOL_NOTE)]
    reading = reading_of([("En", texts)], people=people, warnings={1: (warning,)})
    assert bool(findings_of(tell_names, reading)) is is_told
