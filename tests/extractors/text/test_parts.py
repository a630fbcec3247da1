"""Where one document in the file ends and the next begins, and what kind each is."""

from __future__ import annotations

from extractors.pages.lines import find_lines
from extractors.pages.running_heads import find_margins
from extractors.text.parts import PartCut, find_parts
from tests.extractors.drawing import draw

PROTOCOL = "SJÖVALLA\nSammanträdesprotokoll\n\n\n<§ {n}   Ärende {n}>\nText.\n⋮\nSida {n}({of})"
ANNEX = "<Bilaga 1 Karta>\n\nText om {n}."


def parts(*sheets: str) -> list[PartCut]:
    pages = draw("\n=====\n".join(sheets) + "\n")
    return find_parts(pages, find_margins([(page, find_lines(page)) for page in pages]))


def cuts(*sheets: str) -> list[tuple[str, int, int]]:
    return [(part.kind, part.first_page, part.last_page) for part in parts(*sheets)]


def protocol(*numbers: int, of: int = 3) -> list[str]:
    return [PROTOCOL.format(n=n, of=of) for n in numbers]


def test_a_file_of_one_document_is_one_part() -> None:
    assert cuts(*protocol(1, 2, 3)) == [("protocol", 1, 3)]


def test_an_annex_begins_at_its_own_title_and_the_evidence_says_so() -> None:
    found = parts(*protocol(1, 2), ANNEX.format(n=1), "Mer text.")
    assert [(p.kind, p.first_page, p.last_page) for p in found] == [("protocol", 1, 2), ("annex", 3, 4)]
    assert found[1].evidence == "“Bilaga 1 Karta” överst på sidan"


def test_a_protocol_that_goes_on_after_an_annex_is_a_new_part() -> None:
    assert cuts(*protocol(1, 2, of=4), ANNEX.format(n=1), *protocol(3, 4, of=4)) == [
        ("protocol", 1, 2), ("annex", 3, 3), ("protocol", 4, 5),
    ]  # fmt: skip


def test_an_annex_under_the_protocol_s_running_head_ends_where_a_matter_returns() -> None:
    sheets = protocol(1, 2, 3, 4, 5, of=5)
    sheets[2] = sheets[2].replace("§ 3   Ärende 3", "Bilaga 1 Karta")
    assert cuts(*sheets) == [("protocol", 1, 2), ("annex", 3, 3), ("protocol", 4, 5)]


def test_page_numbers_that_begin_again_begin_a_document() -> None:
    found = parts(*protocol(1, 2, of=2), *protocol(1, 2, of=2))
    assert [part.first_page for part in found] == [1, 3]
    assert "börjar om" in found[1].evidence


def test_how_to_appeal_is_a_notice() -> None:
    assert cuts(*protocol(1, 2), "<Hur man överklagar>\n\nBeslutet kan överklagas.") == [
        ("protocol", 1, 2), ("notice", 3, 3),
    ]  # fmt: skip


def test_a_file_without_any_sign_is_an_annex_and_a_memo_says_what_it_is() -> None:
    assert cuts("En text.") == [("annex", 1, 1)]
    assert cuts("<Tjänsteskrivelse>\n\nEn text.") == [("memo", 1, 1)]


def test_a_memo_begins_where_its_name_stands_alone_or_newly_in_the_head() -> None:
    memo = "Tjänsteskrivelse\nDatum 2031-02-03\n\nText om vägar."
    assert cuts("<Protokollsutdrag>\n\n§ 1 Vägar\n\nText.", memo) == [("protocol", 1, 1), ("memo", 2, 2)]
    heads = [
        f"SJÖVALLA    {name}    {n}\nNämnden\n\n\n{text}"
        for n, (name, text) in enumerate(
            [("PROTOKOLL", "Ett ärende."), ("PROTOKOLL", "Mer."), ("MISSIV", "Vägar."), ("MISSIV", "Parker.")]
        )
    ]
    assert cuts(*heads) == [("protocol", 1, 2), ("memo", 3, 4)]


def test_an_annex_begins_where_its_sheets_begin_to_be_counted() -> None:
    annex = [f"Text om {word}.\n⋮\nUTREDNING          Sid {n}" for n, word in ((1, "is"), (2, "snö"))]
    assert cuts("<Protokollsutdrag>\n\n§ 1 Vägar\n\nText.", *annex) == [("protocol", 1, 1), ("annex", 2, 3)]


def test_how_to_have_a_decision_s_lawfulness_tried_is_a_notice() -> None:
    titles = ("Anvisning om laglighetsprövning", "Laglighetsprövning", "Hur du överklagar")
    for title in titles:
        assert cuts(*protocol(1, 2, of=2), f"<{title}>\n\nText.")[1:] == [("notice", 3, 3)]
