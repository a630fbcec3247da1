"""The § of a protocol in all their prints:
"§ 208", "39 §", "KS § 12", with title and diary number around them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from extractors.text.block import Block
from extractors.text.entries import Entry, key_of
from extractors.text.looks import Look
from extractors.text.matter_sequence import Candidate, find_sequence
from extractors.text.matter_titles import LONGEST, MOST_IN_HEAD, with_wrapped
from extractors.text.text_lines import TextLine
from swedish.diary import is_diary_line, read_diary_number, without_diary_number
from swedish.headings import heads_alone, kind_of_heading
from swedish.section_signs import (
    SIGN,
    Sign,
    missing_numbers,
    range_of,
    read_damaged_sign,
    read_range,
    read_sign,
    read_signs,
)

A_LINE = 70  # characters: a title in another language, no sentence
LISTED = 40  # characters below the head of a § that is only named: a page number, the rest of a title
SHORT_NAME = 8  # letters of a body's short name: "KSAU"
LIKE_SIZE = 0.15  # of the type size: how far that of a damaged head may be from the known ones
_SIGN_BEHIND = re.compile(r"^(.{3,160}\S)\s+§\s*(\d{1,4})$", re.DOTALL)
_GOES_ON = re.compile(r"\(?\bforts(?:\.|ättning\b|\b)\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Matter:
    """One §; `at` is where its sign stands, `title_at` where its title does,
    `head` where all of its head: positions among the part's blocks.
    """

    sign: Sign
    at: int
    title: str
    diary_number: str | None
    head: tuple[int, ...]
    title_at: int
    signs: tuple[Sign, ...] = ()  # as each body counts it that the line names


@dataclass(frozen=True, slots=True)
class Matters:
    """A part's §§ in order, its blocks with repeated heads set apart, and what its lists name."""

    found: tuple[Matter, ...]
    blocks: tuple[Block, ...]
    entries: tuple[Entry, ...]


def find_matters(blocks: Sequence[Block], entries: Sequence[Entry] = ()) -> Matters:
    """The part's §§ from its blocks; `entries` are those of its contents lists."""
    candidates = _candidates(blocks)
    repeated = _repeated_heads(candidates, blocks)
    marked = [replace(b, kind="repeated") if at in repeated else b for at, b in enumerate(blocks)]
    heads = [matter for matter in candidates if matter.at not in repeated]
    own = _without_lists(heads, marked)
    first = own[0].head[0] if own else len(blocks)
    named = [*entries, *(_entry(m) for m in heads if m not in own and m.at < first)]
    stated = find_stated(marked[:first], named)
    found = _with_damaged(_in_sequence(own, marked, stated), marked, stated, named)
    found, marked = _with_closing_numbers(found, marked)
    return Matters(tuple(found), tuple(marked), tuple(sorted(named, key=lambda entry: entry.at)))


def _entry(matter: Matter) -> Entry:
    return Entry(f"§ {matter.sign.paragraph}", matter.title, None, matter.at)


def _candidates(blocks: Sequence[Block]) -> list[Matter]:
    """Every line that may head a §."""
    matters: list[Matter] = []
    body = _body_look(blocks)
    above = _has_titles_above(blocks)
    for index, block in enumerate(blocks):
        if not _may_begin(block):
            continue
        signs = read_signs(_GOES_ON.sub("", block.text) if "orts" in block.text else block.text)
        if not signs or (signs[-1].title and not _begins_title(signs[-1].title)):
            continue  # "§ 31, och har sedan dess": a sentence that a line breaks
        if block.kind != "heading" and len(signs[0].body) > SHORT_NAME:
            continue  # "Kommunstyrelsen § 51" in a list of papers
        if not signs[-1].title and not _stands_alone(block, signs[-1], blocks[index + 1 : index + 3]):
            continue
        if above and not signs[-1].title and _is_title_above(blocks, index):
            matters.append(_matter_below_title(signs, index, blocks))
        else:
            matters.append(_matter(signs, index, blocks, body))
    return matters or list(_with_signs_behind(blocks, body))


