#!/usr/bin/env python3
"""Write every sample PDF, its ground truth and the bad files:
`python samples/make.py [--out DIR] [--only MODULE]`.
"""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from pathlib import Path

from making.bad import write_bad_files

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = (
    "utdrag_budget",
    "fortsatt_tabell",
    "utan_linjer",
    "minustecken",
    "protokoll",
    "skadad",
    "finlandssvensk",
    "utdrag_budget_fel",
    "andra_lasning",
)
CUT_FROM = "utan-linjer"  # the truncated files are its beginning


def write_sample(module: str, out: Path) -> None:
    sample = import_module(f"making.{module}")
    pdf, gold = sample.make()
    folder = out / "samples" / sample.NAME
    (folder / "expected").mkdir(parents=True, exist_ok=True)
    (folder / f"{sample.NAME}.pdf").write_bytes(pdf)
    (folder / "expected" / "gold.json").write_text(
        json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    print(f"{sample.NAME}: {len(pdf):,} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out", type=Path, default=ROOT, help="write below this folder instead of the checkout"
    )
    parser.add_argument("--only", choices=(*SAMPLES, "bad"), help="one module of making")
    args = parser.parse_args()
    for module in SAMPLES:
        if args.only in (None, module):
            write_sample(module, args.out)
    if args.only in (None, "bad"):
        whole = (args.out / "samples" / CUT_FROM / f"{CUT_FROM}.pdf").read_bytes()
        write_bad_files(args.out / "tests" / "samples" / "bad", whole)


if __name__ == "__main__":
    main()
