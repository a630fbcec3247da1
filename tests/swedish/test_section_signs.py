"""The § sign in its prints: rows of (line, number, title, diary number, origin)."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from swedish.section_signs import read_sign
from tests.extractors.not_reached import row


class Example(NamedTuple):
    line: str
    paragraph: str
    title: str
    diary_number: str | None
    origin: str


SIGNS = [
    Example("§ 208", "208", "", None, "reference"),
    Example("§ 208 Dnr KS 2024-00375 1.1.2.1", "208", "", "KS 2024-00375 1.1.2.1", "reference"),
    Example("§ 208 KS 2024-00375 1.1.2.1", "208", "", "KS 2024-00375 1.1.2.1", "reference"),
    Example("39 §", "39", "", None, "hazards"),
    Example("39 § Val av protokolljusterare", "39", "Val av protokolljusterare", None, "hazards"),
    Example("KF § 12", "12", "", None, "issue"),
    Example("KS § 12 Dnr KS 2024-00118", "12", "", "KS 2024-00118", "issue"),
    Example("Ks § 12 Motion om belysning", "12", "Motion om belysning", None, "made up"),
    Example("Sbn § 45 Motion om belysning", "45", "Motion om belysning", None, "made up"),
    Example("KSAU § 7", "7", "", None, "made up"),
    Example("§12 Motion om belysning", "12", "Motion om belysning", None, "made up"),
    Example("§ 12 a Ändring av dagordningen", "12a", "Ändring av dagordningen", None, "made up"),
    Example("§ 12. Motion om belysning", "12", "Motion om belysning", None, "made up"),
    Example("§ 12: Motion om belysning", "12", "Motion om belysning", None, "made up"),
    Example("§ 12 – Motion om belysning", "12", "Motion om belysning", None, "made up"),
    Example("§ 5 Budget 2025", "5", "Budget 2025", None, "made up"),
    Example("§ 5 2025 års budget", "5", "2025 års budget", None, "made up"),
    Example("§ 62 Delårsrapport, dnr KFN 2025/0087", "62", "Delårsrapport", "KFN 2025/0087", "made up"),
    Example(" § 1 ", "1", "", None, "made up"),
]
NO_SIGNS = [
    ("§§ 39–49", "issue"),
    ("§§ 39-49", "issue"),
    ("§ 39–49", "made up"),
    ("39–49 §", "made up"),
    ("17–21 §", "hazards"),
    ("§§ 61, 62 och 65", "made up"),
    ("Stadsstyrelsen 3.2.2025, 31 §", "hazards"),
    ("enligt § 31 i reglementet", "made up"),
    ("§", "made up"),
    ("Paragrafer 61–68", "made up"),
    ("", "made up"),
]
NOT_REACHED: dict[str, str] = {}


@pytest.mark.parametrize("example", [row(e, name=e.line, why=NOT_REACHED.get(e.line)) for e in SIGNS])
def test_a_sign_is_read_with_what_stands_behind_it(example: Example) -> None:
    sign = read_sign(example.line)
    assert sign is not None
    assert (sign.paragraph, sign.title, sign.diary_number) == example[1:4]


@pytest.mark.parametrize("line", [row(line, name=line, why=NOT_REACHED.get(line)) for line, _ in NO_SIGNS])
def test_what_begins_no_paragraph_is_no_sign(line: str) -> None:
    assert read_sign(line) is None
