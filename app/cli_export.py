"""The command `paragraf export`, which has a file of its own for want of room in `app/cli.py`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.errors import CannotShow, told_in_a_sentence


@told_in_a_sentence
def export(
    archive: Annotated[Path, typer.Option("--archive", "-a", metavar="DIR", help="Arkivets mapp.")],
    eark: Annotated[
        Path, typer.Option("--eark", metavar="DIR", help="Mappen där paketen läggs, ett för varje dokument.")
    ],
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOC]…", help="Början av id eller sha256, eller filnamn."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Alla dokument i arkivet.")] = False,
    submitter: Annotated[
        str | None, typer.Option(metavar="NAMN", help="Vem som lämnar in; annars dokumentets kommun.")
    ] = None,
    agreement: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Överenskommelsen om leveransen, t.ex. dess diarienummer."),
    ] = None,
) -> int:
    """Skriv arkivpaket (E-ARK SIP, FGS Paketstruktur 2.0) med original, läsning, METS och PREMIS."""
    from app.eark.delivery import Delivery
    from app.eark.export import export_packages
    from flows.steps.ingest import arrival_time

    if bool(documents) == everything:
        raise CannotShow("Ange dokumenten som ska bli paket, eller --all för alla.")
    delivery = Delivery(arrival_time(), submitter, agreement)
    return export_packages(archive, documents or (), eark, delivery, typer.echo, _complain)


def _complain(sentence: str) -> None:
    typer.echo(sentence, err=True)
