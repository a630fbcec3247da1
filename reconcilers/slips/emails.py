"""A person's name against the e-mail address beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import OSA

from reconcilers.telling.in_words import quoted
from reconcilers.telling.spots import Spot, Telling, on_pages
from schemas.document import Extraction
from swedish.spelling import folded, sounds_alike

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WORD = r"[A-ZÅÄÖÉ][\wåäöéü]+(?:-[A-ZÅÄÖ][\wåäöéü]+)?"
_NAME_BEFORE = re.compile(rf"({_WORD}(?: (?:af |von |van |de )?{_WORD})+)(?:,? \w[^@\n]{{0,30}})?[\s,:;<(]*$")
_MOST_WRONG = 2  # letters


def find_email_names(reading: Extraction) -> Iterator[Telling]:
    """An address of the form first.last@… in which one of the two is spelled otherwise than in the name
    before it.
    """
    for paragraph in reading.paragraphs:
        start = 0
        for match in _EMAIL.finditer(paragraph.text):
            before = _NAME_BEFORE.search(paragraph.text[start : match.start()])
            if before and not agrees(before[1], match[0]):
                document_id, page = reading.source.document_id, paragraph.place.page
                name = Spot(document_id, page, paragraph.paragraph_id, start + before.start(1), before[1])
                address = Spot(document_id, page, paragraph.paragraph_id, match.start(), match[0])
                both = f"Namnet {quoted(name.raw)} och e-postadressen {quoted(address.raw)}"
                says = f"{both} {on_pages([name])} stavas olika."
                yield Telling("name", "error", says, name.raw, address.raw, (name,), (address,))
            start = match.end()


def agrees(name: str, email: str) -> bool:
    """False where all words of the address but one stand in the name, and that one misspelled.

    >>> agrees("Eva Sjöö", "eva.sjoo@x.example"), agrees("Eva Karlén", "eva.carlen@x.example")
    (True, False)
    >>> agrees("Eva Karlén", "ks.diarium@x.example"), agrees("Eva Ek Lund", "eva.lund2@x.example")
    (True, True)
    """
    words = [_plain(word) for word in name.split()]
    address = [_plain(word) for word in re.split(r"[._]", re.sub(r"\d", "", email.partition("@")[0])) if word]
    other = [word for word in address if word not in words]
    if len(address) < 2 or len(other) != 1 or len(address) > len(words):
        return True
    left = [word for word in words if word not in address]
    return not any(_is_misspelled(word, other[0]) for word in left)


def _plain(word: str) -> str:
    plain = re.sub(r"[^a-z]", "", folded(word))
    return plain.replace("oe", "o").replace("ae", "a").replace("aa", "a")


def _is_misspelled(a: str, b: str) -> bool:
    if min(len(a), len(b)) < 3 or a.startswith(b) or b.startswith(a):
        return False
    return sounds_alike(a, b) or OSA.distance(a, b) <= min(_MOST_WRONG, (min(len(a), len(b)) - 1) // 3)
