"""Running heads and feet: lines that return on sheet after sheet are taken off the text, their content
kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.pages.lines import Line
from extractors.pages.printed_pages import PrintedPage, find_lone_number, find_printed_page, says_page
from schemas.page import Page
from schemas.place import Box
from swedish.diary import is_diary_line
from swedish.headings import heads_alone
from swedish.numbers.shapes import looks_like_figure
from swedish.section_signs import read_sign

HEAD_SHARE, FOOT_SHARE = 0.24, 0.14  # of the sheet's height: where heads and feet stand
SAME_PLACE = 4.0  # points: how far a running line may move from sheet to sheet
MOVED = 12.0  # points: how far all lines of a head may, where it stands first on each sheet
OUTERMOST = 6  # lines from the sheet's edge
# lines of a header and titles of groups between the header's first line and the first figures
MOST_BETWEEN = 6
MOST_OF_OWN = 3  # lines of a head that each sheet has for itself, one after the other
FEW = 4  # sheets: on fewer, how often a line returns tells little
LARGER = 1.5  # times the type size of a head
FAR_BELOW = 3.0  # line heights
WINDOW = 3  # sheets before and after: a memo of three sheets in a long file has heads of its own
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Margins:
    """A sheet's running head and foot, its text between them, and its printed page number."""

    head: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]
    printed: PrintedPage | None


def find_margins(sheets: list[tuple[Page, list[Line]]]) -> list[Margins]:
    """The margins of every sheet, from lines that return at the same height on sheets near it."""
    keys = [[_keys(line) for line in lines] for _, lines in sheets]
    stands = [_stands_on(page, lines) for page, lines in sheets]
    index = [_by_text(held, own) for held, own in zip(stands, keys, strict=True)]
    logotypes = _logotypes([page for page, _ in sheets])
    kin = _of_one_head(keys)
    return [_margins(number, sheets, keys, stands, index, logotypes, kin) for number in range(len(sheets))]


def _logotypes(pages: list[Page]) -> set[tuple[int, int]]:
    """Sizes of the low pictures that most sheets bear: what OCR reads in them is no text of the sheet's."""
    sizes = Counter(
        size for page in pages for size in {_size_of(box) for box in page.images if box.height < 80}
    )
    return {size for size, count in sizes.items() if count > 2 and 2 * count > len(pages)}


def _size_of(box: Box) -> tuple[int, int]:
    return round(box.width / 2), round(box.height / 2)


def _holds(picture: Box, box: Box) -> bool:
    return (
        picture.x0 - 4 < box.x0
        and box.x1 < picture.x1 + 4
        and picture.top - 4 < box.middle < picture.bottom + 4
    )


_DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d")
_PAGE = re.compile(r"\d{1,4}(?: ?\(\d{1,4}\))?")  # "3 (12)" too


def _has_figures(line: Line) -> bool:
    """True for a line with two figures or days or more, each by itself, or one figure too large or too fine
    for a page number. The sheet's own number beside a day is none: "Direktionen   2031-11-29   2".
    """
    figures = [run.text for run in line.runs if looks_like_figure(run.text) or _DAY.fullmatch(run.text)]
    days = [text for text in figures if _DAY.fullmatch(text)]
    if len(figures) == 2 and len(days) == 1 and str(line.page.number) in figures:
        return False
    return len(figures) > 1 or any(not _PAGE.fullmatch(text) and not _DAY.fullmatch(text) for text in figures)


