"""From drafts to published tables: whose title and unit are told, and what is said of what was not read."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from extractors.pages.lines import find_lines
from extractors.tables.drafts import Draft
from extractors.tables.publish import Published, cast_drafts, find_sheet_tables
from extractors.tables.stitch import LogicalTable
from schemas.document import Section, Source
from schemas.kinds import Engine
from schemas.warnings import Code, warn
from tests.extractors.drawing import draw

SOURCE = Source("0123456789abcdef" * 4, "bad.pdf")
VISITS = """Bad              2030          2031
Norra           1 200         1 300
Södra           2 400         2 500"""
COSTS = (
    VISITS.replace("Norra", "Lönekostnad")
    .replace("Bad  ", "Post ")
    .replace("Lönekostnad      ", "Lönekostnad")
)
SECTION = Section("s0", "p0", 0, None, None, "Baden", 1, 1, 1)
SAID = ("p0", "Alla belopp är i tusental kronor (tkr).")


def draft(text: str, caption: str | None = None, section: Section | None = None) -> Draft:
    (page,) = draw(text)
    (table,) = find_sheet_tables(page, find_lines(page))
    return Draft("p0", section, (), LogicalTable((table,)), caption)


def published(*drafts: Draft, said: tuple[tuple[str, str], ...] = ()) -> Published:
    return cast_drafts(SOURCE, drafts, said).published()


def test_a_table_is_called_by_its_caption_else_by_the_heading_above_it() -> None:
    tables = published(
        draft(VISITS, "Tabell 3 Besök i baden", SECTION), draft(VISITS, None, SECTION), draft(VISITS)
    ).tables
    assert [table.title for table in tables] == ["Tabell 3 Besök i baden", "Baden", None]


def test_a_caption_that_only_tells_the_unit_is_no_title() -> None:
    (table,) = published(draft(VISITS, "Belopp i tkr", SECTION)).tables
    assert (table.title, table.unit) == ("Baden", "tkr")


def test_tables_are_counted_and_have_the_size_that_is_printed() -> None:
    tables = published(draft(VISITS), draft(VISITS)).tables
    assert [table.table_id for table in tables] == [f"{SOURCE.document_id}-t{n:03d}" for n in (0, 1)]
    assert [(t.n_rows, t.n_columns, t.column_labels) for t in tables] == [(3, 3, ("2030", "2031"))] * 2


def test_a_unit_said_of_all_amounts_is_that_of_figures_without_one() -> None:
    found = published(draft(VISITS), said=(SAID,))
    assert found.tables[0].unit == "tkr"
    assert {(fact.unit, fact.value_sek) for fact in found.facts if fact.value == 1200} == {
        ("tkr", Decimal(1_200_000))
    }
    other = published(draft(VISITS), said=(("p1", SAID[1]),))
    assert other.tables[0].unit is None


def test_money_without_a_unit_is_told_of_and_visits_are_not() -> None:
    assert published(draft(VISITS)).warnings == ()
    costs = published(draft(COSTS, "Baden i år"))
    assert costs.warnings == (warn(Code.UNIT_MISSING, title="Baden i år").on(1),)


def test_a_cell_that_cannot_be_read_is_told_of_and_costs_confidence() -> None:
    sound, torn = published(draft(VISITS)), published(draft(VISITS.replace("2 500", "2,5,0")))
    assert torn.warnings == (warn(Code.CELLS_UNREAD, count=1, shown="“2,5,0”").on(1, 1),)
    assert len(torn.facts) == len(sound.facts) - 1
    assert torn.tables[0].confidence < sound.tables[0].confidence < 1


def test_only_the_tables_that_are_read_anew_are_cast_anew() -> None:
    casting = cast_drafts(SOURCE, (draft(VISITS), draft(COSTS)), (SAID,))
    again = casting.recast({1: replace(casting.casts[1].draft, engine=Engine.CAMELOT)})
    assert again.casts[0] is casting.casts[0]
    assert [table.engine for table in again.published().tables] == ["paragraf", "camelot"]
    assert again.published().facts == casting.published().facts


def test_what_counts_things_is_no_money_whatever_is_said_of_all_amounts() -> None:
    homes = """Bostäder     12 st     1      640 m²
Lokaler       3 st     2      133 m²
Totalt       15 st     3      773 m²"""
    assert {fact.unit for fact in published(draft(homes), said=(SAID,)).facts} == {"antal", "m²", None}


def test_a_year_in_a_row_of_its_own_is_no_money() -> None:
    rates = """Taxering         2030       2031
