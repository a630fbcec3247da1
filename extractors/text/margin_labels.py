"""Labels in a column of their own left of the text: "Beslut", "Yrkanden" beside what stands under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.text.block import Block
from extractors.text.text_lines import TextLine
from schemas.place import box_around
from swedish.diary import is_diary_line
from swedish.headings import heads_alone, kind_of_heading
from swedish.joined_lines import join_texts
from swedish.section_signs import read_sign

FLUSH = 2.5  # points: lines of one column begin this near to each other
PADDED = 12.0  # points that a box indents its text
GAP = 6.0  # points between a label and the text, at least
LONGEST = 34  # characters of a label's line
FEWEST = 3  # labels
KNOWN = 2  # of them whose words head what stands in a §
MOST = 0.7  # of the lines: those that begin where the text does, or hold a label
CLOSE = 0.6  # of the line height: the lines of one label stand no farther apart

Item = TextLine | Block


@dataclass(frozen=True, slots=True)
class _Margin:
    """Where labels begin across the sheet, or end where they are set flush `right`, and where text begins."""

    edge: float
    right: bool
    text: float = 0.0

    def may_hold(self, line: TextLine) -> bool:
        """True where a label may begin the line."""
        first = line.runs[0]
        at = first.box.x1 if self.right else first.box.x0
        flush = abs(at - self.edge) < FLUSH
        return flush and len(first.text) <= LONGEST and first.text[:1].isalpha() and not line.boxed

    def is_text(self, x0: float) -> bool:
        return self.text - FLUSH <= x0 <= self.text + PADDED


def with_margin_labels(sheets: Sequence[list[Item]]) -> list[list[Item]]:
    """The sheets of a protocol, where labels stand beside its text from the first § on: each label a heading
    before what stands beside it.
    """
    first = next((n for n, sheet in enumerate(sheets) if any(map(_is_sign, sheet))), None)
    if first is None:
        return list(sheets)
    start = next(n for n, item in enumerate(sheets[first]) if _is_sign(item))
    inside = [sheets[first][start:], *sheets[first + 1 :]]
    inside = [_with_numbers_apart(items) for items in inside]
    margin = _find_margin([item for items in inside for item in items if isinstance(item, TextLine)])
    read = [_in_order(items, margin) if margin else items for items in inside]
    return [*sheets[:first], [*sheets[first][:start], *read[0]], *read[1:]]


def _with_numbers_apart(items: Sequence[Item]) -> list[Item]:
    """The items, a diary number in the margin under the § sign parted from the text that begins beside it."""
    found: list[Item] = []
    text: float | None = None  # where the title beside the last sign begins
    for item in items:
        if not isinstance(item, TextLine):
            found.append(item)
            continue
        if _is_sign(item):
            alone = len(item.runs) > 1 and read_sign(item.runs[0].text)
            text = item.runs[1].box.x0 if alone else None
        beside = len(item.runs) > 1 and text is not None and abs(item.runs[1].box.x0 - text) < FLUSH
        if beside and is_diary_line(item.runs[0].text):
            found += [part for part in _parted(item) if part is not None]
        else:
            found.append(item)
    return found


def _is_sign(item: Item) -> bool:
    return isinstance(item, TextLine) and read_sign(item.text) is not None


def _find_margin(lines: Sequence[TextLine]) -> _Margin | None:
    """The column of labels beside the text; None where there is none."""
    if not lines:
        return None
    left = _Margin(min(line.box.x0 for line in lines), right=False)
    ends = Counter(round(line.runs[0].box.x1) for line in lines if len(line.runs) > 1)
    right = _Margin(ends.most_common(1)[0][0] if ends else 0.0, right=True)
    return next(filter(None, (_with_text(margin, lines) for margin in (left, right))), None)


def _with_text(margin: _Margin, lines: Sequence[TextLine]) -> _Margin | None:
    """The margin and where the text beside it begins; None where its words are no labels."""
    beside = [line.runs[1].box.x0 for line in lines if margin.may_hold(line) and len(line.runs) > 1]
    if not beside:
        return None
    margin = replace(margin, text=float(Counter(map(round, beside)).most_common(1)[0][0]))
    labels = [
        line
        for line in lines
        if margin.may_hold(line)
        and line.runs[0].box.x1 < margin.text - GAP
        and (len(line.runs) == 1 or margin.is_text(line.runs[1].box.x0))
    ]
    known = {
        kind
        for line in labels
        if heads_alone(line.runs[0].text) and (kind := kind_of_heading(line.runs[0].text))
    }
    flush = [line for line in lines if margin.is_text(line.box.x0)]
    beside_text = sum(len(line.runs) > 1 for line in labels)
    enough = len(labels) >= FEWEST and len(known) >= KNOWN and 2 * beside_text >= len(labels)
    return margin if enough and len(labels) + len(flush) >= MOST * len(lines) else None


def _in_order(items: Sequence[Item], margin: _Margin) -> list[Item]:
    """The items with their labels parted from what stands beside them and set before it."""
    found: list[Item] = []
    label: list[TextLine] = []  # its lines so far, and where in the answer it stands
    at = 0
    for item in items:
        if not isinstance(item, TextLine) or not _is_labelled(item, margin):
            found.append(item)
            continue
        own, rest = _parted(item)
        if label and _goes_on(label, own):
            label.append(own)
        else:
            label, at = [own], _place_of(own, found)
            found.insert(at, own)
        found[at] = Block("heading", tuple(label)) if len(label) > 1 else Block("heading", (own,))
        if rest is not None:
            found.append(rest)
    return found


def _goes_on(label: Sequence[TextLine], own: TextLine) -> bool:
    """True where the line goes on with the label so far, unless one of them is a whole one by its words."""
    last = label[-1]
    near = own.page is last.page and own.box.top - last.box.bottom < CLOSE * own.box.height
    if not near or own.look != last.look:
        return False
    so_far = join_texts(line.text for line in label)
    whole = heads_alone(so_far) or heads_alone(own.text)
    return heads_alone(join_texts([so_far, own.text])) or not whole


def _is_labelled(line: TextLine, margin: _Margin) -> bool:
    if not margin.may_hold(line) or line.runs[0].box.x1 >= margin.text - GAP:
        return False
    beside = line.runs[1:]
    fits = not beside or margin.is_text(beside[0].box.x0)
    return fits and read_sign(line.text) is None and not is_diary_line(line.text)


def _place_of(label: TextLine, found: Sequence[Item]) -> int:
    """Before the lines that stand beside it, of which the first may begin a little higher."""
    at = len(found)
    while at and isinstance(above := found[at - 1], TextLine) and above.page is label.page:
        if above.box.middle < label.box.top:
            break
        at -= 1
    return at


def _parted(line: TextLine) -> tuple[TextLine, TextLine | None]:
    return _of_runs(line, 0, 1), _of_runs(line, 1, len(line.runs)) if len(line.runs) > 1 else None


def _of_runs(line: TextLine, start: int, end: int) -> TextLine:
    runs = line.runs[start:end]
    box = box_around(run.box for run in runs)
    words = [word for run in runs for word in run.words]
    look = replace(
        line.look,
        bold=all(word.bold for word in words),
        italic=all(word.italic for word in words),
        size=round(words[0].size * 2) / 2,
        face=words[0].face,
    )
    assert box is not None
    return replace(
        line,
        runs=runs,
        text=join_texts(run.text for run in runs),
        box=box,
        size=words[0].size,
        bold=look.bold,
        look=look,
    )
