"""Labels in a column of their own left of the text: "Beslut", "Yrkanden" beside what stands under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

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


def with_margin_labels(sheets: Sequence[list[Item]]) -> list[list[Item]]:
    """The sheets of a protocol, where labels stand beside its text from the first § on: each label a heading
    before what stands beside it.
    """
    first = next((n for n, sheet in enumerate(sheets) if any(map(_is_sign, sheet))), None)
    if first is None:
        return list(sheets)
    start = next(n for n, item in enumerate(sheets[first]) if _is_sign(item))
    inside = [sheets[first][start:], *sheets[first + 1 :]]
    edges = _edges([item for items in inside for item in items if isinstance(item, TextLine)])
    if edges is None:
        return list(sheets)
    read = [_in_order(items, *edges) for items in inside]
    return [*sheets[:first], [*sheets[first][:start], *read[0]], *read[1:]]


def _is_sign(item: Item) -> bool:
    return isinstance(item, TextLine) and read_sign(item.text) is not None


def _edges(lines: Sequence[TextLine]) -> tuple[float, float] | None:
    """Where labels and text begin across the sheet; None where there is no column of labels."""
    if not lines:
        return None
    left = min(line.box.x0 for line in lines)
    beside = [line.runs[1].box.x0 for line in lines if _may_be_label(line, left) and len(line.runs) > 1]
    if not beside:
        return None
    text = Counter(map(round, beside)).most_common(1)[0][0]
    labels = [
        line
        for line in lines
        if _may_be_label(line, left)
        and line.runs[0].box.x1 < text - GAP
        and (len(line.runs) == 1 or text - FLUSH <= line.runs[1].box.x0 <= text + PADDED)
    ]
    known = {
        kind
        for line in labels
        if heads_alone(line.runs[0].text) and (kind := kind_of_heading(line.runs[0].text))
    }
    flush = [line for line in lines if text - FLUSH <= line.box.x0 <= text + PADDED]
    beside_text = sum(len(line.runs) > 1 for line in labels)
    enough = len(labels) >= FEWEST and len(known) >= KNOWN and 2 * beside_text >= len(labels)
    return (left, float(text)) if enough and len(labels) + len(flush) >= MOST * len(lines) else None


def _may_be_label(line: TextLine, left: float) -> bool:
    first = line.runs[0]
    return (
        abs(first.box.x0 - left) < FLUSH
        and len(first.text) <= LONGEST
        and first.text[:1].isalpha()
        and not line.boxed
    )


def _in_order(items: Sequence[Item], left: float, text: float) -> list[Item]:
    """The items with their labels parted from what stands beside them and set before it."""
    found: list[Item] = []
    label: list[TextLine] = []  # its lines so far, and where in the answer it stands
    at = 0
    for item in items:
        if not isinstance(item, TextLine) or not _is_labelled(item, left, text):
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


def _is_labelled(line: TextLine, left: float, text: float) -> bool:
    if not _may_be_label(line, left) or line.runs[0].box.x1 >= text - GAP:
        return False
    beside = line.runs[1:]
    fits = not beside or text - FLUSH <= beside[0].box.x0 <= text + PADDED
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
