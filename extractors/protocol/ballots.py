"""Votes as a § tells them: what was voted on, the sums, how it ended, and who voted what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from extractors.protocol.part_reading import PartReading
from extractors.protocol.stretches import Stretch, stretches
from schemas.document import Ballot, Decision
from schemas.kinds import Vote
from swedish.person_names import Named, find_named

_NUMBER_WORDS = "en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton".split()
_N = rf"(\d{{1,3}}|{'|'.join(_NUMBER_WORDS)})"
_LIST_LABEL = re.compile(
    r"(?:\bföljande\s+(?:\w+\s+)?)?\b(?:(ja(?:-?röst(?:er)?)?|röstar ja|ja röstar)|(nej(?:-?röst(?:er)?)?|"
    r"röstar nej|nej röstar)|(avstår(?: gör)?|avstod|nedlagda röster))"
    r"\s*(?:\(\d{1,3}\)|\d{1,3}(?: st)?)?"
    r"(?:\s*:|(?:(?<=röstar)|(?<= gör))(?=\s(?-i:[A-ZÅÄÖ][a-zåäöé-]+\s[A-ZÅÄÖ])))",
    re.IGNORECASE,
)
_ASKED = r"(?:förslag|yrkande|bifall|avslag|återremiss|bordläggning)"
_SUMS = re.compile(
    rf"\b{_N}\s*(?:st\s*)?ja(?:-|\s)?röst\w*.{{0,60}}?\b{_N}\s*(?:st\s*)?nej(?:-|\s)?röst\w*"
    rf"(?:.{{0,60}}?\b{_N}\s*(?:st\s*)?\w*\s*(?:som\s+)?(?:avst|nedlagda))?"
    rf"|\b{_N}\s*röst(?:er)?\s+för\s+bifall\b.{{0,60}}?\b{_N}\s*röst(?:er)?\s+för\s+avslag\b"
    # "8 ja, 3 nej och 1 avstår"
    rf"|\b{_N}\s+ja\b.{{0,20}}?\b{_N}\s+nej\b(?:.{{0,20}}?\b{_N}\s+(?:som\s+)?(?:avst|nedlagd))?"
    # "8 röstar ja, 3 röstar nej och 2 avstår"
    rf"|\b{_N}\s+röst(?:ar|ade)\s+ja\b.{{0,20}}?\b{_N}\s+röst(?:ar|ade)\s+nej\b"
    rf"(?:.{{0,20}}?\b{_N}\s+(?:som\s+)?(?:avst|nedlagd))?"
    # "5 röster för rådets förslag och 3 röster för Bo Als förslag"
    rf"|\b{_N}\s*röst(?:er)?\s+för\s+[^.]{{0,60}}?\b(?:och|mot|medan)\s+{_N}\s*röst(?:er)?\s+(?:för|mot)\s+[^.]{{0,40}}?{_ASKED}"
    # "Liggande förslag får 5 röster (Bo Al, Kaj Vik) och yrkandet 1 röst"
    rf"|{_ASKED}\w*\s+(?:\w+\s+){{0,2}}?(?:får|fick|erhåller|erhöll)\s+{_N}\s*röst(?:er)?\b[^.]{{0,300}}?"
    rf"\b(?:och|mot|medan)\s[^.]{{0,60}}?{_ASKED}\w*\s+(?:\w+\s+){{0,3}}?{_N}\s*röst(?:er)?\b"
    # "För återremiss röstar 3, mot återremiss röstar 2"
    rf"|\bför\s+[^.,;]{{3,50}}?\bröst(?:ar|ade)\s+{_N}\b[^.]{{0,40}}?\b(?:e?mot|för)\s[^.,;]{{0,50}}?\bröst(?:ar|ade)\s+{_N}\b"
    # "6 ledamöter röstar för förslaget och 3 mot"
    rf"|\b{_N}\s+(?:ledamöter\s+|personer\s+|st\s+)?röst(?:ar|ade)\s+för\s+[^.]{{0,60}}?\b{_N}\s+(?:ledamöter\s+|personer\s+|st\s+)?"
    r"(?:röst(?:ar|ade)\s+)?(?:e?mot|för)\b"
    r"|\bja:?\s*(\d{1,3})\b.{0,30}?\bnej:?\s*(\d{1,3})\b(?:.{0,30}?\b(?:avstår|avstod):?\s*(\d{1,3})\b)?",
    re.IGNORECASE | re.DOTALL,
)
_NUMBERS_FIRST = re.compile(r"\w+\s+ja\b(?!-)")
# else a survey's answers
_OF_A_VOTE = re.compile(r"resultat\w*\s*:|resultatet blir|omröst|voter|röst", re.IGNORECASE)
_SAYS_YES = re.compile(r"\b(?:ja|nej)\b", re.IGNORECASE)
_FOR_EACH = re.compile(r"\bröst(?:er)?\s+för\b")
_GOT = re.compile(r"\b(?:får|fick|erhåller|erhöll)\b")
_VOTES_GOT = re.compile(rf"\b{_N}\s*röst(?:er)?\b")
_SURVEY = re.compile(r"\b(?:enkät|undersökning)", re.IGNORECASE)
TWO_SIDES = 2  # a vote on three proposals has no yes and no
_SHARES = re.compile(r"\d\s*(?:procent|%)|\d+ för närvarande")
_MARK = "[\"”“']?"
# "Anna Ek (S) och Bo Al (V) röstar Ja (2). Kaj Vik (M) avstår från att rösta (1)."
_SAID = re.compile(
    rf"\bröst(?:ar|ade)\s+(?:(?P<yes>{_MARK}ja\b{_MARK})|(?P<no>{_MARK}nej\b{_MARK}))\s*(?:\((?P<n>\d{{1,3}})\))?"
    r"|(?P<abstain>\b(?:avstår|avstod|avstått|lägger ned sin röst|lade ned sin röst)\b)"
    r"(?:\s+från\s+att\s+rösta)?(?:\s*\((?P<m>\d{1,3})\))?"
    # "Ja-röster: Anna Ek, Bo Al (2)", where no parties are printed
    r"|\b(?:(?P<ayes>ja)|(?P<noes>nej))-?röst(?:er)?\s*:[^():]*\((?P<k>\d{1,3})\)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[”“\"]([^”“\"]{5,400})[”“\"]")
_YES, _NO = (re.compile(rf"\b{word}\b", re.IGNORECASE) for word in ("ja", "nej"))
_SAID_BY_NUMBER = re.compile(r"\((?:\d{1,3})\)")
_ENDED = re.compile(r"\b(?:beslut|bifall|avsl[aåo]|återremi|förkasta)", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ])")


@dataclass(frozen=True, slots=True)
class CountedVote:
    """One vote; `question` and `result` as printed, None where nothing says it."""

    yes: int
    no: int
    abstain: int
    question: str | None = None
    result: str | None = None
    page: int | None = None

    @property
    def sums(self) -> tuple[int, int, int]:
        return self.yes, self.no, self.abstain


def find_counted_votes(found: Sequence[Stretch]) -> tuple[CountedVote, ...]:
    """The votes of a §, in order, with the sums that a sentence gives, else those of the names in lists."""
    ballots: list[CountedVote] = []
    question: str | None = None
    said = _Said()
    for stretch in (each for each in found if not each.quoted):
        for paragraph in stretch.paragraphs:
            text, page = paragraph.text, paragraph.place.page
            if not _may_tell_a_vote(text):
                continue
            question = _question(text) or question
            told = [*_by_sums(text), *said.read(text)]
            for ballot in told:
                if not ballots or ballot.sums != ballots[-1].sums or question is not None:
                    ballots.append(replace(ballot, question=question, page=page))
                question = None
    return tuple(ballots) or _by_names(found)


def find_ballots(
    document_id: str, parts: Sequence[PartReading], decisions: Sequence[Decision]
) -> tuple[Ballot, ...]:
    """The votes of the document's §§, numbered through it; `decisions` has one for each § of the parts,
    with the sums of roll calls.
    """
    matters = [(part, number) for part in parts for number in range(len(part.matters))]
    told = [
        (decision.decision_id, index, vote)
        for (part, number), decision in zip(matters, decisions, strict=True)
        for index, vote in enumerate(find_counted_votes(stretches(part, number)) or _of_roll_call(decision))
    ]
    return tuple(
        Ballot(
            vote_id=f"{document_id}-v{n:03d}",
            decision_id=decision_id,
            vote_index=index,
            question=vote.question,
            yes=vote.yes,
            no=vote.no,
            abstain=vote.abstain,
            result=vote.result,
            page=vote.page,
        )
        for n, (decision_id, index, vote) in enumerate(told)
    )


def _question(text: str) -> str | None:
    """What yes and no stand for: in quotation marks, in one sentence, or in two that follow each other.

    >>> _question("Godkänd proposition: ”Ja för bifall och Nej för avslag”.")
    'Ja för bifall och Nej för avslag'
    >>> _question("Ja-röst för bifall till förslaget. Nej-röst för avslag.")
    'Ja-röst för bifall till förslaget. Nej-röst för avslag.'
    """
    for match in _QUOTED.finditer(text):
        if _YES.search(match[1]) and _NO.search(match[1]):
            return match[1].strip()
    sentences = _SENTENCE.split(text)
    for one, after in zip_longest(sentences, sentences[1:], fillvalue=""):
        if _SUMS.search(one) or not _YES.search(one) or _LIST_LABEL.match(one) or _SAID_BY_NUMBER.search(one):
            continue
        if _NO.search(one):
            return one.strip()
        if _NO.search(after) and not _SUMS.search(after):
            return f"{one} {after}".strip()
    return None


def _may_tell_a_vote(text: str) -> bool:
    """False for most paragraphs, in which the patterns need not be tried."""
    small = text.casefold()
    return "röst" in small or "avst" in small or "nej" in small


def _of_roll_call(decision: Decision) -> tuple[CountedVote, ...]:
    """The vote that only a table tells."""
    yes, no, abstain = decision.votes_yes, decision.votes_no, decision.votes_abstain
    if yes is None or no is None:
        return ()
    return (CountedVote(yes, no, abstain or 0, page=decision.first_page),)


def _by_sums(text: str) -> Iterator[CountedVote]:
    """ "Med 8 ja-röster mot 3 nej-röster beslutar nämnden att bifalla förslaget." """
    for match in _SUMS.finditer(text):
        start = max((m.end() for m in _SENTENCE.finditer(text, 0, match.start())), default=0)
        end = next((m.start() for m in _SENTENCE.finditer(text, match.end())), len(text))
        told, whole = match[0].casefold(), text[match.start() : end].casefold()
        if _counts_no_vote(told, whole, text[: match.start()]):
            continue
        yes, no, *abstain = (number for number in match.groups() if number)
        if not _SAYS_YES.search(told) and 0 <= whole.find("avslag") < whole.find("bifall"):
            yes, no = no, yes
        beside = text[start : match.start()] + text[match.end() : end]  # what was voted on tells no end
        said = text[start:end] if _ENDED.search(beside) or "beslut" in told else ""
        sums = _count(yes), _count(no), _count(abstain[0]) if abstain else 0
        yield CountedVote(*sums, result=_result(said, text[end:]))


def _counts_no_vote(told: str, whole: str, before: str) -> bool:
    """True for shares of voters, the answers of a survey, or votes on three proposals."""
    got = len(_VOTES_GOT.findall(whole)) if _GOT.search(told) else 0
    several = max(len(_FOR_EACH.findall(whole)), got) > TWO_SIDES
    answers = _NUMBERS_FIRST.match(told) is not None and not _OF_A_VOTE.search(before)
    answers = answers or _SURVEY.search(f"{before} {whole}") is not None
    return several or answers or _SHARES.search(told) is not None


class _Said:
    """Sums behind the names of those who voted, in one paragraph or in one for each side."""

    def __init__(self) -> None:
        self.sums: dict[Vote, int] = {}

    def read(self, text: str) -> Iterator[CountedVote]:
        """The votes that the paragraph ends."""
        end = 0
        for match in _SAID.finditer(text):
            number = match["n"] or match["m"] or match["k"]
            if number is None:
                continue
            vote = _vote_of(match)
            if vote in self.sums:
                self.sums.clear()
            self.sums[vote] = int(number)
            end = match.end()
        if Vote.YES in self.sums and Vote.NO in self.sums and end:
            yes, no, abstain = (self.sums.get(vote, 0) for vote in (Vote.YES, Vote.NO, Vote.ABSTAIN))
            self.sums.clear()
            yield CountedVote(yes, no, abstain, result=_result("", text[end:].lstrip(". ")))


def _vote_of(match: re.Match[str]) -> Vote:
    if match["yes"] or match["ayes"]:
        return Vote.YES
    return Vote.NO if match["no"] or match["noes"] else Vote.ABSTAIN


def _result(sentence: str, after: str) -> str | None:
    """How it ended: the sentence with the sums, else the next, where it says so."""
    following = _SENTENCE.split(after.strip())[0] if after.strip() else ""
    return next((said.strip() for said in (sentence, following) if _ENDED.search(said)), None)


def _by_names(found: Sequence[Stretch]) -> tuple[CountedVote, ...]:
    """The one vote that lists of names tell ("Ja-röster: …", "Nej-röster: …")."""
    own = [(s.heading, p.text) for s in found if not s.quoted for p in s.paragraphs]
    counts = Counter(vote for heading, text in own for _, vote in find_votes(heading, text) if vote)
    if not (counts[Vote.YES] and counts[Vote.NO]):
        return ()
    return (CountedVote(counts[Vote.YES], counts[Vote.NO], counts[Vote.ABSTAIN]),)


def _count(raw: str) -> int:
    return int(raw) if raw.isdigit() else _NUMBER_WORDS.index(raw.casefold()) + 1


def find_votes(heading: str, text: str) -> Iterator[tuple[Named, Vote | None]]:
    """Persons with their party, and how the list or sentence they stand in says that they voted:
    yes, no, abstain or nothing.

    >>> [(p.name, str(vote))
    ...  for p, vote in find_votes("", "Ja-röster: Anna Ek (S), Bo Al (V) Nej-röster: Kaj Vik (M)")]
    [('Anna Ek', 'yes'), ('Bo Al', 'yes'), ('Kaj Vik', 'no')]
    >>> [(p.name, vote and str(vote)) for p, vote in find_votes(
    ...  "", "Ina By (C) yrkar avslag. Anna Ek (S) röstar Ja (1). Kaj Vik (M) avstår från att rösta (1).")]
    [('Ina By', None), ('Anna Ek', 'yes'), ('Kaj Vik', 'abstain')]
    >>> [[vote and str(vote) for _, vote in find_votes(*said)]
    ...  for said in (("Nej", "Karl Berg (M)"), ("", "Anna Ek (S): ja"))]
    [['no'], [None]]
    """
    above = _LIST_LABEL.fullmatch(f"{heading.rstrip(':')}:")
    labels = [(0, _vote_named(above))] if above else []
    if _LIST_LABEL.match(text):
        labels += [(match.start(), _vote_named(match)) for match in _LIST_LABEL.finditer(text)]
    spoken = [] if labels else list(_spoken(text))
    for person in find_named(text):
        listed = next((vote for start, vote in reversed(labels) if start <= person.start), None)
        yield person, listed or next((v for start, end, v in spoken if start <= person.start < end), None)


def _spoken(text: str) -> Iterator[tuple[int, int, Vote]]:
    """Where the sentences begin and end whose persons are said to have voted, and how."""
    before = 0
    for match in _SAID.finditer(text) if _may_tell_a_vote(text) else ():
        if not text[: match.start()].rstrip().endswith(")"):
            continue  # "den som vill bifalla förslaget röstar ja": nobody has voted yet
        sentence = max((m.end() for m in _SENTENCE.finditer(text, 0, match.start())), default=0)
        yield max(before, sentence), match.start(), _vote_of(match)
        before = match.end()


def _vote_named(label: re.Match[str]) -> Vote:
    return next(vote for group, vote in enumerate((Vote.YES, Vote.NO, Vote.ABSTAIN), start=1) if label[group])
