"""Where two copies of one text cannot both be right, or are worded differently: each with its two places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reconcilers.same_text.copies import Copies, Text, must_agree, shares_sentence
from reconcilers.same_text.differences import Change, raw_of
from reconcilers.same_text.figures_in_text import how_they_differ, is_about, is_period, say_the_same
from reconcilers.same_text.similarity import NEAR_PARAGRAPH
from reconcilers.telling.spots import Spot, spot_in_paragraph
from schemas.kinds import FindingKind, Severity
from swedish.headings import leads_in, proposes
from swedish.spelling import is_form, is_near, is_slip, sounds_alike
from swedish.tokens import Token
from swedish.word_list import UNKNOWN, parts_of

_MOST_WORDS = 6  # a longer change is a passage of its own, not a reading of the same words
_CLAUSE = re.compile(r"[.,;:!?()]\s+")
_LONGEST_CLAUSE = 120  # characters that are quoted of it
_BEFORE = 3  # words before a place by which it is found in the other copy
_FOUR_DIGITS = re.compile(r"\d{4}")
_FEW = 3  # words that must agree around a misspelled one
_OPPOSITES = {
    frozenset(pair.split("/"))
    for pair in (
        "godkänna/avslå godkänner/avslår bifalla/avslå bifaller/avslår bifall/avslag ökar/minskar öka/minska "
        "ökning/minskning ökat/minskat högre/lägre över/under överskott/underskott intäkter/kostnader "
        "intäkt/kostnad "
        "inkomster/utgifter mer/mindre fler/färre bättre/sämre "
        "höjs/sänks höja/sänka höjning/sänkning före/efter "
        "alla/inga alltid/aldrig med/utan samtliga/inga positivt/negativt positiv/negativ vinst/förlust"
    ).split()
}
_DENIALS = frozenset("inte ej icke aldrig ingen inget inga utan".split())


@dataclass(frozen=True, slots=True)
class Disagreement:
    """The same words in two copies, printed differently; `small` where it is one word in two spellings."""

    kind: FindingKind
    severity: Severity
    a: Spot
    b: Spot
    small: bool = False


def find_disagreements(copies: Copies) -> Iterator[Disagreement]:
    """What is worth telling of the changes between two copies."""
    moved = _moved(copies.changes)
    for change in copies.changes:
        if change.kind == "number":
            yield from _numbers(copies, change)
        elif change.a and change.b and len(change.a) == len(change.b) == 1:
            yield from _single_words(copies, change)
        elif _key(change) not in moved and max(len(change.a), len(change.b)) <= _MOST_WORDS:
            yield from _wordings(copies, change)


def _numbers(copies: Copies, change: Change) -> Iterator[Disagreement]:
    a, b = change.a[0], change.b[0]
    about = any(map(is_about, (*_before(copies.a, a), *_before(copies.b, b))))
    if say_the_same(a.text, b.text, about) or _other_kind(a.text, b.text) or _says_less(a.text, b.text):
        return
    if not must_agree(copies, change) or _is_of_another(copies, change):
        return
    kind = how_they_differ(a.text, b.text)
    yield Disagreement(kind, Severity.ERROR, _spot(copies.a, change.a), _spot(copies.b, change.b))


def _beside(copies: Copies, change: Change) -> Iterator[Change]:
    """The other changes of the sentence that the change stands in."""
    at = change.a[0].sentence, change.b[0].sentence
    for other in copies.changes:
        places = (other.a and other.a[0].sentence == at[0], other.b and other.b[0].sentence == at[1])
        if other is not change and any(places):
            yield other


def _is_of_another(copies: Copies, change: Change) -> bool:
    """True where one of the sentences names something more: "UKTA" and "UKTA del G" are two things."""
    more = [other for other in _beside(copies, change) if not (other.a and other.b)]
    return any(token.kind in ("name", "figure") for other in more for token in (*other.a, *other.b))


def _differs_in_figures(copies: Copies, change: Change) -> bool:
    """True where the sentence has another time or figure too: it tells of another occasion."""
    return any(other.kind == "number" for other in _beside(copies, change))


def _says_less(a: str, b: str) -> bool:
    """True for a day with its year and the same day without: "10 april 2031" and "10 april"."""
    shorter, longer = sorted((a, b), key=len)
    return is_period(longer) and longer.startswith(f"{shorter} ")


def _other_kind(a: str, b: str) -> bool:
    """A day or a year on one side only; a year with a wrong digit is still meant to be one."""
    both_of_four_digits = _FOUR_DIGITS.fullmatch(a) and _FOUR_DIGITS.fullmatch(b)
    return is_period(a) != is_period(b) and not both_of_four_digits


def _before(text: Text, token: Token) -> Sequence[Token]:
    place = text.tokens.index(token)
    return text.tokens[max(place - 1, 0) : place]


def _single_words(copies: Copies, change: Change) -> Iterator[Disagreement]:
    """One word or name against one: a slip, an opposite, or another word."""
    a, b = change.a[0], change.b[0]
    only_capitals = a.text.casefold() == b.text.casefold()  # looked at for the document as a whole (names)
    if only_capitals or not shares_sentence(copies, change, _FEW):
        return
    near = is_near(a.text, b.text) or sounds_alike(a.text, b.text)
    are_names = change.kind == "name" and a.kind == b.kind
    if are_names and near and not _is_ending(a.text, b.text) and not _differs_in_figures(copies, change):
        yield Disagreement(FindingKind.NAME, Severity.ERROR, *_name_spots(copies, a, b), small=True)
    elif is_opposite(a.text, b.text):
        yield from _opposites(copies, change)
    elif near or is_slip(a.text, b.text) or is_form(a.text, b.text):
        yield Disagreement(
            FindingKind.WORDING,
            Severity.NOTICE,
            _spot(copies.a, change.a),
            _spot(copies.b, change.b),
            small=True,
        )
    else:
        yield from _wordings(copies, change)


def _is_ending(a: str, b: str) -> bool:
    """The same word with another ending, both of them words: “Kommunstyrelse” and “Kommunstyrelsen”."""
    are_words = all(parts_of(word) < UNKNOWN for word in (a, b))
    is_genitive = a + "s" == b or b + "s" == a
    return is_form(a, b) and (are_words or is_genitive)


def is_opposite(a: str, b: str) -> bool:
    """Words of which only one can be true.

    >>> is_opposite("Ökar", "minskar"), is_opposite("ökar", "stiger")
    (True, False)
    """
    return frozenset((a.casefold(), b.casefold())) in _OPPOSITES


def _opposites(copies: Copies, change: Change) -> Iterator[Disagreement]:
    severity = Severity.WARNING if must_agree(copies, change) else Severity.NOTICE
    yield Disagreement(
        FindingKind.WORDING, severity, clause_spot(copies.a, change.a), clause_spot(copies.b, change.b)
    )


def _wordings(copies: Copies, change: Change) -> Iterator[Disagreement]:
    """Other words, more words or fewer: told of copies that are otherwise nearly the same."""
    a, b = (raw_of(t.paragraph.text, side) or "" for t, side in ((copies.a, change.a), (copies.b, change.b)))
    if change.a and change.b and is_slip(a, b):
        yield Disagreement(
            FindingKind.WORDING,
            Severity.NOTICE,
            _spot(copies.a, change.a),
            _spot(copies.b, change.b),
            small=True,
        )
    elif copies.similarity > NEAR_PARAGRAPH and not _leads_in(copies, change):
        sides = _sides(copies, change)
        if sides:
            is_denied = len(change.a) != len(change.b) and (a or b).casefold() in _DENIALS
            says_opposite = is_denied and must_agree(copies, _placed(copies, change))
            severity = Severity.WARNING if says_opposite else Severity.NOTICE
            yield Disagreement(FindingKind.WORDING, severity, *sides)


def _leads_in(copies: Copies, change: Change) -> bool:
    """True for what one side alone says before its "att": who decides, or proposes to whom. The other says it
    in a heading.
    """
    text, side = (copies.a, change.a) if change.a else (copies.b, change.b)
    said, last = raw_of(text.paragraph.text, side) or "", text.tokens.index(side[-1])
    behind = [token.text.casefold() for token in text.tokens[last + 1 : last + 2]]
    alone = not (change.a and change.b) and side[0] is text.tokens[0] and behind == ["att"]
    return alone and (leads_in(said) or proposes(said))


def _placed(copies: Copies, change: Change) -> Change:
    """A change with an empty side, as one of the word after it: so that it has a sentence on both sides."""
    a, b = (
        change.a or _neighbour(copies.b, copies.a, change.b),
        change.b or _neighbour(copies.a, copies.b, change.a),
    )
    return Change(change.kind, tuple(a), tuple(b))


def _neighbour(full: Text, empty: Text, side: Sequence[Token]) -> Sequence[Token]:
    """The token of `empty` beside which `side` of `full` is left out."""
    place = full.tokens.index(side[0])
    before = [token.key for token in full.tokens[max(place - _BEFORE, 0) : place]]
    keys = [token.key for token in empty.tokens]
    for size in range(len(before), 0, -1):
        for start in range(len(keys) - size + 1):
            if keys[start : start + size] == before[-size:]:
                return [empty.tokens[start + size - 1]]
    return empty.tokens[:1]


def _sides(copies: Copies, change: Change) -> tuple[Spot, Spot] | None:
    placed = _placed(copies, change)
    if not placed.a or not placed.b:
        return None
    return clause_spot(copies.a, placed.a), clause_spot(copies.b, placed.b)


def _moved(changes: Sequence[Change]) -> set[str]:
    """Words that one side has earlier and the other later: nothing is said of the order."""
    gone, come = ({_key(c) for c in changes if c.kind == kind} for kind in ("removed", "added"))
    return gone & come


def _key(change: Change) -> str:
    return " ".join(token.text.casefold() for token in (*change.a, *change.b))


def _spot(text: Text, tokens: Sequence[Token]) -> Spot:
    return _spot_at(text, tokens[0].start, tokens[-1].end)


def _spot_at(text: Text, start: int, end: int) -> Spot:
    return spot_in_paragraph(text.document_id, text.paragraph, start, text.paragraph.text[start:end])


def _name_spots(copies: Copies, a: Token, b: Token) -> tuple[Spot, Spot]:
    """The whole name around one of its words (“Norra Björkvik”), with as many words on both sides."""
    reach = [_reach(text, token) for text, token in ((copies.a, a), (copies.b, b))]
    before, after = (min(sides) for sides in zip(*reach, strict=True))
    return _words_around(copies.a, a, before, after), _words_around(copies.b, b, before, after)


def _reach(text: Text, token: Token) -> tuple[int, int]:
    """How many words of the name stand before the token, and how many after it."""
    first = last = text.tokens.index(token)
    start = first
    while first and _goes_on(text, first - 1):
        first -= 1
    while last + 1 < len(text.tokens) and _goes_on(text, last):
        last += 1
    return start - first, last - start


def _words_around(text: Text, token: Token, before: int, after: int) -> Spot:
    place = text.tokens.index(token)
    return _spot_at(text, text.tokens[place - before].start, text.tokens[place + after].end)


def _goes_on(text: Text, place: int) -> bool:
    """The name goes on from this word to the next: both begin with a capital, a space between them."""
    a, b = text.tokens[place], text.tokens[place + 1]
    capitals = a.text[0].isupper() and b.text[0].isupper()
    return capitals and not b.opens and text.paragraph.text[a.end : b.start] == " "


def clause_spot(text: Text, tokens: Sequence[Token]) -> Spot:
    """The clause around the words, from one punctuation mark to the next."""
    whole, start, end = text.paragraph.text, tokens[0].start, tokens[-1].end
    marks = [(m.start(), m.end()) for m in _CLAUSE.finditer(whole)]
    first = max((after for _, after in marks if after <= start), default=0)
    last = min((before for before, _ in marks if before >= end), default=len(whole.rstrip(" .")))
    if last - first > _LONGEST_CLAUSE:
        room = max(_LONGEST_CLAUSE - (end - start), 0) // 2
        first, last = _to_word(whole, max(first, start - room)), _to_word(whole, min(last, end + room))
    return _spot_at(text, min(first, start), max(len(whole[:last].rstrip()), end))


def _to_word(whole: str, place: int) -> int:
    """The nearest end of a word at or before `place`."""
    if place <= 0 or place >= len(whole) or whole[place - 1] == " ":
        return min(max(place, 0), len(whole))
    return whole.rfind(" ", 0, place) + 1
