"""Which paragraphs say the same, by the definition in the data contract and from the printed text alone."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import combinations
from typing import Any

Json = dict[str, Any]
SHORTEST, ALIKE, NEAR = 46, 0.5, 0.9


def find_duplicates(sections: list[Json]) -> list[Json]:
    """Pairs from different sections, the earlier first: 2·M/T over words at least a half."""
    places = [(s, n, text) for s in range(len(sections)) for n, text in enumerate(sections[s]["paragraphs"])]
    found = []
    for (s, n, a), (t, m, b) in combinations([p for p in places if len(p[2]) >= SHORTEST], 2):
        similarity = SequenceMatcher(None, a.split(), b.split(), autojunk=False).ratio()
        if s != t and similarity >= ALIKE:
            relation = "identical" if a.split() == b.split() else "near" if similarity > NEAR else "changed"
            ends = {"a": _place(sections[s], n), "b": _place(sections[t], m)}
            found.append(
                {"level": "paragraph", **ends, "relation": relation, "similarity": round(similarity, 4)}
            )
    return found


def _place(section: Json, index: int) -> Json:
    heading = f"{section['number']} {section['heading']}" if section["number"] else section["heading"]
    page = section["paragraph_pages"][index][0]
    return {"part": section["part"], "heading": heading, "page": page, "paragraph_index": index}
