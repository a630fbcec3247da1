"""Where one meeting's §§ end and another's begin, and what must be there."""

from __future__ import annotations

from reconcilers.structure.meetings import find_meetings
from tests.reconcilers.structure.protocols import protocol


def test_the_numbers_of_one_meeting_run_on() -> None:
    (meeting,) = find_meetings(protocol([14, 15, 17]))
    assert (meeting.asked, meeting.missing) == ((14, 17), [16])


def test_numbers_that_begin_anew_are_another_meeting() -> None:
    assert [m.numbers for m in find_meetings(protocol([14, 15, 3, 4]))] == [[14, 15], [3, 4]]


def test_the_first_page_asks_for_more() -> None:
    (meeting,) = find_meetings(protocol([14, 15], front="Paragrafer §§ 13–17"))
    assert (meeting.stated, meeting.missing) == ((13, 17), [13, 16, 17])


def test_a_range_of_other_numbers_is_not_this_meetings() -> None:
    (meeting,) = find_meetings(protocol([14, 15], front="Paragrafer §§ 201–217"))
    assert meeting.missing == []
