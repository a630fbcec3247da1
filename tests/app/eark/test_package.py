"""A package is what the specification asks for, whole or not there, and the same each time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from app.eark import package as written
from app.eark.files import digests
from app.errors import CannotExport
from archive.documents import original_path
from tests.app import told_paper
from tests.app.conftest import ROOT
from tests.app.eark.made_packages import DELIVERY, HOSTILE, MADE, keep, markdown, pack
from tests.app.eark.published_rules import failed
from tests.app.eark.specification import SPACES, faults

METS = ".//{http://www.loc.gov/METS/}"
# What the validator's rules ask beyond the specification's text, so that no SIP can meet them all. CSIP12 to
# CSIP16 hold every CREATOR to be software and SIP11 every CREATOR to be an organisation, where the text
# asks for one of each; SIP14 looks for an attribute without its namespace; CSIP63 fails wherever its own
# condition does not arise; CSIP103 wants the division of a package that has no representations.
CONTRADICTED = {"CSIP12", "CSIP13", "CSIP15", "CSIP16", "CSIP63", "CSIP103", "CSIP104"}
CONTRADICTED_IN_SIP = {"SIP11", "SIP14"}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("eark")
    return pack(keep(folder / "arkiv"), folder / "ut").path


@pytest.fixture
def package(made: Path, tmp_path: Path) -> Path:
    """A copy of it to spoil."""
    copy = tmp_path / made.name
    shutil.copytree(made, copy)
    return copy


def test_it_meets_every_requirement(made: Path) -> None:
    assert faults(made) == []
    assert sorted(path.name for path in made.iterdir()) == [
        "METS.xml", "documentation", "metadata", "representations", "schemas",
    ]  # fmt: skip


def test_the_validators_rules_hold_where_they_hold_themselves_to_the_text(made: Path) -> None:
    top = etree.parse(str(made / "METS.xml"))
    assert failed(top, "CSIP") <= CONTRADICTED
    assert failed(top, "SIP") <= CONTRADICTED_IN_SIP
    for path in made.glob("representations/*/METS.xml"):
        assert failed(etree.parse(str(path)), "CSIP") <= {"CSIP63"}


def test_each_agent_meets_the_rules_that_are_about_it(made: Path) -> None:
    """CSIP's rules on the METS with the software alone, SIP's with the organisations alone."""
    for kept, specification, left in (
        ("OTHER", "CSIP", {"CSIP63", "CSIP103"}),
        ("ORGANIZATION", "SIP", set()),
    ):
        top = etree.parse(str(made / "METS.xml"))
        for agent in top.findall(f"{METS}agent"):
            if agent.get("TYPE") != kept:
                agent.getparent().remove(agent)
        assert failed(top, specification) == left


def test_the_validators_rules_see_what_is_wrong(made: Path) -> None:
    """They are run for good: what is taken out is told by its id."""
    top = etree.parse(str(made / "METS.xml"))
    for path in ("digiprovMD/{http://www.loc.gov/METS/}mdRef", "fileGrp"):
        found = top.find(f"{METS}{path}")
        found.attrib.pop("ID" if path == "fileGrp" else "CHECKSUM")
    top.getroot().set("TYPE", "Protokoll")
    assert {"CSIP2", "CSIP43", "CSIP65"} <= failed(top, "CSIP")
    top.getroot().set("PROFILE", "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml")
    assert "SIP2" in failed(top, "SIP")


def flip_a_byte(package: Path) -> None:
    path = package / "representations/rep1/data/original.pdf"
    content = bytearray(path.read_bytes())
    content[100] ^= 1
    path.write_bytes(content)


def lose_a_file(package: Path) -> None:
    (package / "representations/rep2/data/facts.csv").unlink()


def add_a_file(package: Path) -> None:
    (package / "representations/rep1/data/Thumbs.db").write_bytes(b"?")


def lose_the_mets(package: Path) -> None:
    (package / "METS.xml").unlink()


def without(path: str, attribute: str | None = None) -> Callable[[Path], None]:
    """The package's METS without an element, or without an attribute of it."""

    def spoil(package: Path) -> None:
        tree = etree.parse(str(package / "METS.xml"))
        found = tree.xpath(path, namespaces=SPACES)[0]
        if attribute:
            del found.attrib[attribute]
        else:
            found.getparent().remove(found)
        tree.write(str(package / "METS.xml"))

    return spoil


