"""Which documents are kin follows from the two of them, whatever else is in the archive."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest

from archive.index import Keys, find_kin
from archive.kinship import KINDS, SCHEMA, keys_of

WORDS = [
    a + b + c
    for a in "bdfgklmnprst"
    for b in ("an", "ek", "il", "os", "um")
    for c in ("da", "ra", "ta", "sen")
]
APPEAL = (
    "Hur man överklagar: beslutet kan överklagas till Förvaltningsrätten i Ekby inom tre veckor enligt "
    "13 kap. 8 § "
    "kommunallagen (2017:725). Skriv till Box 112, 501 80 Ekby, telefon 033-35 70 00, org.nr 212000-1561. "
) * 4


def prose(seed: object, length: int = 60) -> str:
    return " ".join(random.Random(str(seed)).choices(WORDS, k=length))


def account(seed: object, figures: int = 6) -> str:
    dice = random.Random(str(seed))
    return " ".join(
        f"{' '.join(dice.choices(WORDS, k=8))} {dice.randrange(10**4)},5 mnkr" for _ in range(figures)
    )


def matter(number: str, text: str) -> dict[str, object]:
    return {"diary_number": number, "body": text, "decision_text": [], "proposals": []}


def keys(*texts: str, number: str | None = None, matters: tuple[dict[str, object], ...] = ()) -> pa.Table:
    """Of a document with these paragraphs; `number` is its own, `matters` its §§."""
    tables = {"documents": pa.table({"diary_number": pa.array([number], pa.string())})}
    if texts:
        tables["paragraphs"] = pa.table({"text": list(texts)})
    if matters:
        tables["decisions"] = pa.Table.from_pylist(list(matters))
    return keys_of(tables)


def index_of(documents: dict[str, pa.Table]) -> Keys:
    places = [pa.array([place] * rows.num_rows, pa.int32()) for place, rows in enumerate(documents.values())]
    field = pa.field("document", pa.int32())
    rows = [rows.append_column(field, place) for rows, place in zip(documents.values(), places, strict=True)]
    return Keys(tuple(documents), pa.concat_tables([SCHEMA.append(field).empty_table(), *rows]))


def kin(**documents: pa.Table) -> set[tuple[str, str]]:
    return find_kin(index_of(documents), documents)


@pytest.mark.parametrize("others", [0, 30, 300])
def test_a_pair_stays_kin_however_many_others_share_its_words(others: int) -> None:
    pair = {"older": keys(APPEAL, account("b", 20)), "newer": keys(APPEAL, account("b", 20), prose("new"))}
    crowd = {f"x{n:03d}": keys(APPEAL, account("b", 20), account(n)) for n in range(others)}
    index = index_of(pair | crowd)
    assert ("newer", "older") in find_kin(index, ["newer"])
    assert len(find_kin(index, ["older"])) == others + 1


def test_documents_of_one_template_are_no_kin() -> None:
    notices = {
        f"n{n}": keys(APPEAL, prose("call", 100), f"{prose(n, 8)} den {n} maj 2024") for n in range(1, 10)
    }
    reports = {f"r{n}": keys(APPEAL, prose("report", 200), account(n)) for n in range(9)}
    assert kin(**notices, **reports) == set()


def test_a_revision_is_kin_to_what_it_revises() -> None:
    older, newer = account("year", 30).split(" mnkr"), account("year", 30).split(" mnkr")
    newer[4:7] = account("changed", 3).split(" mnkr")[:3]
    assert kin(a=keys(" mnkr".join(older)), b=keys(" mnkr".join(newer))) == {("a", "b")}


def test_a_text_without_figures_is_kin_where_it_stands_whole() -> None:
    memo, protocol = prose("memo", 150), prose("else", 900)
    assert kin(memo=keys(memo), protocol=keys(protocol, memo)) == {("memo", "protocol")}
    assert kin(memo=keys(memo, prose("own", 150)), protocol=keys(protocol, memo)) == set()


def test_a_matter_is_known_by_its_number_and_a_figure_or_much_text() -> None:
    number = "KS 2024-00375"
    for said in (account("sum", 1), prose("matter", 120)):
        board = keys(
            prose("board", 900), matters=(matter(number, said), matter("KS 2024-1", prose("b", 200)))
        )
        council = keys(
            prose("council", 900), matters=(matter(f"{number} 1.1.2", said), matter("KS 2024-2", APPEAL))
        )
        other = keys(prose("other", 900), matters=(matter("KS 2024-3", said), matter("KS 2024-4", APPEAL)))
        assert kin(board=board, council=council, other=other) == {("board", "council")}


def test_an_extract_in_a_file_of_its_own_is_kin_to_its_protocol() -> None:
    said = prose("short", 50)
    protocol = keys(
        prose("protocol", 900), matters=(matter("KS 7", said), matter("KS 8", prose("else", 300)))
    )
    assert kin(extract=keys(said, number="KS 7"), protocol=protocol) == {("extract", "protocol")}


def test_a_number_that_a_template_repeats_makes_no_kin() -> None:
    standing = matter(
        "KS 2024-00001", "Nämnden lägger redovisningen av fattade delegationsbeslut till handlingarna."
    )
    meetings = {
        f"m{n}": keys(prose(n, 900), account(n), matters=(standing, matter(f"KS {n}", account(n))))
        for n in range(9)
    }
    assert kin(**meetings) == set()


def test_laws_sections_and_addresses_are_no_figures_of_a_document() -> None:
    assert set(keys(APPEAL)["kind"].to_pylist()) == {KINDS.index("text")}
