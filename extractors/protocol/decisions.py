"""One row a §: what was decided, proposed, noted and voted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.protocol.ballots import find_counted_votes
from extractors.protocol.part_reading import PartReading
from extractors.protocol.stretches import Stretch, stretches
from extractors.text.matters import Matter
from schemas.document import Decision, Paragraph
from swedish.diary import find_diary_numbers
from swedish.headings import leads_in, proposes

NOT_TAKING_PART = re.compile(
    r"\bdelt(?:ar|og|agit)\s+(?:inte|ej|icke|varken)\b|\bavst(?:år|od|ått)\s+från\s+att\s+delta\b",
    re.IGNORECASE,
)
RESERVES = re.compile(
    r"\breserver(?:ar|ade)\s+sig\b|\banmäler\s+reservation\b|"
    r"\b(?:anmäl(?:er|de)|lät\s+anteckna)\s+(?:en\s+)?avvikande\s+(?:mening|åsikt)\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\bjäv\w*\b.*\b(?:avlägsna(?:r|de)|lämna(?:r|de)\s(?:rummet|lokalen|salen|sammanträdet|mötet))\b",
    re.IGNORECASE,
)
# A sentence that says who reserves, and no clause of what is decided.
_RESERVED = re.compile(
    r"\bavvikande\s+(?:mening|åsikt)\b|^[A-ZÅÄÖ].{3,120}\breserver(?:ar|ade)\s+sig\b", re.IGNORECASE
)
_DECIDES = re.compile(
    r"\b(?:beslut(?:ar|ade|ades)|utse[rs]|utsågs|välj(?:er|s)|vald(?:e|es)|godkän(?:ner|ns|de|des)|"
    r"fastställ(?:er|s|de|des)|utsåg|"
    r"anteckna(?:r|s|de|des)|notera(?:r|s|des)|konstatera(?:r|s|des)|lägg(?:er|s)|lades|"
    r"lade\s[^.]{0,60}?till handlingarna|bordlägg(?:er|s)|bordlade|utgår|tackar)\b|^att\b",
    re.IGNORECASE,
)
# "Ordföranden tackar för sammanträdet." opens or ends a meeting, and decides nothing
_OPENS_OR_ENDS = re.compile(
    r"(?:^|(?<=[.!?]\s))(?:\w+\s)?ordförande\w*\s(?-i:[A-ZÅÄÖ]\S+\s){0,3}"
    r"(?:tacka|öppna|avsluta|hälsa|önska)(?:(?!beslut|godkän|varefter|utse|fastställ|bordlägg|ajourner|anteckn)[^.!?])*[.!?]?",
    re.IGNORECASE,
)
_DECIDED = re.compile(r"^[A-ZÅÄÖ][\w-]*\s(?:[\w-]+\s){0,5}?(?:besluta(?:r|de)|beslöt)\b(?!\s+(?:den\s+)?\d)")
_MOVES = re.compile(
    r"^(?:(?-i:[A-ZÅÄÖ][^.;:]{3,80}?\([A-ZÅÄÖ]{1,4}\))|ordföranden)\s(?:m\.?\s?fl\.?\s)?"
    r"(?:yrka(?:r|de)|ställ(?:er|de)|frågar|frågade|finner|fann|yttra(?:r|de))\b|"
    r"^(?:votering|omröstning)\s(?:begär|genomför|verkställ)",
    re.IGNORECASE,
)
_SAYS_DECIDED = re.compile(r"\b(?:besluta(?:r|de)|beslöt)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_CLAUSE = re.compile(r"^(?:att\s|\d{1,2}[.)]|[a-zåäö]\)|[•●▪–-])")
_PROPOSES = re.compile(
    r"\b(?:föreslår|föreslå|föreslog|hemställer|rekommenderar|begär(?=\s(?:hos|av)\b))\s"
    r"(?:att\s|hos\s|till\s|av\s)?((?:\w+[- ]){0,4}?"
    r"\w*(?:fullmäktige|styrelsen|nämnden|utskottet|regionen|förbundet))\b",
    re.IGNORECASE,
)
_TO_BODY = re.compile(
    r"\b(?:förslag till|föreslår|föreslog)\s(?:att\s)?(\w*(?:fullmäktige|styrelsen|nämnden|utskottet))\b",
    re.IGNORECASE,
)
_TO_WHOM = re.compile(r"\bförslag till\b|\b(?:föreslår|föreslog|hemställer|rekommenderar)\b", re.IGNORECASE)
_LIST_NUMBER = re.compile(r"^(?:\d{1,2}[.)]|[a-zåäö]\)|[a-h]\.(?=\s+[A-ZÅÄÖ])|[•●▪–-])\s+")


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
    stretch = decision_stretch(found, body)
    is_agenda = part.part.kind == "notice" and (stretch is None or stretch.kind == "own_proposal")
    votes = find_counted_votes(found)
    yes, no, abstain = votes[-1].sums if votes else (None, None, None)
    decided = () if is_agenda else _decision_text(found, body)
    return Decision(
        decision_id=decision_id,
        part_id=part.part.part_id,
        section_id=part.outline.matter_sections[number],
        paragraph=matter.sign.paragraph,
        diary_number=matter.diary_number,
        title=matter.title,
        body=body,
        decision_text=decided,
        proposals=_texts(found, "proposals"),
        protocol_notes=_texts(found, "protocol_notes"),
        reservations=_reservations(found),
        attachments=_attachments(found),
        votes_yes=yes,
        votes_no=no,
        votes_abstain=abstain,
        first_page=part.blocks[matter.head[0]].page.number,
        last_page=last,
        diary_numbers=_diary_numbers(part, matter),
        proposed_to=_proposed_to(decided, stretch) or (None if is_agenda else _proposed_beside(found, body)),
    )


def _diary_numbers(part: PartReading, matter: Matter) -> tuple[str, ...]:
    """All in the head, each once, the first as it is told."""
    head = " ".join(part.blocks[at].text for at in matter.head if at != matter.title_at or at == matter.at)
    first = [matter.diary_number] if matter.diary_number else []
    return tuple(dict.fromkeys([*first, *(n for n in find_diary_numbers(head) if not _is_in(n, first))]))


def _is_in(number: str, others: Sequence[str]) -> bool:
    return any(number in other for other in others)


def _proposed_to(decided: Sequence[str], stretch: Stretch | None) -> str | None:
    """Who is to decide, where nothing is decided here: "… föreslår kommunfullmäktige besluta att …", or the
    heading says so.
    """
    if not decided:
        return None
    clauses = [text for text in decided if not leads_in(text) or proposes(text)]
    found = [match[1].strip() for text in clauses if (match := _PROPOSES.search(text))]
    own = any(_DECIDED.match(text) and not proposes(text) for text in clauses)
    headed = _TO_BODY.search(stretch.heading) if stretch is not None else None
    if found and not own and _PROPOSES.search(clauses[0]):
        return found[0]
    if headed is not None and not own:
        return headed[1]
    lead = any(map(leads_in, decided)) and not any(map(proposes, decided))
    return found[0] if found and not own and not lead else None


def _proposed_beside(found: list[Stretch], body: str | None) -> str | None:
    """Who is to decide what the body proposes beside its own decision."""
    for stretch in found:
        if stretch.kind != "own_proposal" or stretch.quoted:
            continue
        if not (_is_of(stretch, _stems(body)) if body else not _who(stretch)):
            continue
        said = " ".join([stretch.heading, *(p.text for p in stretch.paragraphs[:1])])
        if match := _PROPOSES.search(said) or _TO_BODY.search(said):
            return match[1].strip()
    return None


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
    stems = _stems(body)
    deciding = [s for s in found if s.kind == "decision" and not s.quoted]
    named = [s for s in deciding if any(stem in s.heading.casefold() for stem in stems)]
    plain = [s for s in deciding if len(s.heading.split()) == 1]
    leading = [s for s in deciding if leads_in(s.heading)]
    proposing = [s for s in found if s.kind == "own_proposal" and not s.quoted and _is_of(s, stems)]
    chosen = named or leading or plain or deciding or proposing
    return chosen[-1] if chosen else None


def _stems(body: str | None) -> list[str]:
    """How headings may name the body: "Arbetsutskottets beslut" is the board's committee's."""
    if not body:
        return []
    *before, last = body.casefold().split()
    own = [last.rstrip("n")] if before and before[-1].endswith("s") else []
    return [body.rstrip("n").casefold(), *own]


def _who(stretch: Stretch) -> str:
    first = stretch.paragraphs[0].text if stretch.paragraphs else ""
    heading = _TO_WHOM.split(stretch.heading)[0].casefold().strip()
    return heading or (_TO_WHOM.split(first)[0].casefold() if _TO_WHOM.search(first) else "")


def _is_of(stretch: Stretch, stems: Sequence[str]) -> bool:
    """True where heading or first line name the body, or say only that it is the paper's own."""
    who = _who(stretch)
    return (
        not stems
        or not who
        or any(s in who for s in stems)
        or who.startswith(("nämnden", "styrelsen", "utskottet"))
    )


