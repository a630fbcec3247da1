"""Every closed list of words that is published or kept: what is not in it is an error when it is written.

Members are the published strings themselves. The order is the one in which people are told of them. What a
warning can be is in `schemas/warnings`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum, auto


class TextSource(StrEnum):
    NATIVE = auto()
    OCR = auto()
    MIXED = auto()
    MARKDOWN = auto()


class DocumentStatus(StrEnum):
    COMPLETE = auto()
    PARTIAL = auto()


class PartKind(StrEnum):
    PROTOCOL = auto()
    MEMO = auto()
    ANNEX = auto()
    NOTICE = auto()


class Role(StrEnum):
    """Of a person at a place."""

    MEMBER = auto()
    SUBSTITUTE = auto()
    CHAIR = auto()
    SECRETARY = auto()
    ADJUSTER = auto()
    ATTENDING = auto()
    NOT_PARTICIPATING = auto()
    ABSENT = auto()
    DISQUALIFIED = auto()
    RESERVATION = auto()
    PROTOCOL_NOTE = auto()
    OFFICIAL = auto()


class Vote(StrEnum):
    YES = auto()
    NO = auto()
    ABSTAIN = auto()


class UnitSource(StrEnum):
    """Where a table's unit stands; the last one is a person's word."""

    HEADER = auto()
    TITLE = auto()
    CAPTION = auto()
    LABEL = auto()
    TEXT = auto()
    PART = auto()
    CORRECTION = auto()


class Engine(StrEnum):
    """What read a table."""

    PARAGRAF = auto()
    CAMELOT = auto()
    PDFPLUMBER = auto()
    MARKDOWN = auto()


class CellRole(StrEnum):
    HEADER = auto()
    LABEL = auto()
    VALUE = auto()
    NOTE = auto()
    EMPTY = auto()


class RowKind(StrEnum):
    DATA = auto()
    SUBTOTAL = auto()
    TOTAL = auto()
    NET = auto()


class FactStatus(StrEnum):
    VERIFIED = auto()
    CONFLICT = auto()
    UNCHECKED = auto()


class Level(StrEnum):
    """What two texts that say the same are."""

    PARAGRAPH = auto()
    SECTION = auto()


class Relation(StrEnum):
    IDENTICAL = auto()
    NEAR = auto()
    CHANGED = auto()


class DifferenceKind(StrEnum):
    NUMBER = auto()
    NAME = auto()
    WORDING = auto()
    ADDED = auto()
    REMOVED = auto()


class CheckKind(StrEnum):
    """What an identity is of: figures, or a document's own numbers."""

    SUM = auto()
    NET = auto()
    CROSS_TABLE = auto()
    TEXT_VS_TABLE = auto()
    PERCENT = auto()
    STRUCTURE = auto()


class FindingKind(StrEnum):
    """`reference` and `restated` are the contract's, and come with work still to be done."""

    SUM = auto()
    NET = auto()
    SIGN = auto()
    UNIT = auto()
    CROSS_TABLE = auto()
    TEXT_VS_TABLE = auto()
    PERCENT = auto()
    NUMBER = auto()
    WORDING = auto()
    MISSING_TEXT = auto()
    NAME = auto()
    SEQUENCE = auto()
    REFERENCE = auto()
    VOTE = auto()
    DATE = auto()
    RESTATED = auto()


class Severity(StrEnum):
    """Worst first."""

    ERROR = auto()
    WARNING = auto()
    NOTICE = auto()


SEVERITIES = tuple(Severity)


class CorrectionKind(StrEnum):
    """What a correction is about; `UNTOLD` where the words alone must tell."""

    CELL = auto()
    STRIKE = auto()
    NO_FACT = auto()
    HEADER = auto()
    TEXT = auto()
    NAME = auto()
    UNIT = auto()
    MUNICIPALITY = auto()
    BODY = auto()
    MEETING_DATE = auto()
    TITLE = auto()
    DIARY_NUMBER = auto()
    UNTOLD = ""


class CorrectionState(StrEnum):
    APPLIED = auto()
    AGREED = auto()
    NOT_FOUND = auto()
    AMBIGUOUS = auto()
    CONTRADICTED = auto()
    REFUSED = auto()
    WITHDRAWN = auto()


class Fate(StrEnum):
    """What became of a file in a run."""

    INGESTED = auto()
    REPLACED = auto()
    UNCHANGED = auto()
    DUPLICATE = auto()
    QUARANTINED = auto()
    STILL_QUARANTINED = auto()
    NOT_OPENED = auto()
    WAITING = auto()
    PASSED_OVER = auto()


def listed(kind: type[StrEnum]) -> str:
    """
    >>> listed(PartKind), listed(DocumentStatus)
    ('protocol, memo, annex or notice', 'complete or partial')
    """
    *others, last = [member.value for member in kind if member]
    return f"{', '.join(others)} or {last}"


def raise_if_unlisted(values: Iterable[str | None], kind: type[StrEnum], name: str) -> None:
    """Raises ValueError where one of the values is not in the list; None is no value.

    >>> raise_if_unlisted(["error", None], Severity, "findings.severity")
    >>> raise_if_unlisted(["fatal"], Severity, "findings.severity")
    Traceback (most recent call last):
    ...
    ValueError: findings.severity is error, warning or notice, not 'fatal'
    """
    unlisted = set(values) - {None, *kind}
    if unlisted:
        raise ValueError(f"{name} is {listed(kind)}, not {', '.join(sorted(map(repr, unlisted)))}")
