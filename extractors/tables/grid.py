"""The columns of a region: from rules, or from where figures stand."""

from __future__ import annotations

import re
from bisect import bisect
from dataclasses import dataclass
from itertools import pairwise

from extractors.pages.lines import RUN_GAP, Run
from extractors.tables.figure_rows import Region, Row
from extractors.tables.figures import EDGE, cut_at_edges
from schemas.page import Word
from schemas.place import Box
from swedish.numbers.shapes import looks_blank, looks_like_figure, looks_like_year
from swedish.periods import read_measure, read_year
from swedish.table_labels import names_references

_MONTH = re.compile(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)", re.IGNORECASE)
_GROUPED = re.compile(r"\d \d{3}\b|\d,\d")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch across the sheet, in points."""

    x0: float
    x1: float

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Columns:
    """Where figures stand (`figures`), and the borders between columns; column 0 is the label column."""

    borders: tuple[float, ...]
    figures: tuple[Span, ...]
    ruled: bool
    walls: tuple[Box, ...] = ()

    def is_open(self, border: int, y: float) -> bool:
        """True where a border that is drawn elsewhere is not drawn at that height:
        one cell covers both columns.
        """
        return bool(self._drawn(border)) and not self.is_closed(border, y)

    def is_closed(self, border: int, y: float) -> bool:
        """True where the border is drawn at that height."""
        return any(wall.top - 1 <= y <= wall.bottom + 1 for wall in self._drawn(border))

    def _drawn(self, border: int) -> list[Box]:
        """The walls that draw the border, at any height."""
        x = self.borders[border]
        return [wall for wall in self.walls if abs(wall.x0 - x) < 3]

    def of(self, x: float) -> int:
        """Index of the column that the place belongs to."""
        return min(bisect(self.borders, x), len(self.borders))

    @property
    def count(self) -> int:
        return len(self.borders) + 1


def find_columns(region: Region) -> Columns:
    """The region's columns: ruled ones where rules or tiles show them, cut again where figures show more."""
    values = [row for row in region.rows if row.has_values]
    inner = _ruled_borders(region, values)
    nameless = _is_nameless(region, values)
    spans = _figure_spans(values, inner, _header_spans(region, values), nameless=nameless)
    spans += _text_spans(region, values, spans, inner)
    spans += _empty_spans(region, values, spans, inner)
    spans = sorted(spans, key=lambda s: s.x0)
    borders = _borders(values, spans, inner, nameless=nameless)
    return Columns(tuple(borders), tuple(spans), bool(inner), region.frame.walls() if region.frame else ())


def columns_along(region: Region, borders: tuple[float, ...]) -> Columns:
    """The region's columns along borders that somebody else found."""
    values = [row for row in region.rows if row.has_values]
    spans = sorted(_figure_spans(values, list(borders), []), key=lambda s: s.x0)
    return Columns(borders, tuple(spans), True, region.frame.walls() if region.frame else ())


def _ruled_borders(region: Region, values: list[Row]) -> list[float]:
    frame = region.frame
    if frame is None:
        return []
    edges = sorted([*frame.verticals(), *frame.tile_edges()])
    merged: list[float] = []
    for edge in edges:
        if not merged or edge - merged[-1] > 5:
            merged.append(edge)
    left = min(row.line.box.x0 for row in region.rows)
    right = max(row.line.box.x1 for row in region.rows)
    inner = [edge for edge in merged if left + 1 < edge < right - 1]
    words = [word.box for row in values for word in row.line.words]
    return [edge for edge in inner if sum(b.x0 + 1.5 < edge < b.x1 - 1.5 for b in words) <= 0.1 * len(values)]


def _tokens(values: list[Row], inner: list[float], *, nameless: bool) -> list[Run]:
    """Every figure of every line, cut where a ruled border passes through it."""
    tokens = []
    for row in values:
        for run in row.runs if nameless or row.runs[0] not in row.figures else row.runs[1:]:
            if run.struck and run not in row.figures:
                continue
            tokens += [p for p in _cut_at(run, inner) if looks_like_figure(p.text) or looks_blank(p.text)]
    return tokens


