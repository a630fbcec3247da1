"""What stands in a §, by sub-heading; what is quoted there from earlier bodies is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.protocol.part_reading import PartReading
from extractors.text.block import Block
from extractors.text.signatures import find_signatures
from schemas.document import Paragraph
from swedish.headings import in_swedish, kind_of_heading, leads_in, proposes
from swedish.section_signs import read_sign
from swedish.stations import read_station

_RECIPIENTS = re.compile(
    r"(?:delges|(?:protokolls)?utdrag(?: till)?|expedieras(?: till)?|kopia(?: till)?|sändlista|"
    r"(?:beslutet |protokollet )?(?:skickas|sänds|expedieras|delges) till)\s*:",
    re.IGNORECASE,
)
_IS_PAPER = re.compile(
    r"\b(?:protokoll(?:et|sutdrag(?:et)?)?|utdrag|skrivelsen?|yttrandet?)\b", re.IGNORECASE
)
LABEL_WORDS = 4
_BEGIN = ("background", "decision", "own_proposal")  # sub-headings that a § has once


@dataclass(slots=True)
class Stretch:
    """The paragraphs of a § under one sub-heading; `kind` None before the first.

    `station` is the § that a line like "Stadsstyrelsen 5.9.2022, 186 §" names;
    `quoted` where what stands here is another body's.
    """

    heading: str
    kind: str | None
    paragraphs: list[Paragraph] = field(default_factory=list)
    # "Bilaga   Karta över området", a line among the others
    attachments: list[str] = field(default_factory=list)
    station: str | None = None
    quoted: bool = False


def stretches(part: PartReading, number: int) -> list[Stretch]:
    """The paragraphs of the part's § by sub-heading, those quoted from earlier bodies marked."""
    found = [Stretch("", None)]
    matter = part.matters[number]
    for at in _own_blocks(part, number):
        block = part.blocks[at]
        if at in matter.head:
            continue
        # among papers the protocol of another body is one of them: what that body said is not quoted here
        of_papers = found[-1].kind == "attachments" and _IS_PAPER.search(block.text) is not None
        station = None if of_papers else read_station(block.text)
        quoted = read_sign(block.text) if station is None and block.kind == "heading" else None
        if station is not None:
            found.append(Stretch(block.text, None, station=station))
        elif quoted is not None:  # the head of another body's §: of this part's own each begins a matter
            found.append(Stretch(block.text, None, station=quoted.paragraph))
        elif block.kind == "heading":
            found.append(Stretch(block.text, kind_of_heading(block.text) or _kind_of_lead(block.text)))
        elif len(found) == 1 and (
            lead := _kind_of_lead(block.text)
        ):  # under the title: heads what is decided
            found.append(Stretch(block.text, lead))
        run_in = _run_in_label(block) if station is None and block.kind in ("text", "item") else None
        if run_in is not None and (kind_of_heading(run_in) or found[-1].heading.endswith(":")):
            found.append(Stretch(run_in, kind_of_heading(run_in)))
            found[-1].paragraphs += [_without_label(p, run_in) for p in part.outline.paragraphs_of[at]]
            continue
        if block.label is not None and kind_of_heading(block.label) == "attachments":
            found[-1].attachments += block.labelled
            continue
        found[-1].paragraphs += part.outline.paragraphs_of[at]
    _mark_quoted(found, matter.sign.paragraph)
    return _up_to_a_lost_matter(found) if _is_followed_by_a_gap(part, number) else found


def _own_blocks(part: PartReading, number: int) -> range:
    """Positions of the blocks of the §; of the last one down to the signatures."""
    own = part.blocks_of(number)
    if number + 1 < len(part.matters):
        return own
    return own[: find_signatures(part.blocks[own.start : own.stop])]


def _kind_of_lead(heading: str) -> str | None:
    """Of "Nämnden beslutar för egen del", a line of its own."""
    if not leads_in(heading):
        return None
    return "own_proposal" if proposes(heading) else "decision"


def _run_in_label(block: Block) -> str | None:
    """ "Beslut:" in bold before what it heads, on one line, or "Delges:" in any type; None where the text
    begins otherwise.
    """
    words = [word for run in block.lines[0].runs for word in run.words]
    end = next((n for n, word in enumerate(words[:LABEL_WORDS]) if word.text.endswith(":")), None)
    if end is None or len(words) == end + 1:
        return None
    label = " ".join(word.text for word in words[: end + 1])
    if _RECIPIENTS.fullmatch(in_swedish(label)):
        return label
    set_apart = all(word.bold for word in words[: end + 1]) and not words[end + 1].bold
    return label if set_apart else None


def _without_label(paragraph: Paragraph, label: str) -> Paragraph:
    return replace(paragraph, text=paragraph.text.removeprefix(label).lstrip())


def _is_followed_by_a_gap(part: PartReading, number: int) -> bool:
    if number + 1 == len(part.matters):
        return False
    own, after = (matter.sign.paragraph for matter in part.matters[number : number + 2])
    return own.isdigit() and after.isdigit() and int(after) > int(own) + 1


def _up_to_a_lost_matter(found: list[Stretch]) -> list[Stretch]:
    """Without what begins anew behind the recipients: a § whose sign was not found stands there, and what it
    decided is not this one's.
    """
    ended = False
    seen: set[str | None] = set()
    for at, stretch in enumerate(found):
        if ended and stretch.kind in _BEGIN and stretch.kind in seen:
            return found[:at]
        ended = ended or stretch.kind == "recipients"
        seen.add(stretch.kind)
    return found


def _mark_quoted(found: list[Stretch], paragraph: str) -> None:
    """Marks what other bodies said: from their first line to this §'s own,
    or to the end where the decision is above.

    Finland-Swedish protocols quote first and decide last,
    Swedish ones decide first and tell how the matter came.
    """
    stations = [index for index, stretch in enumerate(found) if stretch.station is not None]
    own = [index for index in stations if found[index].station == paragraph]
    decided = stations and any(stretch.kind == "decision" for stretch in found[: stations[0]])
    if not own and not decided:
        return
    for stretch in found[stations[0] : own[-1] if own else len(found)]:
        if not own and stretch.kind in ("recipients", "attachments"):
            return
        stretch.quoted = True
