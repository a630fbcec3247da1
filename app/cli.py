"""The command `paragraf`. Whatever is heavy is imported inside the command that needs it."""

from __future__ import annotations

import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from app import cli_search
from app.cli_export import export
from app.errors import raise_if_missing, told_in_a_sentence
from schemas.errors import ExitStatus
from schemas.limits import (
    LEAST_MEMORY_MB,
    LEAST_SECONDS,
    MEMORY_MB,
    MOST_WORKERS,
    SECONDS_A_FILE,
    SHEETS_A_FILE,
)
from schemas.version import VERSION

if TYPE_CHECKING:
    from flows.readers.limits import Limits
    from flows.steps.ingest import Listen, Run
    from flows.steps.outcomes import Report

cli = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Gör kommunala protokoll (PDF, Markdown) till en datamängd. / "
        "Swedish municipal protocols become a data set."
    ),
)

ArchiveOption = Annotated[Path, typer.Option("--archive", "-a", metavar="DIR", help="Arkivets mapp.")]
WorkersOption = Annotated[
    int | None, typer.Option(min=1, max=MOST_WORKERS, help="Läsare samtidigt; annars en per kärna.")
]
TimeOption = Annotated[float, typer.Option(min=LEAST_SECONDS, help="Sekunder per fil.")]
MemoryOption = Annotated[int, typer.Option(min=LEAST_MEMORY_MB, help="MB per läsare.")]
PagesOption = Annotated[int, typer.Option(min=1, help="Blad per fil.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Visa loggar och felspår.")]


@cli.command()
@told_in_a_sentence
def ingest(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH", help="PDF- och Markdown-filer, eller mappar med dem.")
    ],
    archive: ArchiveOption,
    direct: Annotated[bool, typer.Option("--direct", help="Samma steg utan Prefect.")] = False,
    workers: WorkersOption = None,
    time_limit: TimeOption = SECONDS_A_FILE,
    memory_limit: MemoryOption = MEMORY_MB,
    max_pages: PagesOption = SHEETS_A_FILE,
    debug: DebugOption = False,
) -> int:
    """Läs in PDF- och Markdown-filer och ge ut datamängden. Samma filer igen ändrar ingenting."""
    from app.progress import progress
    from app.summary import report_to_text, standing_of
    from archive.layout import Archive
    from archive.lock import raise_if_busy
    from flows.steps.ingest import Run, arrival_time, installed_versions
    from flows.steps.on_threads import ingest_directly

    raise_if_busy(Archive(archive))
    run = Run(
        archive=Archive(archive),
        at=arrival_time(),
        versions=installed_versions(),
        limits=_limits(workers, time_limit, memory_limit, max_pages),
        show_stderr=debug,
    )
    with progress("Förbereder") as listen:
        report = (
            ingest_directly(paths, run, listen) if direct else _ingest_with_prefect(paths, run, listen, debug)
        )
    typer.echo(report_to_text(report, standing_of(run.archive), archive))
    return report.exit_status


@cli.command()
@told_in_a_sentence
def up(
    archive: ArchiveOption,
    inbox: Annotated[Path, typer.Option("--inbox", "-i", metavar="DIR", help="Mappen där nya filer läggs.")],
    cron: Annotated[str, typer.Option(help="När inkorgen läses (Europe/Stockholm).")] = "*/15 * * * *",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Prefects port.")] = 4200,
    workers: WorkersOption = None,
    time_limit: TimeOption = SECONDS_A_FILE,
    memory_limit: MemoryOption = MEMORY_MB,
    max_pages: PagesOption = SHEETS_A_FILE,
    debug: DebugOption = False,
) -> int:
    """Läs inkorgen på schema, med Prefects server på den här datorn. Ctrl-C avslutar."""
    from flows.standing import serve_drop_folder

    inbox.mkdir(parents=True, exist_ok=True)

    def say(address: str) -> None:
        typer.echo(
            f"Prefect:  {address}\nInkorg:   {inbox}\nArkiv:    {archive}\nSchema:   {cron} "
            "(Europe/Stockholm)"
        )
        typer.echo("Filer i inkorgen lämnas kvar. Ctrl-C avslutar.")
        sys.stdout.flush()

    limits = _limits(workers, time_limit, memory_limit, max_pages)
    serve_drop_folder(inbox, archive, cron, limits, port=port, show_log=debug, say=say)
    typer.echo("Avslutat.")
    return ExitStatus.OK


