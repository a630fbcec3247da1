"""What CSIP 2.1.0 and SIP 2.1.0 demand of a package, written from their text; nothing of the writer is asked.

Each fault begins with the id of the requirement that is not met, or with the name of the standard.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from tests.app.conftest import ROOT

SCHEMAS = ROOT / "app" / "eark" / "schemas"
SPACES = {
    "mets": "http://www.loc.gov/METS/",
    "csip": "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
    "xlink": "http://www.w3.org/1999/xlink",
    "premis": "http://www.loc.gov/premis/v3",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
CATEGORIES = (
    "Textual works – Digital",
    "Datasets",
    "Mixed",
)  # of CSIPVocabularyContentCategory, those in use
_SOFTWARE = "mets:metsHdr/mets:agent[@ROLE='CREATOR' and @TYPE='OTHER' and @OTHERTYPE='SOFTWARE']"
_SUBMITTER = "mets:metsHdr/mets:agent[@ROLE='CREATOR' and not(@TYPE='OTHER')]"
_MEDIA_TYPES = ("xml", "pdf", "json"), ("plain", "csv", "markdown")  # application/ and text/, those in use
_IS_MEDIA_TYPE = " or ".join(
    f"@MIMETYPE='{kind}/{name}'"
    for kind, names in zip(("application", "text"), _MEDIA_TYPES, strict=True)
    for name in names
)
_ORGANISED = "(@TYPE='ORGANIZATION' or @TYPE='INDIVIDUAL')"
_DIV = "mets:structMap[@LABEL='CSIP']/mets:div"
_REPS = f"{_DIV}/mets:div[starts-with(@LABEL, 'Representations/')]"
_FILES = "mets:fileSec/mets:fileGrp/mets:file"


@dataclass(frozen=True, slots=True)
class Requirement:
    """An XPath from the METS root that is true where it is met."""

    id: str
    holds: str
    of_package_only: bool = False


def _every(path: str, condition: str) -> str:
    return f"not({path}[not({condition})])"


def _described(first: int, path: str) -> tuple[Requirement, ...]:
    """What is asked of each reference to a metadata file: nine requirements in a row."""
    conditions = (
        "@LOCTYPE='URL'", "@xlink:type='simple'", "@xlink:href", "@MDTYPE", _IS_MEDIA_TYPE, "@SIZE",
        "@CREATED", "@CHECKSUM", "@CHECKSUMTYPE='SHA-256'",
    )  # fmt: skip
    return tuple(
        Requirement(f"CSIP{number}", _every(path, condition))
        for number, condition in enumerate(conditions, first)
    )


REQUIREMENTS = (
    Requirement("CSIP1", "@OBJID != ''"),
    Requirement("CSIP2", " or ".join(f"@TYPE='{category}'" for category in CATEGORIES)),
    Requirement("CSIP4", "@csip:CONTENTINFORMATIONTYPE='OTHER'"),
    Requirement("CSIP5", "@csip:OTHERCONTENTINFORMATIONTYPE != ''"),
    Requirement("CSIP6", "@PROFILE"),
    Requirement("CSIP117", "mets:metsHdr"),
    Requirement("CSIP7", "mets:metsHdr/@CREATEDATE"),
    Requirement("CSIP8", "mets:metsHdr/@LASTMODDATE"),
    Requirement("CSIP9", "mets:metsHdr/@csip:OAISPACKAGETYPE='SIP'"),
    Requirement("CSIP10", f"count({_SOFTWARE}) = 1"),
    Requirement("CSIP14", f"{_SOFTWARE}/mets:name != ''"),
    Requirement("CSIP15", f"count({_SOFTWARE}/mets:note) = 1 and {_SOFTWARE}/mets:note != ''"),
    Requirement("CSIP16", f"{_SOFTWARE}/mets:note/@csip:NOTETYPE='SOFTWARE VERSION'"),
    Requirement("CSIP17", "mets:dmdSec", True),
    Requirement("CSIP18", _every("mets:dmdSec", "@ID")),
    Requirement("CSIP19", _every("mets:dmdSec", "@CREATED")),
    Requirement("CSIP20", _every("mets:dmdSec", "@STATUS='CURRENT'")),
    Requirement("CSIP21", _every("mets:dmdSec", "mets:mdRef")),
    *_described(22, "mets:dmdSec/mets:mdRef"),
    Requirement("CSIP31", "count(mets:amdSec) = 1", True),
    Requirement("CSIP32", "mets:amdSec/mets:digiprovMD", True),
    Requirement("CSIP33", _every("mets:amdSec/mets:digiprovMD", "@ID")),
    Requirement("CSIP34", _every("mets:amdSec/mets:digiprovMD", "@STATUS='CURRENT'")),
    Requirement("CSIP35", _every("mets:amdSec/mets:digiprovMD", "mets:mdRef")),
    *_described(36, "mets:amdSec/mets:digiprovMD/mets:mdRef"),
    Requirement("CSIP58", "count(mets:fileSec) = 1"),
    Requirement("CSIP59", "mets:fileSec/@ID"),
    Requirement("CSIP60", "mets:fileSec/mets:fileGrp[@USE='Documentation']"),
    Requirement("CSIP113", "mets:fileSec/mets:fileGrp[@USE='Schemas']"),
    Requirement("CSIP114", "mets:fileSec/mets:fileGrp[starts-with(@USE, 'Representations/')]"),
    Requirement(
        "CSIP62",
        _every(
            "mets:fileSec/mets:fileGrp[starts-with(@USE, 'Repr')]", "@csip:CONTENTINFORMATIONTYPE='OTHER'"
        ),
    ),
    Requirement(
        "CSIP63",
        _every(
            "mets:fileSec/mets:fileGrp",
            "(@csip:CONTENTINFORMATIONTYPE='OTHER') = (string-length(@csip:OTHERCONTENTINFORMATIONTYPE) > 0)",
        ),
    ),
    Requirement("CSIP64", _every("mets:fileSec/mets:fileGrp", "@USE")),
    Requirement("CSIP65", _every("mets:fileSec/mets:fileGrp", "@ID")),
    Requirement("CSIP66", _every("mets:fileSec/mets:fileGrp", "mets:file")),
    Requirement("CSIP67", _every(_FILES, "@ID")),
    Requirement("CSIP68", _every(_FILES, _IS_MEDIA_TYPE)),
    Requirement("CSIP69", _every(_FILES, "@SIZE")),
    Requirement("CSIP70", _every(_FILES, "@CREATED")),
    Requirement("CSIP71", _every(_FILES, "string-length(@CHECKSUM) = 64")),
    Requirement("CSIP72", _every(_FILES, "@CHECKSUMTYPE='SHA-256'")),
    Requirement("CSIP76", _every(_FILES, "count(mets:FLocat) = 1")),
    Requirement("CSIP77", _every(f"{_FILES}/mets:FLocat", "@LOCTYPE='URL'")),
    Requirement("CSIP78", _every(f"{_FILES}/mets:FLocat", "@xlink:type='simple'")),
    Requirement("CSIP79", _every(f"{_FILES}/mets:FLocat", "@xlink:href")),
    Requirement("CSIP80", "count(mets:structMap) = 1"),
    Requirement("CSIP81", "mets:structMap/@TYPE='PHYSICAL'"),
    Requirement("CSIP82", "mets:structMap/@LABEL='CSIP'"),
    Requirement("CSIP83", "mets:structMap/@ID"),
    Requirement("CSIP84", f"count({_DIV}) = 1"),
    Requirement("CSIP85", f"{_DIV}/@ID"),
    Requirement("CSIP88", f"count({_DIV}/mets:div[@LABEL='Metadata']) = 1"),
    Requirement("CSIP89", _every(f"{_DIV}//mets:div", "@ID")),
    Requirement("CSIP91", f"{_DIV}/mets:div[@LABEL='Metadata']/@ADMID = mets:amdSec/@ID", True),
    Requirement("CSIP92", f"{_DIV}/mets:div[@LABEL='Metadata']/@DMDID = mets:dmdSec/@ID", True),
    Requirement("CSIP93", f"count({_DIV}/mets:div[@LABEL='Documentation']) = 1"),
    Requirement(
        "CSIP116",
        f"{_DIV}/mets:div[@LABEL='Documentation']/mets:fptr/@FILEID"
        " = mets:fileSec/mets:fileGrp[@USE='Documentation']/@ID",
    ),
    Requirement("CSIP97", f"count({_DIV}/mets:div[@LABEL='Schemas']) = 1"),
    Requirement(
        "CSIP118",
        f"{_DIV}/mets:div[@LABEL='Schemas']/mets:fptr/@FILEID"
        " = mets:fileSec/mets:fileGrp[@USE='Schemas']/@ID",
    ),
    Requirement(
        "CSIP107",
        f"count({_REPS}) = count(mets:fileSec/mets:fileGrp[starts-with(@USE, 'Representations/')])",
        True,
    ),
    Requirement("CSIP108", _every(f"{_REPS}/mets:mptr", "@xlink:title = //mets:fileGrp/@ID"), True),
    Requirement("CSIP109", _every(_REPS, "count(mets:mptr) = 1"), True),
    Requirement("CSIP110", _every(f"{_REPS}/mets:mptr", "@xlink:href"), True),
    Requirement("CSIP111", _every(f"{_REPS}/mets:mptr", "@xlink:type='simple'"), True),
    Requirement("CSIP112", _every(f"{_REPS}/mets:mptr", "@LOCTYPE='URL'"), True),
    Requirement("SIP2", "@PROFILE='https://earksip.dilcis.eu/profile/E-ARK-SIP.xml'"),
    Requirement("SIP4", "mets:metsHdr/@csip:OAISPACKAGETYPE='SIP'"),
    Requirement("SIP11", _every("mets:metsHdr/mets:agent[@ROLE='ARCHIVIST']", _ORGANISED)),
    Requirement("SIP15", f"count({_SUBMITTER}) = 1", True),
    Requirement("SIP17", _every(_SUBMITTER, _ORGANISED)),
    Requirement("SIP18", _every(_SUBMITTER, "mets:name != ''")),
)
# Which requirement a file breaks that is not there, is of another size, has another digest: by what lists it.
_OF_FILE = {
    "dmdSec": ("CSIP24", "CSIP27", "CSIP29"),
    "digiprovMD": ("CSIP38", "CSIP41", "CSIP43"),
    "rightsMD": ("CSIP51", "CSIP54", "CSIP56"),
    "fileGrp": ("CSIP79", "CSIP69", "CSIP71"),
}
# The order in which PREMIS 3 wants the parts of what we write; those after the bar need not be there.
_PREMIS = {
    "object": "objectIdentifier | objectCharacteristics originalName relationship",
    "objectCharacteristics": "fixity size format |",
    "fixity": "messageDigestAlgorithm messageDigest | messageDigestOriginator",
    "format": "formatDesignation | formatRegistry",
    "formatDesignation": "formatName | formatVersion",
    "formatRegistry": "formatRegistryName formatRegistryKey |",
    "relationship": "relationshipType relationshipSubType relatedObjectIdentifier | relatedEventIdentifier",
    "event": "eventIdentifier eventType eventDateTime eventDetailInformation eventOutcomeInformation |"
    " linkingAgentIdentifier linkingObjectIdentifier",
    "eventOutcomeInformation": "eventOutcome | eventOutcomeDetail",
    "agent": "agentIdentifier agentName agentType | agentVersion",
}


def faults(package: Path) -> list[str]:
    """Everything that is wrong with the package, in words that begin with the requirement."""
    tops = sorted(package.rglob("METS.xml"))
    if package / "METS.xml" not in tops:
        return ["CSIPSTR4: METS.xml"]
    told = [fault for top in tops for fault in _faults_of_mets(package, top)]
    return [*told, *_faults_of_ids(tops), *_faults_of_files(package, tops), *_faults_of_metadata(package)]


@cache
def schema(name: str) -> etree.XMLSchema:
    """One of the schemas that every package carries; what it imports is among them, no network is asked."""
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(_Beside())
    return etree.XMLSchema(etree.parse(str(SCHEMAS / name), parser))


class _Beside(etree.Resolver):  # type: ignore[misc]
    def resolve(self, url: str, _id: str, context: object) -> object:
        return self.resolve_filename(str(SCHEMAS / url.rpartition("/")[2]), context)


def _faults_of_mets(package: Path, path: Path) -> Iterator[str]:
    where, tree = path.relative_to(package), etree.parse(str(path))
    if not schema("mets.xsd").validate(tree):
        yield f"METS: {where}: {schema('mets.xsd').error_log.last_error}"
    root, is_package = tree.getroot(), path.parent == package
    if root.get("OBJID") != path.parent.name:
        yield f"CSIP1: {where}: {root.get('OBJID')} is not the folder's name (CSIPSTR2)"
    for requirement in REQUIREMENTS:
        asked = is_package or not requirement.of_package_only
        if asked and not root.xpath(f"boolean({requirement.holds})", namespaces=SPACES):
            yield f"{requirement.id}: {where}"


def _faults_of_ids(tops: list[Path]) -> Iterator[str]:
    """Unique within the package, says 2.1.0: not only within the document. libxml2 follows no IDREF."""
    ids = Counter(each for top in tops for each in etree.parse(str(top)).xpath("//@ID"))
    meant = {each for top in tops for each in etree.parse(str(top)).xpath("//@ADMID | //@DMDID | //@FILEID")}
    yield from (f"METS: no {each}" for each in sorted(meant - ids.keys()))
    yield from (f"CSIP67: {each} stands {count} times" for each, count in ids.items() if count > 1)


def _faults_of_files(package: Path, tops: list[Path]) -> Iterator[str]:
    """Every file is listed once and is as it is listed; the uppermost METS is listed nowhere."""
    listed = Counter({Path("METS.xml"): 1})
    for top in tops:
        for found in etree.parse(str(top)).xpath("//mets:file | //mets:mdRef", namespaces=SPACES):
            place = found if "mdRef" in found.tag else found.find("mets:FLocat", SPACES)
            path = top.parent / unquote(place.get(f"{{{SPACES['xlink']}}}href") or "-")
            listed[path.relative_to(package)] += 1
            yield from _faults_of_file(package, path, found)
            if "file" in found.tag:
                yield from _faults_of_use(package, path, found.getparent().get("USE") or "")
    there = {path.relative_to(package) for path in package.rglob("*") if path.is_file()}
    yield from (f"CSIP58: {path} is listed nowhere" for path in sorted(there - listed.keys()))
    yield from (f"CSIP58: {path} is listed {count} times" for path, count in listed.items() if count > 1)


def _faults_of_file(package: Path, path: Path, found: etree._Element) -> Iterator[str]:
    name = path.relative_to(package)
    missing, size, digest = _OF_FILE[_name(found.getparent())]
    if not path.is_file():
        yield f"{missing}: {name} is not there"
        return
    if str(path.stat().st_size) != found.get("SIZE"):
        yield f"{size}: {name}"
    if hashlib.sha256(path.read_bytes()).hexdigest() != found.get("CHECKSUM"):
        yield f"{digest}: {name}"


def _faults_of_use(package: Path, path: Path, use: str) -> Iterator[str]:
    """A group's USE is the folders to its files: "Documentation", "Representations/rep1/data"."""
    words = use.split("/")
    folders = [words[0].lower(), *words[1:]]
    if folders not in (list(path.relative_to(package).parts[: len(folders)]), [path.parent.name]):
        yield f"CSIP64: {use} for {path.relative_to(package)}"


