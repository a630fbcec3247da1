"""The page a person opens: figures first, then what does not agree, then what does."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from app.report.page import _template, report_to_html, write_report
from schemas.finding import Check
from tests.app import told_paper
from tests.app.report.made_material import material


def text_of(html: str) -> str:
    """The page's words, its pictures and style left out."""
    bare = re.sub(r"<style>.*?</style>|<[^>]*>", " ", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", bare)


@pytest.fixture(scope="module")
def page() -> str:
    return text_of(report_to_html(material()))


def test_the_head_counts_what_was_proved(page: str) -> None:
    for said in ("1 fel", "1 varning", "50 % av 2 kontroller stämmer", "0 % av 3 tal i tabeller är styrkta"):
        assert said in page
    assert "Borås Stad, Kommunstyrelsen" in page and "nämnd.pdf, 2 blad" in page


def test_a_check_that_fails_has_its_figures_as_an_office_writes_them(page: str) -> None:
    failed = page.partition("Kontroller som inte stämmer (1)")[2].partition("Kontroller som stämmer")[0]
    assert "Summa Utfall är summan av raderna ovanför. Blad 1." in failed
    assert (
        "135\u202f390 135\u202f309 −81" in failed.replace("\xa0", "\u202f") or "135 390 135 309 −81" in failed
    )


def test_checks_that_hold_are_counted_by_kind_and_each_sentence_told_once() -> None:
    made = material()
    held = made.checks[1]

    def again(number: int, **changed: object) -> Check:
        return replace(held, check_id=f"c{number}", **changed)  # type: ignore[arg-type]

    checks = (again(0, kind="percent", says="Andelen är rätt."), *(again(n) for n in (1, 2, 3)))
    page = text_of(report_to_html(replace(made, checks=checks)))
    assert "Kontroller som stämmer (4)" in page and "Kontroller som inte stämmer" not in page
    assert page.index("Netton och skillnader: 3") < page.index("Procent: 1")
    assert page.count(held.says) == 1 and "(3 gånger)" in page


def test_the_page_is_named_as_the_file_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = told_paper.keep(tmp_path / "a").root
    monkeypatch.chdir(tmp_path)
    out, made = write_report(root, told_paper.source().sha256)
    assert out == Path("nämnd.html") and out.read_text(encoding="utf-8") == report_to_html(made)
    assert write_report(root, told_paper.source().sha256, tmp_path / "x.html")[0] == tmp_path / "x.html"


def test_a_page_lacks_nothing_silently() -> None:
    with pytest.raises(UndefinedError):
        _template().render(title="Protokoll")
