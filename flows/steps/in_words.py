"""A run's report as the operator meets it: one sentence for the state, one page for the artifact."""

from __future__ import annotations

from flows.steps.outcomes import Compared, Corrections, Report
from flows.steps.reconcile import Proved
from schemas.kinds import CorrectionState, Fate

FATES = {
    Fate.INGESTED: ("ny", "nya"),
    Fate.REPLACED: ("läst på nytt", "lästa på nytt"),
    Fate.UNCHANGED: ("oförändrad", "oförändrade"),
    Fate.DUPLICATE: ("dubblett", "dubbletter"),
    Fate.QUARANTINED: ("i karantän", "i karantän"),
    Fate.STILL_QUARANTINED: ("kvar i karantän", "kvar i karantän"),
    Fate.NOT_OPENED: ("gick inte att öppna", "gick inte att öppna"),
    Fate.WAITING: ("skrivs ännu", "skrivs ännu"),
    Fate.PASSED_OVER: ("förbigången", "förbigångna"),
}


def report_to_sentence(report: Report) -> str:
    """What became of the files, in numbers.

    >>> report_to_sentence(Report())
    'Inga filer. Utgåva 0.'
    """
    tally = report.tally
    told = [
        f"{tally[what]} {many if tally[what] > 1 else one}"
        for what, (one, many) in FATES.items()
        if tally[what]
    ]
    files = f"Filer: {', '.join(told)}." if told else "Inga filer."
    return f"{files} Utgåva {report.release}{' (ny)' if report.is_new_release else ''}."


def proved_to_sentence(proved: Proved) -> str:
    """What a reconciliation did, in numbers."""
    failed = f", {proved.failed} gick inte" if proved.failed else ""
    release = f"Utgåva {proved.release}{' (ny)' if proved.is_new_release else ''}."
    return (
        f"Avstämda på nytt: {proved.documents} dokument{failed}. "
        f"{compared_to_sentence(proved.compared)} {release}"
    )


def compared_to_sentence(compared: Compared) -> str:
    """
    >>> compared_to_sentence(Compared(3, 1))
    'Jämförda par av dokument: 3, varav 1 inte gick att jämföra (se events.jsonl).'
    """
    failed = f", varav {compared.failed} inte gick att jämföra (se events.jsonl)" if compared.failed else ""
    return f"Jämförda par av dokument: {compared.pairs}{failed}."


STATES = {
    CorrectionState.APPLIED: ("gäller", "gäller"),
    CorrectionState.AGREED: ("läses nu rätt ändå", "läses nu rätt ändå"),
    CorrectionState.NOT_FOUND: ("hittas inte", "hittas inte"),
    CorrectionState.AMBIGUOUS: ("är tvetydig", "är tvetydiga"),
    CorrectionState.CONTRADICTED: ("motsägs av en annan", "motsägs av andra"),
    CorrectionState.REFUSED: ("motsägs av textlagret", "motsägs av textlagret"),
    CorrectionState.WITHDRAWN: ("tillbakadragen", "tillbakadragna"),
}


def corrections_to_lines(corrections: Corrections) -> list[str]:
    """What became of people's corrections, and the lines of their file that were not understood.

    >>> corrections_to_lines(Corrections({"applied": 2, "not_found": 1}, ("rad 7: page saknas",)))
    ['Rättelser: 2 gäller, 1 hittas inte.', 'corrections.csv rad 7: page saknas.']
    """
    counts = [(corrections.states.get(state, 0), words) for state, words in STATES.items()]
    told = [f"{count} {many if count > 1 else one}" for count, (one, many) in counts if count]
    told = [f"Rättelser: {', '.join(told)}."] if told else []
    return told + [f"corrections.csv {problem}." for problem in corrections.problems]


def report_to_markdown(report: Report) -> str:
    """Numbers, then each file that was not ingested with its reason, then what was read."""
    counts = ", ".join(f"{report.count(name)} {name}" for name in ("decisions", "tables", "facts", "amounts"))
    lines = ["# Körningen", "", report_to_sentence(report), "", f"Läst i denna körning: {counts}.", ""]
    if report.count("checks"):
        lines += [_proved(report), ""]
    if corrections := corrections_to_lines(report.corrections):
        lines += [*(f"- {line}" for line in corrections), ""]
    failures = [f"| {_cell(o.file)} | `{o.code or o.what}` | {_cell(o.says)} |" for o in report.failures]
    if failures:
        lines += ["## Ej inlästa", "", "| fil | kod | vad som bör göras |", "|---|---|---|", *failures, ""]
    passed_over = [
        f"- {_cell(o.file)}: {_cell(o.says)}" for o in report.outcomes if o.what == Fate.PASSED_OVER
    ]
    if passed_over:
        lines += ["## Förbigångna", "", *passed_over, ""]
    read = [o for o in report.outcomes if o.counts]
    if read:
        lines += ["## Inlästa", "", "| fil | varningar |", "|---|---|"]
        lines += [f"| {_cell(o.file)} | {_cell('; '.join(o.warnings))} |" for o in read]
    return "\n".join(lines) + "\n"


def _proved(report: Report) -> str:
    told = (("errors", "fel"), ("warnings", "varningar"), ("notices", "upplysningar"))
    findings = ", ".join(f"{report.count(name)} {word}" for name, word in told)
    held = f"{report.count('checks_held')} av {report.count('checks')} kontroller stämmer"
    return f"Avstämt i denna körning: {findings}; {held}. {compared_to_sentence(report.compared)}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
