"""A person's name against the e-mail address beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from reconcilers.known.known import Known
from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import on_pages, spot_in_paragraph, spots_to_claims
from reconcilers.telling.tellings import Telling
from schemas.document import Extraction
from schemas.kinds import FindingKind, Severity
from swedish.spelling import folded, sounds_alike

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = r"[A-ZÅÄÖÉ][\wåäöéü]+(?:-[A-ZÅÄÖ][\wåäöéü]+)?"
_NAME_BEFORE = re.compile(rf"({_WORD}(?: (?:af |von |van |de )?{_WORD})+)(?:,? \w[^@\n]{{0,30}})?[\s,:;<(]*$")
_MOST_WRONG = 2  # letters of a word; two of nine is a slip, three of nine another name
_SHORTEST = 3  # letters of a word that may be misspelled; initials are written as people like
_LETTERS_A_SLIP = 3  # letters of a word for each that may be wrong


def tell_email_names(reading: Extraction, _: Known) -> Iterator[Telling]:
    """An address of the form first.last@… in which one of the two is spelled otherwise than in the name
    before it.
    """
    for paragraph in reading.paragraphs:
        start = 0
        for match in _EMAIL.finditer(paragraph.text):
            before = _NAME_BEFORE.search(paragraph.text[start : match.start()])
            if before and not agrees(before[1], match[0]):
                document_id = reading.source.document_id
                name = spot_in_paragraph(document_id, paragraph, start + before.start(1), before[1])
                address = spot_in_paragraph(document_id, paragraph, match.start(), match[0])
                both = f"Namnet {quoted(name.raw)} och e-postadressen {quoted(address.raw)}"
                says = f"{both} {on_pages([name])} stavas olika."
                places = spots_to_claims([name]), spots_to_claims([address])
                yield Telling(FindingKind.NAME, Severity.ERROR, says, name.raw, address.raw, *places)
            start = match.end()


def agrees(name: str, email: str) -> bool:
    """False where all words of the address but one stand in the name, and that one misspelled.

    >>> agrees("Eva Sjöö", "eva.sjoo@x.example"), agrees("Eva Karlén", "eva.carlen@x.example")
    (True, False)
    >>> agrees("Eva Karlén", "ks.diarium@x.example"), agrees("Eva Ek Lund", "eva.lund2@x.example")
    (True, True)
    """
    words, address = [_plain(word) for word in name.split()], _words_of_address(email)
    other = [word for word in address if word not in words]
    names_a_person = 2 <= len(address) <= len(words)  # "diariet@…" does not
    if not names_a_person or len(other) != 1:
        return True
    left = [word for word in words if word not in address]
    return not any(_is_misspelled(word, other[0]) for word in left)


def _words_of_address(email: str) -> list[str]:
    before_at = re.sub(r"\d", "", email.partition("@")[0])
    return [_plain(word) for word in re.split(r"[._]", before_at) if word]


def _plain(word: str) -> str:
    plain = re.sub(r"[^a-z]", "", folded(word))
    return plain.replace("oe", "o").replace("ae", "a").replace("aa", "a")


def _is_misspelled(a: str, b: str) -> bool:
    shorter = min(len(a), len(b))
    is_shortened = a.startswith(b) or b.startswith(a)
    if shorter < _SHORTEST or is_shortened:
        return False
    most_wrong = min(_MOST_WRONG, (shorter - 1) // _LETTERS_A_SLIP)
    return sounds_alike(a, b) or OSA.distance(a, b) <= most_wrong