def _keys(line: Line) -> list[str]:
    """What the line may be known by on another sheet: its text, and each of its runs', figures made alike
    but in the sign of a §.
    """
    runs = [run.text if read_sign(run.text) else _DIGITS.sub("#", run.text) for run in line.runs]
    return [" ".join(runs), *(run for run in runs if len(run) > 3 or read_sign(run))]


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a text stands: its line's place in the order from the top, whether it and those above it follow
    each other closely, the sheet's first line and the sheet (a rotated one has its heads elsewhere).
    """

    line: Line
    number: int
    close: bool
    first: Line
    page: Page


Texts = dict[str, list[_Stand]]


def _stands_on(page: Page, lines: list[Line]) -> list[_Stand]:
    last = _last_of_head(lines)
    return [_Stand(line, number, number <= last, lines[0], page) for number, line in enumerate(lines)]


def _by_text(stands: list[_Stand], keys: list[list[str]]) -> Texts:
    found: Texts = {}
    for stand, own in zip(stands, keys, strict=True):
        for key in own:
            found.setdefault(key, []).append(stand)
    return found


def _last_of_head(lines: Sequence[Line]) -> int:
    """The last of the lines that stand closely together at the head of the sheet."""
    pairs = enumerate(pairwise(lines[:OUTERMOST]))
    apart = (n for n, (a, b) in pairs if b.box.top - a.box.bottom > max(a.box.height, b.box.height))
    return next(apart, OUTERMOST)


def _margins(
    number: int,
    sheets: list[tuple[Page, list[Line]]],
    keys: list[list[list[str]]],
    stands: list[list[_Stand]],
    index: list[Texts],
    logotypes: set[tuple[int, int]],
    kin: Mapping[int, Sequence[int]],
) -> Margins:
    page, lines = sheets[number]
    letterhead = [picture for picture in page.images if _size_of(picture) in logotypes]
    near = range(max(0, number - WINDOW), min(len(sheets), number + WINDOW + 1))
    returns = [i for i in near if i != number]
    returns += [i for i in kin.get(number, ()) if i not in near]
    large = 1.3 * median([line.size for line in lines] or [10.0])

    def seen(i: int) -> int:
        if _has_figures(lines[i]):
            return 0  # "Intäkter 120 130" and "Intäkter 310 325" are rows of two tables
        count = sum(_stands(index[j], keys[number][i], stands[number][i]) for j in returns)
        # two neighbours may bear one large heading
        return 0 if count == 1 and lines[i].size > large else count

    top = [i for i, line in enumerate(lines) if line.box.bottom < HEAD_SHARE * page.height]
    own = [
        n
        for n, i in enumerate(top)
        if _is_title(lines[i], large) and (lines[i].text.endswith(":") or not seen(i))
    ]
    title = min(own, default=len(top))
    top = top[:title]  # what stands under a title of the sheet's own is its text, however often it returns
    low = [i for i, line in enumerate(lines) if line.box.top > (1 - FOOT_SHARE) * page.height]
    head = _above_title(_run_of(top, lines, seen, len(returns)), lines)
    foot = _run_of(low[::-1], lines, seen, len(returns))[::-1]
    while head and is_diary_line(lines[head[-1]].text):
        head = head[:-1]  # a diary number alone above a § is the matter's own
    head = sorted({*head, *(i for i in top if any(_holds(picture, lines[i].box) for picture in letterhead))})
    foot = [i for i in foot if i not in head]
    printed = find_printed_page([*(lines[i] for i in head), *(lines[i] for i in foot)])
    if printed is None:
        printed, alone = find_lone_number(page.number, lines, top, low, head, foot)
        foot += alone
    body = tuple(line for i, line in enumerate(lines) if i not in head and i not in foot)
    return Margins(tuple(lines[i] for i in head), body, tuple(lines[i] for i in foot), printed)


def _above_title(head: list[int], lines: Sequence[Line]) -> list[int]:
    """The head's lines down to what stands far below them in far larger type: a cover's title, though the
    head says it too.
    """
    for at, (upper, lower) in enumerate(pairwise(head), start=1):
        a, b = lines[upper], lines[lower]
        if b.size > LARGER * a.size and b.box.top - a.box.bottom > FAR_BELOW * a.box.height:
            return head[:at]
    return head


def _of_one_head(keys: list[list[list[str]]]) -> dict[int, list[int]]:
    """For each sheet the nearest ones, before and after, that begin with the same line: a protocol's sheet
    may stand alone between annexes.
    """
    alike: dict[str, list[int]] = {}
    for number, own in enumerate(keys):
        if own:
            alike.setdefault(_DIGITS.sub("#", own[0][0]), []).append(number)
    return {
        number: sheets[max(0, at - WINDOW) : at] + sheets[at + 1 : at + 1 + WINDOW]
        for sheets in alike.values()
        for at, number in enumerate(sheets)
    }


def _is_title(line: Line, large: float) -> bool:
    """True for large type, a § with its title or diary number, and "Nämndens beslut:", which stand at one
    height by chance.
    """
    sign = read_sign(line.text)
    entitled = sign is not None and (len(sign.title) > 3 or sign.diary_number is not None)
    return line.size > large or entitled or (line.bold and line.text.endswith(":"))


def _zone(page: Page, middle: float) -> int:
    """Whether the height is in the sheet's head (-1), in its foot (1) or between."""
    return (middle > (1 - FOOT_SHARE) * page.height) - (middle < HEAD_SHARE * page.height)


def _stands(index: Texts, keys: list[str], own: _Stand) -> bool:
    """True where the line, or most of its runs, stands on the other sheet at the same height."""
    page, middle = own.page, own.line.box.middle

    def has(key: str) -> bool:
        return any(
            abs(middle - other.line.box.middle) < SAME_PLACE
            or (
                abs(other.page.width - page.width) > 10
                and _zone(other.page, other.line.box.middle) == _zone(page, middle)
            )
            or (key == keys[0] and _begins_as(own, other))
            for other in index.get(key, ())
        )

    if has(keys[0]):
        return True
    if read_sign(keys[0]) and not any(read_sign(key) and has(key) for key in keys[1:]):
        return False  # §§ follow one another: another number is another text
    again = [key for key in keys[1:] if has(key)]
    return any(len(key) > 5 for key in again) and 5 * len("".join(again)) >= 3 * len("".join(keys[1:]))


