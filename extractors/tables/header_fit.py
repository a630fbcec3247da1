"""A header line's words dealt out to the columns they stand over: of all ways the one that fits best.

A column's header ends, begins or has its middle where the column's figures do, or its cell. What is centred
over several columns, or has a rule of its own drawn under all of them, spans them. Words at ordinary spaces
stay together unless their pieces fit columns that the whole does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise

from extractors.pages.lines import RUN_GAP
from extractors.tables.grid import Columns, Span
from schemas.page import Word
from schemas.place import Box, box_around
from swedish.joined_lines import is_unfinished

# What follows are costs; a point of the sheet (at 10-point type) beside the place is the unit.
FARTHEST = 12.0  # beyond it a place is just wrong
SPAN = 2.0  # to span columns is less likely than to stand over one
LONG = 4.0  # a label that runs on over the columns beside it
CUT = 6.0  # to part words at an ordinary space; nothing at RUN_GAP
HELD = 8.0  # to hold words together over RUN_GAP
OUTSIDE = FARTHEST + 1.0  # the labels' header, set at the far end of the room beside them
AGAIN = 4.0  # to stand beside another piece of the same column
DRAWN = 8.0  # what a rule under just these columns, or walls around them, are worth
UNCOVERED = 0.7  # a column that a lower line says something of, and this one does not
SET = 1.5  # headers of one table are set alike, this exactly
OTHERWISE = 3.0  # to be set otherwise than the lowest header line
NEAR = 6.0  # a span's middle lies no farther off
ORDINARY_SPACE = 0.3  # of the type size
WAYS = ("right", "left", "middle", "cell", "corner")
MOST_WORDS = 16  # of one piece
PADDING = 3.0  # points between a figure's end and its cell's


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one line that stand over the columns from `first` to `last`; 0 is the label column."""

    words: tuple[Word, ...]
    first: int
    last: int


@dataclass(frozen=True)
class Places:
    """Where each column lies, in points across the sheet: the stretch of its figures and that of its cell."""

    columns: Columns
    left: float
    right: float

    @cached_property
    def figures(self) -> tuple[Span | None, ...]:
        """For each column the stretch where its figures stand, None where it has none."""
        spans: list[Span | None] = [None] * self.columns.count
        for span in self.columns.figures:
            column = self.columns.of(span.centre)
            held = spans[column]
            spans[column] = span if held is None else Span(min(span.x0, held.x0), max(span.x1, held.x1))
        return tuple(spans)

    @cached_property
    def cells(self) -> tuple[Span, ...]:
        edges = [self.left, *self.columns.borders, self.right]
        return tuple(Span(a, b) for a, b in pairwise(edges))

    @cached_property
    def spans(self) -> tuple[tuple[int, int, tuple[float, ...], Span], ...]:
        """Every stretch of two columns or more, with where its header's middle may be, and its room."""
        columns = combinations(range(1, self.columns.count), 2)
        return tuple((a, b, self.middles(a, b), self.room(a, b)) for a, b in columns)

    @cached_property
    def rooms(self) -> tuple[Span, ...]:
        """The room of each column."""
        return tuple(self.room(column, column) for column in range(self.columns.count))

    def inside(self, first: int, last: int) -> Span:
        """The stretch of the columns' figures, or of their cells."""
        one, other = self.figures[first] or self.cells[first], self.figures[last] or self.cells[last]
        return Span(one.x0, other.x1)

    def room(self, first: int, last: int) -> Span:
        """How far a header of these columns may reach: to the figures beside, or to a ruled cell's sides."""
        if self.columns.ruled:
            return Span(self.cells[first].x0, self.cells[last].x1)
        before = self.figures[first - 1] if first > 1 else None
        after = self.figures[last + 1] if last + 1 < self.columns.count else None
        return Span(before.x1 if before else self.cells[first].x0, after.x0 if after else self.right)

    def _end_before(self, first: int) -> float:
        """Where the figures of the column before end; before the first, were it as wide as the next."""
        own, after = self.figures[first], self.figures[first + 1] if first + 1 < self.columns.count else None
        if first > 1 and (before := self.figures[first - 1]):
            return before.x1
        return 2 * own.x1 - after.x1 if own and after else self.inside(first, first).x0

    def middles(self, first: int, last: int) -> tuple[float, ...]:
        """Where a header over several columns has its middle: that of the figures, of the cells as ruled, or
        of the cells as they are where figures are set flush right.
        """
        inside = self.inside(first, last)
        flush = (self._end_before(first) + inside.x1) / 2 + PADDING
        return (inside.centre, Span(self.cells[first].x0, self.cells[last].x1).centre, flush)


