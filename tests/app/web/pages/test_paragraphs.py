"""A § by its permanent address, and a matter's way through the bodies."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.library import Snapshot, open_library
from app.web.pages.paragraphs import show_in_meeting, show_matter
from app.web.pages.shared_rows import NotHere
from tests.app.conftest import Paragraf

MEETING = "granas-stad/kultur-och-fritidsnamnden/2025-10-22"
STEP = """# Protokoll

Borås Stad

{body}

Sammanträde 2024-0{month}-06

## § {number} Taxa för badhuset

Dnr KS 2024-00375

### Beslut

{body} beslutar

att höja taxan för badhuset till {price} kronor från och med den 1 januari 2025.
"""


def test_a_paragraph_has_its_neighbours_people_and_all_its_text(release: Snapshot) -> None:
    shown = show_in_meeting(release, MEETING, "63")
    assert (shown["before"], shown["after"]) == ("62", "64")
    assert [(row["name"], row["role"]) for row in shown["people"]] == [("Nils Åkesson", "disqualified")]
    assert [section["heading"] for section, _ in shown["sections"]][1:3] == ["Beslut", "Jäv"]
    first, last = show_in_meeting(release, MEETING, "61"), show_in_meeting(release, MEETING, "68")
    assert first["before"] is None and last["after"] is None


def test_of_two_files_of_a_meeting_one_shows_the_paragraph_and_the_other_is_named(release: Snapshot) -> None:
    shown = show_in_meeting(release, "sjovalla-kommun/samhallsbyggnadsnamnden/2025-09-16", "87")
    names = {shown["document"]["file_name"], *(row["file_name"] for row in shown["also_in"])}
    assert names == {"utdrag-budget.pdf", "utdrag-budget-fel.pdf"}


@pytest.mark.parametrize(("meeting", "number"), [(MEETING, "9"), ("ingen/alls/2024-01-01", "1")])
def test_what_the_meeting_has_not_is_told(release: Snapshot, meeting: str, number: str) -> None:
    with pytest.raises(NotHere, match=f"ingen § {number}"):
        show_in_meeting(release, meeting, number)


@pytest.fixture(scope="module")
def matter(paragraf: Paragraf, tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """One matter in a committee, then in the council, at another price."""
    folder = tmp_path_factory.mktemp("matter")
    steps = (("Fritidsnämnden", 5, 12, 40), ("Kommunfullmäktige", 6, 88, 45))
    for body, month, number, price in steps:
        text = STEP.format(body=body, month=month, number=number, price=price)
        (folder / f"{body}.md").write_text(text, encoding="utf-8")
    run = paragraf("ingest", folder, "-a", folder / "a", "--direct")
    assert run.returncode == 0, run.stderr
    return open_library(Path(folder / "a")).now()


def test_a_matter_goes_by_the_days_of_the_meetings_and_tells_what_changed(matter: Snapshot) -> None:
    shown = show_matter(matter, "boras-stad", "ks_2024-375")
    first, last = shown["steps"]
    assert (first.decision["paragraph"], last.decision["paragraph"]) == ("12", "88")
    assert first.compared is None and last.compared is not None
    own, other = last.compared
    assert "40" in [piece.text for piece in own if piece.differs]
    assert "45" in [piece.text for piece in other if piece.differs]
    assert shown["title"] == "KS 2024-00375" and shown["about"] == "Taxa för badhuset"


@pytest.mark.parametrize("key", ["ks_2024-376", "", "_", "2024"])
def test_a_number_that_nothing_has_is_told(matter: Snapshot, key: str) -> None:
    with pytest.raises(NotHere, match="diarienumret"):
        show_matter(matter, "boras-stad", key)


def test_of_no_known_municipality_are_none_of_anothers_matters(matter: Snapshot) -> None:
    with pytest.raises(NotHere, match="diarienumret"):
        show_matter(matter, "-", "ks_2024-375")
    with pytest.raises(NotHere, match="diarienumret"):
        show_matter(matter, "boras-stad", "ks_2024-375", body="tekniska-namnden")