def repeat_an_id(package: Path) -> None:
    path = package / "representations/rep1/METS.xml"
    path.write_bytes(path.read_bytes().replace(b'ID="rep1-', b'ID="rep2-'))


def lie_about_a_digest(package: Path) -> None:
    path = package / "metadata/preservation/premis.xml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("<premis:messageDigest>", "<premis:messageDigest>0"), encoding="utf-8")


def write_what_is_no_dublin_core(package: Path) -> None:
    path = package / "metadata/descriptive/dc.xml"
    path.write_bytes(path.read_bytes().replace(b"dc:creator>", b"dc:author>"))


def rename_the_folder(package: Path) -> None:
    path = package / "METS.xml"
    path.write_bytes(path.read_bytes().replace(b'OBJID="paragraf-', b'OBJID="protokoll-'))


def call_a_group_otherwise(package: Path) -> None:
    path = package / "METS.xml"
    path.write_bytes(path.read_bytes().replace(b'USE="Schemas"', b'USE="Scheman"'))


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (flip_a_byte, {"CSIP71", "PREMIS"}),
        (lose_a_file, {"CSIP79"}),
        (add_a_file, {"CSIP58", "PREMIS"}),
        (lose_the_mets, {"CSIPSTR4"}),
        (without("mets:dmdSec"), {"CSIP17", "CSIP58", "CSIP92", "METS"}),
        (without("mets:amdSec"), {"CSIP31", "CSIP32", "CSIP58", "CSIP91", "METS"}),
        (without("mets:metsHdr"), {"CSIP117", "CSIP7", "CSIP10", "SIP4", "SIP15"}),
        (without("mets:metsHdr/mets:agent[1]"), {"CSIP10", "CSIP14"}),
        (without("mets:metsHdr/mets:agent[3]"), {"SIP15"}),
        (without("mets:fileSec/mets:fileGrp[@USE='Schemas']"), {"CSIP113", "CSIP118", "CSIP58"}),
        (without("mets:fileSec/mets:fileGrp/mets:file", "CHECKSUM"), {"CSIP71"}),
        (without("mets:structMap/mets:div/mets:div[@LABEL='Metadata']"), {"CSIP88"}),
        (without("mets:structMap/mets:div/mets:div[mets:mptr]"), {"CSIP107"}),
        (without(".", "PROFILE"), {"CSIP6", "SIP2"}),
        (repeat_an_id, {"CSIP67"}),
        (lie_about_a_digest, {"CSIP41", "CSIP43", "PREMIS"}),
        (write_what_is_no_dublin_core, {"Dublin Core", "CSIP27", "CSIP29"}),
        (rename_the_folder, {"CSIP1"}),
        (call_a_group_otherwise, {"CSIP64", "CSIP113"}),
    ],
)
def test_what_is_spoilt_is_told_by_its_requirement(
    package: Path, spoil: Callable[[Path], None], told: set[str]
) -> None:
    spoil(package)
    assert told <= {fault.partition(":")[0] for fault in faults(package)}


def test_the_original_is_the_original_and_the_reading_stands_beside_it(made: Path) -> None:
    assert (made / "representations/rep1/data/original.pdf").read_bytes() == told_paper.pdf()
    names = {path.name for path in (made / "representations/rep2/data").iterdir()}
    assert {"documents.csv", "facts.csv", "findings.csv", "datapackage.json"} <= names


@pytest.mark.parametrize(
    "told",
    [
        {"title": HOSTILE, "municipality": HOSTILE, "body": HOSTILE, "diary_number": HOSTILE},
        {"title": None, "municipality": None, "body": None, "meeting_date": None, "diary_number": None,
         "language": None},
    ],
    ids=["hostile", "silent"],
)  # fmt: skip
def test_whatever_a_document_says_or_leaves_out(tmp_path: Path, told: dict[str, Any]) -> None:
    assert faults(pack(keep(tmp_path / "a", **told), tmp_path / "ut").path) == []


def test_a_hostile_name_of_a_file_stays_out_of_paths(tmp_path: Path) -> None:
    path = pack(keep(tmp_path / "a", name="a&b ]]>\x01<é>.pdf"), tmp_path / "ut").path
    assert faults(path) == []
    assert "a&amp;b ]]&gt;\ufffd&lt;é&gt;.pdf" in (path / "metadata/preservation/premis.xml").read_text()