def _is_nameless(region: Region, values: list[Row]) -> bool:
    """True where the rows have no labels, the second half of a sheet that was too wide for the paper: each
    begins with a figure of one column, of which some have thousands or decimals, as no number or year has,
    under a header that tells a month, a year or a measure, as those of figures do.
    """
    first = [row.runs[0] for row in values if row.runs[0] in row.figures]
    if len(first) < max(2, len(values)) or any(looks_like_year(run.text) for run in first):
        return False
    flush = max(run.box.x1 for run in first) - min(run.box.x1 for run in first) < EDGE
    above = [run for row in region.rows[: region.rows.index(values[0])] for run in row.runs[:1]]
    heads = [run.text for run in above if run.box.is_across(first[0].box)]
    is_of_figures = bool(heads) and bool(
        _MONTH.match(heads[-1]) or read_year(heads[-1]) or read_measure(heads[-1])
    )
    return flush and is_of_figures and any(_GROUPED.search(run.text) for run in first)


def _cut_at(run: Run, borders: list[float]) -> list[Run]:
    pieces: list[list[Word]] = []
    column = -1
    for word in run.words:
        here = bisect(borders, word.box.centre)
        if here == column:
            pieces[-1].append(word)
        else:
            pieces.append([word])
        column = here
    return [Run(tuple(piece)) for piece in pieces]


def _header_spans(region: Region, values: list[Row]) -> list[list[Span]]:
    """What stands above the figures, over their columns, line by line."""
    if not values:
        return []
    first = min((f.box.x0 for row in values for f in row.figures), default=0.0)
    header = region.rows[: region.rows.index(values[0])]
    return [[Span(run.box.x0, run.box.x1) for run in row.runs if run.box.x1 > first] for row in header]


def _figure_spans(
    values: list[Row], inner: list[float], header: list[list[Span]], *, nameless: bool = False
) -> list[Span]:
    """Where figures stand: in each ruled column, or where there are none, and where the rules leave columns
    out, unions of overlapping figures, cut apart where one line has two in a union.
    """
    columns: dict[int, list[Run]] = {}
    for token in sorted(_tokens(values, inner, nameless=nameless), key=lambda r: r.box.x0):
        columns.setdefault(bisect(inner, token.box.centre), []).append(token)
    spans: list[Span] = []
    for tokens in columns.values():
        if inner and not _is_shared(tokens):
            spans.append(Span(tokens[0].box.x0, max(r.box.x1 for r in tokens)))
        else:
            spans += [span for union in _unions(tokens) for span in _spans_of_union(union, header)]
    return spans


def _unions(tokens: list[Run]) -> list[list[Run]]:
    """The tokens, from left to right, in groups that overlap."""
    unions: list[list[Run]] = []
    reach = float("-inf")
    for token in tokens:
        if token.box.x0 < reach:
            unions[-1].append(token)
            reach = max(reach, token.box.x1)
        else:
            unions.append([token])
            reach = token.box.x1
    return unions


def _is_shared(union: list[Run]) -> bool:
    """True where half of the lines or more have two figures there, farther apart than words: the rules leave
    columns out.
    """
    lines = _by_line(union)
    apart = [
        any(b.box.x0 - a.box.x1 > RUN_GAP * b.words[0].size for a, b in pairwise(line)) for line in lines
    ]
    return 2 * sum(apart) >= len(lines)


def _by_line(tokens: list[Run]) -> list[list[Run]]:
    """The tokens of each line, from left to right."""
    lines: dict[int, list[Run]] = {}
    for token in sorted(tokens, key=lambda run: run.box.x0):
        lines.setdefault(round(token.box.middle), []).append(token)
    return list(lines.values())