def _faults_of_metadata(package: Path) -> Iterator[str]:
    descriptive, preservation = (
        package / "metadata" / name for name in ("descriptive/dc.xml", "preservation/premis.xml")
    )
    if descriptive.exists() and not schema("dublin-core-record.xsd").validate(etree.parse(str(descriptive))):
        yield f"Dublin Core: {schema('dublin-core-record.xsd').error_log.last_error}"
    if preservation.exists():
        root = etree.parse(str(preservation)).getroot()
        yield from _faults_of_order(root)
        yield from _faults_of_objects(package, root)


def _faults_of_order(root: etree._Element) -> Iterator[str]:
    kinds = [_name(child) for child in root]
    if kinds != sorted(kinds, key=["object", "event", "agent"].index):
        yield "PREMIS: objects, then events, then agents"
    for found in root.iter():
        needed, _, free = (words.split() for words in _PREMIS.get(_name(found), "|").partition("|"))
        names = [_name(child) for child in found]
        if not set(needed) <= set(names):
            yield f"PREMIS: {_name(found)} has not all of {needed}"
        if needed and names != sorted(names, key=[*needed, *free].index):
            yield f"PREMIS: {_name(found)} has {names}"


def _faults_of_objects(package: Path, root: etree._Element) -> Iterator[str]:
    """Each file of each representation is an object with its digest, and no link leads nowhere."""

    def values(path: str) -> list[str]:
        return list(root.xpath(f"{path}/text()", namespaces=SPACES))

    for path in sorted(package.glob("representations/*/data/*")):
        object_ = f"premis:object[premis:objectIdentifier/*[2]='{path.relative_to(package)}']"
        if values(f"{object_}//premis:messageDigest") != [hashlib.sha256(path.read_bytes()).hexdigest()]:
            yield f"PREMIS: fixity of {path.relative_to(package)}"
        if values(f"{object_}//premis:size") != [str(path.stat().st_size)]:
            yield f"PREMIS: size of {path.relative_to(package)}"
    for kind in ("Object", "Event", "Agent"):
        low = kind.lower()
        known = set(values(f"premis:{low}/premis:{low}Identifier/premis:{low}IdentifierValue"))
        meant = {
            *values(f"//premis:related{kind}IdentifierValue"),
            *values(f"//premis:linking{kind}IdentifierValue"),
        }
        yield from (f"PREMIS: {kind} {each} is not there" for each in sorted(meant - known))


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