def test_markdown_is_packed_as_what_it_is(tmp_path: Path) -> None:
    path = pack(markdown(tmp_path / "a"), tmp_path / "ut").path
    assert faults(path) == []
    assert (path / "representations/rep1/data/original.md").read_text(encoding="utf-8").startswith("# Prot")
    assert "fmt/1149" in (path / "metadata/preservation/premis.xml").read_text(encoding="utf-8")


def test_the_same_again_is_left_alone_whatever_the_clock_says(tmp_path: Path) -> None:
    archive = keep(tmp_path / "a")
    first = pack(archive, tmp_path / "ut")
    before = digests(first.path)
    again = pack(archive, tmp_path / "ut", replace(DELIVERY, at=told_paper.NOON))
    assert (first.is_new, again.is_new) == (True, False)
    assert digests(first.path) == before
    assert digests(pack(archive, tmp_path / "annan").path) == before
    assert [path.name for path in (tmp_path / "ut").iterdir()] == [first.path.name]


def test_another_package_of_the_same_name_is_not_written_over(tmp_path: Path) -> None:
    archive = keep(tmp_path / "a")
    first = pack(archive, tmp_path / "ut")
    flip_a_byte(first.path)
    before = digests(first.path)
    with pytest.raises(CannotExport, match=r"annat innehåll .*original\.pdf.* ange en annan mapp med --eark"):
        pack(archive, tmp_path / "ut")
    with pytest.raises(CannotExport, match="annat innehåll"):
        pack(archive, tmp_path / "ut", replace(DELIVERY, submitter="En annan"))
    assert digests(first.path) == before


@pytest.mark.parametrize("where", ["original", "reading"])
def test_what_is_altered_in_the_archive_is_never_packed(tmp_path: Path, where: str) -> None:
    archive = keep(tmp_path / "a")
    original = original_path(archive, told_paper.source().sha256)
    altered = original if where == "original" else next(original.parent.glob("reading-*/facts.parquet"))
    altered.write_bytes(altered.read_bytes() + b"\n")
    with pytest.raises(CannotExport, match=r"har ändrats sedan den lades i arkivet.*säkerhetskopia"):
        pack(archive, tmp_path / "ut")
    assert list((tmp_path / "ut").iterdir()) == []


def test_a_disk_that_gives_back_something_else_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What lies on the disk before the rename is what was hashed, or nothing gets its name."""

    def rot(folder: Path) -> None:
        flip_a_byte(folder)

    monkeypatch.setattr(written, "sync_tree", rot)
    with pytest.raises(CannotExport, match=r"original\.pdf.*Kontrollera disken"):
        pack(keep(tmp_path / "a"), tmp_path / "ut")
    assert list((tmp_path / "ut").iterdir()) == []


KILLED = """
import os, signal, sys
from pathlib import Path
left, real = int(sys.argv[1]), os.fsync
def fsync(handle):
    global left
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left -= 1
    real(handle)
os.fsync = fsync
from app.eark.export import export_packages
from tests.app.eark.made_packages import DELIVERY
export_packages(Path(sys.argv[2]), [], Path(sys.argv[3]), DELIVERY, print, print)
"""


def test_a_kill_at_any_instant_leaves_no_half_package(tmp_path: Path) -> None:
    archive = keep(tmp_path / "a")
    whole = digests(pack(archive, tmp_path / "whole").path)
    ends = []
    for instant in (0, 25, 50, 60):  # at the first file, in the middle, after the rename, never
        out = tmp_path / f"ut{instant}"
        command = [sys.executable, "-c", KILLED, str(instant), str(archive.root), str(out)]
        run = subprocess.run(
            command, cwd=ROOT, capture_output=True, check=False, env=os.environ | {"PYTHONPATH": str(ROOT)}
        )
        ends.append(run.returncode)
        names = [path.name for path in out.iterdir() if not path.name.startswith(written.ASIDE)]
        assert names == [] or digests(out / names[0]) == whole, instant
        assert digests(pack(archive, out).path) == whole
    assert ends == [-signal.SIGKILL] * 3 + [0]


def test_it_says_when_it_was_made(made: Path) -> None:
    assert etree.parse(str(made / "METS.xml")).find(f"{METS}metsHdr").get("CREATEDATE") == MADE.isoformat()
