"""The caption of a table: what stands above it and names it, or says what unit its figures are in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from extractors.tables.stitch import LogicalTable
from extractors.tables.units import OF_ANOTHER
from extractors.text.block import Block
from extractors.text.looks import Look
from swedish.headings import heads_alone, kind_of_heading
from swedish.numbers.units import find_unit, find_unit_in_sentence, read_unit

_CAPTION = re.compile(
    r"^(?:tabell|table|taulukko|tab\.)(?![a-zåäö])\s*\d*|^\(?(?:alla )?belopp\w*\b.{0,40}$", re.IGNORECASE
)
_NEAR = 30.0  # points between a caption and its table
_COMPLETE = (
    *("decision", "own_proposal", "reservations", "proposals", "protocol_notes"),
    *("recipients", "not_participating", "disqualified"),
)
_COUNTS = re.compile(r"(?:antal|andel)\s|(?:[a-zåäö-]+\s){1,2}i\s(?:procent|promille)\b", re.IGNORECASE)
# a verb makes it a sentence, money a title of more than the count
_OF_MONEY_OR_MORE = re.compile(
    r"\b(?:\w*kostnad\w*|\w*intäkt\w*|\w*belopp\w*|har|är|var|blev|redovisas|framgår|visar|ökat|minskat)\b",
    re.IGNORECASE,
)
_LONGEST = 110  # characters of a title that says what is counted
_PLAIN = 1.08  # times the size of running text: larger type heads a section
_MOSTLY = 0.75  # of the headings in one look: where as many stand over tables, the look is captions'


def find_captions(
    blocks: Sequence[Block], tables: Mapping[int, LogicalTable], has_matters: bool, body: float
) -> dict[int, str]:
    """The captions of those tables that have one, by the position of the table's block;
    each stands just above it.

    `has_matters` where the part is a protocol, whose §§ have sub-headings of their own; `body` is the size of
    its running text, in points.
    """
    names = {at: blocks[at - 1].text for at in _named_by_a_heading(blocks, tables, has_matters, body)}
    said = {at: _caption(blocks[at - 1], blocks[at]) for at in tables if at}
    return names | {at: caption for at, caption in said.items() if caption is not None}


def leads_in(blocks: Sequence[Block], at: int) -> str:
    """The text just above the table that begins at the block `at`, "" where there is none."""
    above = blocks[at - 1] if at else None
    if above is None or above.kind not in ("text", "item") or not _is_near(above, blocks[at]):
        return ""
    return above.text


def _named_by_a_heading(
    blocks: Sequence[Block], tables: Mapping[int, LogicalTable], has_matters: bool, body: float
) -> Iterator[int]:
    """Tables under a line that looks like a heading and names them alone.

    Type no larger than the text's, in a look whose lines mostly stand over tables; or, in a §, words that are
    no sub-heading's, for there captions and sub-headings look alike.
    """
    headings = [block for block in blocks if block.kind == "heading" and not block.number]
    looks = Counter(_look(block) for block in headings)
    over = [at for at in tables if at and _stands_over(blocks[at - 1], blocks[at], body)]
    over_tables = Counter(_look(blocks[at - 1]) for at in over)
    for at in over:
        look, text = _look(blocks[at - 1]), blocks[at - 1].text
        others = sum(looks.values()) > looks[look]
        mostly = others and over_tables[look] >= _MOSTLY * looks[look]
        in_a_matter = has_matters and not heads_alone(text) and not _ends_something(blocks[: at - 1])
        if mostly or in_a_matter:
            yield at


def _ends_something(above: Sequence[Block]) -> bool:
    """True under what was decided, proposed or reserved: what follows is no more of it."""
    heading = next((block.text for block in reversed(above) if block.kind == "heading"), "")
    return kind_of_heading(heading) in _COMPLETE


def _look(block: Block) -> Look:
    return block.lines[0].look


def _stands_over(above: Block, table: Block, body: float) -> bool:
    """True for a heading without a number, in type no larger than the text's, just above the table."""
    small = above.lines[0].size <= _PLAIN * body and len(above.lines) <= 2
    return above.kind == "heading" and above.number is None and small and _is_near(above, table)


def _is_near(above: Block, table: Block) -> bool:
    gap = table.lines[0].box.top - above.lines[-1].box.bottom
    return above.page is table.page and gap < _NEAR


def _caption(above: Block, block: Block) -> str | None:
    """What stands above, where it is the table's caption ("Tabell 3 …", "Belopp i tkr")."""
    unit_apart = _ends_in_unit_apart(above)
    if (above.kind not in ("text", "heading") and not unit_apart) or len(above.lines) > 2:
        return None
    text = above.text
    may_state = above.kind == "text" and (len(text) < 40 or _is_a_title(above))
    states_unit = unit_apart or (may_state and find_unit(text.rstrip(": ")) is not None)
    # what is said just above is of this table
    of_this = OF_ANOTHER.search(text) and find_unit_in_sentence(text)
    if _is_near(above, block) and len(text) < 160 and (_CAPTION.match(text) or states_unit or of_this):
        return text
    return None


def _is_a_title(above: Block) -> bool:
    """True for one line that begins with what is counted, or says "i procent", and of nothing else that has a
    unit of its own: "Antal anställda per förvaltning", "Sjukfrånvaro i procent".
    """
    text = above.text
    counts = _COUNTS.match(text) is not None and not _OF_MONEY_OR_MORE.search(text)
    return len(above.lines) == 1 and len(text) < _LONGEST and not text.endswith(".") and counts


def _ends_in_unit_apart(block: Block) -> bool:
    """True for a title with the unit at the other end of its line: "DRIFTREDOVISNING       TKR"."""
    if block.kind != "columns" or len(block.lines) > 1:
        return False
    title, *_, last = (run.text for run in block.lines[0].runs)
    unit = last.strip("().: ")
    return any(map(str.isalpha, title)) and (read_unit(unit) or find_unit(last)) is not None
