"""One table in three notations is one table; what only looks like one is none."""

from __future__ import annotations

import html

import pytest

from schemas.document import Extraction
from schemas.warnings import Code
from tests.extractors.markdown.conftest import Reader

HEADER = ["Tkr", "Bokslut 2024", "Budget 2025", "Prognos 2025"]
ROWS = [
    ["**Kansli**", "", "", ""],
    ["Intäkter", "185", "0", ""],
    ["Kostnader", "-19 964", "(23 097)", "23 897-"],
    ["**En avdelning med ett namn så långt att det går över flera kolumner**", "", "", ""],
    ["Kostnader", "-1 590", "-1 879", "−1 900"],
]


def as_tabs(header: list[str], rows: list[list[str]]) -> str:
    return "\n".join("\t".join(row) for row in (header, *rows))


def as_pipes(header: list[str], rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (header, *rows)]
    return "\n".join([lines[0], "|" + "---|" * len(header), *lines[1:]])


def as_html(header: list[str], rows: list[list[str]]) -> str:
    lines = ["<tr>" + "".join(f"<th>{cell}</th>" for cell in header) + "</tr>"]
    for row in rows:
        whole = not any(row[1:])
        cells = (
            [f'<td colspan="{len(row)}">{row[0]}</td>']
            if whole
            else [f"<td>{html.escape(c)}</td>" for c in row]
        )
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return "<table>" + "\n".join(lines) + "</table>"


NOTATIONS = {"tabs": as_tabs, "pipes": as_pipes, "html": as_html}


def facts_of(got: Extraction) -> list[tuple[str | None, str, str, str]]:
    return [(f.group_label, f.row_label, f.column_label, str(f.value)) for f in got.facts]


@pytest.mark.parametrize("notation", NOTATIONS)
def test_the_notation_changes_no_fact(notation: str, read: Reader) -> None:
    got = read(f"# Ekonomi\n\nSå här ser det ut.\n\n{NOTATIONS[notation](HEADER, ROWS)}\n\nSlut.\n")
    long = "En avdelning med ett namn så långt att det går över flera kolumner"
    assert facts_of(got) == [
        ("Kansli", "Intäkter", "Bokslut 2024", "185"),
        ("Kansli", "Intäkter", "Budget 2025", "0"),
        ("Kansli", "Kostnader", "Bokslut 2024", "-19964"),
        ("Kansli", "Kostnader", "Budget 2025", "-23097"),
        ("Kansli", "Kostnader", "Prognos 2025", "-23897"),
        (long, "Kostnader", "Bokslut 2024", "-1590"),
        (long, "Kostnader", "Budget 2025", "-1879"),
        (long, "Kostnader", "Prognos 2025", "-1900"),
    ]
    assert {fact.unit for fact in got.facts} == {"tkr"}
    assert [paragraph.text for paragraph in got.paragraphs] == ["Så här ser det ut.", "Slut."]


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("between", ["\n\n", "\n\n\n\n", "\n\f\n"])
def test_a_table_cut_anywhere_is_one_table(notation: str, between: str, read: Reader) -> None:
    write = NOTATIONS[notation]
    whole = read(f"# Ekonomi\n\n{write(HEADER, ROWS)}\n")
    for cut in range(1, len(ROWS)):
        got = read(f"# Ekonomi\n\n{write(HEADER, ROWS[:cut])}{between}{write(HEADER, ROWS[cut:])}\n")
        assert len(got.tables) == 1
        assert facts_of(got) == facts_of(whole)


def test_rows_that_end_early_keep_their_columns(read: Reader) -> None:
    got = read("Post\t2024\t2025\t2026\nHyror\t10\t20\nEl\t1\t2\t3\t\nMedel\t\t\t7\n")
    assert [(f.row_label, f.column_label, f.raw) for f in got.facts] == [
        ("Hyror", "2024", "10"), ("Hyror", "2025", "20"),
        ("El", "2024", "1"), ("El", "2025", "2"), ("El", "2026", "3"),
        ("Medel", "2026", "7"),
    ]  # fmt: skip


def test_a_word_broken_by_a_narrow_header_cell_is_whole(read: Reader) -> None:
    got = read("\tGodkä nd utgift\tBudget st 2025\nVäg\t-21 500\t12\nBro\t-1 000\t7\n")
    assert got.tables[0].column_labels == ("Godkänd utgift", "Budget st 2025")


@pytest.mark.parametrize(
    "contents",
    [
        "<b>1 Inledning</b> .....\t<b>3</b>\n1.1 Uppdrag.......\t4\n2 Resurser .....\t11",
        "1 Inledning\t3\n1.1 Uppdrag\t4\n2 Resurser\t11",
        "1 Inledning ..... 3\n1.1 Uppdrag ....... 4\n2 Resurser ....... 11",
    ],
)
def test_a_contents_list_is_no_table_and_no_text(contents: str, read: Reader) -> None:
    got = read(f"# Innehåll\n\n{contents}\n\n# 1 Inledning\n\nText.\n")
    assert not got.tables and not got.facts
    assert [paragraph.text for paragraph in got.paragraphs] == ["Text."]
    assert [section.heading for section in got.sections] == ["Innehåll", "Inledning"]


CHART = (
    "<table><caption>Utfall</caption><tr><th>År</th><th>Utfall</th></tr>"
    "<tr><td>2024</td><td>3,5</td></tr></table>"
)


@pytest.mark.parametrize(
    "box",
    [
        f"Indikatorer\t\n<p><b>Nöjda besökare ska öka.</b></p> <p><b>Utfall 2024</b> 3,5</p>\t{CHART}",
        # flattened: the inner table's cells once more behind it, and its rows once more below
        f"Indikatorer\t\t\t\t\t\n<p><b>Nöjda besökare ska öka.</b></p> <p><b>Utfall 2024</b> 3,5</p>\t{CHART}"
        "\tÅr\tUtfall\t2024\t3,5\nÅr\tUtfall\t\t\t\t\n2024\t3,5\t\t\t\t",
        "<table><tr><td><p><b>Nöjda besökare ska öka.</b></p><p><b>Utfall 2024</b> 3,5</p></td>"
        f"<td>{CHART}</td></tr></table>",
    ],
)
def test_a_table_in_a_cell_is_a_charts_data(box: str, read: Reader) -> None:
    got = read(f"# Mål\n\n### 1.1 Indikatorer\n\n{box}\n")
    assert not got.facts
    assert [p.text for p in got.paragraphs] == ["Nöjda besökare ska öka.", "Utfall 2024 3,5"]
    assert any(warning.code is Code.CHARTS_LEFT_OUT for warning in got.warnings)


def test_a_table_of_sentences_is_paragraphs(read: Reader) -> None:
    long = "Den här meningen är så lång att den inte kan vara någon etikett i en tabell."
    got = read(f"# Mål\n\n| Mål | Så når vi dit |\n|---|---|\n| Trygghet | {long} |\n")
    assert not got.tables
    # "Mål" is the heading once more
    assert [p.text for p in got.paragraphs] == ["Så når vi dit", "Trygghet", long]
