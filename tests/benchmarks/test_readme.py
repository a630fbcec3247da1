"""What README.md says of how good it is stands in benchmarks/results.md, figure by figure."""

from __future__ import annotations

import re

import pytest

from benchmarks.bench import PARTS
from benchmarks.corpus import ROOT
from benchmarks.readme import CHAPTER, SAYS, fill, fold, missing, named_in
from benchmarks.results import read_chapters, read_figures, read_results

# Parts that `make bench` has not measured since results.md names its figures.
AWAITED: set[str] = set()
README = (ROOT / "README.md").read_text(encoding="utf-8")
FIGURES = read_figures(read_results())


def sentence_params() -> list[object]:
    awaited = pytest.mark.xfail(raises=KeyError, strict=True, reason="make bench has not measured it yet")
    parts = {sentence: {name.split(".")[0] for name in named_in(sentence)} for sentence in SAYS}
    return [pytest.param(s, marks=[awaited] if parts[s] & AWAITED else [], id=s[:40]) for s in SAYS]


def test_every_part_has_its_chapter() -> None:
    assert set(PARTS) - set(read_chapters(read_results())) == AWAITED


@pytest.mark.parametrize("sentence", sentence_params())
def test_the_readme_says_what_was_measured(sentence: str) -> None:
    assert fill(sentence, FIGURES) in fold(README)


def test_no_figure_of_that_chapter_stands_outside_such_a_sentence() -> None:
    chapter = fold(README.split(f"## {CHAPTER}\n")[1].split("\n## ")[0])
    for sentence in SAYS:
        words = re.split(r"\{[^}]*\}", sentence)
        chapter = re.sub(r"[\d.]+%?".join(map(re.escape, words)), "", chapter)
    assert re.findall(r"\S*\d\S*", chapter) == []


def test_a_wrong_figure_is_told_with_the_sentence_that_should_stand_there() -> None:
    wrong = README.replace("126 of 126 table rows", "125 of 126 table rows")
    assert wrong != README
    assert [sentence[:21] for sentence in missing(wrong, FIGURES)] == ["126 of 126 table rows"]
    assert any("and 3 made up" in sentence for sentence in missing(README, FIGURES | {"rows.made_up": 3}))
