"""Sentences that say no more than a row's label, a verb, an amount and the column: "Totalt är 73,3 mnkr, plan
2031."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reconcilers.same_figure.amounts_in_sentences import Mention
from schemas.document import Fact
from swedish.table_labels import said_in, stem

_ABOUT = re.compile(
    r"^(?:av (?:tabellen|sammanställningen|översikten) framgår att\s+)?(?P<row>\S.{0,80}?)\s+"
    r"(?:är|var|blir|blev|uppgår till|uppgick till|beräknas (?:till|bli)|budgeteras till)\s*$",
    re.IGNORECASE,
)


def row_spoken_of(sentence: str, at: int) -> str | None:
    """What the sentence says of the amount that begins `at` there, if that is all it says.

    >>> row_spoken_of("Av tabellen framgår att finansiella kostnader är 2,4 mnkr (2031).", 48)
    'finansiella kostnader'
    >>> row_spoken_of("Bryggan kostade 2,4 mnkr.", 16)
    """
    found = _ABOUT.match(sentence[:at])
    return found["row"].casefold() if found else None


def facts_spoken_of(mention: Mention, facts: Iterable[Fact]) -> Iterator[Fact]:
    """Those of the facts whose row's label is just what the sentence speaks of, in the year and the measure
    that it names.
    """
    row = row_spoken_of(mention.sentence, mention.at)
    if row is None:
        return
    said = said_in(mention.clause)
    for fact in facts:
        is_of_year = fact.year is not None and fact.year in mention.years
        if is_of_year and (fact.measure is None or stem(fact.measure) in said) and _label(fact) == row:
            yield fact


def _label(fact: Fact) -> str:
    return fact.row_label.casefold().rstrip(" :")
