"""The commands that look into an archive: `search`, `list`, `serve`, `index`; in `app/cli.py` there is no
room.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import Annotated

import typer

from app.errors import CannotShow, raise_if_missing, told_in_a_sentence
from schemas.errors import ExitStatus

_ArchiveOption = Annotated[Path, typer.Option("--archive", "-a", metavar="DIR", help="Arkivets mapp.")]


@told_in_a_sentence
def draw(
    document: Annotated[
        str, typer.Argument(metavar="DOC", help="En PDF; med --archive början av id eller filnamn.")
    ],
    page: Annotated[int, typer.Option(min=1, help="Bladet, räknat från 1.")],
    archive: Annotated[
        Path | None, typer.Option("--archive", "-a", metavar="DIR", help="Arkivets mapp.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="PNG", help="Annars PDF-namnet med bladet.")
    ] = None,
) -> int:
    """Rita ett blad med ord, linjer och tabellrutnät."""
    from app.drawn import draw_to_file

    typer.echo(str(draw_to_file(document, archive, page, out)))
    return ExitStatus.OK


@told_in_a_sentence
def search(
    archive: _ArchiveOption,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help='Ord, "fras", början*, ELLER; -a före uteslutna.'),
    ] = None,
    kind: Annotated[
        str, typer.Option(help="paragraf, avsnitt, tabellrad, person, avvikelse eller dokument.")
    ] = "",
    municipality: Annotated[str, typer.Option(help="Kommunen.")] = "",
    body: Annotated[str, typer.Option(help="Organet.")] = "",
    year: Annotated[str, typer.Option(help="Mötesåret.")] = "",
    since: Annotated[str, typer.Option("--from", help="Första mötesdagen.")] = "",
    until: Annotated[str, typer.Option("--to", help="Sista mötesdagen.")] = "",
    part: Annotated[str, typer.Option(help="protocol, memo, annex eller notice.")] = "",
    person: Annotated[str, typer.Option(metavar="ID", help="En persons id.")] = "",
    finding: Annotated[str, typer.Option(help="any, error, warning eller notice.")] = "",
    least: Annotated[str, typer.Option(help="Minsta belopp, t.ex. 1,5 mnkr.")] = "",
    most: Annotated[str, typer.Option(help="Största belopp.")] = "",
    newest: Annotated[bool, typer.Option("--newest", help="Nyaste mötet först.")] = False,
    all_versions: Annotated[bool, typer.Option("--all-versions", help="Äldre versioner också.")] = False,
    page: Annotated[int, typer.Option(min=1, help="Vilken sida av träffarna.")] = 1,
    size: Annotated[int, typer.Option(min=1, max=100, help="Träffar på en sida.")] = 10,
    as_json: Annotated[bool, typer.Option("--json", help="Som JSON.")] = False,
) -> int:
    """Sök i arkivet; varje träff säger vilket blad den står på. -- före ett ord som börjar med streck."""
    from app.found import found_to_json, found_to_text
    from app.library import open_library
    from app.searching import answer, read_ask

    raise_if_missing(archive)
    ask = read_ask(
        {
            "q": " ".join(words or ()),
            "typ": kind,
            "kommun": municipality,
            "organ": body,
            "ar": year,
            "fran": since,
            "till": until,
            "del": part,
            "person": person,
            "avvikelse": finding,
            "minst": least,
            "mest": most,
            "ordning": "nyast" if newest else "",
            "versioner": "alla" if all_versions else "",
            "sida": str(page),
            "antal": str(size),
        }
    )
    if ask.problems:
        raise CannotShow(" ".join(ask.problems))
    _make_searchable(archive)
    found = answer(open_library(archive).now(), ask)
    typer.echo(found_to_json(found) if as_json else found_to_text(found, sys.stdout.isatty()))
    return ExitStatus.OK if found.total else ExitStatus.NOTHING_FOUND


@told_in_a_sentence
def list_documents(
    archive: _ArchiveOption,
    key: Annotated[
        str | None, typer.Argument(metavar="[DOC]", help="Början av id, sha256 eller filnamn; annars alla.")
    ] = None,
    municipality: Annotated[str, typer.Option(help="Kommunen.")] = "",
    body: Annotated[str, typer.Option(help="Organet.")] = "",
    format: Annotated[str, typer.Option("--format", "-f", help="text, csv eller json.")] = "text",
) -> int:
    """Lista dokumenten: kommun, organ, dag, §§ och läge, nyaste versionen först."""
    from app.found import list_to_text
    from app.library import open_library

    raise_if_missing(archive)
    typer.echo(list_to_text(open_library(archive).now(), key, municipality, body, format))
    return ExitStatus.OK


@told_in_a_sentence
def serve(
    archive: _ArchiveOption,
    port: Annotated[int, typer.Option(min=1, max=65535, help="Porten.")] = 8080,
    host: Annotated[
        str, typer.Option(help="Adressen som lyssnas på; annars bara den här datorn.")
    ] = "127.0.0.1",
    token: Annotated[
        str,
        typer.Option(
            envvar="PARAGRAF_TOKEN", help="Nyckel för den som får märka avvikelser; annars läser alla."
        ),
    ] = "",
    root_path: Annotated[
        str, typer.Option(metavar="/SÖKVÄG", help="Där sidorna ligger bakom en proxy, t.ex. /protokoll.")
    ] = "",
    name: Annotated[
        str, typer.Option(help="Arkivets namn i id:n för den som skördar det; ändras inte sedan.")
    ] = "paragraf",
    contact: Annotated[
        str, typer.Option(metavar="E-POST", help="Vem den som skördar arkivet skriver till.")
    ] = "nobody@example.invalid",
) -> int:
    """Visa arkivet i en webbläsare. Ctrl-C avslutar."""
    gc.disable()  # while everything is read that stays: a tenth of the start; the server turns it on
    from app.library import open_library
    from app.web.server import make_app, serve_app

    raise_if_missing(archive)
    if root_path and (not root_path.startswith("/") or root_path.endswith("/")):
        raise CannotShow("--root-path börjar med / och slutar utan, t.ex. /protokoll.")

    _make_searchable(archive)

    def say(address: str) -> None:
        typer.echo(f"Arkivet visas på {address}\nCtrl-C avslutar.")
        sys.stdout.flush()

    app = make_app(open_library(archive), token=token, root_path=root_path, name=name, contact=contact)
    serve_app(app, host=host, port=port, say=say)
    return ExitStatus.OK


def _make_searchable(archive: Path) -> None:
    """An archive from before, or a copy without it, gets the search index that it lacks."""
    from archive.layout import Archive
    from archive.lock import writing
    from archive.search.write import build_index, is_current
    from archive.snapshots import current_number

    kept = Archive(archive)
    number = current_number(kept)
    if number is not None and not is_current(kept, number):
        typer.echo("Gör sökregistret först; det görs en gång.", err=True)
        with writing(kept):
            build_index(kept, number)


@told_in_a_sentence
def index(archive: _ArchiveOption) -> int:
    """Gör sökregistret för den gällande utgåvan på nytt; annars sköts det av ingest."""
    from archive.layout import Archive
    from archive.lock import writing
    from archive.search.write import build_index
    from archive.snapshots import current_number

    raise_if_missing(archive)
    kept = Archive(archive)
    number = current_number(kept)
    if number is None:
        raise CannotShow("Arkivet har ingen utgåva än. Läs in filer med paragraf ingest först.")
    with writing(kept):
        build_index(kept, number)
    typer.echo(f"Sökregistret för utgåva {number} är gjort.")
    return ExitStatus.OK
