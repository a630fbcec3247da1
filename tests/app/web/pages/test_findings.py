"""The list of findings: the worst first, within filters, by what people have said of them."""

from __future__ import annotations

import pytest

from app.library import Snapshot
from app.web.pages.findings import show_finding, show_findings
from app.web.pages.shared_rows import NotHere
from archive.marks import Mark, MarkState, finding_key
from schemas.kinds import SEVERITIES


def every(release: Snapshot) -> list[dict[str, object]]:
    return [row for row in release.all_rows("findings") if row["document_id"] not in release.superseded]


def test_the_worst_come_first_and_none_is_missing(release: Snapshot) -> None:
    shown = show_findings(release, {}, {})
    listed = [each.finding for each in shown["listed"]]
    order = [SEVERITIES.index(row["severity"]) for row in listed]
    assert order == sorted(order) and shown["total"] == len(every(release)) == len(listed) > 5
    assert {row["finding_id"] for row in listed} == {row["finding_id"] for row in every(release)}


@pytest.mark.parametrize(
    ("name", "column"), [("allvar", "severity"), ("slag", "kind"), ("dokument", "document_id")]
)
def test_each_filter_leaves_what_it_says(release: Snapshot, name: str, column: str) -> None:
    for value in {str(row[column]) for row in every(release)}:
        listed = show_findings(release, {name: value}, {})["listed"]
        wanted = {row["finding_id"] for row in every(release) if row[column] == value}
        assert {each.finding["finding_id"] for each in listed} == wanted


def test_what_people_have_said_is_shown_and_asked_for(release: Snapshot) -> None:
    first, second, *_ = every(release)
    said = {
        finding_key(row): Mark(finding_key(row), str(row["document_id"]), state)
        for row, state in ((first, MarkState.SEEN), (second, MarkState.OWN_ERROR))
    }
    for state, row in (("sedd", first), ("dokumentets", second)):
        [listed] = show_findings(release, {"lage": state}, said)["listed"]
        assert listed.finding["finding_id"] == row["finding_id"] and listed.mark
    new = show_findings(release, {"lage": "ny"}, said)
    assert len(new["listed"]) == len(every(release)) - 2
    assert show_finding(release, str(first["finding_id"]), said)["mark"].state == MarkState.SEEN


def test_a_finding_shows_its_two_readings_first_and_its_neighbours(release: Snapshot) -> None:
    ids = [row["finding_id"] for row in every(release) if row["severity"] == "error"]
    shown = show_finding(release, str(ids[0]), {})
    raws = [place.claim["raw"] for place in shown["places"]]
    assert [text for _, text in shown["readings"]] == raws[:2] or len(raws) < 2
    assert shown["before"] is None and shown["after"]
    with pytest.raises(NotHere, match="finns inte i den här utgåvan"):
        show_finding(release, "finns-inte", {})
