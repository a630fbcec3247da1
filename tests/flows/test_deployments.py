"""The schedule as written down says what the flow understands."""

from __future__ import annotations

import inspect
from typing import Any

import yaml

from tests.flows.conftest import ROOT


def test_prefect_yaml_names_the_flows_and_their_parameters() -> None:
    from prefect import Flow

    from flows.deployments import TIMEZONE
    from flows.ingest import ingest
    from flows.reconcile import reconcile

    deployments = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    flows: tuple[Flow[..., Any], ...] = (ingest, reconcile)
    for deployment, flow in zip(deployments, flows, strict=True):
        path, name = deployment["entrypoint"].split(":")
        assert (ROOT / path).exists() and name == flow.fn.__name__
        assert set(deployment["parameters"]) <= set(inspect.signature(flow.fn).parameters)
    assert deployments[0]["schedules"] == [{"cron": "*/15 * * * *", "timezone": TIMEZONE}]


def test_the_reader_process_imports_neither_prefect_nor_pandas() -> None:
    import subprocess
    import sys

    code = (
        "import sys, flows.readers.process, flows.readers.one_document; print({'prefect', 'pandas'} & "
        "set(sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True, cwd=ROOT).strip() == "set()"
