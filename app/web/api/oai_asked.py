"""A request of OAI-PMH 2.0 as it may be: verbs, their arguments, and the tokens that lists go on by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

PREFIX = "oai_dc"
_LISTING = (("metadataPrefix",), ("from", "until", "set", "resumptionToken"))
VERBS: Mapping[
    str, tuple[Sequence[str], Sequence[str]]
] = {  # the arguments that it must and that it may have
    "Identify": ((), ()),
    "ListMetadataFormats": ((), ("identifier",)),
    "ListSets": ((), ("resumptionToken",)),
    "ListIdentifiers": _LISTING,
    "ListRecords": _LISTING,
    "GetRecord": (("identifier", "metadataPrefix"), ()),
}
_STAMP = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z"
_SET = "[A-Za-z0-9-]+(?::[A-Za-z0-9-]+)?"
_TOKEN = re.compile(f"{PREFIX}~({_STAMP})?~({_STAMP})?~({_SET})?~([0-9]{{1,7}})~({_STAMP})~([0-9a-f]{{16}})")


class OaiError(Exception):
    """One of the protocol's own errors: its code, and why in words."""

    def __init__(self, code: str, says: str) -> None:
        super().__init__(says)
        self.code, self.says = code, says


@dataclass(frozen=True, slots=True)
class Listing:
    """Which records, and where in them. `since` and `until` are moments, both included, "" of no limit.

    A list goes on behind the record `after` (its datestamp and id): what comes in meanwhile moves nothing.
    `start` counts the records before it.
    """

    since: str = ""
    until: str = ""
    set: str = ""
    start: int = 0
    after: tuple[str, str] = ("", "")


def read_arguments(pairs: Sequence[tuple[str, str]]) -> tuple[str, dict[str, str]]:
    """The verb and its arguments. Raises OaiError.

    >>> read_arguments([("verb", "GetRecord"), ("identifier", "x"), ("metadataPrefix", "oai_dc")])
    ('GetRecord', {'identifier': 'x', 'metadataPrefix': 'oai_dc'})
    """
    verbs = [value for name, value in pairs if name == "verb"]
    if len(verbs) != 1 or verbs[0] not in VERBS:
        raise OaiError("badVerb", f"Ange ett verb, ett av {', '.join(VERBS)}.")
    [verb], given = verbs, [(name, value) for name, value in pairs if name != "verb"]
    arguments = dict(given)
    must, may = VERBS[verb]
    if unknown := [name for name in arguments if name not in (*must, *may)]:
        raise OaiError("badArgument", f"{verb} har inget argument ”{unknown[0][:40]}”.")
    if len(arguments) != len(given):
        raise OaiError("badArgument", "Ett argument är angivet flera gånger.")
    if "resumptionToken" in arguments:
        if len(arguments) > 1:
            raise OaiError("badArgument", "resumptionToken anges utan andra argument.")
    elif missing := [name for name in must if name not in arguments]:
        raise OaiError("badArgument", f"{verb} måste ha {' och '.join(missing)}.")
    return verb, arguments


def check_prefix(prefix: str) -> None:
    if prefix != PREFIX:
        raise OaiError("cannotDisseminateFormat", f"Det enda formatet är {PREFIX}.")


def read_listing(arguments: Mapping[str, str]) -> Listing:
    """Raises OaiError."""
    if "resumptionToken" in arguments:
        return read_token(arguments["resumptionToken"])
    check_prefix(arguments["metadataPrefix"])
    since, until = (arguments.get(name) for name in ("from", "until"))
    if since is not None and until is not None and len(since) != len(until):
        raise OaiError("badArgument", "from och until ska ha samma noggrannhet.")
    listing = Listing(
        _moment(since, "T00:00:00Z"), _moment(until, "T23:59:59Z"), _set_of(arguments.get("set"))
    )
    if listing.since and listing.until and listing.since > listing.until:
        raise OaiError("badArgument", "from ligger efter until.")
    return listing


def _set_of(name: str | None) -> str:
    if name is not None and not re.fullmatch(_SET, name):
        raise OaiError("badArgument", "En mängd skrivs som kommun eller kommun:organ; se ListSets.")
    return name or ""


def _moment(text: str | None, otherwise: str) -> str:
    """A day's first or last second where a day is given.

    >>> _moment("2024-06-17", "T23:59:59Z"), _moment("2024-06-17T09:00:00Z", "")
    ('2024-06-17T23:59:59Z', '2024-06-17T09:00:00Z')
    """
    if text is None:
        return ""
    whole = text + otherwise if len(text) == len("2024-06-17") else text
    if not _is_moment(whole):
        raise OaiError("badArgument", "En dag skrivs 2024-06-17, en tid 2024-06-17T09:20:00Z.")
    return whole


def _is_moment(text: str) -> bool:
    if not re.fullmatch(_STAMP, text):
        return False
    try:
        datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")
    except ValueError:
        return False
    return True


def token_of(listing: Listing) -> str:
    """
    >>> token_of(Listing("", "", "boras-stad", 100, ("2024-06-17T09:20:00Z", "0123456789abcdef")))
    'oai_dc~~~boras-stad~100~2024-06-17T09:20:00Z~0123456789abcdef'
    """
    limits = (listing.since, listing.until, listing.set)
    return "~".join((PREFIX, *limits, str(listing.start), *listing.after))


def read_token(token: str) -> Listing:
    """Everything of it is checked again: a token that somebody made up asks for no more than others may.

    >>> read_token("oai_dc~~~boras-stad~100~2024-06-17T09:20:00Z~0123456789abcdef").after
    ('2024-06-17T09:20:00Z', '0123456789abcdef')
    """
    found = _TOKEN.fullmatch(token)
    since, until, chosen, start, stamp, document_id = found.groups("") if found else ("",) * 6
    if not found or not all(_is_moment(each) for each in (since, until, stamp) if each):
        raise OaiError("badResumptionToken", "Token går inte att förstå. Börja om listan från början.")
    return Listing(since, until, chosen, int(start), (stamp, document_id))
