"""Names that no register holds: municipalities, people who sit in their boards, a word for each document."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

FIRST_YEAR = 2015
SEATS = 8  # of a party in a municipality; one of those who sit leaves each year
MUNICIPALITIES = tuple(
    f"{name} kommun"
    for name in """
    Alkärra Askåker Björkfors Blåvik Brännholma Dalhyttan Dunkerby Ekforsa Enhamra Fagerhed
    Flisnäs Forsbro Furunäs Granhult Grindsjö Gullbäcka Hagtorpa Harmånger Hedfors Holmtuna
    Hällvik Idtorp Jättsjö Kallbro Klockarnäs Kråkhult Kvarnforsa Lerbäcka Lindtuna Långhyttan
    Lövnäs Mossåker Myrhult Norrkvarn Odenholma Ramshyttan Ripberga Rågtuna Skogvassa Smedhamra
    Stensjöby Sågmyra-Näs Tallholma Tjärnbro Torphed Ulvsbro Vargforsa Videhamra Älgtorp Örnkvarn
    """.split()
)
_GIVEN = """
    Agneta Ahmed Alva Amina Anders Anita Arvid Astrid Axel Barbro Berit Bertil Birgitta Bo Britt Camilla
    Carl Cecilia Claes Daniel Ebba Elin Elsa Emil Erik Fatima Fredrik Gertrud Gunilla Gustav Hanna Helena
    Henrik Hugo Ida Ingrid Jan Jasmin Jenny Jonas Josefin Kerstin Kjell Kristina Leif Linnea Magnus Malin
    Margareta Maria Mats Mohamed Monica Olof Omar Patrik Petra Roger Rolf Rut Samira Signe Sofia Stig
    Susanne Sven Thomas Torsten Ulf Viktor Yusuf Zahra
    """.split()
_FAMILY = """
    Ahlgren Alm Arvidsson Asplund Backman Berggren Bergström Blom Boström Brandt Broman Bylund Cederholm
    Dahlberg Edlund Ekdahl Eklund Eliasson Engström Enqvist Forsberg Forslund Franzén Fredholm Granath
    Grönlund Gullberg Hagberg Hallgren Hassan Hedberg Hedlund Hellström Hermansson Hultman Hägglund Ibrahim
    Jacobsson Karlberg Kihlström Kjellberg Kullberg Lagergren Landin Levin Lilja Lindahl Lindgren Ljungberg
    Lundin Löfgren Malmberg Martinsson Modig Mohamud Molin Norberg Nordin Norling Nyström Olofsson Palm
    Pålsson Rosén Rydberg Rönnqvist Sandberg Sandström Sjögren Skoglund Stenberg Ström Sundin Svanberg
    Söderlund Tapper Tjernberg Törnqvist Uddén Vikström Wahlgren Westerlund Wiklund Yilmaz Zetterberg Åberg
    Åkerlund Ångman Ödman Österberg
    """.split()
_ONE = """
    alm ask asp björk bäck ek fiskar fjäll furu gran gärds hassel hed häll kalk klock kol kvarn kyrk lind
    ler mjölnar moss myr rönn sand sjö skog smed sten sälg säter tall tegel tjär torv vass vide ål äng
    """.split()
_TWO = """
    backe bro brygge damms dals flods fors gropa grinds hamns holms höjd kulle kärrs lunds mosse näs parks
    plats sluss stigs strand tomts udde vads viks åker
    """.split()
_THREE = """
    avtal beskrivning besiktning flytt hyra inlösen inventering kartläggning mätning planering program
    projekt prövning reglering röjning sanering skydd stängning strategi tillsyn underhåll upprustning
    utredning översyn
    """.split()
_PRIME = 1_000_003  # far from any factor of how many words there are: neighbours look nothing like each other
_LISTED = 200  # of a party in a municipality: a reading may name more than sit


def word_of(number: int) -> str:
    """The word that the document so numbered has to itself, as long as the words last.

    >>> word_of(0), word_of(1)
    ('almbackeavtal', 'myrflodstillsyn')
    >>> len({word_of(number) for number in range(20_000)})
    20000
    """
    rest = number * _PRIME % (len(_ONE) * len(_TWO) * len(_THREE))
    rest, three = divmod(rest, len(_THREE))
    one, two = divmod(rest, len(_TWO))
    return _ONE[one] + _TWO[two] + _THREE[three]


def seated(seed: int, municipality: str, party: str, year: int) -> Sequence[str]:
    """Those who sit for the party that year, then those who come after them.

    >>> now, then = (seated(1, MUNICIPALITIES[0], "S", year)[:8] for year in (2019, 2022))
    >>> now[3:] == then[:5], len({*now, *then})
    (True, 11)
    """
    return _listed(seed, municipality, party)[max(0, year - FIRST_YEAR) :]


@cache
def _listed(seed: int, municipality: str, party: str) -> Sequence[str]:
    dice = random.Random(f"{seed} {municipality} {party}")
    pairs = dice.sample(range(len(_GIVEN) * len(_FAMILY)), _LISTED)
    return [f"{_GIVEN[pair % len(_GIVEN)]} {_FAMILY[pair // len(_GIVEN)]}" for pair in pairs]
