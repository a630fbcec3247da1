"""One planted fault of each kind in a sound document is found, as one finding;
in the sound one there is nothing.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from benchmarks.digit_faults import SOUND, figure_findings
from reconcilers.reconcile import reconcile, with_status
from schemas.document import Extraction, Fact
from schemas.finding import Finding
from tests.readings import read_pdf
from tests.reconcilers.made_tables import Made, Told, make, read_value

SAMPLES = Path(__file__).parents[3] / "samples"
YEARS = "Bokslut 2024 | Budget 2025 | Prognos 2025 | Budget 2026"
SUMMARY = Made("Ekonomiskt sammandrag", YEARS, """
    Summa intäkter | 735 | 730 | 740 | 755
    Summa kostnader | -11 525 | -11 785 | -11 885 | -12 110
    Nettokostnad | -10 790 | -11 055 | -11 145 | -11 355""")  # fmt: skip
DETAIL = Made("Verksamhet 2026", YEARS, """
    Kansli
    Intäkt | 125 | 140 | 138 | 141
    Kostnad | -4 310 | -4 455 | -4 470 | -4 590
    Nettokostnad | -4 185 | -4 315 | -4 332 | -4 449
    Park
    Intäkt | 610 | 590 | 602 | 614
    Kostnad | -7 215 | -7 330 | -7 415 | -7 520
    Nettokostnad | -6 605 | -6 740 | -6 813 | -6 906
    Totalt
    Intäkt | 735 | 730 | 740 | 755
    Kostnad | -11 525 | -11 785 | -11 885 | -12 110
    Nettokostnad | -10 790 | -11 055 | -11 145 | -11 355""")  # fmt: skip
PROJECTS = Made("Projekt", "Godkänd utgift | Budget 2026 | Plan 2027", """
    Hamntorget | -48 500 | -7 430 | -1 205
    Simhallens ombyggnad | -136 000 | -61 300 | -23 320
    Summa | -184 500 | -68 730 | -24 525""")  # fmt: skip
TOLD = (
    Told("Nämndens nettokostnad för 2026 uppgår till 11 355 tkr.", "Sammanfattning", part=0),
    Told(
        "Simhallens ombyggnad har en godkänd utgift på 136 mnkr, varav 61,3 mnkr faller på 2026.",
        "Simhallen",
        part=0,
    ),
    Told("Nämndens nettokostnad för 2026 uppgår till 11 355 tkr.", "Ram", part=1),
)


def sample(name: str) -> Extraction:
    return read_pdf(SAMPLES / name / f"{name}.pdf")


@cache
def sound() -> Extraction:
    return make(SUMMARY, DETAIL, PROJECTS, told=TOLD)


def test_the_sound_document_is_quiet() -> None:
    assert figure_findings(sound()) == ()


@pytest.mark.parametrize("name", SOUND)
def test_sound_samples_are_quiet(name: str) -> None:
    assert [finding.says for finding in figure_findings(sample(name))] == []


def changed(reading: Extraction, *raws: tuple[str, str, str, str]) -> Extraction:
    """The reading with other figures; each is (table title, row or group / row, column, what is printed)."""
    facts = list(reading.facts)
    titles = {table.table_id: table.title for table in reading.tables}
    for title, row, column, raw in raws:
        for i, fact in enumerate(facts):
            name = f"{fact.group_label} / {fact.row_label}" if fact.group_label else fact.row_label
            if (titles[fact.table_id], name, fact.column_label) == (title, row, column):
                facts[i] = _with_raw(fact, raw)
    assert tuple(facts) != reading.facts
    return replace(reading, facts=tuple(facts))


def _with_raw(fact: Fact, raw: str) -> Fact:
    value = read_value(raw)
    return replace(fact, raw=raw, value=value, value_sek=value * 1000)


def only(reading: Extraction) -> Finding:
    findings = figure_findings(reading)
    assert len(findings) == 1, [finding.says for finding in findings]
    return findings[0]


def readings(finding: Finding) -> tuple[str, str, str | None, str | None]:
    return finding.kind, finding.severity, finding.expected, finding.found


def test_sum() -> None:
    finding = only(changed(sound(), ("Projekt", "Hamntorget", "Plan 2027", "-1 705")))
    assert finding.kind == "sum" and finding.severity == "error"
    assert {"-1 705", "-24 525"} <= {claim.raw for claim in finding.evidence}


def test_one_wrong_cell_is_one_finding_though_its_row_and_its_column_fail() -> None:
    finding = only(changed(sound(), ("Verksamhet 2026", "Park / Nettokostnad", "Prognos 2025", "-6 831")))
    assert (finding.severity, finding.expected, finding.found) == ("error", "-6 813", "-6 831")
    assert "Verksamhet 2026, raden Park / Nettokostnad, kolumnen Prognos 2025" in finding.says


def test_net() -> None:
    table = Made("Resultat", "2024 | 2025", """
        Intäkter | 9 412 | 8 700
        Personal | -21 866 | -22 480
        Lokaler | -16 204 | -15 700
        Nettokostnad | -28 658 | -29 480""")  # fmt: skip
    finding = only(changed(make(table), ("Resultat", "Nettokostnad", "2024", "-28 568")))
    assert readings(finding) == ("net", "warning", "-28 658", "-28 568")  # one year speaks for, one against


def test_sign_of_one_cell() -> None:
    finding = only(changed(sound(), ("Verksamhet 2026", "Park / Kostnad", "Budget 2025", "7 330")))
    assert readings(finding) == ("sign", "error", "-7 330", "7 330")


def test_sign_of_a_whole_column_is_one_finding() -> None:
    rows = {
        "Kansli / Kostnad": "4 310", "Kansli / Nettokostnad": "4 435", "Park / Kostnad": "7 215",
        "Park / Nettokostnad": "7 825", "Totalt / Kostnad": "11 525", "Totalt / Nettokostnad": "12 260",
    }  # fmt: skip
    reading = changed(
        make(DETAIL), *(("Verksamhet 2026", row, "Bokslut 2024", raw) for row, raw in rows.items())
    )
    finding = only(reading)
    assert (finding.kind, finding.severity) == ("sign", "error")
    assert set(rows.values()) <= {claim.raw for claim in finding.evidence}


def test_signs_of_two_tables_are_one_finding() -> None:
    whole = Made("Sammanställning", "Godkänd utgift | Budget 2026 | Plan 2027", """
        Projekt | -184 500 | -68 730 | -24 525
        Inventarier | -1 000 | -1 250 | -1 300
        Summa | -185 500 | -69 980 | -25 825""")  # fmt: skip
    turned = replace(PROJECTS, rows=PROJECTS.rows.replace("-", ""))
    assert figure_findings(make(whole, PROJECTS)) == ()
    assert readings(only(make(whole, turned))) == ("sign", "error", "-184 500", "184 500")


def test_costs_shown_positive_and_reckoned_with_as_such_are_no_sign_error() -> None:
    rows = [
        line if line.strip().startswith(("Nettok", "Intäkt")) else line.replace("-", "")
        for line in DETAIL.rows.splitlines()
    ]
    assert figure_findings(make(SUMMARY, replace(DETAIL, rows="\n".join(rows)))) == ()


def test_unit_of_a_cell() -> None:
    finding = only(changed(sound(), ("Projekt", "Hamntorget", "Budget 2026", "-7 430 000")))
    assert (finding.kind, finding.found) == ("unit", "-7 430 000")


def test_two_tables() -> None:
    whole = Made("Sammanställning", "Budget 2026 | Plan 2027 | Plan 2028", """
        Årliga anslag | -25 740 | -24 920 | -23 260
        Större projekt | -81 480 | -35 975 | -8 000
        Summa | -107 220 | -60 895 | -31 260""")  # fmt: skip
    part = Made("Årliga anslag", "Budget 2026 | Plan 2027 | Plan 2028", """
        Beläggning | -6 500 | -6 505 | -6 815
        Lekplatser | -6 740 | -5 915 | -4 305
        Fastigheter | -12 500 | -12 500 | -12 500
        Summa | -25 740 | -24 920 | -23 620""")  # fmt: skip
    assert readings(only(make(whole, part))) == ("cross_table", "error", "-23 260", "-23 620")


def test_the_same_table_twice() -> None:
    finding = only(
        changed(
            make(PROJECTS, replace(PROJECTS, title="Bilaga")), ("Bilaga", "Summa", "Plan 2027", "-24 552")
        )
    )
    assert (finding.expected, finding.found) == ("-24 525", "-24 552")


MONTHLY = "Månadslön | 48 210 | 50 944\nSjuklön | 1 204 | 1 377\nÖvertid | 864 | 915\nSumma | 50 278 | 53 236"


def test_sums_of_other_rows_are_other_sums() -> None:
    hourly = MONTHLY.replace("Månadslön | 48 210 | 50 944", "Timlön | 6 530 | 7 182")
    hourly = hourly.replace("50 278 | 53 236", "8 598 | 9 474")
    columns = "Löner | 2023 | 2024"
    assert not figure_findings(make(Made("Löner", columns, MONTHLY), Made("Timlöner", columns, hourly)))
    wrong = hourly.replace("8 598", "8 958")
    assert figure_findings(make(Made("Löner", columns, MONTHLY), Made("Timlöner", columns, wrong)))


def test_per_cent_of_a_column() -> None:
    made = Made("Utfall", "Budget 2025 | Utfall 2025 | Utfall, %", """
        Intäkter | 4 820 | 710 | 14,7
        Hyror | 6 150 | 1 030 | 61,7
        Köp | 2 750 | 700 | 25,5
        Bidrag | 3 260 | 610 | 18,7""")  # fmt: skip
    assert readings(only(make(made))) == ("percent", "error", "16,7", "61,7")


def sentences_told(*pairs: tuple[str, str]) -> Extraction:
    """The document with words of its sentences changed, the first sentence that has them."""
    told = list(TOLD)
    for old, new in pairs:
        index = next(i for i, each in enumerate(told) if old in each.text)
        told[index] = replace(told[index], text=told[index].text.replace(old, new))
    return make(SUMMARY, DETAIL, PROJECTS, told=told)


def test_a_sentence_against_the_table_and_its_copy() -> None:
    finding = only(sentences_told(("11 355 tkr", "13 155 tkr")))
    assert readings(finding) == ("text_vs_table", "error", "11 355 tkr", "13 155 tkr")
    assert {"-11 355"} <= {claim.raw for claim in finding.evidence}


def test_a_sentence_in_the_wrong_unit() -> None:
    assert readings(only(sentences_told(("136 mnkr", "136 tkr")))) == ("unit", "error", "136 mnkr", "136 tkr")


def test_per_cent_in_a_sentence() -> None:
    told = Told(
        "Ramen uppgår till 76,6 mnkr, vilket är 2,2 mnkr mer än i år. Höjningen motsvarar 3,0 procent."
    )
    assert figure_findings(make(SUMMARY, told=[told])) == ()
    wrong = replace(told, text=told.text.replace("3,0", "4,0"))
    assert readings(only(make(SUMMARY, told=[wrong]))) == ("percent", "warning", "3,0 procent", "4,0 procent")


@pytest.mark.parametrize(
    "sentence",
    [
        "Nämndens nettokostnad för 2025 uppgår till 11,1 mnkr.",  # another year than 2026
        "Kansliet kostar omkring 4,5 mnkr.",
        "Av nettokostnaden för 2026 avser 340 tkr nya träd.",
        "Hamntorget blir 1,2 mnkr dyrare än väntat.",
        "Under 2026 söks bidrag med 11 900 tkr.",
    ],
)
def test_innocent_sentences(sentence: str) -> None:
    assert figure_findings(make(SUMMARY, DETAIL, PROJECTS, told=[*TOLD, Told(sentence, "Övrigt")])) == ()


def test_the_planted_sample() -> None:
    findings = reconcile(sample("utdrag-budget-fel")).findings
    assert sorted(
        (f.kind, f.severity, f.found or "") for f in findings if f.kind not in ("name", "wording")
    ) == [
        ("cross_table", "error", "-23 620"),
        ("sum", "error", "-5 851"),
        ("text_vs_table", "error", "67,6 mnkr"),
        ("unit", "error", "136 tkr"),
    ]


def test_evidence_has_a_place_and_is_short() -> None:
    findings = reconcile(sample("utdrag-budget-fel")).findings
    assert {finding.kind for finding in findings} == {"name", "text_vs_table", "unit", "sum", "cross_table"}
    for finding in findings:
        assert 1 <= len(finding.evidence) <= 24
        assert all(claim.place.box and claim.raw for claim in finding.evidence)


def test_status_follows_the_checks() -> None:
    reading = changed(sound(), ("Projekt", "Hamntorget", "Plan 2027", "-1 705"))
    status = {fact.fact_id: fact.status for fact in with_status(reading, reconcile(reading).checks).facts}
    titles = {table.title: table.table_id for table in reading.tables}
    assert status[f"{titles['Projekt']}-r001c03"] == "conflict"
    assert status[f"{titles['Projekt']}-r001c02"] == "verified"
    assert {fact.value for fact in reading.facts if status[fact.fact_id] == "unchecked"} <= {Decimal(0)}
