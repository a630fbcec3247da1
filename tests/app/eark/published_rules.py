"""The rules that DILCIS' own validator carries (schematron, 2.1.0), run with lxml: see rules/README.md."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree, isoschematron

RULES = Path(__file__).parent / "rules"
_SVRL = "{http://purl.oclc.org/dsdl/svrl}failed-assert"
# media types of the IANA list that we write; the validator puts the whole list in this place
_MEDIA_TYPES = (
    "application/xml",
    "application/pdf",
    "application/json",
    "text/plain",
    "text/csv",
    "text/markdown",
)
_VOCABULARIES = {
    "@TYPE": "ContentCategory",
    "@csip:CONTENTINFORMATIONTYPE": "ContentInformationType",
    "@csip:OAISPACKAGETYPE": "OAISPackageType",
    "@STATUS": "Status",
}


def failed(mets: etree._ElementTree, specification: str) -> set[str]:
    """The ids of the rules with the role ERROR that the METS breaks, of "CSIP" or "SIP"."""
    return {found.get("id") for rules in _compiled(specification) for found in _failures(rules, mets)}


def _failures(rules: isoschematron.Schematron, mets: etree._ElementTree) -> list[etree._Element]:
    rules.validate(mets)
    return [each for each in rules.validation_report.iter(_SVRL) if each.get("role") == "ERROR"]


@cache
def _compiled(specification: str) -> list[isoschematron.Schematron]:
    return [
        isoschematron.Schematron(
            etree.fromstring(_filled_in(path.read_text(encoding="utf-8"))), store_report=True
        )
        for path in sorted((RULES / specification).glob("*.xml"))
    ]


def _filled_in(rules: str) -> str:
    """With the words of the vocabularies where the rules have names for the test of them."""
    tests = {name: _terms(vocabulary) for name, vocabulary in _VOCABULARIES.items()}
    for attribute, words in tests.items():
        rules = rules.replace(f"{attribute}_vocabulary_test", _one_of(attribute, words))
    return rules.replace("@MIMETYPE_IANA_test", _one_of("@MIMETYPE", _MEDIA_TYPES))


def _one_of(attribute: str, words: tuple[str, ...]) -> str:
    return " or ".join(f"({attribute} = '{word}')" for word in words)


@cache
def _terms(vocabulary: str) -> tuple[str, ...]:
    tree = etree.parse(str(RULES / "vocabularies" / f"CSIPVocabulary{vocabulary}.xml"))
    return tuple(term.text for term in tree.iter("{https://DILCIS.eu/XML/Vocabularies/IP}Term"))