def _begins_as(own: _Stand, other: _Stand) -> bool:
    """True for one of the outermost lines, as far below the sheet's first one as on the other sheet, that
    begins with the same line somewhat higher or lower.
    """
    moved = own.first.box.middle - other.first.box.middle
    a, b = own.line.box, other.line.box
    across = abs(a.x0 - b.x0) < 1 or abs(a.x1 - b.x1) < 1
    alike = own.number == other.number and own.close and other.close and not heads_alone(own.line.text)
    alike = alike and own.number < OUTERMOST and _bare(own.first) == _bare(other.first)
    return alike and across and abs(moved) < MOVED and abs(a.middle - b.middle - moved) < 1


def _bare(line: Line) -> str:
    return _DIGITS.sub("#", line.text)


def _run_of(order: list[int], lines: list[Line], seen: Callable[[int], int], near: int) -> list[int]:
    """Lines from the sheet's edge inwards that return elsewhere; lines between two such belong to them.

    A table's header that returns at the top of every sheet is none: its figures follow at once.
    """
    counts = [seen(i) for i in order]
    last = _last_that_returns(order, lines, counts)
    while last >= 0:
        run = order[: last + 1]
        again = sum(1 for n in range(last + 1) if counts[n] or says_page(lines[order[n]]))
        parted = any(not _touches_text(order, n, lines) for n in range(last))
        close = _touches_text(order, last, lines) and (parted or counts[last] < max(3, near - 1))
        if again * 2 >= len(run) and not close and not _heads_figures(order, last, lines):
            return run
        last -= 1
        while last >= 0 and not counts[last] and not says_page(lines[order[last]]):
            last -= 1
    return []


def _last_that_returns(order: list[int], lines: list[Line], counts: list[int]) -> int:
    """The innermost line of the run. Formulas of protocols ("Underlag för beslut") stand at one height on
    some sheets by chance: what returns on fewer sheets than the head's other lines do must stand with them.
    """
    last, most = -1, 0
    for n, count in enumerate(counts):
        if n - last > MOST_OF_OWN + 1:
            break
        numbered = says_page(lines[order[n]])
        if not (count or numbered):
            if n + 1 < len(order) and not counts[n + 1] and read_sign(lines[order[n]].text):
                break  # a § and its title
            continue
        often = numbered or 2 * count >= most or most < FEW
        rarely = count == 1 and most > FEW
        if often or (n == last + 1 and not rarely and _nearer_the_edge(order, n, lines)):
            last, most = n, max(most, count)
    return last


def _nearer_the_edge(order: list[int], n: int, lines: list[Line]) -> bool:
    """True where the line stands nearer to the line before it than to the next one inwards."""
    if not 0 < n < len(order) - 1:
        return True
    outer, own, inner = (lines[order[k]].box.middle for k in (n - 1, n, n + 1))
    return abs(own - outer) < abs(inner - own)


def _heads_figures(order: list[int], last: int, lines: list[Line]) -> bool:
    """True for a table's header: the next line inwards has figures under this line's runs,
    or its columns go on below.

    Titles of groups may stand between a header and the first figures: the columns are then shown by two runs
    or more that each end, begin or stand in the middle where a column of figures does.
    """
    line = lines[order[last]]
    if says_page(line) or last + 1 >= len(order) or lines[order[last + 1]].box.top <= line.box.top:
        return False
    heads = [run.box for run in line.runs[1:]]
    below = [run.box for run in lines[order[last + 1]].runs[1:] if looks_like_figure(run.text)]
    under = sum(any(h.is_across(b) for h in heads) for b in below)
    if below and heads and under == len(below):
        return True
    return _stands_over_columns(line, lines[order[last] + 1 :])


def _stands_over_columns(line: Line, inwards: list[Line]) -> bool:
    for reached, below in enumerate(inwards[:MOST_BETWEEN]):
        columns = [run.box for run in below.runs[1:] if looks_like_figure(run.text)]
        if len(columns) > 1:
            heads = [run.box for run in line.runs if run.box.x1 > columns[0].x0]
            return len(heads) > 1 and all(_stands_over_some(head, columns) for head in heads)
        if len(below.runs) > 1 and reached:
            return False
    return False


def _stands_over_some(head: Box, columns: list[Box]) -> bool:
    """True for words over one column, or in the middle over several that stand side by side."""
    centres = [(a.x0 + b.x1) / 2 for n, a in enumerate(columns) for b in columns[n + 1 :]]
    return any(_same_column(head, column) for column in columns) or any(
        abs(head.centre - centre) < SAME_PLACE for centre in centres
    )


def _same_column(head: Box, figure: Box) -> bool:
    ends = abs(head.x1 - figure.x1) < SAME_PLACE or abs(head.x0 - figure.x0) < SAME_PLACE
    return ends or abs(head.centre - figure.centre) < SAME_PLACE


def _touches_text(order: list[int], last: int, lines: list[Line]) -> bool:
    """True where the next line inwards follows as closely as in one text."""
    if last + 1 >= len(order):
        return False
    edge, inner = lines[order[last]].box, lines[order[last + 1]].box
    gap = max(inner.top - edge.bottom, edge.top - inner.bottom)
    return gap < 0.7 * max(edge.height, inner.height)