def _with_signs_behind(blocks: Sequence[Block], body: Look | None) -> Iterator[Matter]:
    """The §§ of a paper whose titles have their sign at the end: "Badplatsen   § 74"."""
    for index, block in enumerate(blocks):
        match = _SIGN_BEHIND.match(block.text) if block.kind == "heading" else None
        if match and _begins_title(match[1]):
            sign = Sign(match[2], match[1], None)
            matter = _matter((sign,), index, blocks, body)
            yield replace(matter, title=match[1]) if matter.title.startswith(match[1]) else matter


def _has_titles_above(blocks: Sequence[Block]) -> bool:
    """True where most signs that stand alone have a title just above them, and no heading of their own just
    below: "Val av justerare" over "RS § 86".
    """
    alone = [
        at
        for at, block in enumerate(blocks)
        if _may_begin(block) and (signs := read_signs(block.text)) and not signs[-1].title
    ]
    above = sum(_is_title_above(blocks, at) for at in alone)
    below = sum(
        blocks[at + 1].kind == "heading" and not heads_alone(blocks[at + 1].text)
        for at in alone
        if at + 1 < len(blocks)
    )
    return above > 1 and 2 * above > len(alone) and above > below


def _is_title_above(blocks: Sequence[Block], at: int) -> bool:
    """True where a heading that is no sub-heading stands close above the sign, larger or bolder than it."""
    if not at or blocks[at - 1].kind != "heading":
        return False
    title, line = blocks[at - 1], blocks[at].lines[0]
    end = title.lines[-1]
    close = end.page is line.page and -0.2 * line.size < line.box.top - end.box.bottom < line.size
    known = heads_alone(title.text) or read_sign(title.text) is not None
    above_it = end.size > line.size or (end.bold and not line.bold)
    return close and above_it and not known and any(map(str.isalpha, title.text))


def _matter_below_title(signs: tuple[Sign, ...], at: int, blocks: Sequence[Block]) -> Matter:
    sign, head = signs[-1], [at - 1, at]
    diary = sign.diary_number
    if diary is None and at + 1 < len(blocks) and is_diary_line(blocks[at + 1].text):
        head.append(at + 1)
        diary = read_diary_number(blocks[at + 1].text)
    return Matter(sign, at, blocks[at - 1].text, diary, tuple(head), at - 1, signs)


def _repeated_heads(candidates: Sequence[Matter], blocks: Sequence[Block]) -> set[int]:
    """The blocks of heads that the next sheet prints once more, of a § that goes on: "§ 51 forts."."""
    repeated: set[int] = set()
    for above, matter in pairwise(candidates):
        if above.sign.paragraph != matter.sign.paragraph:
            continue
        between = blocks[above.head[-1] + 1 : matter.head[0]]
        goes_on = any(_GOES_ON.search(blocks[at].text) for at in (matter.at, matter.title_at))
        at_the_top = bool(between) and between[-1].last_page < blocks[matter.head[0]].page.number
        if goes_on or (at_the_top and above.title.casefold() == matter.title.casefold() and _says(between)):
            titled = _GOES_ON.sub("", matter.title).strip() == above.title
            repeated |= set(matter.head if titled else (matter.at,))
    return repeated


def _says(between: Sequence[Block]) -> bool:
    """True for more than stands between two entries of a list."""
    return any(b.kind == "heading" for b in between) or sum(len(b.text) for b in between) > LISTED


def _in_sequence(
    matters: Sequence[Matter], blocks: Sequence[Block], stated: tuple[int, int] | None
) -> list[Matter]:
    """Those that are this meeting's, each with the number that this meeting gave it."""
    lines = [blocks[matter.at].lines[0] for matter in matters]
    candidates = [
        Candidate(matter.signs, (line.lead_bold, round(line.size)))
        for matter, line in zip(matters, lines, strict=True)
    ]
    chosen = find_sequence(candidates, stated)
    return [replace(matters[at], sign=sign) for at, sign in chosen.items()]


