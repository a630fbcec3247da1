"""What a hit is shown from."""

from __future__ import annotations

import json

from archive.search.unit import Passage, Unit, UnitKind


def test_a_unit_is_shown_from_what_it_has_and_from_nothing_empty() -> None:
    unit = Unit(UnitKind.ROW, "d-t000-r3", "Skola", (Passage("Skola: 1 250", 4, "p1", (1, 2, 3, 4)),), row=3)
    shown = json.loads(unit.to_json("d"))
    assert shown == {
        "kind": "row",
        "id": "d-t000-r3",
        "title": "Skola",
        "document_id": "d",
        "row": 3,
        "passages": [["Skola: 1 250", 4, "p1", [1, 2, 3, 4]]],
    }


def test_half_a_character_breaks_nothing() -> None:
    assert b"?" in Unit(UnitKind.SECTION, "s", "\ud800", ()).to_json("d")
