"""A package written: everything aside, read back, and only then under its name."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.resources import files as resources
from pathlib import Path

from app.eark import documentation as guide
from app.eark.delivery import Delivery
from app.eark.dublin_core import dublin_core
from app.eark.files import TEXT, XML, PackageFile, copy_file, digests, raise_if_not_as_written, write_file
from app.eark.mets import DATA, DOCUMENT, WHOLE, Agent, Contents, Group, Kind, mets, software
from app.eark.premis import History, premis
from app.eark.reading import write_reading
from app.eark.subject import Subject, raise_if_altered
from app.errors import CannotExport
from archive.durable import move_into_place, new_aside, sync_tree

ASIDE = ".paragraf"  # what a folder begins with in which a package is being written
METS = "METS.xml"
ORIGINAL, READING = "rep1", "rep2"
# a representation's METS lies below the package's schemas; it carries the two small ones of its own, for
# CSIP113 wants schemas in each, and it may not name files outside its own folder
_SCHEMAS = (
    "mets.xsd",
    "xlink.xsd",
    "DILCISExtensionMETS.xsd",
    "DILCISExtensionSIPMETS.xsd",
    "dublin-core.xsd",
    "dublin-core-record.xsd",
)
_OF_REPRESENTATION = _SCHEMAS[2:4]
_MADE = re.compile(rb'CREATEDATE="([^"]+)"')
_HEAD = 8192  # bytes, in which our own METS says when it was made


@dataclass(frozen=True, slots=True)
class Written:
    """A package that stands; `is_new` False means that it stood there already, with the same content."""

    path: Path
    is_new: bool
    files: int
    size: int
    submitter: str


def package_name(sha256: str) -> str:
    """The same for the same bytes, whatever is read from them; it is also the package's identity.

    >>> package_name("47ae502eb3b0d3be78e2")
    'paragraf-47ae502eb3b0d3be'
    """
    return f"paragraf-{sha256[:16]}"


def write_package(subject: Subject, out: Path, delivery: Delivery) -> Written:
    """The document's package in `out`, in one rename; call it while holding `out`.

    Raises CannotExport where the original is altered, where the disk gives back something else than was
    written, and where another package has the name.
    """
    name = package_name(subject.sha256)
    path = out / name
    delivery = replace(delivery, at=_when_made(path) or delivery.at)
    aside = new_aside(out, ASIDE)
    try:
        files = _fill(aside / name, name, subject, delivery)
        sync_tree(aside / name)
        raise_if_not_as_written(aside / name, files)
        is_new = not path.exists()
        if is_new:
            move_into_place(aside / name, path)
        else:
            _raise_if_other(path, files)
    finally:
        shutil.rmtree(aside)
    return Written(path, is_new, len(files), sum(file.size for file in files), delivery.submitted_by(subject))


def _fill(package: Path, name: str, subject: Subject, delivery: Delivery) -> list[PackageFile]:
    """Every file of the package, from the original up to the METS that lists them all."""
    submitter = delivery.submitted_by(subject)
    rep1, rep2 = f"representations/{ORIGINAL}", f"representations/{READING}"
    stored = f"{rep1}/data/{subject.original.name}"
    original = copy_file(subject.original, package, stored, subject.original_format)
    raise_if_altered(subject, original.sha256)
    reading = write_reading(package, f"{rep2}/data", subject)
    history = History(name, subject, delivery, rep1, original, rep2, reading)
    ours = _Writer(package, delivery.at)
    parts = [
        ours.representation(ORIGINAL, DOCUMENT, [original], guide.about_original(subject)),
        ours.representation(READING, DATA, reading, guide.about_reading(subject)),
    ]
    described = ours.write("metadata/descriptive/dc.xml", dublin_core(subject))
    preserved = ours.write("metadata/preservation/premis.xml", premis(history))
    contents = Contents(
        name,
        WHOLE,
        delivery.at,
        [software(), *_organisations(subject, submitter)],
        [
            *ours.surroundings("", guide.about_package(subject, name), _SCHEMAS),
            *(part.group for part in parts),
        ],
        label=subject.name,
        agreement=delivery.agreement,
        descriptive=described,
        preservation=preserved,
    )
    return [
        ours.write(METS, mets(contents)),
        described,
        preserved,
        *(file for group in contents.groups for file in group.files),
        *(file for part in parts for file in part.files),
    ]


@dataclass(frozen=True, slots=True)
class _Representation:
    """A representation as the package's METS sees it, by its own METS; `files` are all the others in it."""

    group: Group
    files: Sequence[PackageFile]


@dataclass(frozen=True, slots=True)
class _Writer:
    package: Path
    at: datetime

    def write(self, path: str, content: bytes) -> PackageFile:
        return write_file(self.package, path, content, XML)

    def representation(
        self, name: str, kind: Kind, data: Sequence[PackageFile], about: bytes
    ) -> _Representation:
        folder, use = f"representations/{name}", f"Representations/{name}"
        groups = [
            *self.surroundings(f"{folder}/", about, _OF_REPRESENTATION),
            Group(f"{use}/data", data, kind),
        ]
        contents = Contents(name, kind, self.at, [software()], groups, folder)
        listed = self.write(f"{folder}/{METS}", mets(contents))
        return _Representation(Group(use, [listed], kind), [file for group in groups for file in group.files])

    def surroundings(self, folder: str, about: bytes, schemas: Iterable[str]) -> Iterator[Group]:
        """What must lie beside all content: words for people, and schemas for programs."""
        told = write_file(self.package, f"{folder}documentation/{guide.PACKAGE_GUIDE}", about, TEXT)
        yield Group("Documentation", [told])
        kept = resources("app.eark") / "schemas"
        copied = [self.write(f"{folder}schemas/{name}", (kept / name).read_bytes()) for name in schemas]
        yield Group("Schemas", copied)


def _organisations(subject: Subject, submitter: str) -> Iterator[Agent]:
    """Whose document it is, where it says; and who hands it in."""
    if subject.origin:
        yield Agent("ARCHIVIST", "ORGANIZATION", subject.origin)
    yield Agent("CREATOR", "ORGANIZATION", submitter)


def _when_made(package: Path) -> datetime | None:
    """When the package that stands there says it was made: made again then, it comes out the same."""
    try:
        with (package / METS).open("rb") as file:
            said = _MADE.search(file.read(_HEAD))
        return datetime.fromisoformat(said[1].decode()) if said else None
    except (OSError, ValueError):  # no package, or none of ours: it is compared, and refused
        return None


def _raise_if_other(path: Path, files: Iterable[PackageFile]) -> None:
    meant = {file.path: file.sha256 for file in files}
    there = digests(path) if path.is_dir() else {}
    if there != meant:
        differing = sorted(each for each in meant.keys() | there.keys() if meant.get(each) != there.get(each))
        raise CannotExport(
            f"{path} finns redan med annat innehåll ({differing[0]} skiljer sig). Flytta undan det, eller "
            "ange en annan mapp med --eark."
        )
