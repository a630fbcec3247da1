"""METS: what a package or a representation holds, as CSIP 2.1.0 and SIP 2.1.0 want it said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote
from xml.etree import ElementTree

from app.eark.elements import element, to_bytes
from app.eark.files import PackageFile
from schemas.version import VERSION

PROFILE = "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
_MOST_OF_A_LABEL = 200  # characters: SIP1 asks for a short text, and a title can be a page
_LOCATED = {"LOCTYPE": "URL", "xlink:type": "simple"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What is held: METS' word for it, and ours for how it is laid out, for which E-ARK has none."""

    category: str
    layout: str


WHOLE = Kind("Mixed", "Handling i original och dess läsning")
DOCUMENT = Kind("Textual works – Digital", "Handling i original")
DATA = Kind("Datasets", "Frictionless Data Package")


@dataclass(frozen=True, slots=True)
class Agent:
    """Who had a part in it."""

    role: str
    type: str
    name: str
    note: str | None = None

    @property
    def is_software(self) -> bool:
        return self.type == "OTHER"


@dataclass(frozen=True, slots=True)
class Group:
    """Files that belong together; `kind` is given where they are a representation or its data."""

    use: str
    files: Sequence[PackageFile]
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """What one METS.xml tells: of the package, or of the representation that lies in `folder`."""

    name: str
    kind: Kind
    made: datetime
    agents: Sequence[Agent]
    groups: Sequence[Group]
    folder: str = ""
    label: str | None = None
    agreement: str | None = None
    descriptive: PackageFile | None = None
    preservation: PackageFile | None = None

    @property
    def is_package(self) -> bool:
        return not self.folder

    def id(self, *of: object) -> str:
        """An xml:id that no other METS of the package has."""
        return "-".join(map(str, (self.name, *of)))


def software() -> Agent:
    """CSIP10 to CSIP16: the program that made the package."""
    return Agent("CREATOR", "OTHER", "Paragraf", VERSION)


def mets(contents: Contents) -> bytes:
    root = element(
        "mets:mets",
        _root_attributes(contents),
        _header(contents),
        _descriptive(contents),
        _administrative(contents),
        _file_section(contents),
        _structure(contents),
    )
    return to_bytes(root)


def _root_attributes(contents: Contents) -> dict[str, str | None]:
    schemas = "schemas" if contents.is_package else "../../schemas"
    label = contents.label
    if label and len(label) > _MOST_OF_A_LABEL:
        label = label[: _MOST_OF_A_LABEL - 1] + "…"
    return {
        "xmlns:mets": "http://www.loc.gov/METS/",
        "xmlns:csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
        "xmlns:sip": "https://DILCIS.eu/XML/METS/SIPExtensionMETS",
        "xmlns:xlink": "http://www.w3.org/1999/xlink",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": (
            f"http://www.loc.gov/METS/ {schemas}/mets.xsd "
            f"http://www.w3.org/1999/xlink {schemas}/xlink.xsd "
            f"https://DILCIS.eu/XML/METS/CSIPExtensionMETS {schemas}/DILCISExtensionMETS.xsd "
            f"https://DILCIS.eu/XML/METS/SIPExtensionMETS {schemas}/DILCISExtensionSIPMETS.xsd"
        ),
        "OBJID": contents.name,
        "LABEL": label,
        "TYPE": contents.kind.category,
        **_layout(contents.kind),
        "PROFILE": PROFILE,
    }


def _layout(kind: Kind | None) -> dict[str, str | None]:
    if kind is None:
        return {}
    return {"csip:CONTENTINFORMATIONTYPE": "OTHER", "csip:OTHERCONTENTINFORMATIONTYPE": kind.layout}


def _header(contents: Contents) -> ElementTree.Element:
    made = contents.made.isoformat()
    agreement = element("mets:altRecordID", {"TYPE": "SUBMISSIONAGREEMENT"}, contents.agreement)
    return element(
        "mets:metsHdr",
        {"CREATEDATE": made, "LASTMODDATE": made, "RECORDSTATUS": "NEW", "csip:OAISPACKAGETYPE": "SIP"},
        *(_agent(agent) for agent in contents.agents),
        agreement if contents.agreement else None,
    )


