"""The analyser: what a text says as a search sees it, however its letters and figures are set."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from swedish.search_words import find_words, plain, said_apart


def words_of(text: str) -> list[str]:
    return [word.word for word in find_words(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # letters are never folded
        ("får far fär", "får far fär"),
        ("ÅÄÖ Éva Müller", "åäö éva müller"),
        ("Straße", "strasse"),
        # a letter is what is seen, however it is written
        ("fo\u0308rskola A\u030asa", "förskola åsa"),
        ("för\u00adskole\u00adklass", "förskoleklass"),
        ("e\u200bffekt", "effekt"),
        ("ﬁnansiering ﬂytt", "finansiering flytt"),
        # § and its number
        ("§ 208", "§208"),
        ("208 §", "§208"),
        ("§208", "§208"),
        ("§\u00a0208", "§208"),
        ("§§ 61", "§61"),
        ("§ 12 a", "§12a"),
        ("§ 12a", "§12a"),
        ("§ 63 i kommunallagen", "§63 i kommunallagen"),
        ("Paragraf 87 och paragrafen 9", "§87 och §9"),
        # figures, whatever stands between their thousands
        ("1 250 000", "1250000"),
        ("1\u00a0250\u00a0000", "1250000"),
        ("1\u2009250\u2009000", "1250000"),
        ("1\u202f250\u202f000", "1250000"),
        ("1.250.000 kr", "1250000 kr"),
        ("54.000 kr", "54000 kr"),
        ("2 500,50", "2500,50"),
        ("67,6 %", "67,6 procent"),
        ("46 500 €", "46500 euro"),
        # hyphens
        ("Jan-Ola", "jan-ola"),
        ("e-post", "e-post"),
        ("Miljö- och byggnadsnämnden", "miljö och byggnadsnämnden"),
        ("o’Hara", "o’hara"),
    ],
)
def test_words(text: str, words: str) -> None:
    assert words_of(text) == words.split()


@pytest.mark.parametrize(
    ("texts", "words"),
    [
        (("KS 2024-00375", "KS/2024:375", "ks-2024-375", "KS 2024/375", "KS.2024.375"), "ks 2024-375"),
        (("24MTN087", "24 MTN 87"), "24 mtn 87"),
        (("SAND/88/10.03.01/2025", "SAND 88/10.3.1/2025"), "sand 88-10-3-1-2025"),
        (("Dnr 2031:92", "dnr 2031-92"), "dnr 2031-92"),
    ],
)
def test_a_diary_number_is_one_however_it_is_written(texts: tuple[str, ...], words: str) -> None:
    assert [" ".join(words_of(text)) for text in texts] == [words] * len(texts)


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("skolornas", "skola"), ("socialnämndens", "socialnämnd"), ("Lundstas", "lundsta"),
        ("Sjöös", "sjöö"), ("Gun-Britt", "gunbritt"), ("kr", "krona"), ("mkr", "mnkr"),
        ("kommunens", "kommun"), ("Eriks", "erik"), ("Åsas", "åsa"), ("ansökningar", "ansökan"),
    ],
)  # fmt: skip
def test_stems(text: str, stem: str) -> None:
    [word] = find_words(text)
    assert stem in word.stems


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("samhällsbyggnadsnämnd", "byggnad"), ("e-post", "post"), ("2025/00211-3", "2025-211"),
        ("§ 87", "87"),
        ("plogning", "ploga"), ("mnkr", "miljon"), ("paragraf 7", "paragraf"), ("Jan-Ola", "ola"),
    ],
)  # fmt: skip
def test_parts(text: str, part: str) -> None:
    [word] = find_words(text)
    assert part in word.parts


def test_a_part_that_two_words_share_is_of_both() -> None:
    first, *_ = find_words("gång- och cykelvägar")
    assert (first.word, first.parts) == ("gång", ("gångväg",))
    assert next(find_words("Miljö- och byggnadsnämndens")).parts == ("miljönämnd",)
    assert next(find_words("om- och till")).parts == ()


def test_a_day_is_part_of_no_month_that_is_asked_for_by_another_day() -> None:
    [one], [other] = find_words("2025-10-22"), find_words("2025-10-23")
    assert set(one.stems).isdisjoint((*other.stems, *other.parts))


@pytest.mark.parametrize(
    ("word", "ways"),
    [
        ("bygglovsansökan", [(("bygglov",), ("ansökan",))]),
        ("mnkr", [(("miljon",), ("krona",))]),
        ("Gun-Britt", [(("gun",), ("britt",))]),
        ("skola", []),
        ("2024:118", []),
    ],
)
def test_a_compound_is_said_apart_in_any_first_form(
    word: str, ways: list[tuple[tuple[str, ...], ...]]
) -> None:
    assert list(said_apart(next(find_words(word)))) == ways


def test_a_name_in_a_compound_is_one_word() -> None:
    [word] = find_words("hamntorgsbelysning")
    assert (("hamntorgs", "hamntorg", "hamntorga"), ("belysning",)) in list(said_apart(word))


@given(st.text(max_size=200))
def test_words_lie_in_order_in_whatever_text(text: str) -> None:
    ends = [0]
    for word in find_words(text):
        assert ends[-1] <= word.start < word.end <= len(text)
        assert word.word and word.stems and not any(map(str.isspace, word.word))
        ends.append(word.end)


@given(st.text(alphabet="abåäöéü ", max_size=60))
def test_composed_or_not_a_text_says_the_same(text: str) -> None:
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(text)


@given(st.text(max_size=60))
def test_what_is_plain_stays_so(text: str) -> None:
    assert plain(plain(text)) == plain(text)
