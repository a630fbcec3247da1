"""Diary numbers in the styles that offices print: rows of (text, number, origin)."""

from __future__ import annotations

import pytest

from swedish.diary import is_diary_line, read_diary_number, without_diary_number
from tests.extractors.not_reached import row

NUMBERS = [
    ("Dnr KS 2024-00375 1.1.2.1", "KS 2024-00375 1.1.2.1", "issue"),
    ("KS 2024-00375 1.1.2.1", "KS 2024-00375 1.1.2.1", "reference"),
    ("Diarienummer KS 2024-00375 1.1.2.1", "KS 2024-00375 1.1.2.1", "reference"),
    ("Dnr: KS 2024-00118", "KS 2024-00118", "made up"),
    ("Dnr SBN 2025-00142 041", "SBN 2025-00142 041", "made up"),
    ("KS/2024:118", "KS/2024:118", "made up"),
    ("Dnr KFN 2025/0087", "KFN 2025/0087", "made up"),
    ("KSN-2024-00412", "KSN-2024-00412", "made up"),
    ("NKBY/497/12.03.01/2022", "NKBY/497/12.03.01/2022", "made up"),
    ("Dnr 2024/123", "2024/123", "made up"),
    ("Dnr 2024-123", "2024-123", "made up"),
    ("KS 123/2024", "KS 123/2024", "made up"),
    ("Dnr KS 2025/00211-3", "KS 2025/00211-3", "made up"),
    ("Ärendenummer KS 2024-00118", "KS 2024-00118", "made up"),
    ("diarienr: ÄN 2024/12", "ÄN 2024/12", "made up"),
]
NO_NUMBERS = [
    ("2024-06-17", "hazards"),
    ("2024-06-17 kl. 13.00", "hazards"),
    ("5.3.1", "hazards"),
    ("§ 208", "hazards"),
    ("033-35 70 00", "hazards"),
    ("Budget 2024", "made up"),
    ("2023/24", "made up"),
    ("2024–2026", "made up"),
    ("Läsåret 2023/2024", "made up"),
    ("perioden 2024-2026", "made up"),
    ("Prop. 2017/18:151", "made up"),
    ("SFS 2017:725", "made up"),
    ("Kommunallagen (2017:725)", "made up"),
    ("", "made up"),
]
NOT_REACHED: dict[str, str] = {}


@pytest.mark.parametrize(
    ("text", "number"), [row(t, n, name=t, why=NOT_REACHED.get(t)) for t, n, _ in NUMBERS]
)
def test_a_diary_number_is_read_without_its_word(text: str, number: str) -> None:
    assert read_diary_number(text) == number
    assert without_diary_number(text) == ""
    assert is_diary_line(text)


@pytest.mark.parametrize("text", [row(t, name=t or "nothing", why=NOT_REACHED.get(t)) for t, _ in NO_NUMBERS])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert read_diary_number(text) is None
    assert not is_diary_line(text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Delårsrapport, dnr KFN 2025/0087", "Delårsrapport"),
        ("KS 2024-00118 Motion om belysning", "Motion om belysning"),
        ("Motion om belysning – Dnr KS/2024:118", "Motion om belysning"),
        ("Motion om belysning", "Motion om belysning"),
        ("Diarienummer", ""),
    ],
)
def test_a_title_is_left_without_its_diary_number(text: str, rest: str) -> None:
    assert without_diary_number(text) == rest
    assert not (rest and is_diary_line(text))