@dataclass(frozen=True, slots=True)
class Below:
    """The header lines under a line: the columns they say something of, and how they are set in them."""

    columns: frozenset[int] = frozenset()
    ways: frozenset[str] = frozenset(WAYS)

    def under(self, pieces: Sequence[Piece], places: Places) -> Below:
        """These and one line more; the lowest line shows how headers are set."""
        covered = {c for piece in pieces for c in range(max(1, piece.first), piece.last + 1)}
        ways = self.ways if self.columns else _ways_set(pieces, places)
        return Below(self.columns | covered, ways)


def _ways_set(pieces: Sequence[Piece], places: Places) -> frozenset[str]:
    """The ways in which most headers of a line are set in their columns; all where too few can tell."""
    beside = [_beside(_box(p.words), p.first, places) for p in pieces if 0 < p.first == p.last]
    held = {way: sum(of[way] < SET for of in beside) for way in WAYS}
    told = frozenset(way for way, count in held.items() if count > 1 and 3 * count >= 2 * len(beside))
    return told or frozenset(WAYS)


def _box(words: Sequence[Word]) -> Box:
    box = box_around(word.box for word in words)
    assert box is not None
    return box


def fit(words: Sequence[Word], places: Places, below: Below, rules: Sequence[Box]) -> list[Piece]:
    """The line's words as pieces over columns, from left to right; only what is in `below` is spanned.
    `rules` are drawn just under the line.
    """
    runs_on = _runs_on(words, places)
    best: dict[tuple[int, int], tuple[float, tuple[Piece, ...]]] = {(0, 0): (0.0, ())}
    for start in range(len(words)):
        states = [(column, held) for (at, column), held in best.items() if at == start]
        for end in range(start + 1, min(len(words), start + MOST_WORDS) + 1):
            piece = tuple(words[start:end])
            if end > start + 1 and _gap(words[end - 2], words[end - 1]) > RUN_GAP:
                break  # what stands farther apart than words is never one header
            inner = _cost_of_holding(piece)
            before = _cost_of_cutting(words, start)
            whole = len(piece) == len(words) and runs_on
            others = [word.box.centre for word in (*words[:start], *words[end:])]
            own = [r for r in rules if not any(r.x0 < x < r.x1 for x in others)]
            for first, last, cost in _ways(piece, places, below, own, whole):
                for column, (spent, pieces) in states:
                    if first < column or (first == column and pieces and pieces[-1].last > first):
                        continue
                    again = AGAIN if pieces and first == pieces[-1].last and first > 0 else 0.0
                    new = spent + cost + inner + before + again
                    key = (end, last)
                    if key not in best or new < best[key][0]:
                        best[key] = (new, (*pieces, Piece(piece, first, last)))
    ends = [
        (
            spent + UNCOVERED * len(below.columns.difference(*(range(p.first, p.last + 1) for p in pieces))),
            pieces,
        )
        for (at, _), (spent, pieces) in best.items()
        if at == len(words)
    ]
    return _joined(min(ends, key=lambda held: held[0])[1]) if ends else []


