"""Days in the notations of Swedish and Finland-Swedish offices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.value import Day, Unread
from swedish.dates import find_days, read_day

MONTHS = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"]
MONTHS += ["september", "oktober", "november", "december"]
WRITINGS = [
    lambda d: d.isoformat(),
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year:04}",
    lambda d: f"den {d.day} {MONTHS[d.month - 1]} {d.year:04}",
    lambda d: f"måndagen den {d.day} {MONTHS[d.month - 1].upper()} {d.year:04}",
    lambda d: f"{d.day}\u00a0{MONTHS[d.month - 1][:3]} {d.year:04}",
    lambda d: f"{d.day}.{d.month}.{d.year:04}",
    lambda d: f"{d.day:02}.{d.month:02}.{d.year:04}",
    lambda d: f"{d.day}/{d.month} {d.year:04}",
    lambda d: f"{d.isoformat()} kl. 13.00",
    lambda d: f"{d.day}.{d.month}.{d.year:04}, kl 18:00–19:30",
]


@given(st.dates(), st.sampled_from(WRITINGS))
def test_reading_undoes_writing(day: date, writing: Callable[[date], str]) -> None:
    assert read_day(writing(day)) == Day(writing(day), day)


@pytest.mark.parametrize("raw", ["2024-02-30", "31 juni 2024", "0/6 2024", "15.13.2022", "2024-00-17"])
def test_an_impossible_day_is_unread(raw: str) -> None:
    assert read_day(raw) == Unread(raw, "no such day")
    assert find_days(raw) == []


@pytest.mark.parametrize(
    "raw", ["", "17 juni", "2024", "KS 2024-00375", "1.1.2.1", "27 /41", "17.6.24", "2024-06-177", "1,5"]
)
def test_what_names_no_day_is_unread(raw: str) -> None:
    assert read_day(raw) == Unread(raw, "no day")
    assert find_days(raw) == []


@pytest.mark.parametrize(
    ("text", "raws"),
    [
        ("Mötet hölls den 17 juni 2024 kl. 13.00, justerat 2024-06-19.", ["17 juni 2024", "2024-06-19"]),
        ("Perioden 15.9.2022–31.12.2022 gäller.", ["15.9.2022", "31.12.2022"]),
        ("Ärende KS 2024-00375 1.1.2.1 i § 208.", []),
        ("Se beslut 3/6 2024.", ["3/6 2024"]),
        ("Bank 2024-06-17-0001.", []),
    ],
)
def test_days_are_found_in_running_text(text: str, raws: list[str]) -> None:
    assert [day.raw for _, _, day in find_days(text)] == raws


@given(
    st.text()
    | st.lists(st.sampled_from(["17", "6", "2024", "-", ".", "/", " ", "juni", "den ", "kl"])).map("".join)
)
def test_days_stand_where_they_say(text: str) -> None:
    assert all(text[start:end] == day.raw for start, end, day in find_days(text))
    assert read_day(text).raw == text.strip()
