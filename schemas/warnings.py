"""What was skipped, guessed or not read, in the words it is told in."""

from __future__ import annotations

DAMAGED = (
    "Textlagret verkar skadat (okända ord); text och siffror på sidan är inte att lita på förrän de lästs om."
)
NO_SWEDISH_LETTERS = "Textlagret saknar å, ä och ö; orden på sidan är inte som de är tryckta."
UNREAD = "Bladet är en bild utan textlager; det som står i bilden är inte läst."
BROKEN_BEGINS = "Sidans innehåll är skadat i filen"
CONTENT_CUT = (
    f"{BROKEN_BEGINS}: det går bara att läsa fram till skadan, och text och siffror efter den saknas. "
    "Hämta filen på nytt."
)
CONTENT_ALTERED = (
    f"{BROKEN_BEGINS}: det stämmer inte med sin kontrollsumma, så text och siffror på sidan kan vara fel. "
    "Hämta filen på nytt."
)
SCAN_BROKEN = f"{BROKEN_BEGINS}: bilden är inte hel, så text och siffror i den saknas. Hämta filen på nytt."
PICTURE_BROKEN = "En bild på sidan är skadad i filen och visas inte hel."
FONT_BROKEN = "Ett typsnitt på sidan är skadat i filen; orden kan vara fel lästa där det används."
BROKEN_SOMEWHERE = (
    "Delar av filen är skadade, och det går inte att säga på vilka sidor ({error}): text och siffror "
    "kan saknas. "
    "Hämta filen på nytt."
)
SECOND_GAVE_UP = (
    "Siffrorna på sidan är lästa av en OCR-läsare; Tesseract gav upp. Sidan läses om vid nästa inläsning."
)

LOST_LIGATURES = "ord med förlorade ligaturer"

NO_TEXT = "Sidans textlager kunde inte läsas."
SIDEWAYS = "Text på sidan står i annan riktning än resten och är inte läst."
UNMAPPED = "Tecken på sidan saknar Unicode-värde (förlorade ligaturer eller skadat typsnitt)."
OUTLINED = "Text på sidan är ritad i stället för skriven och är inte läst."

ONE_READER = "Siffrorna på sidan är lästa av en OCR-läsare; Tesseract med svenska är inte installerat."
DISPUTED = "OCR är osäker om {count} ställen med siffror; de är märkta � och olästa: {shown}."
ALONE = "{count} tal på sidan är lästa av bara den ena OCR-läsaren."
SKEWED = "Sidan låg {angle} grader snett och är rätad."

LYING = (DAMAGED, NO_SWEDISH_LETTERS)
NO_ENGINE = (
    "Sidan behöver läsas med OCR, men rapidocr är inte installerat (pip install rapidocr onnxruntime)."
)
TOO_MANY = "Sidan är inte läst med OCR: gränsen på {most} sidor per dokument är nådd. Dela filen."
NOT_DRAWN = "Sidan behöver läsas med OCR, men kunde inte ritas."
READ_ANEW = (
    "Textlagret säger inte det som är tryckt ({count} ord finns inte "
    "på sidan); sidan är läst med OCR i stället."
)
NO_LETTERS = "Textlagret saknar å, ä och ö; orden är lästa med OCR, siffrorna står i textlagret."
DISPUTED_BEGINS = "OCR är osäker"
FIGURES_DIFFER = "OCR ser andra siffror än textlagret på {count} ställen: {shown}."
FAILED = "Sidan behöver läsas med OCR, men OCR-motorn gav upp ({error}). Sidan läses om vid nästa inläsning."
# how the sentences begin
NOT_READ = (UNREAD, NO_ENGINE, NOT_DRAWN, TOO_MANY[:24], FAILED[:48], BROKEN_BEGINS)
PASSING = (FAILED[:48], SECOND_GAVE_UP)  # said of this run: the next one may do better
NOT_KEPT = (NO_ENGINE, NOT_DRAWN, *PASSING)  # no word on what stands on the sheet
