"""Who was there, in what role, and whose place they took."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.text.attendance import Attendee, read_attendance, read_signatures
from schemas.kinds import Role
from tests.extractors.drawing import draw

Told = tuple[str, str | None, str]


def read(text: str) -> list[Told]:
    (page,) = draw(text)
    return [(each.name, each.party, each.role) for each in read_attendance(find_lines(page))]


def test_names_beside_and_below_a_label_have_its_role() -> None:
    assert read("Beslutande     Eva Carlén (S)\n               Bo Lund (M)") == [
        ("Eva Carlén", "S", "member"), ("Bo Lund", "M", "member"),
    ]  # fmt: skip


def test_a_role_beside_the_name_is_its_own() -> None:
    """A vice chair is a member."""
    assert [
        role
        for *_, role in read(
            "Beslutande     Eva Carlén (S), ordförande\n               Bo Lund (M), vice ordf"
        )
    ] == ["chair", "member"]


def test_whose_place_someone_takes_is_absent() -> None:
    assert read("Beslutande     Eva Carlén (S) för Bo Lund (M)") == [
        ("Bo Lund", "M", "absent"), ("Eva Carlén", "S", "substitute"),
    ]  # fmt: skip


def test_only_those_ticked_were_there() -> None:
    assert [name for name, *_ in read("Ledamöter     [x] Eva Carlén (S)\n              [ ] Bo Lund (M)")] == [
        "Eva Carlén"
    ]


def test_running_text_ends_the_list() -> None:
    text = "Beslutande     Eva Carlén (S)\n\n\n\nEn rad för sig med Bo Lund (M)"
    assert [name for name, *_ in read(text)] == ["Eva Carlén"]


def test_a_signature_has_its_office_on_the_line_below() -> None:
    (page,) = draw("Eva Carlén          Bo Lund\nOrdförande          Justerare")
    assert list(read_signatures(find_lines(page))) == [
        Attendee("Eva Carlén", None, Role.CHAIR, 1), Attendee("Bo Lund", None, Role.ADJUSTER, 1),
    ]  # fmt: skip
