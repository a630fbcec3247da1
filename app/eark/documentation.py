"""What a person must know to open the package in fifty years, in Swedish."""

from __future__ import annotations

from app.eark.elements import legal
from app.eark.subject import Subject

PACKAGE_GUIDE = "LASMIG.txt"

_PACKAGE = """\
Paketet {name}
{underline}

Ett informationspaket för överlämnande till arkiv (SIP) enligt E-ARK CSIP 2.1.0 och E-ARK SIP 2.1.0, som
tillsammans är FGS Paketstruktur 2.0.

Innehåll: {title}

METS.xml                        paketets innehållsförteckning med storlek och sha256 för varje fil
metadata/descriptive/           vad handlingen är (Dublin Core)
metadata/preservation/          vad som har hänt med den, av vem och när (PREMIS 3)
representations/rep1/           handlingen i original, oförändrad; den hette {file_name}
representations/rep2/           det som Paragraf har läst ut ur den, som CSV
schemas/                        de XML-scheman som filerna är skrivna efter

Originalet är handlingen. Läsningen är gjord av ett program och kan ha fel: varje värde har därför kvar
tecknen som de är tryckta och, i en PDF, blad och plats. Vid tvekan gäller originalet.

Att PDF-filen följer PDF/A är inte kontrollerat. Uppgift om rättigheter saknas, för handlingen bär ingen.
"""
_ORIGINAL = """\
Handlingen i original
=====================

data/{stored} är handlingen så som den kom in, byte för byte. Den hette då {file_name}.
sha256: {sha256}
Den kom in {arrived}.
"""
_READING = """\
Läsningen
=========

Gjord av Paragraf {version}{corrected}.
{outcome}

data/ innehåller en fil för varje tabell som har rader. datapackage.json beskriver varje tabell och kolumn:
vad den betyder, dess enhet, de ord som får stå där och vilka kolumner som pekar på varandra (Frictionless
Data Package).

Filerna är text: UTF-8, ett komma mellan värdena, värden inom citattecken där de behövs, radslut CR LF
(RFC 4180). Kolumnernas namn står på första raden. Inget mellan två komman betyder att uppgiften saknas.
Tal skrivs med decimalpunkt, datum som 2024-06-17, tidpunkter i UTC, listor som JSON.
"""


def about_package(subject: Subject, name: str) -> bytes:
    heading = _PACKAGE.format(
        name=name, underline="=" * len(f"Paketet {name}"), title=subject.name, file_name=subject.file_name
    )
    return legal(heading).encode()


def about_original(subject: Subject) -> bytes:
    told = _ORIGINAL.format(
        stored=subject.original.name,
        file_name=subject.file_name,
        sha256=subject.sha256,
        arrived=subject.arrived.isoformat(),
    )
    return legal(told).encode()


def about_reading(subject: Subject) -> bytes:
    told = "\n".join(("Vad som inte kunde läsas eller är osäkert:", *subject.warnings))
    text = _READING.format(
        version=subject.versions.extractors,
        corrected=" och rättad av människor" if subject.versions.corrections else "",
        outcome=told if subject.warnings else "Inget är känt som inte kunde läsas.",
    )
    return legal(text).encode()
