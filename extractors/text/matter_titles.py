"""The title of a § over several lines: which of the lines below its first one go on with it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.text.block import Block
from extractors.text.looks import Look
from extractors.text.text_lines import TextLine
from swedish.diary import is_diary_line, without_diary_number
from swedish.headings import heads_alone, tells_a_decision
from swedish.joined_lines import is_unfinished, join_texts
from swedish.section_signs import Sign, read_sign

LONGEST = 3  # lines of a block that is a title
MOST_IN_HEAD = 6  # blocks: sign, title over a few, diary number
ALIGNED = 3.0  # points: two lines that begin at one place
CLOSE = 0.5  # of the type size: between two lines of a title


def with_wrapped(title: str, head: list[int], blocks: Sequence[Block], body: Look | None, sign: Sign) -> str:
    """The title with the lines below that go on with it; their blocks are added to the head."""
    while head[-1] + 1 < len(blocks):
        at = head[-1] + 1
        if not _wraps(blocks[at - 1], blocks[at : at + MOST_IN_HEAD], body, sign):
            break
        rest = without_diary_number(blocks[at].text)  # which may stand at the right of a title's second line
        title = join_texts([_as_it_breaks(title, blocks[at - 1]), rest])
        head.append(at)
    return title


def _wraps(above: Block, blocks: Sequence[Block], body: Look | None, sign: Sign) -> bool:
    """True where the first of the blocks goes on with the title that the line above ends with: set as that
    is, close below it, and in the middle of a sentence or in a look that running text, `body`, has not.
    """
    block = blocks[0]
    end, line = above.lines[-1], block.lines[0]
    if block.kind not in ("text", "heading") or len(block.lines) > LONGEST or end.page is not line.page:
        return False
    if is_diary_line(block.text) or read_sign(block.text) is not None or heads_alone(block.text):
        return False
    if tells_a_decision(block.text) or (block.text.endswith(".") and line.text[:1].isupper()):
        return False
    title = next((run for run in end.runs if any(map(str.isalpha, run.text))), end.runs[0])
    beginnings = (end.box.x0, title.box.x0, _after_sign(end, sign))
    aligned = any(abs(line.box.x0 - x0) < ALIGNED for x0 in beginnings)
    close = -0.2 * line.size < line.box.top - end.box.bottom < CLOSE * line.size
    same = abs(title.words[-1].size - line.size) < 0.3 and title.words[-1].bold == line.lead_bold
    unfinished = line.text[:1].islower() or is_unfinished(title.text)
    dressed = line.look == end.look != body and _ends_apart(blocks)
    return aligned and close and same and (unfinished or dressed)


def _ends_apart(blocks: Sequence[Block]) -> bool:
    """True where lines close to each other and set alike end above others, set otherwise or farther off."""
    for block, below in pairwise(blocks[:MOST_IN_HEAD]):
        end, line = block.lines[-1], below.lines[0]
        far = end.page is not line.page or line.box.top - end.box.bottom > CLOSE * line.size
        if far or line.look != end.look:
            return True
    return False


def _as_it_breaks(title: str, above: Block) -> str:
    """The title with the comma or hyphen that its line ends in, before the diary number."""
    ends = [
        run.text[-1]
        for run in above.lines[-1].runs
        if run.text[:-1].endswith(title) and run.text[-1] in ",-–"
    ]
    return title + ends[0] if ends else title


def _after_sign(line: TextLine, sign: Sign) -> float:
    """Where the title begins that stands behind the sign on its line."""
    first = sign.title.split(maxsplit=1)[0] if sign.title else ""
    words = [word for run in line.runs for word in run.words]
    return next((word.box.x0 for word in words if word.text == first), line.box.x0)