@cli.command()
@told_in_a_sentence
def show(
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="Början av id eller sha256, filnamn, eller en fil.")
    ],
    archive: Annotated[
        Path | None, typer.Option("--archive", "-a", metavar="DIR", help="Arkivets mapp.")
    ] = None,
    parts: Annotated[bool, typer.Option("--parts", help="Delarna.")] = False,
    sections: Annotated[bool, typer.Option("--sections", help="Rubrikerna.")] = False,
    decision: Annotated[str | None, typer.Option(metavar="§", help="En paragraf, t.ex. 208.")] = None,
    table: Annotated[int | None, typer.Option(metavar="N", help="En tabell, räknat från 0.")] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text, csv eller json.")] = "text",
) -> int:
    """Visa vad som lästes ur ett dokument."""
    from app.show import find_reading, show_reading

    reading = find_reading(document, archive)
    typer.echo(
        show_reading(reading, parts=parts, sections=sections, decision=decision, table=table, form=format)
    )
    return ExitStatus.OK


@cli.command()
@told_in_a_sentence
def findings(
    archive: ArchiveOption,
    document: Annotated[
        str | None, typer.Argument(metavar="[DOC]", help="Ett dokument; annars alla.")
    ] = None,
    severity: Annotated[str | None, typer.Option(help="error, warning eller notice; annars alla.")] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="text, csv eller json.")] = "text",
) -> int:
    """Lista det som inte stämmer, det värsta först."""
    from app.findings import list_findings

    raise_if_missing(archive)
    typer.echo(list_findings(archive, document, severity, format))
    return ExitStatus.OK


@cli.command()
@told_in_a_sentence
def report(
    document: Annotated[str, typer.Argument(metavar="DOC", help="Början av id eller sha256, eller filnamn.")],
    archive: ArchiveOption,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="HTML", help="Annars filens namn.")
    ] = None,
) -> int:
    """Skriv en sida att läsa, skriva ut och skicka: vad som inte stämmer, med utsnitt ur bladen."""
    from app.report.findings import count_line
    from app.report.page import write_report
    from app.show import find_document

    sha256 = find_document(document, archive)
    out, material = write_report(archive, sha256, out)
    typer.echo(f"{out}: {count_line(material)}")
    return ExitStatus.OK


@cli.command()
@told_in_a_sentence
def searchable(
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="Början av id eller sha256, filnamn, eller en PDF.")
    ],
    archive: Annotated[
        Path | None, typer.Option("--archive", "-a", metavar="DIR", help="Arkivets mapp.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PDF", help="Annars NAMN-sokbar.pdf.")
    ] = None,
) -> int:
    """Skriv en kopia av en skannad PDF som går att söka i; originalet rörs inte."""
    from app.searchable import write_searchable_copy

    typer.echo(write_searchable_copy(document, archive, out))
    return ExitStatus.OK


@cli.command()
@told_in_a_sentence
def reconcile(
    archive: ArchiveOption,
    workers: WorkersOption = None,
    time_limit: TimeOption = SECONDS_A_FILE,
    memory_limit: MemoryOption = MEMORY_MB,
    debug: DebugOption = False,
) -> int:
    """Stäm av det som äldre versioner har stämt av på nytt, utan att läsa filerna igen."""
    from archive.layout import Archive
    from flows.steps.in_words import proved_to_sentence
    from flows.steps.ingest import Run, arrival_time, installed_versions
    from flows.steps.on_threads import reconcile_directly

    raise_if_missing(archive)
    limits = _limits(workers, time_limit, memory_limit, SHEETS_A_FILE)
    run = Run(Archive(archive), arrival_time(), installed_versions(), limits, show_stderr=debug)
    proved = reconcile_directly(run)
    typer.echo(proved_to_sentence(proved))
    return ExitStatus.SOME_FAILED if proved.failed or proved.compared.failed else ExitStatus.OK