def _joined(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Pieces of one column as one."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and (joined[-1].first, joined[-1].last) == (piece.first, piece.last):
            joined[-1] = Piece((*joined[-1].words, *piece.words), piece.first, piece.last)
        else:
            joined.append(piece)
    return joined


def _runs_on(words: Sequence[Word], places: Places) -> bool:
    """True for one run of words from the label column on that ends nowhere where the columns do."""
    if any(_gap(a, b) > RUN_GAP for a, b in pairwise(words)) or words[0].box.x0 > places.cells[0].x1:
        return False
    ends = [span.x1 for span in places.figures[1:] if span and span.x1 < words[-1].box.x1 + SET]
    met = sum(any(abs(word.box.x1 - end) < SET for word in words) for end in ends)
    return 3 * met < 2 * len(ends) or not ends


def _gap(before: Word, after: Word) -> float:
    """The space between, in type sizes."""
    return (after.box.x0 - before.box.x1) / max(before.size, after.size, 4.0)


def _cost_of_holding(piece: tuple[Word, ...]) -> float:
    wide = [min(1.0, (_gap(a, b) - ORDINARY_SPACE) / (RUN_GAP - ORDINARY_SPACE)) for a, b in pairwise(piece)]
    return sum(HELD * share * share for share in wide if share > 0)


def _cost_of_cutting(words: Sequence[Word], start: int) -> float:
    if start == 0:
        return 0.0
    share = (_gap(words[start - 1], words[start]) - ORDINARY_SPACE) / (RUN_GAP - ORDINARY_SPACE)
    return CUT * max(0.0, 1.0 - max(share, 0.0))


def _ways(
    piece: tuple[Word, ...], places: Places, below: Below, rules: Sequence[Box], whole: bool
) -> Iterator[tuple[int, int, float]]:
    """First and last column, and the cost, of every place that the piece may have.

    A `whole` line at ordinary spaces may be a label that is longer than its column.
    """
    box = _box(piece)
    count = places.columns.count
    if box.x0 < places.cells[0].x1:
        beyond = _beyond(box, places.cells[0])
        yield 0, 0, min(beyond, LONG) if whole else min(beyond, OUTSIDE) if _between(box, places) else beyond
    elif _between(box, places):
        yield 0, 0, OUTSIDE
    under = [rule for rule in rules if rule.x0 - 2 < box.centre < rule.x1 + 2]
    flush = False
    for column in range(1, count):
        room = places.rooms[column]
        near = room.x0 - FARTHEST < box.centre < room.x1 + FARTHEST
        if near or column == places.columns.of(box.centre):  # a place for every word, however far off
            ways = _beside(box, column, places)
            yield column, column, _cost_over_one(ways, below) + _beyond(box, room)
            flush |= any(ways[way] < SET for way in ("right", "left") if way in below.ways)
    goes_on = is_unfinished(piece[-1].text)  # "Budget inkl.": the words below are of the same cell
    for first, last, middles, room in places.spans if below.columns and not goes_on else ():
        if not (room.x0 < box.centre < room.x1 and below.columns.issuperset(range(first, last + 1))):
            continue
        beside = min(abs(box.centre - x) for x in (*middles, *_drawn_middle(first, last, rules, places)))
        if (flush or beside >= NEAR) and not under and not places.columns.walls:
            continue  # nothing is drawn that could say otherwise
        drawn = _of_drawing(first, last, box, under, places)
        if drawn < 0 or (beside < NEAR and not flush):
            cost = SPAN + min(beside, NEAR) + _beyond(box, room) + drawn
            yield first, last, cost - UNCOVERED * (last - first)


def _drawn_middle(first: int, last: int, rules: Sequence[Box], places: Places) -> Iterator[float]:
    """The middle of the columns' cells where a border is drawn under each."""
    drawn: list[Box] = []
    for column in range(first, last + 1):
        centre = (places.figures[column] or places.cells[column]).centre
        border = next((rule for rule in rules if rule.x0 < centre < rule.x1), None)
        if border is None or (drawn and abs(border.x0 - drawn[-1].x1) > 1):
            return
        drawn.append(border)
    yield (drawn[0].x0 + drawn[-1].x1) / 2


def _between(box: Box, places: Places) -> bool:
    """True for what stands where no rule parts labels and figures, and ends before these begin."""
    first = places.figures[1] if places.columns.count > 1 else None
    return not places.columns.ruled and first is not None and box.x1 < first.x0


def _cost_over_one(beside: Mapping[str, float], below: Below) -> float:
    """Of standing that far beside each way in which headers are set."""
    usual = min(distance for way, distance in beside.items() if way in below.ways)
    return min(usual, OTHERWISE + min(beside.values()), FARTHEST)


def _beside(box: Box, column: int, places: Places) -> dict[str, float]:
    """How far the box is from each of the ways in which a header is set in its column."""
    figures, cell = places.figures[column] or places.cells[column], places.cells[column]
    return {
        "right": abs(box.x1 - figures.x1),
        "left": abs(box.x0 - figures.x0),
        "middle": abs(box.centre - figures.centre),
        "cell": abs(box.centre - cell.centre) if places.columns.ruled else FARTHEST,
        "corner": abs(box.x0 - cell.x0 - PADDING) if places.columns.ruled else FARTHEST,
    }


def _beyond(box: Box, room: Span) -> float:
    """How far the box reaches out of the room on both sides."""
    return max(0.0, room.x0 - box.x0 - 1) + max(0.0, box.x1 - room.x1 - 1)


def _of_drawing(first: int, last: int, box: Box, under: Sequence[Box], places: Places) -> float:
    """What rules under the piece, and walls beside it, say of its spanning these columns: less than 0 where
    they fit. Borders are drawn cell by cell: that of one of the next line's cells says nothing.
    """
    for rule in under:
        covered = [
            column
            for column in range(1, places.columns.count)
            if rule.x0 - 2 < (places.figures[column] or places.cells[column]).centre < rule.x1 + 2
        ]
        if rule.x0 > places.left + PADDING and covered == list(range(first, last + 1)):
            return -DRAWN
    is_open = places.columns.is_open
    if all(is_open(border, box.middle) for border in range(first, last)):
        left = not is_open(first - 1, box.middle)
        right = last >= len(places.columns.borders) or not is_open(last, box.middle)
        return -DRAWN if left and right else 0.0
    parted = any(places.columns.is_closed(border, box.middle) for border in range(first, last))
    return DRAWN if parted else 0.0