def _decision_text(found: list[Stretch], body: str | None) -> tuple[str, ...]:
    stretch = decision_stretch(found, body)
    if stretch is not None:
        paragraphs: Iterable[Paragraph] = stretch.paragraphs
    elif len(found) > 1:
        paragraphs = _without_heading(found[0].paragraphs)
    else:  # a § without sub-headings says no more than what was decided: "Anna Ek (S) utses att justera."
        paragraphs = [p for p in found[0].paragraphs if _DECIDES.search(_OPENS_OR_ENDS.sub("", p.text))]
    texts = (_LIST_NUMBER.sub("", p.text) for p in _without_debate(paragraphs))
    return tuple(
        text
        for text in texts
        if not (NOT_TAKING_PART.search(text) or _RESERVED.search(text) or _LEAVES.search(text))
        and any(map(str.isalnum, text))
    )


def _without_debate(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Without those, behind clauses, that tell how the meeting went, what somebody moved, or how it ended;
    the next one that decides goes on.
    """
    clauses = debate = False
    for paragraph in paragraphs:
        text = paragraph.text
        is_clause = _CLAUSE.match(text) is not None
        if _SAYS_DECIDED.search(text) or _NUMBERED.match(text):
            debate = False
        elif clauses and not is_clause and (_MOVES.match(text) or _only_ends(text)):
            debate = True
        clauses |= is_clause
        if not debate:
            yield paragraph


def _only_ends(text: str) -> bool:
    return bool(_OPENS_OR_ENDS.search(text)) and not any(map(str.isalnum, _OPENS_OR_ENDS.sub("", text)))


def _without_heading(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Sentences that say themselves who decides, and the clauses that follow such a one."""
    goes_on = False
    for paragraph in paragraphs:
        decides = leads_in(paragraph.text) or _DECIDED.match(paragraph.text) is not None
        goes_on = decides or (goes_on and _CLAUSE.match(paragraph.text) is not None)
        if goes_on:
            yield paragraph