@cli.command()
@told_in_a_sentence
def correct(
    document: Annotated[str, typer.Argument(metavar="DOC", help="Början av id eller sha256, eller filnamn.")],
    archive: ArchiveOption,
    page: Annotated[int, typer.Option(min=1, help="Bladet, räknat från 1.")],
    printed: Annotated[str, typer.Option(help="Vad som står på papperet.")] = "",
    read: Annotated[str, typer.Option(help="Vad som lästes: hela cellen, eller ord ur en text.")] = "",
    row: Annotated[str, typer.Option(help="Radens rubrik, om orden finns på flera ställen.")] = "",
    column: Annotated[str, typer.Option(help="Kolumnens rubrik.")] = "",
    candidate: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Vilken av de uppräknade.")
    ] = None,
    kind: Annotated[
        str,
        typer.Option(help="cell, strike, no_fact, header, text, name, unit eller ett av dokumentets fält."),
    ] = "",
    by: Annotated[str, typer.Option(help="Vem som rättar.")] = "",
    why: Annotated[str, typer.Option(help="Varför.")] = "",
    force: Annotated[
        bool, typer.Option("--force", help="Skriv den fast bladets textlager säger annat.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Visa vad som ändras, skriv inget.")] = False,
    time_limit: TimeOption = SECONDS_A_FILE,
    memory_limit: MemoryOption = MEMORY_MB,
) -> int:
    """Rätta en felläsning; rättelsen gäller i alla senare körningar och utgåvor."""
    from app.corrections import kind_named, run_in, write_correction
    from schemas.correction import Correction

    about = kind_named(kind)
    told = Correction(
        "", page, read, printed, about, row, column, by=by, why=why, is_sure=force, choice=candidate
    )
    text, status = write_correction(
        run_in(archive, time_limit, memory_limit), document, told, write=not dry_run
    )
    typer.echo(text)
    return status


@cli.command()
@told_in_a_sentence
def corrections(
    archive: ArchiveOption,
    document: Annotated[
        str | None, typer.Argument(metavar="[DOC]", help="Ett dokument; annars alla.")
    ] = None,
    withdraw: Annotated[str | None, typer.Option(metavar="ID", help="Dra tillbaka en rättelse.")] = None,
    by: Annotated[str, typer.Option(help="Vem som drar tillbaka den.")] = "",
    why: Annotated[str, typer.Option(help="Varför.")] = "",
    format: Annotated[str, typer.Option("--format", "-f", help="text, csv eller json.")] = "text",
    time_limit: TimeOption = SECONDS_A_FILE,
    memory_limit: MemoryOption = MEMORY_MB,
) -> int:
    """Lista rättelserna och hur det gick med dem, eller dra tillbaka en."""
    from app.corrections import list_corrections, run_in, take_back

    raise_if_missing(archive)
    if withdraw:
        typer.echo(take_back(run_in(archive, time_limit, memory_limit), withdraw, by, why))
    else:
        typer.echo(list_corrections(archive, document, format))
    return ExitStatus.OK


@cli.command()
@told_in_a_sentence
def releases(
    archive: ArchiveOption,
    pin: Annotated[int | None, typer.Option(metavar="N", help="Behåll utgåva N tills vidare.")] = None,
    unpin: Annotated[int | None, typer.Option(metavar="N", help="Släpp utgåva N.")] = None,
) -> int:
    """Visa vilka utgåvor som finns; fäst en som en analys bygger på."""
    from app.releases import list_lines, set_pins

    raise_if_missing(archive)
    set_pins(archive, pin, unpin)
    typer.echo("\n".join(list_lines(archive)))
    return ExitStatus.OK


@cli.command()
@told_in_a_sentence
def prune(
    archive: ArchiveOption,
    keep: Annotated[int, typer.Option(min=1, help="Så många av de senaste behålls.")] = 3,
) -> int:
    """Ta bort gamla utgåvor; den gällande och de fästa blir kvar."""
    from app.releases import prune_releases

    raise_if_missing(archive)
    typer.echo(prune_releases(archive, keep))
    return ExitStatus.OK


cli.command()(export)
cli.command()(cli_search.draw)
cli.command()(cli_search.search)
cli.command("list")(cli_search.list_documents)
cli.command()(cli_search.serve)
cli.command()(cli_search.index)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"paragraf {VERSION}")
        raise typer.Exit


@cli.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Visa version.")
    ] = False,
) -> None:
    pass


def _ingest_with_prefect(paths: list[Path], run: Run, listen: Listen, debug: bool) -> Report:
    from flows.server import home_of, local_server, set_environment

    home = home_of(run.archive.root)
    set_environment(home, "INFO" if debug else "CRITICAL")
    with local_server(home):
        from flows.ingest import ingest_with_prefect

        return ingest_with_prefect(paths, run, listen)


def _limits(workers: int | None, seconds: float, memory_mb: int, max_pages: int) -> Limits:
    from flows.readers.limits import Limits

    given: dict[str, Any] = {} if workers is None else {"workers": workers}
    return Limits(seconds=seconds, memory_mb=memory_mb, max_pages=max_pages, **given)


def _on_sigterm(_signal: int, _frame: object) -> None:
    raise SystemExit(128 + signal.SIGTERM)


def main() -> None:
    signal.signal(signal.SIGTERM, _on_sigterm)
    cli()


if __name__ == "__main__":
    main()
