"""Page numbers, in whatever words or place a sheet bears them."""

from __future__ import annotations

import pytest

from extractors.pages.lines import find_lines
from extractors.pages.printed_pages import find_lone_number, find_printed_page, says_page
from tests.extractors.drawing import draw


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Sjövalla kommun            Sida 3 (12)", ("Sida 3 (12)", 3, 12)),
        ("Sjövalla kommun            sid 3 av 12", ("sid 3 av 12", 3, 12)),
        ("Sjövalla kommun            Sida 3", ("Sida 3", 3, None)),
        ("Sjövalla kommun            3", ("3", 3, None)),
        ("Sjövalla kommun            12 (3)", None),  # no page of three is the twelfth
        ("Budget 3/12 av helåret     Sjövalla", None),
    ],
)
def test_a_head_tells_its_page(head: str, told: tuple[str, int, int | None] | None) -> None:
    (page,) = draw(head)
    found = find_printed_page(find_lines(page))
    assert (found and (found.raw, found.number, found.total)) == told


def test_a_long_line_with_such_a_number_says_no_page() -> None:
    (page,) = draw("Sida 3 (12)\n\n" + "Se sida 3 (12) i handlingen. " * 5)
    assert [says_page(line) for line in find_lines(page)] == [True, False]


def test_a_number_alone_on_the_last_line_is_the_sheets() -> None:
    (page,) = draw("Bryggan byts.\n⋮\n                    - 3 -")
    lines = find_lines(page)
    found, alone = find_lone_number(3, lines, [0], [1], [], [])
    assert found is not None and (found.number, alone) == (3, [1])
    assert find_lone_number(3, lines, [0], [1], [], [1]) == (None, [])
