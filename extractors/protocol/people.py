"""Every person the document gives a role:
on the attendance list, under a §, as signatory, official or recipient.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from extractors.pages.lines import Line
from extractors.protocol.ballots import find_votes
from extractors.protocol.decisions import NOT_TAKING_PART, RESERVES
from extractors.protocol.part_reading import PartReading
from extractors.protocol.stretches import Stretch, stretches
from extractors.text.attendance import Attendee, read_attendance, read_signatures
from extractors.text.attendance_tables import take_tables
from extractors.text.block import Block, columns_of
from extractors.text.signatures import find_signatures
from extractors.text.text_lines import TextLine
from schemas.document import Decision, Person
from schemas.kinds import Role, Vote
from schemas.place import Box
from swedish.headings import kind_of_heading
from swedish.person_names import NAME, find_named, looks_like_name, person_with_address

_ROLE_OF_KIND = {
    "protocol_notes": Role.PROTOCOL_NOTE,
    "reservations": Role.RESERVATION,
    "not_participating": Role.NOT_PARTICIPATING,
    "disqualified": Role.DISQUALIFIED,
}
_HANDLER = re.compile(
    r"^(?:handläggare|handläggande tjänste\w+|referens|kontaktperson|föredragande)\b:?\s*(.*)$", re.I
)
_OFFICE = re.compile(
    r"(?:ordförande|direktör|chef|sekreterare|strateg|kanslist|controller|ekonom|handläggare|"
    r"borgmästare|justerare|"
    r"protokollförare|samordnare|ledare|kommunalråd|ingenjör|inspektör|rektor|jurist|planerare|"
    r"arkitekt|mästare|"
    r"föreståndare|koordinator|assistent|förman)",
    re.IGNORECASE,
)
_ANY_OFFICE = re.compile(rf"\b[\wåäöÅÄÖ:-]*{_OFFICE.pattern}\w*", re.IGNORECASE)
_PREPARER = re.compile(r"^(?:Beredning|Beredare|Föredragande|Handläggare|Beredd av)\s*:\s*(?=\S)", re.I)
_LAST_NAME = re.compile(rf"{NAME}$")
MOST_WORDS = 4  # of an office behind a name
_ASIDE = (Role.DISQUALIFIED, Role.NOT_PARTICIPATING)
_DECLARES = re.compile(r"\banmäl(?:er|de)\s+(?:sig\s+)?jäv\w*\b", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:ingen|någon|om|som|hur)\b", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_STANDS_IN = re.compile(
    r"\btjänstgör\w*|\b(?:ersätter|inträder)\b|\bträder in\b|\bi (?:hans|hennes|dennes|deras) ställe\b|"
    r"\bordförandeskapet\b|\bför ordet\b",
    re.IGNORECASE,
)
_DISQUALIFIED = re.compile(r"\bjäv\w*\b", re.IGNORECASE)


@dataclass(slots=True)
class _Register:
    people: list[Person] = field(default_factory=list)
    seen: set[tuple[str | None, ...]] = field(default_factory=set)

    def add(
        self,
        name: str,
        party: str | None,
        role: Role,
        page: int | None,
        decision_id: str | None = None,
        vote: Vote | None = None,
    ) -> None:
        key = (name, party, role, decision_id, vote)
        if name and key not in self.seen:
            self.seen.add(key)
            self.people.append(Person(len(self.people), decision_id, name, party, role, vote, page))


def find_people(parts: Sequence[PartReading], decisions: Sequence[Decision]) -> tuple[Person, ...]:
    """The people of the document in order of their places; `decisions` has one for each § of the parts."""
    register = _Register()
    rows = iter(decisions)
    for part in parts:
        kind = part.part.kind
        front = _front_lines(part) if kind in ("protocol", "notice") else []
        in_tables, others = take_tables(front)
        listed = [*in_tables, *read_attendance(others)] if kind == "protocol" else []
        for attendee in _without_repeats([*listed, *read_signatures(front)]):
            register.add(attendee.name, attendee.party, attendee.role, attendee.page)
        names = tuple(dict.fromkeys(attendee.name for attendee in listed))
        for number in range(len(part.matters)):
            _people_of_matter(register, part, number, next(rows).decision_id, names)
        if kind == "protocol":
            held = {(person.name, person.role) for person in register.people}
            held |= {(name, Role.ADJUSTER) for name, role in held if role == Role.CHAIR}
            signed = read_signatures(_closing_lines(part))
            for attendee in (each for each in signed if (each.name, each.role) not in held):
                register.add(attendee.name, None, attendee.role, attendee.page)
        if kind in ("memo", "protocol"):
            _people_of_memo(register, part)
    return _without_genitives(register.people)


def _without_repeats(attendees: Sequence[Attendee]) -> Iterator[Attendee]:
    """Without those who sign below a list that names them with their party in that role, and without a chair
    who signs as one who adjusts, as chairs do, beside the one elected.
    """
    known = {(a.name, a.role) for a in attendees if a.party is not None}
    chairs = {a.name for a in attendees if a.role == Role.CHAIR}
    adjusters = {a.name for a in attendees if a.role == Role.ADJUSTER}
    for attendee in attendees:
        repeats = attendee.party is None and (attendee.name, attendee.role) in known
        presides = attendee.role == Role.ADJUSTER and attendee.party is None and attendee.name in chairs
        if not repeats and not (presides and adjusters - chairs):
            yield attendee


def _front_lines(part: PartReading) -> list[Line]:
    """Lines of the protocol before its first §."""
    first = part.blocks[part.matters[0].head[0]] if part.matters else None
    lines: list[Line] = []
    for page, margins in zip(part.pages, part.margins, strict=True):
        if first is not None and page.number == first.page.number:
            limit = first.lines[0].box.top - 1
            return [*lines, *(line for line in margins.body if line.box.top < limit)]
        lines += margins.body
    return lines


def _closing_lines(part: PartReading) -> list[TextLine]:
    """Lines of the protocol below its last §, from the first signature on."""
    if not part.matters:
        return []
    last = part.blocks[part.matters[-1].at :]
    return [line for block in last[find_signatures(last) :] for line in block.lines]


def _people_of_matter(
    register: _Register, part: PartReading, number: int, decision_id: str, listed: Collection[str]
) -> None:
    """`listed` are those of the attendance list: where no parties are printed, a sentence that says who
    reserves or steps aside names them without.
    """
    for stretch in stretches(part, number):
        for paragraph in stretch.paragraphs:
            text, page = paragraph.text, paragraph.place.page
            role = _role_in(stretch, text)
            said = list(find_votes(stretch.heading, text))
            stand_ins = _who_stand_in(text) if role in _ASIDE else ()
            declaring = " ".join(_who_declare(text)) if role == Role.DISQUALIFIED else ""
            for person, vote in said:
                aside = not declaring or person.name in declaring
                own = Role.MEMBER if person.name in stand_ins or not aside else role
                register.add(
                    person.name, person.party, own, page, decision_id, None if stretch.quoted else vote
                )
            if not said and role in (*_ASIDE, Role.RESERVATION):
                for name in _named_of(listed, declaring or text):
                    register.add(name, None, role, page, decision_id)
            officials = [*preparers(text)]
            if stretch.kind == "recipients" and (recipient := person_with_address(text)):
                officials.append(recipient)
            for name in officials:
                register.add(name, None, Role.OFFICIAL, page, decision_id)


def _who_declare(text: str) -> Iterator[str]:
    """What stands before "anmäler jäv" in each sentence that says who does."""
    for sentence in _SENTENCE.split(text):
        match = _DECLARES.search(sentence)
        if match and not _ASKS.search(sentence[: match.start()]):
            yield sentence[: match.start()]


def _who_stand_in(text: str) -> list[str]:
    """Whom the paragraph names only as taking another's place."""
    sentences = _SENTENCE.split(text)
    serving = [s for s in sentences if _STANDS_IN.search(s) and not _DISQUALIFIED.search(s)]
    others = {person.name for s in sentences if s not in serving for person in find_named(s)}
    return [person.name for s in serving for person in find_named(s) if person.name not in others]


