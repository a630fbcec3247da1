"""What a word of the attendance list introduces: in what role those stand whose names follow it."""

from __future__ import annotations

import re
from typing import Protocol

from extractors.pages.lines import Run
from schemas.kinds import Role
from schemas.page import Page
from schemas.place import Box
from swedish.person_names import find_named, looks_like_name

SECRETARY = (
    r"(?:(?:nämnd|kommun|mötes|styrelse|kommunstyrelse|fullmäktige|utskott|förbund|direktion|region|stad)s?)?"
    r"sekreterare\b"
)
"""Regex of who keeps the protocol by office: "kultursekreterare" does not."""
_LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern, re.IGNORECASE))
    for role, pattern in (
        (Role.ABSENT, r"^(?:frånvarande|förhinder|anmält förhinder|ej närvarande)"),
        (
            Role.ADJUSTER,
            (
                r"^(?:(?:(?:utses?|utsedda?) )?att justera|justera(?:re|nde|s)\b|protokoll(?:s|et\s)juster|"
                r"(?-i:Protokolljuster|PROTOKOLLJUSTER)|elektronisk protokolljustering)"
            ),
        ),
        (Role.SECRETARY, rf"^(?:{SECRETARY}|protokollförare|vid protokollet)"),
        (Role.CHAIR, r"^ordförande\b"),
        (
            Role.ATTENDING,
            r"^(?:övriga|övrigt|närvarande ej|(?:även|också|dessutom) närvarande|ej "
            r"beslutande|tjänste(?:män|personer)|inkallade|(?-i:Adjunger|ADJUNGER)ad(?:e)?\b|"
            r"föredragande|gäster|insynsplats|personal(?:företrädare|representant)|fackliga)",
        ),
        (Role.ATTENDING, r"^(?:(?:icke|ej|inte) tjänstgörande|närvarande ersättare|ersättare som inte)"),
        (Role.SUBSTITUTE, r"^(?:tjänstgörande (?:ersättare|suppleant)|ersättare\b|suppleanter?\b)"),
        (
            Role.MEMBER,
            r"^(?:tjänstgörande\b|beslutande|\w*ledamöter|ordinarie|närvarande\b|närvaro)",
        ),
    )
)
_OTHER_LABEL = re.compile(
    r"^(?:plats(?:en)?\b|tid(?:er|punkt)?\b|sammanträdes(?!protokoll)|organ(?:et)?\b|ärenden|"
    r"(?:justerade )?paragraf|underskrift|anslag|bevis|datum|förvaringsplats|"
    r"protokollet|justeringens|"
    r"justering(?:en)?\b|plats och tid|elektroniska underskrif|sida\b|"
    r"utdragsbestyrkande|intygar|nämnd(?:en|ens|s)?\b|omfattning)",
    re.IGNORECASE,
)


def label_role(text: str) -> tuple[bool, Role | None]:
    """Whether the run is a label of the list, and the role of those it introduces (None: not people)."""
    for role, pattern in _LABELS:
        if pattern.match(text):
            return True, role
    return bool(_OTHER_LABEL.match(text)), None


class Listed(Protocol):
    """A line of the list: of a sheet, or of running text."""

    @property
    def page(self) -> Page: ...
    @property
    def runs(self) -> tuple[Run, ...]: ...
    @property
    def box(self) -> Box: ...


def find_first_name(text: str) -> bool:
    """True where the text holds a name with a party, or is one."""
    return any(True for _ in find_named(text)) or looks_like_name(text)
