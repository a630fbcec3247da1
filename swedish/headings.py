"""What the sub-headings of a § mean, in the words Swedish and Finland-Swedish offices use."""

from __future__ import annotations

import re

_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("earlier", r"^tidigare (?:behandling|beslut)"),
        (
            "recipients",
            (
                r"^sändlista|(?:skickas|översänds) till|expedier|delges|sänds till|för kännedom|kopia till|"
                r"^mottagare|^distribution|^(?:protokolls)?utdrag(?: till| ur protokollet(?: till)?)?\s*:?$"
            ),
        ),
        ("attachments", r"^(?:beslutsunderlag|underlag|bilag(?:a|or)|handlingar(?: i ärendet)?|bil\.)\b"),
        ("not_participating", r"\bdelt(?:ar|og) (?:inte|ej)|\bej delta|avstår från att delta"),
        ("disqualified", r"^(?:jäv|anmälan om jäv)\b"),
        (
            "protocol_notes",
            r"protokollsanteckning|anteckning(?:ar)? till protokollet|^till protokollet\s*:?$|"
            r"^särskil(?:t|da) yttrande",
        ),
        ("reservations", r"^(?:skriftlig )?reservation"),
        (
            "proposals",
            r"yrkande|^förslag (?:till beslut )?(?:på|under|vid) (?:sammanträdet|mötet)|"
            r"^ändringsförslag|^tilläggsförslag",
        ),
        ("order", r"^proposition|beslutsgång|^omröstning|voteringsordning|^votering|^ajournering"),
        (
            "own_proposal",
            r"förslag till \w*(?:fullmäktige|styrelsen|nämnden|utskottet|möte)\b(?: för beslut i \w+)?\s*:?$|"
            r"\b(?:föreslår|föreslog)\b.+\bbesluta\s*:?$",
        ),
        # Finland-Swedish protocols print the presenting officer's proposal so ("Stadsdirektörens förslag:")
        ("proposals", r"\wförslag:$|förslag:$"),
        ("proposal_of_office", r"förslag till beslut|förslag$|beslutsförslag"),
        (
            "decision",
            r"^(?:\S+\s){0,4}?(?:beslut(?:ar|ade)?|beslut i ärendet)\s*:?$|^beslut(?:ar|ade)?\b\s*:?$|"
            r"\bställningstagande$",
        ),
        (
            "background",
            r"sammanfattning|^beslutsmotivering|^ärende|bakgrund|^dagens sammanträde|"
            r"^beredning|^redogörelse|^motivering|^beskrivning|^skäl",
        ),
    )
)

_TWO_LANGUAGES = re.compile(r"([^/]{3,60}?)\s+/\s+([^/]{3,60}?)(\s?:?)")
# Whole lines that head what stands below them wherever they stand apart: a scan does not tell bold type.
_ALONE = re.compile(
    r"(?:(?:[A-ZÅÄÖ][\wåäöÅÄÖ-]*s?\s(?:[\wåäö/.-]+\s){0,3})?beslut|beslutet|förslag till beslut|"
    r"ärende(?:t|beskrivning)|sammanfattning(?: av ärendet)?|bakgrund|beslutsmotivering|beslutsunderlag|"
    r"ärenden(?: som (?:skall?|kommer att) behandlas)?|ärendelista|(?:tilläggs|ändrings)?yrkanden?|"
    r"proposition(?:er|sordning|sordningar)?|beslutsgång|redogörelse|"
    r"(?:[A-ZÅÄÖ][\wåäö-]*s\s)?ställningstagande|"
    r"(?:skriftlig )?reservation|deltar (?:inte|ej)|"
    r"omröstning(?:sresultat)?|votering(?:slista)?|reservation(?:er)?|"
    r"protokollsanteckning(?:ar)?|till protokollet|särskil(?:t|da) yttranden?|jäv|"
    r"ajournering(?:ar)?|deltar (?:inte|ej) i beslutet|"
    r"(?:beslutet|protokollet) (?:skickas|expedieras|sänds|delges) till|expediering|sändlista|"
    r"(?:protokolls)?utdrag till|"
    r"[A-ZÅÄÖ][^.!?]{2,70} förslag:)\s?:?",
    re.IGNORECASE,
)


# The words that lead in what is decided: a sentence that the clauses below it end.
_PROPOSES = re.compile(
    r"\b(?:föreslår|föreslog|hemställer|rekommenderar|tillstyrker|"
    r"(?:besluta(?:r|de)|beslöt)\s(?:att\s)?föreslå)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"(?:[A-ZÅÄÖ][\w-]*,?\s(?:[\w-]+,?\s){0,6}?)?"
    r"(?:besluta(?:r|de)|beslöt|(?:föreslår|föreslog|hemställer|rekommenderar|tillstyrker)\b.{0,80}\bbesluta)"
    r"(?:\s(?:för egen del|följande|därmed|enhälligt|enligt följande|att))*\s?:?",
    re.IGNORECASE,
)


