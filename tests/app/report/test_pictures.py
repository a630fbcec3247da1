"""What a person is shown as proof: the two readings marked, on pieces of the paper."""

from __future__ import annotations

import base64
import io
from dataclasses import replace

import pytest
from PIL import Image

from app.report.pictures import SCALE, Picture, take_pictures
from extractors.pictures.cutouts import FAINT, MARK
from schemas.finding import Finding
from schemas.place import Box, Place
from tests.app.report.made_material import finding_on, material, other_document
from tests.app.told_paper import TOP


def taken(finding: Finding) -> list[Picture]:
    return take_pictures(material([finding]))[finding.finding_id]


def image(picture: Picture) -> Image.Image:
    assert picture.uri.startswith("data:image/png;base64,")
    return Image.open(io.BytesIO(base64.b64decode(picture.uri.partition(",")[2]))).convert("RGB")


def pixels(picture: Picture, colour: tuple[int, int, int]) -> int:
    counts = {each: number for number, each in image(picture).getcolors(1 << 20) or []}
    return int(counts.get(colour, 0))


def test_neighbours_share_a_picture_with_the_reading_marked_and_the_rest_more_faintly() -> None:
    error = finding_on("error")
    (picture,) = taken(error)
    assert picture.page == 1 and set(picture.claims) == set(error.evidence)
    assert pixels(picture, FAINT) > pixels(picture, MARK) > 200


def test_a_table_is_shown_up_to_its_header_where_that_is_near() -> None:
    claim = finding_on("error").evidence[0]
    (near,) = taken(replace(finding_on("error"), evidence=(claim,)))
    assert SCALE * (60 + 12) < image(near).height < SCALE * (60 + 12 + 40), "the sum is the third row"
    far = replace(claim, place=replace(claim.place, box=Box(200, TOP + 400, 240, TOP + 412)))
    (low,) = taken(replace(finding_on("error"), evidence=(far,)))
    assert image(low).height < SCALE * (12 + 60)


def test_a_figure_in_a_sentence_is_marked_where_its_words_stand_found_before_expected() -> None:
    found, expected = taken(finding_on("warning"))
    assert [picture.claims[0].raw for picture in (found, expected)] == ["67,6 mnkr", "76,6 mnkr"]
    whole = finding_on("warning").evidence[0].place.box
    assert whole is not None
    words = pixels(expected, MARK) / SCALE**2
    assert 0 < words < whole.width * whole.height / 2


def test_words_that_are_not_found_have_their_whole_paragraph_marked() -> None:
    notice = finding_on("notice")
    claim = replace(notice.evidence[0], raw="står inte här")
    (picture,) = taken(replace(notice, evidence=(claim,)))
    box = claim.place.box
    assert box is not None and pixels(picture, MARK) / SCALE**2 > 0.6 * box.width * box.height


@pytest.mark.parametrize(("severity", "most"), [("error", 4), ("warning", 3), ("notice", 2)])
def test_a_finding_in_many_places_has_a_few_pictures(severity: str, most: int) -> None:
    claim = replace(finding_on("error").evidence[0], fact_id="x")
    places = [Place(page, Box(60, top, 100, top + 12)) for page in (1, 2) for top in (20, 320, 600)]
    claims = tuple(replace(claim, place=place) for place in places)
    assert len(taken(replace(finding_on(severity), evidence=claims))) == most


def test_what_has_no_sheet_and_what_is_in_no_document_at_hand_has_no_picture() -> None:
    error = finding_on("error")
    nowhere = replace(error.evidence[0], place=Place(None))
    stranger = replace(error.evidence[1], document_id=other_document().document_id)
    assert taken(replace(error, evidence=(nowhere, stranger))) == []
