"""Who was there, in what role, and whose place they took."""

from __future__ import annotations

import pytest

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


def test_who_is_co_opted_is_there_and_one_of_them_keeps_the_protocol() -> None:
    text = "Ersättare: Eva Carlén (S)\nAdjungerade: Bo Lund, förbundschef (protokoll), Ida Ny, ekonom"
    assert read(text) == [
        ("Eva Carlén", "S", "substitute"), ("Bo Lund", None, "secretary"), ("Ida Ny", None, "attending"),
    ]  # fmt: skip


@pytest.mark.parametrize("signed", ["Justeras: ____________ Eva Carlén", "Justerare Eva Carlén (S)"])
def test_who_adjusts_may_stand_behind_the_line_to_sign_on(signed: str) -> None:
    assert [(name, role) for name, _, role in read(signed)] == [("Eva Carlén", "adjuster")]


def test_two_languages_say_one_office() -> None:
    text = (
        "NÄRVARANDE     Carlén Eva ordförande / puheenjohtaja\n"
        "LÄSNÄ          Lund Bo I viceordförande / I varapuheenjohtaja\n"
        "               Ny Ida ledamot / jäsen"
    )
    assert read(text) == [
        ("Carlén Eva", None, "chair"), ("Lund Bo", None, "member"), ("Ny Ida", None, "member"),
    ]  # fmt: skip
    assert read("JUSTERARE     Lund Bo och/ja Ny Ida") == [
        ("Lund Bo", None, "adjuster"), ("Ny Ida", None, "adjuster"),
    ]  # fmt: skip


def test_a_title_before_the_name_is_not_of_it() -> None:
    others = "             Rektor Bo Lund, § 32\n             Nämndsekreterare Ida Ny"
    text = f"Tjänstemän   Controller Eva Carlén\n{others}"
    assert [name for name, *_ in read(text)] == ["Eva Carlén", "Bo Lund", "Ida Ny"]


def test_who_signed_is_told_behind_a_comma_or_a_label() -> None:
    (page,) = draw(
        "Eva Carlén, kommunsekreterare        Bo Lund, justerare\n\nJusteras: Ida Ny          Per Ek"
    )
    assert [(each.name, str(each.role)) for each in read_signatures(find_lines(page))] == [
        ("Eva Carlén", "secretary"), ("Bo Lund", "adjuster"), ("Ida Ny", "adjuster"), ("Per Ek", "adjuster"),
    ]  # fmt: skip


def test_party_and_office_may_stand_in_columns_of_their_own() -> None:
    text = (
        "Beslutande         Eva Carlén     (S)     ordförande     kl. 9.00–14.20\n"
        "                   Bo Lund        (M)     ledamot        kl. 9.00–12.00\n\n"
        "Ersättare          Ida Ny         (V)     kl. 9.00–12.00"
    )
    assert read(text) == [
        ("Eva Carlén", "S", "chair"), ("Bo Lund", "M", "member"), ("Ida Ny", "V", "substitute"),
    ]  # fmt: skip


def test_who_keeps_the_protocol_is_no_member_and_a_secretary_of_other_things_is_none() -> None:
    assert read("Ledamöter          Eva Carlén (S)\nNämndsekreterare   Ida Ny") == [
        ("Eva Carlén", "S", "member"), ("Ida Ny", None, "secretary"),
    ]  # fmt: skip
    assert read("Ledamöter     Eva Carlén (S)\nTider         Kl. 10.00, Stora Salen") == [
        ("Eva Carlén", "S", "member")
    ]
    (page,) = draw("Lena Ro, socialsekreterare")
    assert list(read_signatures(find_lines(page))) == []
    (page,) = draw("Justeras av Bo Lund      Plats Sjövalla")
    assert [each.name for each in read_signatures(find_lines(page))] == ["Bo Lund"]


def test_whose_place_somebody_takes_may_stand_behind_the_party() -> None:
    text = "Beslutande     Per Ros      (V)      tjänstgör för Lena Ro (V)"
    assert read(text) == [("Lena Ro", "V", "absent"), ("Per Ros", "V", "substitute")]