def find_stated(front: Sequence[Block], entries: Sequence[Entry]) -> tuple[int, int] | None:
    """The first and the last § that the first page tells of, else those of the list of matters; `front` is
    what stands before the first.
    """
    told = next((told for block in front if (told := read_range(block.text))), None)
    return told or range_of(entry.paragraph for entry in entries)


def find_missing(matters: Sequence[Matter], stated: tuple[int, int] | None) -> list[int]:
    """Numbers of §§ that must be there and are not."""
    held = (int(m.sign.paragraph) for m in matters if m.sign.paragraph.isdigit())
    return missing_numbers(held, stated)


def _with_damaged(
    matters: list[Matter],
    blocks: Sequence[Block],
    stated: tuple[int, int] | None,
    entries: Sequence[Entry],
) -> list[Matter]:
    """With those §§ whose signs are damaged, or gone while the title stands that a list names: each where its
    number must stand and nowhere else.
    """
    titles = {entry.paragraph: key_of(entry.text) for entry in entries if entry.text}
    found = list(matters)
    missing = find_missing(matters, stated)
    heads = [blocks[matter.at].lines[0] for matter in matters]
    likely = [
        at for at, block in enumerate(blocks) if missing and _may_begin(block) and _is_set_as(block, heads)
    ]
    for number in missing:
        alone = number - 1 not in missing and number + 1 not in missing
        before = [m for m in found if m.sign.paragraph.isdigit() and int(m.sign.paragraph) < number]
        after = [m for m in found if m.sign.paragraph.isdigit() and int(m.sign.paragraph) > number]
        start = max((m.head[-1] + 1 for m in before), default=0)
        end = min((m.head[0] for m in after), default=len(blocks))
        signs = [
            (at, sign)
            for at in likely
            if start <= at < end and (sign := read_damaged_sign(blocks[at].text, number, alone)) is not None
        ]
        if not signs and (title := titles.get(str(number))):
            signs = [
                (at, Sign(str(number), blocks[at].text, None))
                for at in range(start, end)
                if _may_begin(blocks[at]) and key_of(blocks[at].text) == title
            ]
        if len(signs) == 1:
            found.append(_matter((signs[0][1],), signs[0][0], blocks, _body_look(blocks)))
            found.sort(key=lambda matter: matter.at)
    return found


def _is_set_as(block: Block, heads: Sequence[TextLine]) -> bool:
    """True for a line as bold as the known heads, and of about their size."""
    line = block.lines[0]
    return any(
        line.lead_bold == head.lead_bold and abs(line.size - head.size) < LIKE_SIZE * head.size
        for head in heads
    )


def _body_look(blocks: Sequence[Block]) -> Look | None:
    """The look of most that is said."""
    said: Counter[Look] = Counter()
    for block in blocks:
        if block.kind in ("text", "item"):
            said[block.lines[0].look] += len(block.text)
    return said.most_common(1)[0][0] if said else None


def _without_lists(matters: list[Matter], blocks: Sequence[Block]) -> list[Matter]:
    """Without a list of matters: the same numbers stand again where more is said under them."""
    said: dict[int, int] = {}
    fullest: dict[str, int] = {}
    last: dict[str, int] = {}
    for matter, after in zip_longest(matters, matters[1:]):
        below = blocks[matter.head[-1] + 1 : after.head[0] if after else len(blocks)]
        number = matter.sign.paragraph
        said[matter.at] = sum(len(block.text) for block in below)
        fullest[number] = max(fullest.get(number, 0), said[matter.at])
        last[number] = matter.at
    kept: list[Matter] = []
    in_list = False
    for matter in matters:
        number, own = matter.sign.paragraph, said[matter.at]
        # the last entry of a list has below it what stands between the list and the first §
        in_list = (own < fullest[number] and own <= LISTED) or (in_list and matter.at < last[number])
        kept += [] if in_list else [matter]
    return kept


def _may_begin(block: Block) -> bool:
    return block.kind == "heading" or (block.kind in ("columns", "text") and len(block.lines) <= 2)