Mark            1 200      1 300
Värdeår          1970          8"""
    found = published(draft(rates), said=(SAID,))
    assert {(fact.raw, fact.unit) for fact in found.facts} >= {("1970", None), ("1 200", "tkr")}


def test_a_column_of_shares_keeps_no_unit_from_the_amounts_beside_it() -> None:
    parks = """Område           2030       2031    Ändring
Gator           4 100      4 250      3,7 %
Parker          2 310      2 325      0,6 %"""
    found = published(draft(parks), said=(SAID,))
    assert {fact.unit for fact in found.facts} == {"tkr", "procent"}


def test_last_year_s_result_may_be_two_thousand_and_twelve() -> None:
    results = """Tkr                            2030       2031
Årets resultat                1 700      1 800
Resultat föregående år         2012      1 950"""
    assert {fact.unit for fact in published(draft(results)).facts} == {"tkr"}


def test_the_sentence_above_gives_the_unit_before_the_heading_and_after_the_caption() -> None:
    lead = "Avgiften i kronor per timme beror på lokalen. A är föreningar och B företag."
    section = replace(SECTION, heading="Belopp i tkr")
    for caption, unit in ((None, "kr"), ("Tabell 1, mnkr", "mnkr")):
        [table] = published(replace(draft(COSTS, caption, section), lead=lead)).tables
        assert table.unit == unit


def test_a_sentence_that_parts_costs_from_the_rest_gives_each_its_unit() -> None:
    said = "Kostnaderna är i miljoner kronor, övriga uppgifter är antal."
    parted = """Hus        Besök 2031    Kostnad 2031
Norra           1 200           14,5
Södra           2 400           31,0"""
    facts = published(replace(draft(parted), lead=said)).facts
    assert [(f.raw, f.unit) for f in facts[:2]] == [("1 200", "antal"), ("14,5", "mnkr")]
    assert [f.value_sek for f in facts[:2]] == [None, 14_500_000]
    assert {f.unit for f in published(replace(draft(parted), said=(said,))).facts} == {None}
    compound = parted.replace("Norra           ", "Personalkostnad ")
    assert published(replace(draft(compound), lead=said)).facts[0].unit == "mnkr"


def test_thousands_said_of_all_amounts_are_not_those_of_a_square_metre() -> None:
    area = """Nyckeltal          2030       2031
Nettokostnad      1 200      1 300
Skuld per kvm     4 100      4 250"""
    found = {(f.row_label, f.unit) for f in published(draft(area), said=(SAID,)).facts}
    assert found == {("Nettokostnad", "tkr"), ("Skuld per kvm", None)}


def test_a_count_among_figures_with_units_of_their_own_is_no_money() -> None:
    measures = """Mått                    2030        2031
Kostnad per plats    148 kr      153 kr
Barn i verksamheten     612         598
Vattenförluster      14,8 %      13,1 %
Utdebitering            412         418"""
    units = {f.row_label: f.unit for f in published(draft(measures), said=(SAID,)).facts}
    assert (units["Barn i verksamheten"], units["Utdebitering"]) == (None, "tkr")
    alone = published(draft(VISITS.replace("Norra", "Barn och unga").replace("Bad  ", "Post ")), said=(SAID,))
    assert {fact.unit for fact in alone.facts} == {"tkr"}


def test_a_table_whose_figures_all_bear_units_lacks_none() -> None:
    priced = """Bad           Avgift, kr    Påslag, %
Norra              1 200           12
Södra              2 400           14"""
    assert published(draft(priced)).warnings == ()
    bare = published(draft(priced.replace("Avgift, kr", "    Avgift"))).warnings
    assert [(warning.code, warning.says) for warning in bare] == [
        (Code.UNIT_MISSING, "Sida 1: tabellen “(utan rubrik)” anger ingen enhet.")
    ]


def test_a_note_below_speaks_of_the_table_that_it_names() -> None:
    note = "Beloppen i badtabellen är i tkr."
    for section, unit in ((SECTION, "tkr"), (replace(SECTION, heading="Skolor"), None)):
        noted = replace(draft(VISITS, None, section), said=(note,))
        assert {fact.unit for fact in published(noted).facts} == {unit}


def test_a_sentence_about_counts_above_costs_counts_nothing() -> None:
    for lead in ("Antalet elever har ökat under året.", "Antal elever per område."):
        told = replace(draft(COSTS, None, replace(SECTION, heading="Budget, tkr")), lead=lead)
        assert {fact.unit for fact in published(told).facts} == {"tkr"}
        assert "antal" not in {fact.unit for fact in published(replace(draft(COSTS), lead=lead)).facts}
    assert {fact.unit for fact in published(replace(draft(VISITS), lead="Antal besök per bad.")).facts} == {
        "antal"
    }
