"""A Markdown file is taken for a paper of an office on evidence, never for its ending alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.markdown.evidence import is_office_paper
from tests.extractors.markdown.conftest import Reader

ROOT = Path(__file__).resolve().parents[3]
TABLE = "| Tkr | Budget 2025 |\n|---|---|\n| Kostnader | -19 964 |\n| Intäkter | 1 185 |\n"
ENGLISH = "This package reads tables from files and keeps every word of them with its place on the page. " * 3


@pytest.mark.parametrize(
    "text",
    [
        "§ 12\n\n## Val av justerare\n\nNämnden utser Eva Ek (S).\n",
        "Dnr KS 2024-00012\n\nSvar på medborgarförslag om en lekplats vid torget.\n",
        f"# Bilaga\n\n{TABLE}",
        (
            "# Tjänsteskrivelse\n\nHandläggare: Eva Ek  \n2024-05-02\n\nFörvaltningen föreslår att "
            "lekplatsen byggs.\n"
        ),
        f"{ENGLISH}\n\n§ 12\n\n## Val av justerare\n\nNämnden utser Eva Ek (S).\n",
    ],
)
def test_papers_of_an_office(text: str, read: Reader) -> None:
    assert is_office_paper(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "# Att göra\n\n- ring Eva\n- köp kaffe\n",
        "# Läs mig\n\nHär ligger Borås Stads protokoll från kommunstyrelsen 2024-06-17, ett i varje mapp.\n",
        f"# Benchmark\n\n{ENGLISH}\n\n{TABLE.replace('Kostnader', 'Words').replace('Intäkter', 'Pages')}",
        f"# Hazards\n\n{ENGLISH}\n\nWhat is no amount: KS 2024-00375 1.1.2.1\n",
    ],
)
def test_other_markdown(text: str, read: Reader) -> None:
    assert not is_office_paper(read(text))


def test_none_of_our_own_pages_is_a_paper_of_an_office(read: Reader) -> None:
    ours = [
        *ROOT.glob("*.md"),
        *ROOT.glob("docs/**/*.md"),
        ROOT / "samples/README.md",
        ROOT / "benchmarks/results.md",
    ]
    assert [path.name for path in ours if is_office_paper(read(path.read_text(encoding="utf-8")))] == []
