"""Those who stand in for absent members, against those who were there."""

from __future__ import annotations

from dataclasses import replace

from reconcilers.structure.checks import find_structure_checks
from schemas.document import Extraction, Person
from schemas.kinds import Role
from tests.reconcilers.structure.protocols import protocol


def attended(*people: tuple[str, Role]) -> Extraction:
    listed = tuple(Person(at, None, name, "S", role, None, 1) for at, (name, role) in enumerate(people))
    return replace(protocol([14, 15]), people=listed)


def says(reading: Extraction) -> list[tuple[str, bool]]:
    return [(c.says, c.holds) for c in find_structure_checks(reading, 0) if "frånvarande" in c.says]


def test_a_substitute_for_an_absent_member() -> None:
    reading = attended(("Bo Al", Role.MEMBER), ("Eva Lind", Role.SUBSTITUTE), ("Ek Anna", Role.ABSENT))
    assert says(reading) == [("1 frånvarande ledamot, 1 ersättare: ingen står också som närvarande.", True)]


def test_one_who_is_absent_and_present() -> None:
    reading = attended(("Anna Ek", Role.MEMBER), ("Eva Lind", Role.SUBSTITUTE), ("Ek Anna", Role.ABSENT))
    assert says(reading) == [
        ("1 frånvarande ledamot, 1 ersättare: Ek Anna står också som närvarande.", False)
    ]


def test_without_substitutes_there_is_nothing_to_hold() -> None:
    assert says(attended(("Bo Al", Role.MEMBER), ("Anna Ek", Role.ABSENT))) == []
