"""Lines as a table sees them, each cut into figures, and the stretch of a sheet that holds one table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extractors.pages.frames import Frame
from extractors.pages.lines import Line, Run
from extractors.tables.alignment import is_year_or_day
from extractors.tables.figures import cut_beside_words, cut_figures, part_struck
from extractors.text.leaders import has_leaders
from schemas.page import Page
from schemas.place import Box, box_around
from swedish.numbers.shapes import looks_blank, looks_like_figure, looks_like_mark, looks_like_year

INDENT = 26.0  # points: rows stand no farther in under their group's title
BESIDE = 1.5  # of the type size: the figure that takes the place of one struck out stands no farther off
LINES_APART = 0.6  # of the line height: lines of one cell stand closer
SAME_EDGE = 2.5  # points: a header, or a figure, set flush with its column


@dataclass(frozen=True)
class Row:
    """A line as a table sees it: its runs cut into figures, and which of them are figures;
    `at` is its position among the sheet's lines.
    """

    line: Line
    at: int
    edges: tuple[float, ...] = ()  # where columns of figures end, once they are known
    is_header: bool = False  # where what stands around it shows that its figures head the columns

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        parts = [part for run in self.line.runs for part in part_struck(run)]
        pieces = [piece for run in parts for piece in cut_figures(run)]
        return tuple(part for piece in pieces for part in cut_beside_words(piece, self.edges))

    @cached_property
    def figures(self) -> tuple[Run, ...]:
        """Runs that look like figures or stand for one; the line's first run only where others follow. What
        is struck out counts where no other stands beside it in its place.
        """
        found = [
            run
            for run in self.runs
            if looks_like_figure(run.text) or looks_blank(run.text) or looks_like_mark(run.text)
        ]
        found = [run for run in found if not (run.struck and _is_replaced(run, found))]
        return tuple(found) if len(self.runs) > 1 else ()

    @cached_property
    def has_values(self) -> bool:
        """True where a figure stands to the right of something, and not only years do."""
        if self.is_header:
            return False
        later = [run for run in self.figures if run is not self.runs[0]]
        if any(looks_like_mark(r.text) for r in later) and not any(looks_like_figure(r.text) for r in later):
            return any(map(str.isalpha, self.runs[0].text))  # a roll call's mark
        return any(looks_like_figure(r.text) for r in later) and not all(
            looks_like_year(r.text) for r in self.figures
        )

    @cached_property
    def is_prose(self) -> bool:
        """True for a line of running text, its spaces perhaps stretched:
        no header, whatever stands below it.
        """
        words = self.line.words
        if len(words) < 6 or any(
            looks_like_figure(r.text) or is_year_or_day(r.text) for r in self.line.runs[1:]
        ):
            return False
        gaps = [b.box.x0 - a.box.x1 for a, b in pairwise(words)]
        small = sum(word.text[0].islower() for word in words)
        return max(gaps) < 2.6 * self.line.size and small * 2 >= len(words)

    @property
    def is_contents(self) -> bool:
        return has_leaders(self.line.text)


def _is_replaced(run: Run, others: list[Run]) -> bool:
    near = BESIDE * run.words[0].size
    return any(not o.struck and -near < o.box.x0 - run.box.x1 < near for o in others)


@dataclass(frozen=True)
class Region:
    """A stretch of a sheet that holds one table (or a sheet's share of it); `over` is a header that stands
    farther up the sheet, over tables that have none of their own.
    """

    page: Page
    rows: tuple[Row, ...]
    frame: Frame | None
    over: tuple[Row, ...] = ()

    @cached_property
    def box(self) -> Box:
        boxes = [row.line.box for row in self.rows]
        found = box_around([*boxes, self.frame.box] if self.frame else boxes)
        assert found is not None
        return found
