"""Organisations and departments in two spellings: another capital, another joining s."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcilers.known.known import Known
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import Spot, most_common, on_pages, spot_in_paragraph, spots_to_claims
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction, Paragraph
from schemas.kinds import FindingKind, Severity
from swedish.tokens import Token, find_tokens
from swedish.word_list import is_common

_JOINED = re.compile(r"\b(\w{3,}?)(s?)[-‑–] (och|samt|eller) (\w{4,})")
_A_LINE = 8  # words: capitals on a signature or title line of its own mean nothing
_SHORTEST = 4  # letters of a name's second word: "Borås stad" is one, "Borås ks" an abbreviation


def tell_organisation_names(reading: Extraction, _: Known) -> Iterator[Telling]:
    """Notices: the same name with and without a capital, “kvalitets- och …” beside “kvalitet- och …”."""
    yield from _two_ways(_capitals(reading), "skrivs med stor och liten bokstav")
    yield from _two_ways(_joints(reading), "skrivs på två sätt")


def _two_ways(found: dict[tuple[str, ...], dict[str, list[Spot]]], how: str) -> Iterator[Telling]:
    """The form that most places have against the other."""
    for forms in found.values():
        ordered = sorted(forms.values(), key=lambda spots: (-len(spots), min(spots)))
        for wrong in ordered[1:]:
            expected, printed = most_common(ordered[0]), most_common(wrong)
            says = (
                f"Samma namn {how}: {quoted(expected)} {on_pages(ordered[0])} men {quoted(printed)} "
                f"{on_pages(wrong)}."
            )
            places = spots_to_claims(ordered[0]), spots_to_claims(wrong)
            yield Telling(FindingKind.NAME, Severity.NOTICE, says, expected, printed, *places)


def _capitals(reading: Extraction) -> dict[tuple[str, ...], dict[str, list[Spot]]]:
    """A word after a capitalised one, by its two forms: “Sjövalla Kommun”, “Sjövalla kommun”."""
    found: dict[tuple[str, ...], dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for paragraph in reading.paragraphs:
        tokens = find_tokens(paragraph.text)
        if len(tokens) <= _A_LINE:
            continue
        for place in range(1, len(tokens)):
            if _follows_name(paragraph, tokens, place):
                before, word = tokens[place - 1], tokens[place]
                spot = _spot(reading, paragraph, _first(paragraph, tokens, place), word.end)
                key = (before.text.casefold(), word.text.casefold(), _goes_on(paragraph, tokens, place))
                found[key][word.text[0]].append(spot)
    return {key: forms for key, forms in found.items() if len(forms) > 1}


def _follows_name(paragraph: Paragraph, tokens: Sequence[Token], place: int) -> bool:
    before, word = tokens[place - 1], tokens[place]
    is_plain_word = len(word.text) >= _SHORTEST and word.text.isalpha() and word.text[1:].islower()
    is_after_capital = before.text[0].isupper() and before.kind != "figure" and not _opens_only(before)
    goes_on_from_it = paragraph.text[before.end : word.start] == " " and not word.opens
    return is_plain_word and is_after_capital and goes_on_from_it


def _goes_on(paragraph: Paragraph, tokens: Sequence[Token], place: int) -> str:
    """The name is longer: “Sveriges Kommuner och Regioner” is another than what “Sveriges kommuner” says."""
    after = [t.text for t in tokens[place + 1 : place + 3] if not t.opens]
    if not after or paragraph.text[tokens[place].end : tokens[place + 1].start] != " ":
        return ""
    if after[0][0].isupper():
        return "name"
    joined = after[0] in ("och", "&") and len(after) > 1 and after[1][0].isupper()
    return "och" if joined else ""


def _first(paragraph: Paragraph, tokens: Sequence[Token], place: int) -> int:
    """Where the run of capitalised words before it begins."""
    first = place - 1
    while first and _is_one_name(paragraph, tokens[first - 1], tokens[first]):
        first -= 1
    return tokens[first + _opens_only(tokens[first])].start


def _is_one_name(paragraph: Paragraph, before: Token, word: Token) -> bool:
    next_to_it = paragraph.text[before.end : word.start] == " "
    return before.text[0].isupper() and next_to_it and not word.opens


def _opens_only(word: Token) -> bool:
    """A common word with a capital because a sentence begins there."""
    return word.opens and is_common(word.text)


def _joints(reading: Extraction) -> dict[tuple[str, ...], dict[str, list[Spot]]]:
    """“kvalitets- och utvecklings…” by its first word with and without the joining s."""
    found: dict[tuple[str, ...], dict[str, list[Spot]]] = defaultdict(lambda: defaultdict(list))
    for paragraph in reading.paragraphs:
        for match in _JOINED.finditer(paragraph.text):
            key = (match[1].casefold(), match[3].casefold(), match[4].casefold())
            found[key][match[2]].append(_spot(reading, paragraph, match.start(), match.end()))
    return {key: forms for key, forms in found.items() if len(forms) > 1}


def _spot(reading: Extraction, paragraph: Paragraph, start: int, end: int) -> Spot:
    return spot_in_paragraph(reading.source.document_id, paragraph, start, paragraph.text[start:end])
