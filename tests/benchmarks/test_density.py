"""How densely functions decide: what is counted, and on which lines."""

from pathlib import Path

import pytest

from benchmarks.density import densest, find_functions

COUNTED = [
    ("if a:\n        b()", 1),
    ("if a and b or c:\n        d()", 3),
    ("return a if b else c", 1),
    ("return [x for x in a if x and b]", 3),
    ("while a:\n        for b in c:\n            d()", 2),
    ("try:\n        a()\n    except (B, C):\n        d()", 1),
    ("match a:\n        case 1:\n            b()\n        case _:\n            c()", 1),
    ("return max(a, key=lambda x: x or 0)", 1),
]


def write(folder: Path, source: str) -> Path:
    path = folder / "code.py"
    path.write_text(source)
    return path


@pytest.mark.parametrize(("body", "decisions"), COUNTED)
def test_what_counts_as_a_decision(tmp_path: Path, body: str, decisions: int) -> None:
    (function,) = find_functions(write(tmp_path, f"def f(a, b, c, d):\n    {body}\n"))
    assert function.decisions == decisions


def test_lines_are_those_with_code(tmp_path: Path) -> None:
    source = 'def f():\n    """Says.\n\n    More.\n    """\n    # why\n\n    return (\n        1\n    )\n'
    (function,) = find_functions(write(tmp_path, source))
    assert function.lines == 4


def test_a_function_inside_another_is_counted_for_itself(tmp_path: Path) -> None:
    source = "def f(a):\n    def g(b):\n        return b or a\n    return g if a else None\n"
    counted = {
        function.name: (function.decisions, function.lines)
        for function in find_functions(write(tmp_path, source))
    }
    assert counted == {"f": (1, 2), "g": (1, 2)}


def test_the_densest_come_first_and_small_ones_not_at_all(tmp_path: Path) -> None:
    packed = "def packed(a):\n    return a and a and a and a and a and a and a and a and a\n"
    spread = "def spread(a):\n" + "    if a:\n        a()\n" * 9
    write(tmp_path, f"def small(a):\n    return a and a\n{packed}{spread}")
    assert [function.name for function in densest(tmp_path, 10)] == ["packed", "spread"]
