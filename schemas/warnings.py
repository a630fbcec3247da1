"""What was skipped, guessed or not read: a warning is a code, what it is about, and the sheets it names.

Programs ask the code; people read the sentence, which is made from it here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from schemas.warning_codes import WarningCode

Code = WarningCode
_LYING = frozenset((Code.LAYER_DAMAGED, Code.LAYER_LACKS_LETTERS, Code.FIGURES_DOUBTED))
_BROKEN = frozenset((Code.CONTENT_CUT, Code.CONTENT_ALTERED, Code.SCAN_BROKEN))
_PASSING = frozenset((Code.OCR_FAILED, Code.SECOND_OCR_READER_FAILED))
_NO_WORD = frozenset((Code.OCR_NOT_INSTALLED, Code.OCR_NOT_DRAWN, *_PASSING))
_NOT_READ = frozenset((Code.PICTURE_UNREAD, Code.OCR_NOT_INSTALLED, Code.OCR_NOT_DRAWN, Code.OCR_LIMIT))
_UNREAD = frozenset((*_NOT_READ, *_BROKEN, Code.FILE_BROKEN, Code.OCR_FAILED, Code.SHEET_NOT_OPENED))
_OF_LAYER = frozenset(
    (
        *_LYING,
        Code.PICTURE_UNREAD,
        Code.PICTURE_OF_TEXT,
        Code.SIGNS_UNMAPPED,
        Code.LIGATURES_MENDED,
        Code.LIGATURES_LOST,
    )
)


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning; `arguments` fill its sentence, `sheets` are the first and the last that it names.

    Without `sheets` whoever holds it knows which sheet it is about: `pages` has it on the sheet's own row.

    >>> warn(Code.FIGURES_READ_ONCE, count=3).says
    '3 tal på sidan är lästa av bara den ena OCR-läsaren.'
    >>> warn(Code.TEXT_SIDEWAYS).on(7).says
    'Sida 7: Text på sidan står i annan riktning än resten och är inte läst.'
    """

    code: WarningCode
    arguments: tuple[tuple[str, str], ...] = ()
    sheets: tuple[int, ...] = ()

    def on(self, first: int | None, last: int | None = None) -> Warned:
        """The same warning with the sheets it is about named."""
        named = dict.fromkeys(sheet for sheet in (first, last) if sheet is not None)
        return replace(self, sheets=tuple(named))

    @property
    def says(self) -> str:
        """The whole sentence, in Swedish, as it is published."""
        return " ".join(filter(None, (self.what, SENTENCES[self.code].advice)))

    @property
    def what(self) -> str:
        """The sentence without its advice."""
        sentence, given = SENTENCES[self.code], dict(self.arguments)
        template = sentence.of_one if given.get("count") == "1" and sentence.of_one else sentence.says
        where = f"Sida {'-'.join(map(str, self.sheets))}: " if self.sheets else ""
        return where + template.format(**given)

    @property
    def is_lying(self) -> bool:
        """Of a text layer that does not say what is printed, and that nobody has mended."""
        return self.code in _LYING

    @property
    def is_of_layer(self) -> bool:
        """Of the text layer: it holds no longer once OCR's words stand in the layer's place."""
        return self.code in _OF_LAYER

    @property
    def is_misspelled(self) -> bool:
        """The words of the sheet are not as they are printed: their spelling proves nothing."""
        return self.is_lying or self.code is Code.SIGNS_UNMAPPED

    @property
    def is_broken(self) -> bool:
        """The sheet's own drawing is not whole in the file."""
        return self.code in _BROKEN

    @property
    def is_unread(self) -> bool:
        """Something that is printed on the sheet is not read, or never reached us."""
        return self.code in _UNREAD

    @property
    def is_passing(self) -> bool:
        """Said of this run: the next one may do better."""
        return self.code in _PASSING

    @property
    def is_no_word(self) -> bool:
        """OCR could not say what stands on the sheet: nothing of it is worth keeping."""
        return self.code in _NO_WORD


def warn(code: WarningCode, **arguments: object) -> Warned:
    """The warning, its arguments as they are to be printed."""
    return Warned(code, tuple((name, str(value)) for name, value in arguments.items()))


def sentences(warnings: Iterable[Warned]) -> list[str]:
    return [warning.says for warning in warnings]


