"""How densely functions decide: decisions a line, boolean operators counted. A mirror, not a gate.

    python -m benchmarks.density [FOLDER] [-n N]

A decision is every place where a reader must hold two ways in mind: if, elif, a conditional expression, a
loop, a comprehension and its conditions, an except, a case, and each and/or beyond the first operand. Lines
are those with code on them: no blank ones, comments or docstrings. A function cut in two to please the
figure reads no better; a condition whose parts have names does.
"""

from __future__ import annotations

import argparse
import ast
import io
import tokenize
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
# decisions from which a function is listed: one condition of three parts on two lines is no dense function
LEAST = 8
# decisions a line from which a function is called dense; pdfplumber, eyecite and structlog have next to none
DENSE = 0.6
_NOT_OURS = {".venv", "build", "dist", "node_modules"}
_SILENT = {
    tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER,
}  # fmt: skip
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_ONE_EACH = (ast.If, ast.IfExp, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler)


@dataclass(frozen=True, slots=True)
class Function:
    """A function with what it decides and on how many lines of code."""

    path: Path
    line: int
    name: str
    decisions: int
    lines: int

    @property
    def density(self) -> float:
        return self.decisions / self.lines

    @property
    def is_dense(self) -> bool:
        return self.decisions >= LEAST and self.density >= DENSE


def decisions_in(node: ast.AST) -> int:
    """The decisions of a piece of code, functions inside it left out: they are counted for themselves.

    >>> decisions_in(ast.parse("[a for a in b if a and c]"))
    3
    """
    inner = [child for child in ast.iter_child_nodes(node) if not isinstance(child, _FUNCTIONS)]
    return _own(node) + sum(map(decisions_in, inner))


def _own(node: ast.AST) -> int:
    match node:
        case ast.BoolOp():
            return len(node.values) - 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.match_case():
            return int(not isinstance(node.pattern, ast.MatchAs) or node.guard is not None)
        case _:
            return int(isinstance(node, _ONE_EACH))


def find_functions(path: Path) -> Iterator[Function]:
    """The functions of a file, those inside others too."""
    source = path.read_text(encoding="utf-8")
    code = _lines_with_code(source)
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS):
            own = code & set(range(node.lineno, (node.end_lineno or node.lineno) + 1))
            own -= _docstring(node).union(*(_span(each) for each in _inside(node)))
            yield Function(path, node.lineno, node.name, decisions_in(node), len(own))


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    return (each for each in ast.walk(node) if isinstance(each, _FUNCTIONS) and each is not node)


def _lines_with_code(source: str) -> set[int]:
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {
        line
        for token in tokens
        if token.type not in _SILENT
        for line in range(token.start[0], token.end[0] + 1)
    }


def _docstring(node: ast.FunctionDef | ast.AsyncFunctionDef) -> set[int]:
    first = node.body[0]
    is_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    return _span(first) if is_text and len(node.body) > 1 else set()


def _span(node: ast.AST) -> set[int]:
    return set(range(node.lineno, node.end_lineno + 1))  # type: ignore[attr-defined]


def find_all(root: Path) -> list[Function]:
    """The functions of a tree, its tests and what others wrote left out."""
    return [function for path in _files(root) for function in find_functions(path)]


def _files(root: Path) -> Iterable[Path]:
    for path in sorted(root.rglob("*.py")):
        folders = set(path.relative_to(root).parts[:-1])
        if not folders & _NOT_OURS and "tests" not in folders:
            yield path


def densest(root: Path, n: int) -> list[Function]:
    """The n functions that decide most a line, of those that decide at all often."""
    often = [function for function in find_all(root) if function.decisions >= LEAST]
    return sorted(often, key=lambda each: -each.density)[:n]


def summary(functions: Sequence[Function]) -> str:
    """The whole tree in one line."""
    decisions, lines = (sum(getattr(each, name) for each in functions) for name in ("decisions", "lines"))
    dense = sum(each.is_dense for each in functions)
    return (
        f"{len(functions)} functions, {decisions / max(lines, 1):.2f} decisions a line "
        f"(median {median(each.density for each in functions):.2f}), {dense} dense "
        f"({dense / max(len(functions), 1):.1%})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT)
    parser.add_argument("-n", type=int, default=10, help="how many functions to list (10)")
    given = parser.parse_args()
    print(summary(find_all(given.folder)))
    for each in densest(given.folder, given.n):
        where = f"{each.path.relative_to(given.folder)}:{each.line}"
        counted = f"{each.decisions:3} decisions in {each.lines:3} lines"
        print(f"  {each.density:.2f}  {counted}  {each.name}  {where}")


if __name__ == "__main__":
    main()