def _named_of(listed: Collection[str], text: str) -> Iterator[str]:
    """The listed people that the text names, as it names them: "Ek Anna" is "Anna Ek" there."""
    for name in listed:
        turned = " ".join([*name.split()[1:], name.split()[0]])
        yield from (
            form for form in dict.fromkeys((name, turned)) if re.search(rf"\b{re.escape(form)}\b", text)
        )


def _role_in(stretch: Stretch, text: str) -> Role:
    """What those do whom the paragraph names; what somebody did in another body he did not do here."""
    if stretch.quoted:
        return Role.MEMBER
    role = _ROLE_OF_KIND.get(stretch.kind or "", Role.MEMBER)
    if any(_who_declare(text)):
        return Role.DISQUALIFIED
    if NOT_TAKING_PART.search(text):
        return Role.DISQUALIFIED if _DISQUALIFIED.search(text) else Role.NOT_PARTICIPATING
    if RESERVES.search(text) and role not in (Role.RESERVATION, Role.PROTOCOL_NOTE):
        return Role.RESERVATION
    return role


def preparers(text: str) -> Iterator[str]:
    """Who prepared the matter, where the paragraph says that and nothing else: names behind their offices.

    >>> list(preparers("Beredning: Bildningsdirektör/tf kulturchef Anna Ek-Berg Planingenjör Bo Al"))
    ['Anna Ek-Berg', 'Bo Al']
    """
    label = _PREPARER.match(text)
    if label is None or len(text) > 250 or text.endswith("."):
        return
    rest = text[label.end() :]
    for piece in re.split(r"[,;]", rest) if not _OFFICE.search(rest) else _ANY_OFFICE.split(rest):
        match = _LAST_NAME.search(piece.strip(" ,;"))
        if match and looks_like_name(match[0]):
            yield match[0]