def _spans_of_union(union: list[Run], header: list[list[Span]]) -> list[Span]:
    """The union's columns. One ends where a header does, if another of its line begins over what is left:
    "Mål" over "41 275" may end where the thousands do, and cuts no figure.
    """
    edges = [max(run.box.x1 for run in group) for group in _by_right_edge(union) if len(group) > 1]
    right = max(run.box.x1 for run in union)
    for line in header:
        for head, after in pairwise(line):
            ends = sum(any(abs(word.box.x1 - head.x1) < EDGE for word in run.words) for run in union)
            if 2 * ends > len(union) and after.x0 < right:
                edges.append(head.x1)
    union = [piece for run in union for piece in cut_at_edges(run, edges)]
    groups = _by_right_edge(union) if any(len(line) > 1 for line in _by_line(union)) else [union]
    return [Span(min(r.box.x0 for r in group), max(r.box.x1 for r in group)) for group in groups]


def _by_right_edge(tokens: list[Run]) -> list[list[Run]]:
    groups: list[list[Run]] = []
    for token in sorted(tokens, key=lambda r: r.box.x1):
        if groups and token.box.x1 - groups[-1][-1].box.x1 < EDGE:
            groups[-1].append(token)
        else:
            groups.append([token])
    return groups


def _text_spans(region: Region, values: list[Row], figures: list[Span], inner: list[float]) -> list[Span]:
    """Columns of words (codes, dates, comments) beside the figures:
    they line up in two lines, or have a header.
    """
    if inner:
        return []
    loose = [
        run
        for row in values
        for run in row.runs[1:]
        if run not in row.figures
        and not any(s.x0 - 1 < run.box.x1 and run.box.x0 < s.x1 + 1 for s in figures)
    ]
    above = [run.box for row in region.rows[: region.rows.index(values[0])] for run in row.runs[1:]]
    heads = [box for box in above if not any(s.x0 < box.x1 and box.x0 < s.x1 for s in figures)]
    spans: list[Span] = []
    for run in sorted(loose, key=lambda r: r.box.x0):
        twins = [r for r in loose if abs(r.box.x0 - run.box.x0) < 3 or abs(r.box.x1 - run.box.x1) < 3]
        headed = any(box.is_across(run.box) for box in heads)
        if len(twins) < min(2, len(values)) and not headed:
            continue
        if spans and run.box.x0 < spans[-1].x1:
            spans[-1] = Span(spans[-1].x0, max(spans[-1].x1, run.box.x1))
        else:
            spans.append(Span(run.box.x0, run.box.x1))
    return spans


def _empty_spans(region: Region, values: list[Row], held: list[Span], inner: list[float]) -> list[Span]:
    """Columns with a header and nothing below it:
    what the header's last line prints beside all the figures.
    """
    header = region.rows[: region.rows.index(values[0])] if values else ()
    if inner or not header or not held:
        return []
    first = min(span.x0 for span in held)
    labels = max((row.runs[0].box.x1 for row in values if row.runs[0] not in row.figures), default=first)
    runs = [run.box for run in header[-1].runs if run.box.x0 > first]
    runs += [
        r.box
        for row in header
        for r in row.runs[1:]
        if labels < r.box.x0 < first and names_references(r.text)
    ]
    return [Span(b.x0, b.x1) for b in runs if not any(s.x0 < b.x1 and b.x0 < s.x1 for s in held)]


def _borders(
    values: list[Row], spans: list[Span], inner: list[float], *, nameless: bool = False
) -> list[float]:
    """Ruled borders, and between two columns of figures without one the middle of the gap."""
    borders = list(inner)
    first = spans[0].x0 if spans else 0.0
    leads = [row.runs[0] for row in values if row.runs[0] not in row.figures or row.runs[0].box.x1 < first]
    leads = [] if nameless else leads
    label_end = max((lead.box.x1 for lead in leads), default=0.0)
    before = None
    for span in spans:
        start = label_end if before is None else before.x1
        lower = min(start, span.x0 - 1) if before is None else start
        if not any(lower - 2 <= border <= span.x0 + 2 for border in inner):
            borders.append((lower + span.x0) / 2 if lower < span.x0 else span.x0 - 0.5)
        before = span
    return sorted(borders)