def _begins_title(text: str) -> bool:
    """True for a capital, a figure or a quote;
    "sÖFUK" and "e-Tjänst" have their capital inside the first word.
    """
    return text[0] in '"”“0123456789' or any(map(str.isupper, text.split(maxsplit=1)[0]))


def _stands_alone(block: Block, sign: Sign, after: Sequence[Block]) -> bool:
    """True for "§ 208" or "§ 208  Dnr …" on a line of its own with something below that may be its title."""
    return (
        bool(after)
        and len(block.text) < 60
        and (sign.diary_number is not None or bool(SIGN.match(block.text)))
    )


def _is_below_a_line(blocks: Sequence[Block], at: int) -> bool:
    """True for a diary number under one line, as of the day and the body, just below the title."""
    if at + 1 >= len(blocks) or blocks[at].kind not in ("text", "columns") or len(blocks[at].lines) > 1:
        return False
    text = blocks[at].text
    brief = len(text) < LISTED or (len(text) < A_LINE and not text.endswith((".", ":")))
    return brief and is_diary_line(blocks[at + 1].text)


def _has_diary_number_above(blocks: Sequence[Block], at: int) -> bool:
    """True where a diary number stands above the sign and belongs to it: nearer than to the text before."""
    if not at or not is_diary_line(blocks[at - 1].text):
        return False
    line, own = blocks[at].lines[0], blocks[at - 1].lines[-1]
    above = blocks[at - 2].lines[-1] if at > 1 else None
    if own.page is not line.page:
        return False
    if above is None or above.page is not own.page:
        return True
    to_text, to_sign = own.box.top - above.box.bottom, line.box.top - own.box.bottom
    return to_text > 0.8 * to_sign or own.box.is_beside(line.box)


def _with_closing_numbers(
    matters: Sequence[Matter], given: Sequence[Block]
) -> tuple[list[Matter], list[Block]]:
    """The §§, those without a diary number with the one that ends what stands under them, and the blocks with
    such lines set apart.
    """
    found, blocks = list(matters), list(given)
    for number, (matter, after) in enumerate(zip_longest(matters, matters[1:])):
        end = after.head[0] if after else len(blocks)
        at = end - 1
        headings = [b.text for b in blocks[matter.head[-1] + 1 : end] if b.kind == "heading"]
        of_papers = bool(headings) and kind_of_heading(headings[-1]) in ("attachments", "recipients")
        ends = at > matter.head[-1] and not of_papers and is_diary_line(blocks[at].text)
        if matter.diary_number is None and ends:
            found[number] = replace(matter, diary_number=read_diary_number(blocks[at].text))
            blocks[at] = replace(blocks[at], kind="repeated")
    return found, blocks


def _matter(signs: tuple[Sign, ...], index: int, blocks: Sequence[Block], body: Look | None) -> Matter:
    sign = signs[-1]
    head, title, title_at, diary = [index], sign.title, index, sign.diary_number
    if diary is None and _has_diary_number_above(blocks, index):
        head.insert(0, index - 1)
        diary = read_diary_number(blocks[index - 1].text)
    position = index + 1
    if title:
        title = with_wrapped(title, head, blocks, body, sign)
        position = head[-1] + 1
    while position < min(head[0] + MOST_IN_HEAD, len(blocks)) and (not title or diary is None):
        block = blocks[position]
        if diary is None and is_diary_line(block.text):
            diary = read_diary_number(block.text)
            head.append(position)
        elif (
            not title
            and (block.kind == "heading" or len(block.lines) <= LONGEST)
            and read_sign(block.text) is None
        ):
            diary = diary or read_diary_number(block.text)
            title, title_at = without_diary_number(block.text), position
            head.append(position)
            title = with_wrapped(title, head, blocks, body, sign)
        elif title and diary is None and _is_below_a_line(blocks, position):
            diary = read_diary_number(blocks[position + 1].text)
            head.append(position + 1)
        else:
            break
        position = head[-1] + 1
    while diary and position < len(blocks) and is_diary_line(blocks[position].text):
        head.append(position)  # another diary number, on a line of its own
        position += 1
    return Matter(sign, index, title, diary, tuple(head), title_at, signs)
