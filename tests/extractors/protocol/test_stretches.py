"""What stands in a §, by sub-heading."""

from __future__ import annotations

from extractors.pages.reading_order import find_reading_order
from extractors.pages.running_heads import find_margins
from extractors.protocol.part_reading import read_part
from extractors.protocol.stretches import Stretch, stretches
from extractors.text.parts import PROTOCOL, PartCut
from extractors.text.sections import Counted
from tests.extractors.drawing import draw

TEXT = "Bryggan är sliten, och den ska bytas före sommaren om pengarna räcker."


def of_the_matter(text: str) -> list[Stretch]:
    pages = draw(f"<§ 14   Badplatsen>\n\n{text}")
    margins = find_margins([(page, find_reading_order(page)) for page in pages])
    return stretches(read_part(pages, margins, PartCut(PROTOCOL, 1, 1, "drawn"), Counted("drawn")), 0)


def test_each_sub_heading_has_its_paragraphs() -> None:
    found = of_the_matter(f"<Bakgrund>\n\n{TEXT}\n\n<Beslut>\n\nBryggan byts.")
    assert [(s.kind, [p.text for p in s.paragraphs]) for s in found[1:]] == [
        ("background", [TEXT]),
        ("decision", ["Bryggan byts."]),
    ]


def test_what_an_earlier_body_said_is_quoted_up_to_this_bodys_own_line() -> None:
    found = of_the_matter(
        "Tekniska nämnden 5.2.2031, 19 §\n\n<Beslut:>\n\nBryggan lagas.\n\n"
        "Stadsstyrelsen 26.3.2031, 14 §\n\n<Beslut:>\n\nBryggan byts."
    )
    assert [(s.quoted, s.paragraphs[0].text) for s in found if s.kind == "decision"] == [
        (True, "Bryggan lagas."),
        (False, "Bryggan byts."),
    ]


def test_a_day_on_which_the_matter_was_put_off_is_no_other_body() -> None:
    found = of_the_matter(
        f"<Beslut>\n\nBryggan byts.\n\nBordlagt den 5 mars 2031, § 12.\n\n<Yrkanden>\n\n{TEXT}"
    )
    assert not any(stretch.quoted for stretch in found)


def test_a_label_of_recipients_heads_them_in_any_type() -> None:
    for label in ("Utdrag / Ote:", "Protokollsutdrag till:", "Delges:"):
        found = of_the_matter(f"<Beslut>\n\nBryggan byts.\n\n{label} hamnmästaren, ekonomienheten")
        assert [(s.kind, [p.text for p in s.paragraphs]) for s in found[1:]] == [
            ("decision", ["Bryggan byts."]),
            ("recipients", ["hamnmästaren, ekonomienheten"]),
        ]


def test_a_sentence_that_speaks_of_notices_heads_no_recipients() -> None:
    for text in (
        "Nämnden får för kännedom: beslut från staten.",
        "Följande protokoll delges: råd och nämnd.",
    ):
        found = of_the_matter(f"<Beslut>\n\n{text}\n\nNämnden godkänner redovisningen.")
        assert [len(s.paragraphs) for s in found if s.kind == "decision"] == [2]


def test_a_protocol_among_the_papers_is_one_of_them_and_a_body_s_own_line_is_not() -> None:
    line = "Arbetsutskottets protokoll 2031-10-21, § 154"
    listed = of_the_matter(
        f"<Beslut>\n\nBryggan byts.\n\n<Beslutsunderlag>\n\n{line}\n\n<Jäv>\n\nAnna Ek (S)"
    )
    assert [s.kind for s in listed if not s.quoted][-1] == "disqualified"
    quoted = of_the_matter(
        f"<Beslut>\n\nBryggan byts.\n\n<Tidigare behandling>\n\n{line}\n\natt laga bryggan."
    )
    assert quoted[-1].quoted
