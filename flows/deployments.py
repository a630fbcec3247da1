"""The ingest on a schedule over a drop folder:
`prefect.yaml` for a server of your own, `paragraf up` for one here.
"""

from __future__ import annotations

import json
import signal
import sys
from typing import Any

from prefect import serve
from prefect.client.orchestration import get_client
from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy
from prefect.exceptions import ObjectNotFound
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows.ingest import ingest
from flows.server import end_with

TIMEZONE = "Europe/Stockholm"
SETTLE_SECONDS = 5.0


def drop_folder(inbox: str, archive: str, cron: str, limits: dict[str, Any] | None = None) -> Any:
    """The deployment `paragraf-ingest/inkorg`;
    a tick that comes while a run is going is skipped, not queued.
    """
    return ingest.to_deployment(
        name="inkorg",
        entrypoint_type=EntrypointType.MODULE_PATH,  # found wherever the command is started
        schedule=Cron(cron, timezone=TIMEZONE),
        concurrency_limit=ConcurrencyLimitConfig(
            limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW
        ),
        parameters={
            "paths": [inbox],
            "archive": archive,
            "limits": limits,
            "settle_seconds": SETTLE_SECONDS,
            "insistent": False,
        },
        description="Läser in nya PDF- och Markdown-filer ur inkorgen och ger ut datamängden.",
    )


def forget_missed_ticks() -> None:
    """Take away the deployment of last time:
    its runs that were due while nobody served would all start at once.
    """
    with get_client(sync_client=True) as client:
        try:
            before = client.read_deployment_by_name(f"{ingest.name}/inkorg")
        except ObjectNotFound:
            return
        client.delete_deployment(before.id)


def main() -> None:
    """Serve until SIGINT. Arguments: the keyword arguments of `drop_folder` as JSON,
    and the parent's process id.
    """
    # a shell's background job starts with it ignored
    signal.signal(signal.SIGINT, signal.default_int_handler)
    end_with(int(sys.argv[2]))
    forget_missed_ticks()
    serve(
        drop_folder(**json.loads(sys.argv[1])),
        pause_on_shutdown=False,
        print_starting_message=False,
        limit=1,
    )


if __name__ == "__main__":
    main()
