"""Why a whole file could not be read:
each reason a stable code, and a sentence that ends in what to do next.
"""

from __future__ import annotations

from enum import IntEnum


class ExitStatus(IntEnum):
    """What a command's exit status means."""

    OK = 0
    SOME_FAILED = 1
    USAGE = 2
    NOTHING_FOUND = 3
    ARCHIVE_BUSY = 4
    INTERNAL = 70
    INTERRUPTED = 130


class ParagrafError(Exception):
    """A file that cannot be ingested, or a request that cannot be met;
    `code` never changes, `says` is Swedish.
    """

    code = "error"
    exit_status = ExitStatus.SOME_FAILED
    sentence = "Något gick fel: {detail}"

    def __init__(self, detail: str = "") -> None:
        self.detail = detail
        super().__init__(self.says)

    @property
    def says(self) -> str:
        return self.sentence.format(detail=self.detail)

    def __reduce__(self) -> tuple[type[ParagrafError], tuple[str]]:
        return type(self), (self.detail,)


class EmptyFile(ParagrafError):
    code = "empty_file"
    sentence = "Filen är tom (0 byte). Hämta den på nytt från källan."


class NotAPdf(ParagrafError):
    code = "not_a_pdf"
    sentence = "Filen är ingen PDF ({detail}). Kontrollera att rätt fil hämtades; Markdown ska heta .md."


class NotText(ParagrafError):
    code = "not_text"
    sentence = (
        "Filen heter som Markdown men är ingen text ({detail}). Spara den som UTF-8 och lämna in den på nytt."
    )


class NotAnOfficePaper(ParagrafError):
    code = "not_an_office_paper"
    sentence = (
        "Markdown-filen är ingen kommunal handling: den har varken paragraf, diarienummer, personer i "
        "en roll eller "
        "tabell med siffror. Kontrollera att det är rätt fil och lämna in den på nytt."
    )


class DamagedPdf(ParagrafError):
    code = "damaged_pdf"
    sentence = "PDF-filen är skadad eller avkortad ({detail}). Hämta den på nytt från källan."


class EncryptedPdf(ParagrafError):
    code = "encrypted_pdf"
    sentence = "PDF-filen är låst med lösenord. Spara en kopia utan lösenord och lämna in den."


class NoPages(ParagrafError):
    code = "no_pages"
    sentence = "PDF-filen har inga sidor. Hämta den på nytt från källan."


class TooManyPages(ParagrafError):
    code = "too_many_pages"
    sentence = "PDF-filen har {detail}. Dela den, eller höj gränsen med --max-pages."


class FileVanished(ParagrafError):
    code = "file_vanished"
    sentence = "Filen försvann medan den lästes ({detail}). Lägg tillbaka den och kör igen."


class FileUnreadable(ParagrafError):
    code = "file_unreadable"
    sentence = "Filen kan inte läsas ({detail}). Kontrollera rättigheterna och kör igen."


class TookTooLong(ParagrafError):
    code = "time_limit"
    sentence = "Läsningen tog längre tid än {detail}. Höj gränsen med --time-limit eller dela filen."


class TookTooMuchMemory(ParagrafError):
    code = "memory_limit"
    sentence = "Läsningen behövde mer minne än {detail}. Höj gränsen med --memory-limit eller dela filen."


class ReaderCrashed(ParagrafError):
    code = "reader_crashed"
    sentence = (
        "Läsaren kraschade på filen ({detail}). Anmäl felet och "
        "bifoga filen; resten av körningen berörs inte."
    )


class ArchiveBusy(ParagrafError):
    code = "archive_busy"
    exit_status = ExitStatus.ARCHIVE_BUSY
    sentence = "En annan körning skriver i arkivet {detail}. Vänta tills den är klar och kör igen."
