"""One paper in two inputs: what its readers disagree on is told, and nothing else is."""

from __future__ import annotations

import hashlib
import random
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from extractors.document import extract
from extractors.markdown import extract_markdown
from reconcilers.two_papers.findings import find_twin_findings
from reconcilers.two_papers.one_paper import are_one_paper, in_order
from schemas.document import Extraction, Source
from schemas.finding import Finding
from tests.markdown_of import NOTATIONS, markdown_of

ROOT = Path(__file__).parents[3]
SAMPLES = ("utdrag-budget", "fortsatt-tabell", "minustecken", "utan-linjer", "finlandssvensk", "protokoll")
Fact = tuple[str | None, str, str, str]


@cache
def pdf(name: str) -> Extraction:
    data = (ROOT / "samples" / name / f"{name}.pdf").read_bytes()
    return extract(data, Source(hashlib.sha256(data).hexdigest(), f"{name}.pdf"))


@cache
def text_of(name: str, notation: str = "tabs") -> str:
    return markdown_of(pdf(name), notation)


def read(text: str) -> Extraction:
    data = text.encode()
    return extract_markdown(data, Source(hashlib.sha256(data).hexdigest(), "avskrift.md"))


def findings(name: str, text: str) -> tuple[Finding, ...]:
    one, other = pdf(name), read(text)
    assert are_one_paper(one, other)
    return find_twin_findings(*in_order(other, one))


def facts(reading: Extraction, with_headers: bool) -> list[Fact]:
    """Headers without spaces: a cell holds "Avkast ning" as printed,
    and only the reader sees that it is one word.
    """
    headers = [fact.column_label.replace(" ", "") if with_headers else "" for fact in reading.facts]
    return [
        (f.group_label, f.row_label, h, str(f.value)) for f, h in zip(reading.facts, headers, strict=True)
    ]


@pytest.mark.parametrize("notation", NOTATIONS)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_faithful_copy_has_the_same_facts_and_no_disagreement(name: str, notation: str) -> None:
    text = text_of(name, notation)
    spanning = any(
        cell.column_span > 1 for table in pdf(name).tables for cell in table.cells if cell.role == "header"
    )
    # the other notations cannot tell what an upper header spans
    with_headers = notation == "html" or not spanning
    assert facts(read(text), with_headers) == facts(pdf(name), with_headers)
    assert findings(name, text) == ()


def planted(text: str, old: str, new: str) -> str:
    """The text with one place changed, which must be there."""
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "kind", "expected", "found"),
    [
        ("-183 166", "-188 166", "number", "-183 166", "-188 166"),  # a table's cell
        ("\t111 100\t", "\t117 100\t", "number", "111 100", "117 100"),
        ("Budget 2025", "Budget 2026", "number", "Budget 2025", "Budget 2026"),  # a table's header
        ("76,6 mnkr", "78,6 mnkr", "number", "76,6 mnkr", "78,6 mnkr"),  # a sentence
        ("76,6 mnkr", "76,6 tkr", "unit", "76,6 mnkr", "76,6 tkr"),
    ],
)
def test_one_wrong_digit_is_one_error_with_both_readings(
    old: str, new: str, kind: str, expected: str, found: str
) -> None:
    told = findings("utdrag-budget", planted(text_of("utdrag-budget"), old, new))
    loud = [f for f in told if f.severity != "notice"]
    assert [(f.kind, f.severity, f.expected, f.found) for f in loud] == [(kind, "error", expected, found)]
    says = loud[0].says
    assert "PDF-filen har" in says and "Markdown-filen" in says and expected in says and found in says
    sheets = [(claim.place.page is None, claim.place.box is None) for claim in loud[0].evidence]
    assert sheets == [(False, False), (True, True)]


def test_a_figure_that_one_reader_lost_is_a_warning() -> None:
    told = findings("utdrag-budget", planted(text_of("utdrag-budget"), "-183 166", "-l83 l66"))
    assert [(f.severity, f.expected, f.found) for f in told] == [("warning", "-183 166", "-l83 l66")]


def test_a_row_that_one_reader_lost_is_told_once() -> None:
    text = text_of("utdrag-budget")
    told = findings(
        "utdrag-budget", planted(text, "Summa intäkter\t109 586\t111 100\t110 585\t113 620\n", "")
    )
    assert [(f.kind, f.severity, f.expected) for f in told] == [("missing_text", "notice", "109 586")]
    assert len(told[0].evidence) == 4


@pytest.mark.parametrize("seed", range(3))
def test_bad_spelling_gives_notices_and_few_of_them(seed: int) -> None:
    """Letters misread, words broken by hyphens and spaces, list numbers lost: no figure is touched."""
    chance = random.Random(seed)

    def worn(match: re.Match[str]) -> str:
        word, at = match[0], chance.randrange(2, len(match[0]) - 1)
        damage = (f"{word[:at]}- {word[at:]}", f"{word[:at]} {word[at:]}", word.replace("l", "I"), word)
        return chance.choice(damage) if chance.random() < 0.1 else word

    def line_worn(line: str) -> str:
        bare = re.sub(r"^\d+[.)] ", "", line)
        return (
            line if "\t" in line or line.startswith(("#", "§")) else re.sub(r"\b[a-zåäö]{6,}\b", worn, bare)
        )

    text = "\n".join(map(line_worn, text_of("utdrag-budget").split("\n")))
    assert text != text_of("utdrag-budget")
    told = findings("utdrag-budget", text)
    assert {f.severity for f in told} == {"notice"} and len(told) <= 3


def test_other_papers_are_no_twins() -> None:
    one, same = pdf("utdrag-budget"), read(text_of("utdrag-budget"))
    assert not are_one_paper(one, one), "two files of one kind are two documents"
    assert not are_one_paper(one, replace(same, body="Kommunfullmäktige"))
    assert not are_one_paper(one, replace(same, meeting_date=date(1999, 1, 1)))
    assert not are_one_paper(one, read(text_of("fortsatt-tabell")))
    other_month = tuple(replace(fact, value=fact.value + 17) for fact in same.facts)
    assert not are_one_paper(one, replace(same, facts=other_month))


def test_a_reader_that_failed_altogether_does_not_bury_the_clerk() -> None:
    """Every figure in a sixth of the rows is off by one digit;
    each table is then told as a whole, or each figure.
    """
    text = text_of("fortsatt-tabell")
    lines = text.split("\n")
    for number in range(0, len(lines), 6):
        lines[number] = re.sub(r"\t(-?)(\d)", lambda m: f"\t{m[1]}{(int(m[2]) + 1) % 10}", lines[number])
    told = findings("fortsatt-tabell", "\n".join(lines))
    assert 20 < len(told) <= 64
    assert all(len(f.evidence) <= 24 for f in told)
