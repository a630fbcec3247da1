"""One row a §: what was decided, proposed, noted and voted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.protocol.part_reading import PartReading
from extractors.text.matters import Matter
from schemas.document import Decision, Paragraph
from schemas.kinds import Vote
from swedish.headings import kind_of_heading
from swedish.person_names import Named, find_named
from swedish.stations import read_station

NOT_TAKING_PART = re.compile(
    r"\bdelt(?:ar|og|agit)\s+(?:inte|ej|icke)\b|\bavst(?:år|od|ått)\s+från\s+att\s+delta\b",
    re.IGNORECASE,
)
RESERVES = re.compile(r"\breserver(?:ar|ade)\s+sig\b|\banmäler\s+reservation\b", re.IGNORECASE)
_DECIDES = re.compile(
    r"\b(?:beslut(?:ar|ade|ades)|utse[rs]|utsågs|välj(?:er|s)|vald(?:e|es)|godkän(?:ner|ns|de|des)|"
    r"fastställ(?:er|s|des)|"
    r"anteckna(?:r|s|des)|notera(?:r|s|des)|konstatera(?:r|s|des)|lägg(?:er|s)|lades|bordlägg(?:er|s)|"
    r"utgår|tackar)\b|^att\b",
    re.IGNORECASE,
)
_NUMBER_WORDS = "en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton".split()
_N = rf"(\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
_VOTE_LABEL = re.compile(
    r"\b(?:(ja(?:-?röst(?:er)?)?|röstar ja)|(nej(?:-?röst(?:er)?)?|"
    r"röstar nej)|(avstår|avstod|nedlagda röster))"
    r"\s*(?:\(\d{1,3}\)|\d{1,3}(?: st)?)?\s*:",
    re.IGNORECASE,
)
_VOTES = re.compile(
    rf"\b{_N}\s*(?:st\s*)?ja(?:-|\s)?röst\w*.{{0,60}}?\b{_N}\s*(?:st\s*)?nej(?:-|\s)?röst\w*"
    rf"(?:.{{0,60}}?\b{_N}\s*(?:st\s*)?\w*\s*(?:som\s+)?(?:avst|nedlagda))?"
    r"|\bja:?\s*(\d{1,3})\b.{0,30}?\bnej:?\s*(\d{1,3})\b(?:.{0,30}?\b(?:avstår|avstod):?\s*(\d{1,3})\b)?",
    re.IGNORECASE | re.DOTALL,
)
_LIST_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[a-zåäö]\)|[•●▪–-])\s+")


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
    for at in part.blocks_of(number):
        block = part.blocks[at]
        if at in matter.head:
            continue
        station = read_station(block.text)
        if station is not None:
            found.append(Stretch(block.text, None, station=station))
        elif block.kind == "heading":
            found.append(Stretch(block.text, kind_of_heading(block.text)))
        if block.label is not None and kind_of_heading(block.label) == "attachments":
            found[-1].attachments += block.labelled
            continue
        found[-1].paragraphs += part.outline.paragraphs_of[at]
    _mark_quoted(found, matter.sign.paragraph)
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


def find_decisions(document_id: str, parts: Sequence[PartReading], body: str | None) -> tuple[Decision, ...]:
    """The decisions of the document's protocols, in order; `body` is whose meeting it was.

    An agenda's §§ are rows too: proposed, and nothing decided yet.
    """
    each = ((part, number, matter) for part in parts for number, matter in enumerate(part.matters))
    return tuple(
        _decision(f"{document_id}-d{index:03d}", part, number, matter, body)
        for index, (part, number, matter) in enumerate(each)
    )


def _decision(decision_id: str, part: PartReading, number: int, matter: Matter, body: str | None) -> Decision:
    found = stretches(part, number)
    last = max((part.blocks[at].last_page for at in part.blocks_of(number)), default=part.part.last_page)
    only_listed = part.part.kind == "notice" and len(found) == 1
    yes, no, abstain = _votes(found)
    return Decision(
        decision_id=decision_id,
        part_id=part.part.part_id,
        section_id=part.outline.matter_sections[number],
        paragraph=matter.sign.paragraph,
        diary_number=matter.diary_number,
        title=matter.title,
        body=body,
        decision_text=() if only_listed else _decision_text(found, body),
        proposals=_texts(found, "proposals"),
        protocol_notes=_texts(found, "protocol_notes"),
        reservations=_reservations(found),
        attachments=_attachments(found),
        votes_yes=yes,
        votes_no=no,
        votes_abstain=abstain,
        first_page=part.blocks[matter.head[0]].page.number,
        last_page=last,
    )


def _texts(found: list[Stretch], kind: str) -> tuple[str, ...]:
    own = (stretch for stretch in found if stretch.kind == kind and not stretch.quoted)
    return tuple(p.text for stretch in own for p in stretch.paragraphs)


def _reservations(found: list[Stretch]) -> tuple[str, ...]:
    """What stands under the heading, and sentences elsewhere in the § in which somebody reserves."""
    own = [(stretch.kind, p.text) for stretch in found if not stretch.quoted for p in stretch.paragraphs]
    return tuple(text for kind, text in own if kind == "reservations" or RESERVES.search(text))


def _attachments(found: list[Stretch]) -> tuple[str, ...]:
    named = [text for stretch in found if not stretch.quoted for text in stretch.attachments]
    return (*(_LIST_NUMBER.sub("", text) for text in _texts(found, "attachments")), *dict.fromkeys(named))


def decision_stretch(found: list[Stretch], body: str | None) -> Stretch | None:
    """The stretch that holds this body's own decision: the heading that names it, else the last one that
    decides; where it decides nothing itself, what it proposes that another is to decide.
    """
    stem = (body or "").rstrip("n").casefold()
    deciding = [s for s in found if s.kind == "decision" and not s.quoted]
    named = [s for s in deciding if stem and stem in s.heading.casefold()]
    plain = [s for s in deciding if len(s.heading.split()) == 1]
    proposing = [s for s in found if s.kind == "own_proposal" and not s.quoted and _is_of(s, stem)]
    chosen = named or plain or deciding or proposing
    return chosen[-1] if chosen else None


def _is_of(stretch: Stretch, stem: str) -> bool:
    """True where heading or first line name the body, or say no more than that it is the body of the paper."""
    first = stretch.paragraphs[0].text if stretch.paragraphs else ""
    names = f"{stretch.heading} {first}".casefold()
    return not stem or stem in names or names.startswith(("nämndens ", "styrelsens ", "utskottets "))


def _decision_text(found: list[Stretch], body: str | None) -> tuple[str, ...]:
    stretch = decision_stretch(found, body)
    if stretch is None and len(found) > 1:
        return ()
    # A § without sub-headings says no more than what was decided: "Anna Ek (S) utses att justera
    # protokollet."
    paragraphs = (
        stretch.paragraphs if stretch else [p for p in found[0].paragraphs if _DECIDES.search(p.text)]
    )
    texts = (_LIST_NUMBER.sub("", p.text) for p in paragraphs)
    return tuple(text for text in texts if not NOT_TAKING_PART.search(text) and any(map(str.isalnum, text)))


def _votes(found: list[Stretch]) -> tuple[int | None, int | None, int | None]:
    """The sums that a sentence gives, else the names in "Ja-röster: …", "Nej-röster: …"."""
    own = [(stretch.heading, p.text) for stretch in found if not stretch.quoted for p in stretch.paragraphs]
    for _, text in own:
        if match := _VOTES.search(text):
            yes, no, abstain = match.groups()[:3] if match[1] else match.groups()[3:]
            return _count(yes), _count(no), _count(abstain) if abstain else 0
    counts = Counter(vote for heading, text in own for _, vote in find_votes(heading, text) if vote)
    is_vote = counts[Vote.YES] and counts[Vote.NO]
    return (counts[Vote.YES], counts[Vote.NO], counts[Vote.ABSTAIN]) if is_vote else (None, None, None)


def _count(raw: str) -> int:
    return int(raw) if raw.isdigit() else _NUMBER_WORDS.index(raw.casefold()) + 1


def find_votes(heading: str, text: str) -> Iterator[tuple[Named, Vote | None]]:
    """Persons with their party, and how the list they stand in says that they voted:
    yes, no, abstain or nothing.

    >>> [(p.name, str(vote))
    ...  for p, vote in find_votes("", "Ja-röster: Anna Ek (S), Bo Al (V) Nej-röster: Kaj Vik (M)")]
    [('Anna Ek', 'yes'), ('Bo Al', 'yes'), ('Kaj Vik', 'no')]
    >>> [[vote and str(vote) for _, vote in find_votes(*said)]
    ...  for said in (("Nej", "Karl Berg (M)"), ("", "Anna Ek (S): ja"))]
    [['no'], [None]]
    """
    above = _VOTE_LABEL.fullmatch(f"{heading.rstrip(':')}:")
    labels = [(0, _vote_named(above))] if above else []
    if _VOTE_LABEL.match(text):
        labels += [(match.start(), _vote_named(match)) for match in _VOTE_LABEL.finditer(text)]
    for person in find_named(text):
        yield person, next((vote for start, vote in reversed(labels) if start <= person.start), None)


def _vote_named(label: re.Match[str]) -> Vote:
    return next(vote for group, vote in enumerate((Vote.YES, Vote.NO, Vote.ABSTAIN), start=1) if label[group])