def _agent(agent: Agent) -> ElementTree.Element:
    kind = "SOFTWARE VERSION" if agent.is_software else "IDENTIFICATIONCODE"
    other = "SOFTWARE" if agent.is_software else None
    note = element("mets:note", {"csip:NOTETYPE": kind}, agent.note) if agent.note else None
    return element(
        "mets:agent",
        {"ROLE": agent.role, "TYPE": agent.type, "OTHERTYPE": other},
        element("mets:name", None, agent.name),
        note,
    )


def _descriptive(contents: Contents) -> ElementTree.Element | None:
    if contents.descriptive is None:
        return None
    return element(
        "mets:dmdSec",
        {"ID": contents.id("dmd"), "CREATED": contents.made.isoformat(), "STATUS": "CURRENT"},
        _reference(contents, contents.descriptive, {"MDTYPE": "DC"}),
    )


def _administrative(contents: Contents) -> ElementTree.Element | None:
    if contents.preservation is None:
        return None
    reference = _reference(contents, contents.preservation, {"MDTYPE": "PREMIS", "MDTYPEVERSION": "3.0"})
    provenance = element("mets:digiprovMD", {"ID": contents.id("digiprov"), "STATUS": "CURRENT"}, reference)
    return element("mets:amdSec", {"ID": contents.id("amd")}, provenance)


def _reference(contents: Contents, file: PackageFile, about: dict[str, str]) -> ElementTree.Element:
    return element("mets:mdRef", {**_LOCATED, **_href(contents, file), **about, **_stated(contents, file)})


def _href(contents: Contents, file: PackageFile) -> dict[str, str]:
    return {"xlink:href": quote(file.seen_from(contents.folder))}


def _stated(contents: Contents, file: PackageFile) -> dict[str, str]:
    return {
        "MIMETYPE": file.format.media_type,
        "SIZE": str(file.size),
        "CREATED": contents.made.isoformat(),
        "CHECKSUM": file.sha256,
        "CHECKSUMTYPE": "SHA-256",
    }


def _file_section(contents: Contents) -> ElementTree.Element:
    groups = (_group(contents, number, group) for number, group in enumerate(contents.groups))
    return element("mets:fileSec", {"ID": contents.id("files")}, *groups)


def _group(contents: Contents, number: int, group: Group) -> ElementTree.Element:
    files = (
        element(
            "mets:file",
            {"ID": contents.id("file", number, place), **_stated(contents, file)},
            element("mets:FLocat", {**_LOCATED, **_href(contents, file)}),
        )
        for place, file in enumerate(group.files)
    )
    return element(
        "mets:fileGrp",
        {"ID": contents.id("group", number), "USE": group.use, **_layout(group.kind)},
        *files,
    )


def _structure(contents: Contents) -> ElementTree.Element:
    whole = element(
        "mets:div",
        {"ID": contents.id("div"), "LABEL": contents.name},
        _metadata_division(contents),
        *_divisions(contents),
    )
    about = {"ID": contents.id("structure"), "TYPE": "PHYSICAL", "LABEL": "CSIP"}
    return element("mets:structMap", about, whole)


def _metadata_division(contents: Contents) -> ElementTree.Element:
    """There in every METS (CSIP88), also where the metadata stand in the package's own."""
    return element(
        "mets:div",
        {
            "ID": contents.id("div", "metadata"),
            "LABEL": "Metadata",
            "ADMID": contents.id("amd") if contents.preservation else None,
            "DMDID": contents.id("dmd") if contents.descriptive else None,
        },
    )


def _divisions(contents: Contents) -> Iterator[ElementTree.Element]:
    """One a group: the package points at each representation's own METS, a representation at its files."""
    for number, group in enumerate(contents.groups):
        group_id, about = contents.id("group", number), {"ID": contents.id("div", number)}
        if contents.is_package and group.kind:
            link = {**_LOCATED, "xlink:title": group_id, **_href(contents, group.files[0])}
            yield element("mets:div", {**about, "LABEL": group.use}, element("mets:mptr", link))
        else:
            label = group.use.partition("/")[0]
            yield element("mets:div", {**about, "LABEL": label}, element("mets:fptr", {"FILEID": group_id}))
