"""Every word of the pages has its English, and no English is of words that no page has any more."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes
from starlette.testclient import TestClient

from app.searching import KINDS
from app.web import english, looks
from app.web.english import ENGLISH
from reconcilers.two_papers.one_paper import READERS

WEB = Path(__file__).parents[3] / "app" / "web"
# What templates pass through _() by a name: a finding's readings, kinds of hits, why there is no page.
READINGS = (
    "Väntat",
    "Funnet",
    "Tidigare",
    "Nu",
    *(f"{name[:1].upper()}{name[1:]}" for name in READERS.values()),
)
BY_NAME = {("finding", "name"): READINGS, ("search", "name"): tuple(KINDS), ("error", "says"): ()}


def said_in_templates() -> Iterator[tuple[str, str | None, str]]:
    """(template, the sentence or None, else the name that stands for it)."""
    for path in sorted((WEB / "templates").glob("*.j2")):
        for call in Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "_":
                [given] = call.args
                text = given.value if isinstance(given, nodes.Const) else None
                yield path.name.partition(".")[0], text, getattr(given, "name", "")


def problems_in_code() -> Iterator[str]:
    """Why there is nothing at an address; those with a number or a name in them stand in Swedish."""
    yield from looks._ANSWERS.values()
    for path in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "NotHere":
                [says] = node.args
                if isinstance(says, ast.Constant):
                    yield str(says.value)


def said() -> set[str]:
    sentences = {text for _, text, _ in said_in_templates() if text is not None}
    return sentences | {word for words in BY_NAME.values() for word in words} | {*problems_in_code()}


def test_every_sentence_has_its_english() -> None:
    assert sorted(said() - set(ENGLISH)) == []


def test_no_english_is_left_over() -> None:
    assert sorted(set(ENGLISH) - said()) == []


def test_it_is_known_what_stands_for_a_name() -> None:
    assert {(template, name) for template, text, name in said_in_templates() if text is None} == set(BY_NAME)


def test_no_sentence_stands_twice() -> None:
    """In a dict the last would win, unseen."""
    count: Counter[str] = Counter()
    for name in ("english", "english_sentences"):
        tree = ast.parse((WEB / f"{name}.py").read_text(encoding="utf-8"))
        keys = (key for node in ast.walk(tree) if isinstance(node, ast.Dict) for key in node.keys)
        count.update(str(key.value) for key in keys if isinstance(key, ast.Constant))
    assert [text for text, many in count.items() if many > 1] == []
    assert sum(count.values()) == len(english.ENGLISH)


@pytest.mark.parametrize(
    "address", ["/", "/sok?q=budget", "/om", "/avvikelser", "/tillganglighet", "/finns/inte"]
)
def test_a_page_in_english_has_no_swedish_sentence_of_ours(client: TestClient, address: str) -> None:
    shown = client.get(address, headers={"Cookie": "sprak=en"})
    assert shown.headers["content-language"] == "en"
    assert '<html lang="en">' in shown.text
    sentences = [swedish for swedish in ENGLISH if len(swedish) > 25]
    assert [each for each in sentences if each in shown.text] == []
