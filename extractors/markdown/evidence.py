"""Whether a Markdown file is a paper of an office at all: a README or a changelog has the same ending."""

from __future__ import annotations

import re

from schemas.document import Extraction

_WORD = re.compile(r"[a-zåäö]+")
_ENGLISH = frozenset("the of and to is that with this are from by it or not which".split())
_MUCH_ENGLISH = 0.1  # of the words: English prose has twice that, Swedish none
# parts known by a head or a title of their own; what is neither is called an annex
_OWN_KINDS = ("memo", "notice")


def is_office_paper(reading: Extraction) -> bool:
    """True with a §; else with a diary number, figures in a table, a person in a role,
    or a memo's or a notice's head.

    Not in English: handbooks and read-me files speak of diary numbers and print tables too. That a
    municipality or a body is named says nothing: whoever keeps the folder writes of them.
    """
    if reading.decisions:
        return True
    if _is_english(reading):
        return False
    own_kind = any(part.kind in _OWN_KINDS for part in reading.parts)
    return bool(reading.diary_number or reading.facts or reading.people or own_kind)


def _is_english(reading: Extraction) -> bool:
    words = [word for paragraph in reading.paragraphs for word in _WORD.findall(paragraph.text.casefold())]
    return sum(word in _ENGLISH for word in words) > _MUCH_ENGLISH * len(words)
