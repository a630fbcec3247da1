"""PREMIS 3: the objects of a package, what has happened to them, and who or what did it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from app.eark.delivery import Delivery
from app.eark.elements import element, to_bytes
from app.eark.files import PackageFile
from app.eark.subject import Subject
from schemas.kinds import DocumentStatus
from schemas.version import VERSION

Element = ElementTree.Element
_NAMESPACES = {
    "xmlns:premis": "http://www.loc.gov/premis/v3",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.loc.gov/premis/v3 http://www.loc.gov/standards/premis/v3/premis.xsd",
    "version": "3.0",
}
_READER, _PACKER, _SUBMITTER = "paragraf-reader", "paragraf-packer", "submitter"


@dataclass(frozen=True, slots=True)
class History:
    """What is told of: the package by its name, each representation with its files."""

    name: str
    subject: Subject
    delivery: Delivery
    original_folder: str
    original: PackageFile
    reading_folder: str
    reading: Sequence[PackageFile]


@dataclass(frozen=True, slots=True)
class _Event:
    key: str
    type: str
    at: datetime
    detail: str
    agent: str | None
    objects: Sequence[str]
    outcome: str = "success"
    notes: Sequence[str] = ()


def premis(history: History) -> bytes:
    """The whole history in one file: objects, then events, then agents, as the schema orders them."""
    events = (_event(event) for event in _events(history))
    return to_bytes(element("premis:premis", _NAMESPACES, *_objects(history), *events, *_agents(history)))


def _objects(history: History) -> Iterator[Element]:
    rep1, rep2 = history.original_folder, history.reading_folder
    yield _object(
        "intellectualEntity",
        history.name,
        *(_relation("structural", "includes", folder) for folder in (rep1, rep2)),
    )
    yield _object("representation", rep1, _relation("structural", "is included in", history.name))
    yield _object(
        "representation",
        rep2,
        _relation("structural", "is included in", history.name),
        _relation("derivation", "has source", rep1, event="reading"),
    )
    yield _file(history.original, rep1, history.subject.file_name)
    yield from (_file(file, rep2) for file in history.reading)


def _object(kind: str, key: str, *content: Element | None) -> Element:
    return element("premis:object", {"xsi:type": f"premis:{kind}"}, _identified("object", key), *content)


def _file(file: PackageFile, folder: str, called: str | None = None) -> Element:
    fixity = element(
        "premis:fixity",
        None,
        element("premis:messageDigestAlgorithm", None, "SHA-256"),
        element("premis:messageDigest", None, file.sha256),
        element("premis:messageDigestOriginator", None, f"Paragraf {VERSION}"),
    )
    size = element("premis:size", None, str(file.size))
    return _object(
        "file",
        file.path,
        element("premis:objectCharacteristics", None, fixity, size, _format(file)),
        element("premis:originalName", None, called) if called else None,
        _relation("structural", "is included in", folder),
    )


def _format(file: PackageFile) -> Element:
    version, key = file.format.version, file.format.pronom
    designation = element(
        "premis:formatDesignation",
        None,
        element("premis:formatName", None, file.format.name),
        element("premis:formatVersion", None, version) if version else None,
    )
    registry = element(
        "premis:formatRegistry",
        None,
        element("premis:formatRegistryName", None, "PRONOM"),
        element("premis:formatRegistryKey", None, key),
    )
    return element("premis:format", None, designation, registry if key else None)


def _relation(kind: str, sub: str, other: str, event: str | None = None) -> Element:
    return element(
        "premis:relationship",
        None,
        element("premis:relationshipType", None, kind),
        element("premis:relationshipSubType", None, sub),
        _identified("relatedObject", other),
        _identified("relatedEvent", event) if event else None,
    )


def _identified(what: str, key: str, role: str | None = None) -> Element:
    return element(
        f"premis:{what}Identifier",
        None,
        element(f"premis:{what}IdentifierType", None, "local"),
        element(f"premis:{what}IdentifierValue", None, key),
        element(f"premis:{what}Role", None, role) if role else None,
    )


def _events(history: History) -> Iterator[_Event]:
    """In the order of time, as far as the archive knows it."""
    subject, made = history.subject, history.delivery.at
    paths = [history.original.path, *(file.path for file in history.reading)]
    came = f"Filen kom in som {subject.source_uri or subject.file_name}."
    # by a version of Paragraf that nobody noted: no agent
    yield _Event("ingestion", "ingestion", subject.arrived, came, None, [history.original.path])
    yield _Event(
        "reading", "metadata extraction", subject.read or subject.arrived, _how_read(subject), _READER,
        [history.original_folder, history.reading_folder],
        "success" if subject.status == DocumentStatus.COMPLETE else "warning", subject.warnings,
    )  # fmt: skip
    yield _Event(
        "digests", "message digest calculation", made,
        "sha256 räknades medan filerna lästes och skrevs; originalets jämfördes med det som arkivet har haft "
        "sedan filen kom in, och alla lästes om från disken innan paketet fick sitt namn.", _PACKER, paths,
    )  # fmt: skip
    yield _Event(
        "packaging", "information package creation", made, "Paketet skrevs enligt E-ARK SIP 2.1.0.", _PACKER,
        [history.name],
    )  # fmt: skip


def _how_read(subject: Subject) -> str:
    told = f"Läst med Paragraf {subject.versions.extractors}"
    if subject.versions.reconcilers:
        told += f", avstämd med {subject.versions.reconcilers}"
    told += ", rättad av människor." if subject.versions.corrections else "."
    return told if subject.read else f"{told} Tiden är den då filen kom in: läsningens egen är inte känd."


def _event(event: _Event) -> Element:
    notes = (
        element("premis:eventOutcomeDetail", None, element("premis:eventOutcomeDetailNote", None, note))
        for note in event.notes
    )
    return element(
        "premis:event",
        None,
        _identified("event", event.key),
        element("premis:eventType", None, event.type),
        element("premis:eventDateTime", None, event.at.isoformat()),
        element("premis:eventDetailInformation", None, element("premis:eventDetail", None, event.detail)),
        element(
            "premis:eventOutcomeInformation",
            None,
            element("premis:eventOutcome", None, event.outcome),
            *notes,
        ),
        _identified("linkingAgent", event.agent) if event.agent else None,
        *(_identified("linkingObject", key) for key in event.objects),
    )


def _agents(history: History) -> Iterator[Element]:
    """The program twice: what read the document may be an older version than what packs it."""
    yield _agent(_READER, "Paragraf", "software", history.subject.versions.extractors)
    yield _agent(_PACKER, "Paragraf", "software", VERSION)
    yield _agent(_SUBMITTER, history.delivery.submitted_by(history.subject), "organization")


def _agent(key: str, name: str, kind: str, version: str | None = None) -> Element:
    return element(
        "premis:agent",
        None,
        _identified("agent", key),
        element("premis:agentName", None, name),
        element("premis:agentType", None, kind),
        element("premis:agentVersion", None, version) if version else None,
    )
