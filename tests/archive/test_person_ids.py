"""One person has one id; another person, party or municipality another."""

from __future__ import annotations

from dataclasses import replace

from archive.person_ids import person_ids
from schemas.document import Extraction, Person
from schemas.kinds import Role
from tests.reconcilers.texts import reading_of


def ids(*named: tuple[str, str | None], municipality: str = "1490") -> list[str]:
    people = tuple(
        Person(at, None, name, party, Role.MEMBER, None, 1) for at, (name, party) in enumerate(named)
    )
    reading: Extraction = replace(
        reading_of([("En", ["Text."])]), people=people, municipality_code=municipality
    )
    return person_ids(reading)


def test_a_name_in_either_order_and_any_capitals_is_one_person() -> None:
    assert len(set(ids(("Anna Ek", "S"), ("Ek Anna", "S"), ("ANNA EK", "s")))) == 1


def test_who_is_named_without_a_party_is_the_one_namesake_who_has_one() -> None:
    assert len(set(ids(("Anna Ek", "S"), ("Anna Ek", None)))) == 1
    assert len(set(ids(("Anna Ek", "S"), ("Anna Ek", "M"), ("Anna Ek", None)))) == 3


def test_married_names_initials_and_other_places_stay_apart() -> None:
    assert len(set(ids(("Anna Ek", "S"), ("Anna Ek Berg", "S"), ("A Ek", "S")))) == 3
    assert ids(("Anna Ek", "S")) != ids(("Anna Ek", "S"), municipality="1480")