def leads_in(line: str) -> bool:
    """True for a line that says who decides, or proposes to whom, and leaves what to the lines below.

    >>> [leads_in(text) for text in ("Kommunstyrelsen beslutar", "Nämnden föreslår fullmäktige besluta:",
    ...                              "Socialnämnden beslutar för egen del")]
    [True, True, True]
    >>> [leads_in(text) for text in ("Kommunstyrelsens beslut", "Nämnden beslutar att anta planen", "Jäv")]
    [False, False, False]
    """
    return len(line) < 160 and _LEADS_IN.fullmatch(line.strip()) is not None


def proposes(line: str) -> bool:
    """True where a lead-in says what another body is to decide.

    >>> proposes("Nämnden föreslår fullmäktige besluta"), proposes("Nämnden beslutar")
    (True, False)
    >>> proposes("Styrelsen beslutade att föreslå fullmäktige att höja taxan")
    True
    """
    return _PROPOSES.search(line) is not None


# A sentence that a body's name and what it does begin: no heading, however it is set.
_DOES = re.compile(
    r"([A-ZÅÄÖ][\w-]*(?:\s[\w-]+){0,5}?)\s"
    r"(?:(?:besluta(?:r|de)|beslöt)\s(?:för egen del\s|därmed\s|enhälligt\s)?att\b"
    r"|(?:föreslår|föreslog)\s(?:att\s)?(?:[\w-]+\s){1,5}(?:att\s)?beslutar?\b)"
)
_BODY = re.compile(
    r"styrelse|nämnd|fullmäktige|utskott|beredning|råd|sektion|kommitt|möte|delegation", re.IGNORECASE
)


def tells_a_decision(line: str) -> bool:
    """True for "Nämnden beslutar att …", as far as the line goes.

    >>> tells_a_decision("Servicenämnden föreslår kommunfullmäktige besluta att ta fram")
    True
    >>> [tells_a_decision(text) for text in ("Nämndens beslut", "Fullmäktige beslutade om uppdrag att spara",
    ...                                      "Så föreslår nämnden att arbeta vidare")]
    [False, False, False]
    """
    match = _DOES.match(line)
    return match is not None and _BODY.search(match[1]) is not None


def in_swedish(heading: str) -> str:
    """The heading without its other language behind a stroke, where both are set alike.

    >>> in_swedish("BESLUT / PÄÄTÖS:"), in_swedish("Beslut / Päätös"), in_swedish("Barn / unga")
    ('BESLUT:', 'Beslut', 'Barn / unga')
    >>> in_swedish("Bakgrund / Beslut")
    'Bakgrund / Beslut'
    """
    match = _TWO_LANGUAGES.fullmatch(heading)
    if match is None or match[1].isupper() != match[2].isupper():
        return heading
    if not (match[1][0].isupper() and match[2][0].isupper()):
        return heading
    if any(pattern.search(match[2]) for _, pattern in _KINDS):
        return heading  # "Bakgrund / Beslut": two headings of one language
    return match[1] + match[3]


def heads_alone(line: str) -> bool:
    """True for a line that is a § sub-heading and nothing else, whatever its type.

    >>> [heads_alone(text) for text in ("Beslut", "Kommunstyrelsens beslut", "Beslutet skickas till", "Jäv")]
    [True, True, True, True]
    >>> [heads_alone(text) for text in ("Beslut enligt förslaget.", "Enligt beslut ska nämnden", "Protokoll")]
    [False, False, False]
    """
    said = in_swedish(line)
    return len(said) < 90 and said[:1].isupper() and _ALONE.fullmatch(said) is not None


def kind_of_heading(heading: str) -> str | None:
    """What stands under the heading: decision, proposals, protocol_notes, reservations, attachments, …

    Under `own_proposal` a body says what another is to decide; it may be an earlier body's.

    >>> [kind_of_heading(h) for h in ("Kommunstyrelsens beslut", "Protokollsanteckningar", "Beslutsunderlag")]
    ['decision', 'protocol_notes', 'attachments']
    >>> [kind_of_heading(h)
    ...  for h in ("Förslag till beslut", "Välfärdsnämndens beslut:", "Stadsledningens ram")]
    ['proposal_of_office', 'decision', None]
    >>> kind_of_heading("Nämndens förslag till kommunfullmäktige")
    'own_proposal'
    """
    text = in_swedish(heading.strip())
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)
