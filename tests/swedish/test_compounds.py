"""What municipal compounds are made of, and what is no compound."""

from __future__ import annotations

import pytest

from swedish.compounds import compound_parts

COMPOUNDS = {
    "skolbudget": "skola budget",
    "socialnämnden": "social nämnd",
    "gatubelysningen": "gata belysning",
    "båtplatsavgift": "båtplats avgift",
    "hemtjänstavgift": "hemtjänst avgift",
    "musikskoleavgiften": "musikskola avgift",
    "fritidshemsavgift": "fritidshem avgift",
    "vattenverk": "vatten verk",
    "vinterväghållning": "vinter väghållning",
    "livsmedelskontroll": "livsmedel kontroll",
    "trygghetslarm": "trygghet larm",
    "skolskjutsar": "skola skjuts",
    "cykelvägar": "cykel väg",
    "investeringsbudgeten": "investering budget",
    "personalkostnader": "personal kostnad",
    "biblioteksfilial": "bibliotek filial",
    "parkeringstaxa": "parkering taxa",
    "hundrastgård": "hund rastgård",
    "köksmaskiner": "kök maskin",
    "bygglovsansökningar": "bygglov ansökan",
    "stadsbiblioteket": "stad bibliotek",
    "äldreboende": "äldre boende",
    "brandskyddskontroll": "brandskydd kontroll",
    "kulturförening": "kultur förening",
    "simhallsavgift": "simhall avgift",
    "budgetuppföljning": "budget uppföljning",
}


@pytest.mark.parametrize("word", COMPOUNDS)
def test_a_compound_is_its_parts(word: str) -> None:
    assert compound_parts(word) == tuple(COMPOUNDS[word].split())


@pytest.mark.parametrize(
    "word",
    "budget avgift ledamot kultur reinvestering taxa beslut kommun nämnd paragraf protokoll revision "
    "reglemente ordförande motion verksamhet fullmäktige alltid framtid redovisning "
    "organisation förvaltning".split(),
)
def test_a_simple_word_is_not_split(word: str) -> None:
    assert compound_parts(word) == ()


@pytest.mark.parametrize("word", ["", "a", "xqzw", "kr", "§87", "ååååååååååå"])
def test_what_is_no_word_has_no_parts(word: str) -> None:
    assert compound_parts(word) == ()
