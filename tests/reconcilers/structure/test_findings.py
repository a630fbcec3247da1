"""What a protocol's own numbers contradict is told; a § that was not found is not the paper's fault."""

from __future__ import annotations

from reconcilers.structure.findings import tell_structure
from schemas.document import Extraction
from tests.reconcilers.structure.protocols import protocol
from tests.reconcilers.texts import findings_of


def told(reading: Extraction) -> list[tuple[str, str]]:
    return [(finding.kind, finding.says) for finding in findings_of(tell_structure, reading)]


def test_one_number_for_two_matters() -> None:
    assert told(protocol([14, 14, 15], titles=["Vägen", "Bryggan", "Badet"])) == [
        ("sequence", "§ 14 står två gånger på sidan 1: ”Vägen” och ”Bryggan”.")
    ]


def test_votes_that_are_more_than_the_names() -> None:
    assert told(protocol([14], votes=[(14, (3, 1, 0), "jjn")])) == [
        ("vote", "§ 14 på sidan 1: rösterna är 3 ja, 1 nej, men namnen 2 ja, 1 nej.")
    ]


def test_sound_protocols_and_gaps_are_silent() -> None:
    assert told(protocol([14, 15, 17], votes=[(14, (2, 1, 0), "jjn")])) == []
