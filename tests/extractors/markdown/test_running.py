"""What returns at the edge of sheets that follow one another runs; what is their own does not."""

from __future__ import annotations

from extractors.markdown.elements import Element, Heading, Sheet, element_text
from extractors.markdown.parse import read_markdown
from extractors.markdown.running import PartedSheet, find_running

PROSE = ("Ärendet återremitteras.", "Ramen höjs med två procent.", "Avgiften är oförändrad.")


def parted(*texts: str) -> list[PartedSheet]:
    return find_running([sheet for text in texts for sheet in read_markdown(text)[0]])


def heads(sheets: list[PartedSheet]) -> list[list[str]]:
    return [[text for text, _ in sheet.head] for sheet in sheets]


def feet(sheets: list[PartedSheet]) -> list[list[str]]:
    return [[text for text, _ in sheet.foot] for sheet in sheets]


def bodies(sheets: list[PartedSheet]) -> list[list[str]]:
    return [[element_text(element) for element in sheet.body] for sheet in sheets]


def test_heads_and_feet_go_and_the_text_between_stays() -> None:
    texts = [[f"{text} {part}" for part in "abcd"] for text in PROSE]
    sheets = parted(
        *(
            "\n\n".join(["### Granås kommun", *text, "Justerandes signatur", f"{n} (3)"])
            for n, text in enumerate(texts, 1)
        )
    )
    assert heads(sheets) == [["Granås kommun"]] * 3
    assert feet(sheets) == [[f"{n} (3)", "Justerandes signatur"] for n in (1, 2, 3)], "from the edge"
    assert bodies(sheets) == texts
    assert {key for sheet in sheets for _, key in sheet.foot} == {"# (#)", "Justerandes signatur"}


def test_what_stands_on_one_sheet_alone_or_on_sheets_far_apart_is_text() -> None:
    assert heads(parted("Granås kommun\n\nEtt.", "Två.", "Granås kommun\n\nTre.")) == [[], [], []]


def test_a_line_between_two_that_return_runs_with_them() -> None:
    texts = ["\n\n".join(f"{text} {part}" for part in "xyz") for text in PROSE[:2]]
    sheets = parted(
        *(f"Granås\n\n{day}\n\nProtokoll\n\n{text}" for day, text in zip("ab", texts, strict=True))
    )
    assert heads(sheets) == [["Granås", "a", "Protokoll"], ["Granås", "b", "Protokoll"]]


def test_a_heading_of_every_sheet_s_own_text_does_not_run() -> None:
    """Nor does what stands under a title that the sheet before has not."""
    assert heads(parted(*(f"### Beslut\n\n{text}" for text in PROSE))) == [[], [], []]
    assert heads(parted("# Årsredovisning\n\nGranås\n\nEtt.", "# Budget\n\nGranås\n\nTvå.")) == [[], []]


def test_a_contents_list_s_title_stands_again_above_its_second_sheet() -> None:
    page = "Innehållsförteckning\n\nInledning ........ {}\nBudget ........ {}\n"
    assert heads(parted(page.format(3, 4), page.format(5, 6))) == [[], []]


def test_long_text_never_runs() -> None:
    long: Element = Heading(3, read_markdown("ord " * 40)[0][0][0].lines)  # type: ignore[union-attr]
    sheets: list[Sheet] = [[long], [long]]
    assert heads(find_running(sheets)) == [[], []]