@dataclass(frozen=True, slots=True)
class Sentence:
    """How a code is told: `means` to a programmer, `says` to a person, who may follow the `advice`.

    `of_one` is said in place of `says` where the argument `count` is 1.
    """

    means: str
    says: str
    advice: str = ""
    of_one: str = ""

    @property
    def whole(self) -> str:
        """With its advice, the arguments in braces."""
        return f"{self.says} {self.advice}".rstrip()

    @property
    def whole_of_one(self) -> str:
        """The sentence of one with its advice; empty where one is said as many are."""
        return self.of_one and f"{self.of_one} {self.advice}".rstrip()


_FETCH = "Hämta filen på nytt."
_READ_ANEW = "Sidan läses om vid nästa inläsning."
_CORRECTION = "Rättelse {correction} (blad {page}): "
SENTENCES: Mapping[WarningCode, Sentence] = {
    Code.LAYER_DAMAGED: Sentence(
        "the sheet's text layer holds words of no language",
        "Textlagret verkar skadat (okända ord); "
        "text och siffror på sidan är inte att lita på förrän de lästs om.",
    ),
    Code.LAYER_LACKS_LETTERS: Sentence(
        "the text layer has no å, ä or ö where there should be some",
        "Textlagret saknar å, ä och ö; orden på sidan är inte som de är tryckta.",
    ),
    Code.FIGURES_DOUBTED: Sentence(
        "no sum of the document comes out: the text layer's figures may not be those that are printed",
        "Ingen summa i dokumentet går ihop; siffrorna i textlagret är kanske inte de som är tryckta.",
    ),
    Code.LAYER_REPLACED: Sentence(
        "the text layer does not say what is printed; OCR's words stand in its place",
        "Textlagret säger inte det som är tryckt ({count} ord finns inte på sidan); "
        "sidan är läst med OCR i stället.",
    ),
    Code.FIGURES_REPLACED: Sentence(
        "the text layer has other figures than are printed; OCR's words stand in its place",
        "Textlagret har andra siffror än de tryckta ({count} finns inte på sidan); "
        "sidan är läst med OCR i stället.",
    ),
    Code.LETTERS_BY_OCR: Sentence(
        "the text layer has no å, ä or ö: its figures are kept, the words are OCR's",
        "Textlagret saknar å, ä och ö; orden är lästa med OCR, siffrorna står i textlagret.",
    ),
    Code.FIGURES_DIFFER: Sentence(
        "OCR sees other figures than the text layer that is kept",
        "OCR ser andra siffror än textlagret på {count} ställen: {shown}.",
    ),
    Code.SIGNS_UNMAPPED: Sentence(
        "signs of the text layer have no Unicode value",
        "Tecken på sidan saknar Unicode-värde (förlorade ligaturer eller skadat typsnitt).",
    ),
    Code.LIGATURES_MENDED: Sentence(
        "ligatures that the text layer lost are put back by the word list",
        "{count} ord med förlorade ligaturer är lagade med ordlista ({shown}).",
    ),
    Code.LIGATURES_LOST: Sentence(
        "words with lost ligatures could not be mended, or in more than one way",
        "{count} ord med förlorade ligaturer kunde inte lagas entydigt.",
    ),
    Code.TEXT_NOT_READ: Sentence("PDFium gave no text for the sheet", "Sidans textlager kunde inte läsas."),
    Code.TEXT_SIDEWAYS: Sentence(
        "text in another direction than the rest is left out",
        "Text på sidan står i annan riktning än resten och är inte läst.",
    ),
    Code.TEXT_OUTLINED: Sentence(
        "text is drawn as shapes and not read",
        "Text på sidan är ritad i stället för skriven och är inte läst.",
    ),
    Code.OVERPRINT: Sentence(
        "large words printed across the text, a draft's mark say, are left out of it",
        "”{shown}” är tryckt tvärs över texten på sidan och är inte med i den.",
    ),
    Code.SHAPES_CUT_OFF: Sentence(
        "the sheet has more drawn shapes than are looked at",
        "Sidan har fler än {most} ritade former; bara de första är lästa.",
    ),
    Code.SHEET_NOT_OPENED: Sentence("PDFium could not open the sheet", "Sidan kunde inte öppnas."),
    Code.CONTENT_CUT: Sentence(
        "the sheet's content ends too soon in the file: text and figures are missing",
        "Sidans innehåll är skadat i filen: det går bara att läsa fram till skadan, "
        "och text och siffror efter den saknas.",
        _FETCH,
    ),
    Code.CONTENT_ALTERED: Sentence(
        "the sheet's content does not agree with its checksum: text and figures may be wrong",
        "Sidans innehåll är skadat i filen: det stämmer inte med sin kontrollsumma, "
        "så text och siffror på sidan kan vara fel.",
        _FETCH,
    ),
    Code.SCAN_BROKEN: Sentence(
        "the picture that the sheet consists of is not whole",
        "Sidans innehåll är skadat i filen: bilden är inte hel, så text och siffror i den saknas.",
        _FETCH,
    ),
    Code.PICTURE_BROKEN: Sentence(
        "a picture beside the text is not whole", "En bild på sidan är skadad i filen och visas inte hel."
    ),
    Code.FONT_BROKEN: Sentence(
        "a font is damaged: words set in it may be wrong",
        "Ett typsnitt på sidan är skadat i filen; orden kan vara fel lästa där det används.",
    ),
    Code.FILE_BROKEN: Sentence(
        "parts of the file are damaged, on sheets that cannot be told",
        "Delar av filen är skadade, och det går inte att säga på vilka sidor ({error}): "
        "text och siffror kan saknas.",
        _FETCH,
    ),
    Code.FILES_ATTACHED: Sentence(
        "files lie embedded in the PDF, and only its own sheets are read",
        "{count} filer ligger inbäddade i filen och är inte lästa ({shown}).",
        "Spara det som behövs och läs in det för sig.",
        of_one="En fil ligger inbäddad i filen och är inte läst ({shown}).",
    ),
    Code.PAPERS_ATTACHED: Sentence(
        "PDFs lie embedded in the PDF; an ingest reads each as a document of its own",
        "{count} PDF-filer ligger inbäddade i filen och läses in som egna dokument ({shown}).",
        of_one="En PDF-fil ligger inbäddad i filen och läses in som ett eget dokument ({shown}).",
    ),
    Code.PICTURE_UNREAD: Sentence(
        "the sheet is a picture and was not read",
        "Bladet är en bild utan textlager; det som står i bilden är inte läst.",
    ),
    Code.BLACKED_OUT: Sentence(
        "words of the file are blacked out on the sheet, and are neither read nor published",
        "Ord på sidan är överstrukna med svart. De finns kvar i filen, men är varken lästa eller utgivna.",
    ),
    Code.PICTURE_OF_TEXT: Sentence(
        "a picture amid the sheet's text shows lines of text, which nobody has read",
        "En bild på sidan visar text eller en tabell; det som står i bilden är inte läst.",
    ),
    Code.OCR_NOT_INSTALLED: Sentence(
        "the sheet needs OCR, which is not installed",
        "Sidan behöver läsas med OCR, men rapidocr är inte installerat (pip install rapidocr onnxruntime).",
    ),
    Code.OCR_NOT_DRAWN: Sentence(
        "the sheet needs OCR, but could not be drawn",
        "Sidan behöver läsas med OCR, men kunde inte ritas.",
    ),
    Code.OCR_FAILED: Sentence(
        "the sheet needs OCR, whose engine gave up; the next run tries again",
        "Sidan behöver läsas med OCR, men OCR-motorn gav upp ({error}).",
        _READ_ANEW,
    ),
    Code.OCR_LIMIT: Sentence(
        "the document has more sheets that need OCR than are read so",
        "Sidan är inte läst med OCR: gränsen på {most} sidor per dokument är nådd.",
        "Dela filen.",
    ),
    Code.ONE_OCR_READER: Sentence(
        "figures are read by one OCR reader only: the other is not installed",
        "Siffrorna på sidan är lästa av en OCR-läsare; Tesseract med svenska är inte installerat.",
    ),
    Code.SECOND_OCR_READER_FAILED: Sentence(
        "figures are read by one OCR reader only: the other gave up; the next run tries again",
        "Siffrorna på sidan är lästa av en OCR-läsare; Tesseract gav upp.",
        _READ_ANEW,
    ),
    Code.FIGURES_DISPUTED: Sentence(
        "the OCR readers disagree on figures, which are unread and marked �",
        "OCR är osäker om {count} ställen med siffror; de är märkta � och olästa: {shown}.",
    ),
    Code.FIGURES_READ_ONCE: Sentence(
        "figures that only one of the OCR readers saw",
        "{count} tal på sidan är lästa av bara den ena OCR-läsaren.",
    ),
    Code.SHEET_STRAIGHTENED: Sentence(
        "the scan lay crooked and is straightened", "Sidan låg {angle} grader snett och är rätad."
    ),
    Code.SHEETS_WITHOUT_TEXT: Sentence(
        "sheets with neither words nor a picture", "Sidor utan läsbar text: {shown}."
    ),
    Code.CELLS_UNREAD: Sentence(
        "cells of a table that should be numbers and could not be read as such",
        "{count} celler kunde inte läsas som tal ({shown}).",
        of_one="{count} cell kunde inte läsas som tal ({shown}).",
    ),
    Code.UNIT_MISSING: Sentence(
        "a table of money whose unit is printed nowhere", "tabellen “{title}” anger ingen enhet."
    ),
    Code.ROWS_NAMELESS: Sentence(
        "a table's rows have no labels: they may stand on the sheet before",
        "tabellens rader saknar etiketter; kanske står de på bladet före.",
    ),
    Code.TABLE_NOT_READ_AGAIN: Sentence(
        "an engine gave up on a doubtful table, which stands as first read",
        "Tabellen på sida {page} är inte läst en andra gång: {engine} gav upp ({error}). "
        "Den står som den först lästes.",
    ),
    Code.TABLES_NOT_READ_AGAIN: Sentence(
        "more tables were doubtful than are read a second time",
        "Fler än {most} tabeller var tveksamma; bara de första lästes om med en andra läsare.",
    ),
    Code.NOT_UTF8: Sentence(
        "Markdown that is not UTF-8, read as Windows-1252",
        "Filen är inte UTF-8 och är läst som Windows-1252; tecken kan vara fel.",
    ),
    Code.UTF8_BROKEN: Sentence(
        "broken characters in Markdown, which stand as �",
        "{count} tecken i filen är trasiga och står som �.",
    ),
    Code.WORDS_UNKNOWN: Sentence(
        "Markdown with many words of no language",
        "Många ord i texten är okända; "
        "text och siffror är inte att lita på förrän de har hållits mot papperet.",
    ),
    Code.CHARTS_LEFT_OUT: Sentence(
        "tables of a chart's data that the Markdown brought along",
        "{count} tabeller med diagramdata (i en ruta eller under en bild) är utelämnade.",
    ),
    Code.DIARY_NUMBER_MENDED: Sentence(
        "a diary number written together is read as it stands elsewhere",
        "Diarienumret {printed} är läst som {read}, som det står på annan plats.",
    ),
    Code.CORRECTION_NOT_FOUND: Sentence(
        "what a correction names is not on its sheet",
        _CORRECTION + "{read}{where} finns inte på bladet; ingenting är ändrat.",
    ),
    Code.CORRECTION_AMBIGUOUS: Sentence(
        "what a correction names stands in several places",
        _CORRECTION + "{read} finns på {count} ställen ({places}); ingenting är ändrat.",
    ),
    Code.CORRECTION_CONTRADICTED: Sentence(
        "two corrections say different things of one place",
        _CORRECTION + "{read} → {printed} motsägs av rättelse {against}; ingen av dem gäller.",
    ),
    Code.CORRECTION_REFUSED: Sentence(
        "a sound text layer says otherwise than a correction",
        _CORRECTION + "textlagret på bladet är helt och har inte {printed} där {read} lästes; "
        "ingenting är ändrat.",
        "Står det ändå så på papperet: skriv ja i kolumnen sure.",
    ),
    Code.DECIMALS_ROUNDED: Sentence(
        "numbers with more decimals than the published type holds",
        "{count} tal har fler än {most} decimaler och är avrundade; som tryckt står de i raw.",
    ),
    Code.NOT_PROVED: Sentence(
        "reconciliation failed: the reading stands, its figures are held against nothing",
        "Avstämningen misslyckades ({error}); dokumentets siffror är inte prövade.",
    ),
    Code.NO_SUM_HOLDS: Sentence(
        "a table ends in a sum that nothing in it makes up: its figures may not be those that are printed",
        "Tabellen slutar med en summa, men ingen kolumn går ihop; "
        "siffrorna kan vara fellästa eller fel tryckta.",
    ),
    Code.STRUCTURE_INCOMPLETE: Sentence(
        "paragraphs (§§) that the numbers around them or the first page ask for were not found",
        "{count} paragrafer som borde finnas är inte hittade: {shown}.",
        advice="Se efter på sidorna.",
        of_one="{count} paragraf som borde finnas är inte hittad: {shown}.",
    ),
    Code.HEADINGS_INCOMPLETE: Sentence(
        "headings that the contents list names were not found",
        "{count} rubriker i innehållsförteckningen är inte hittade: {shown}.",
        advice="Se efter på sidorna.",
        of_one="{count} rubrik i innehållsförteckningen är inte hittad: {shown}.",
    ),
    Code.WITHOUT_CODE: Sentence("told by an earlier version that kept no code, in its own words", "{says}"),
}


def meanings() -> dict[WarningCode, tuple[str, str]]:
    """Each code with what it means, and what a person is told; for the dictionary."""
    return {code: (SENTENCES[code].means, SENTENCES[code].whole) for code in WarningCode}
