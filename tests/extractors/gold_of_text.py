"""Stages of the reading that are text: the document, its parts, headings, paragraphs, decisions, people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from schemas.document import Decision
from tests.extractors.gold import Gold, Row, Stage, fold

_LIST_MARK = re.compile(r"^(?:\d+[.)]|[a-z]\)|[•–-])\s*")
ROLES = "member substitute chair secretary adjuster attending absent disqualified official".split()


# The document and its parts


def _field(name: str, folded: Callable[[str], str] = fold) -> Stage:
    """One particular of the document."""

    def said(gold: Gold) -> Iterator[Row]:
        yield name, folded(str(gold.said["document"][name] or "")), 1

    def read(gold: Gold) -> Iterator[Row]:
        yield name, folded(str(getattr(gold.read, name) or "")), 1

    return Stage(said, read)


def _said_parts(gold: Gold) -> Iterator[Row]:
    for part in gold.said["parts"]:
        yield part["kind"], fold(part["title"]), part["last_page"], part["first_page"]


def _read_parts(gold: Gold) -> Iterator[Row]:
    for part in gold.read.parts:
        yield part.kind, fold(part.title), part.last_page, part.first_page


# Headings and paragraphs


def _headings(levels: bool) -> Stage:
    """Headings in capitals or not; with their levels, or without."""

    def said(gold: Gold) -> Iterator[Row]:
        for s in gold.said["sections"]:
            level = (s["level"],) if levels else ()
            yield s["part"], s["number"], fold(s["heading"]).casefold(), *level, s["page"]

    def read(gold: Gold) -> Iterator[Row]:
        for s in gold.read.sections:
            level = (s.level,) if levels else ()
            yield gold.part_number[s.part_id], s.number, fold(s.heading).casefold(), *level, s.first_page

    return Stage(said, read)


def _said_paragraphs(gold: Gold) -> Iterator[Row]:
    for section in gold.said["sections"]:
        sheets = section.get("paragraph_pages") or [[section["page"]]] * len(section["paragraphs"])
        for text, pages in zip(section["paragraphs"], sheets, strict=True):
            yield section["part"], fold(section["heading"]).casefold(), fold(text), pages[0]


def _read_paragraphs(gold: Gold) -> Iterator[Row]:
    for p in gold.read.paragraphs:
        yield gold.part_number[p.part_id], gold.heading_of.get(p.section_id), fold(p.text), p.place.page


# Decisions and people


def _said_decisions(gold: Gold) -> Iterator[Row]:
    for d in gold.said["decisions"]:
        yield d["paragraph"], d["diary_number"], fold(d["title"]), d["page"]


def _read_decisions(gold: Gold) -> Iterator[Row]:
    for d in gold.read.decisions:
        yield d.paragraph, d.diary_number, fold(d.title), d.first_page


def _said_bodies(gold: Gold) -> Iterator[Row]:
    for d in gold.said["decisions"]:
        yield d["paragraph"], d["body"], d["page"]


def _read_bodies(gold: Gold) -> Iterator[Row]:
    for d in gold.read.decisions:
        yield d.paragraph, d.body, d.first_page


def _texts_of_decisions(name: str) -> Stage:
    """The entries of one list column, each with its place in the list."""

    def rows(paragraph: str, texts: tuple[str, ...], page: int | None) -> Iterator[Row]:
        for position, text in enumerate(texts):
            yield paragraph, position, _LIST_MARK.sub("", fold(text)), page

    def said(gold: Gold) -> Iterator[Row]:
        for d in gold.said["decisions"]:
            yield from rows(d["paragraph"], d.get(name) or (), d["page"])

    def read(gold: Gold) -> Iterator[Row]:
        for d in gold.read.decisions:
            yield from rows(d.paragraph, getattr(d, name), d.first_page)

    return Stage(said, read)


def _said_votes(gold: Gold) -> Iterator[Row]:
    for d in gold.said["decisions"]:
        votes = d.get("votes") or {}
        yield d["paragraph"], votes.get("ja"), votes.get("nej"), votes.get("avstar"), d["page"]


def _read_votes(gold: Gold) -> Iterator[Row]:
    for d in gold.read.decisions:
        yield d.paragraph, d.votes_yes, d.votes_no, d.votes_abstain, d.first_page


def _said_not_participating(gold: Gold) -> Iterator[Row]:
    for d in gold.said["decisions"]:
        for person in d.get("not_participating") or ():
            yield d["paragraph"], fold(person["name"]), person["party"], d["page"]


def _read_not_participating(gold: Gold) -> Iterator[Row]:
    decisions: dict[str | None, Decision] = {d.decision_id: d for d in gold.read.decisions}
    for person in gold.read.people:
        if person.role == "not_participating":
            decision = decisions[person.decision_id]
            yield decision.paragraph, fold(person.name), person.party, decision.first_page


def _said_people(gold: Gold) -> Iterator[Row]:
    for person in gold.said["people"]:
        yield fold(person["name"]), person["party"], 0


def _read_people(gold: Gold) -> Iterator[Row]:
    """Each name once; without a party only where it never stands with one."""
    named = {(fold(person.name), person.party) for person in gold.read.people}
    with_party = {name for name, party in named if party}
    return ((name, party, 0) for name, party in named if party or name not in with_party)


def _other_prints_of_people(gold: Gold) -> Iterator[Row]:
    for person in gold.said["people"]:
        for name in person.get("variants", ()):
            yield fold(name), person["party"], 0
            yield fold(name), None, 0


def _said_roles(gold: Gold) -> Iterator[Row]:
    """Only the contract's own roles: an older gold file says "kommunalråd, ledamot"."""
    for person in gold.said["people"]:
        if person["role"] in ROLES:
            yield fold(person["name"]), person["party"], person["role"], 0


def _read_roles(gold: Gold) -> Iterator[Row]:
    """Each role once; a person may have more than the one that the gold names."""
    yield from {(fold(person.name), person.party, person.role, 0) for person in gold.read.people}


STAGES = {
    # often printed in capitals only
    "municipality": _field("municipality", lambda name: fold(name).casefold()),
    "body": _field("body"),
    "meeting_date": _field("meeting_date"),
    "title": _field("title"),
    "diary_number": _field("diary_number"),
    "parts": Stage(_said_parts, _read_parts),
    "headings": _headings(levels=False),
    "heading_levels": _headings(levels=True),
    "paragraphs": Stage(_said_paragraphs, _read_paragraphs),
    "decisions": Stage(_said_decisions, _read_decisions),
    "decision_bodies": Stage(_said_bodies, _read_bodies),
    "decision_text": _texts_of_decisions("decision_text"),
    "proposals": _texts_of_decisions("proposals"),
    "reservations": _texts_of_decisions("reservations"),
    "protocol_notes": _texts_of_decisions("protocol_notes"),
    "attachments": _texts_of_decisions("attachments"),
    "votes": Stage(_said_votes, _read_votes),
    "not_participating": Stage(_said_not_participating, _read_not_participating),
    "people": Stage(_said_people, _read_people, _other_prints_of_people),
    "roles": Stage(_said_roles, _read_roles, allowed=_read_roles),
}