def _people_of_memo(register: _Register, part: PartReading) -> None:
    """Handläggare in the head, signatories at the end, recipients with an address."""
    first = part.margins[0]
    _handler(register, [*first.head, *first.body[:12]], part.pages[0].number)
    heading_kind = None
    for block in part.blocks:
        if block.kind == "heading":
            heading_kind = kind_of_heading(block.text)
        elif block.kind == "columns":
            _signatories(register, block)
        elif heading_kind == "recipients" and (name := person_with_address(block.text)):
            register.add(name, None, Role.OFFICIAL, block.page.number)
        elif block.kind == "text" and len(block.lines) == 2:
            _signatory(register, [line.text for line in block.lines], block.page.number)
    for upper, lower in itertools.pairwise(part.blocks):
        single = upper.kind == lower.kind == "text" and len(upper.lines) == len(lower.lines) == 1
        if single and upper.page is lower.page and _is_close(upper.lines[0].box, lower.lines[0].box):
            _signatory(register, [upper.text, lower.text], upper.page.number)


def _is_close(upper: Box, lower: Box) -> bool:
    return lower.top - upper.bottom < upper.height


def _handler(register: _Register, lines: list[Line], page: int) -> None:
    for index, line in enumerate(lines):
        for run in line.runs:
            match = _HANDLER.match(run.text)
            if not match:
                continue
            near = [
                other for row in lines[max(0, index - 1) : index + 2] if row is not line for other in row.runs
            ]
            aligned = [other.text for other in near if abs(other.box.x0 - run.box.x0) < 6]
            for name in (match[1].split(",")[0].strip(), *aligned):
                if looks_like_name(name):
                    register.add(name, None, Role.OFFICIAL, page)
                    break


def _signatories(register: _Register, block: Block) -> None:
    for runs in columns_of(block):
        _signatory(register, [run.text for run in runs], block.page.number)


def _signatory(register: _Register, texts: list[str], page: int) -> None:
    """A name with an office on the line below, or behind a comma."""
    for text in texts:
        name, _, office = text.partition(", ")
        if looks_like_name(name) and _OFFICE.search(office) and len(office.split()) < MOST_WORDS:
            register.add(name, None, Role.OFFICIAL, page)
    for name, office in itertools.pairwise(texts):
        if looks_like_name(name) and _OFFICE.search(office) and not looks_like_name(office):
            register.add(name, None, Role.OFFICIAL, page)


def _without_genitives(people: list[Person]) -> tuple[Person, ...]:
    """ "Anna Eks (M) yrkande": the -s is left off where the document has the name without it."""
    names = {person.name for person in people}
    found = _Register()
    for person in people:
        bare = person.name[:-1]
        name = bare if person.name.endswith("s") and bare in names else person.name
        found.add(name, person.party, person.role, person.page, person.decision_id, person.vote)
    return tuple(found.people)
