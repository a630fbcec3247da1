"""Which notation a column's cells bear out."""

from __future__ import annotations

import pytest

from swedish.numbers.notation import Style, find_style


@pytest.mark.parametrize(
    ("cells", "style"),
    [
        (["1,095,444", "12,500", "300"], Style.COMMA_THOUSANDS),
        (["1,095,444", "12,500.75"], Style.COMMA_THOUSANDS),
        (["- 1,095,444 €", "(12,500)"], Style.COMMA_THOUSANDS),
        (["1,095,444", "12,5"], Style.SWEDISH),
        (["12,500", "3,690"], Style.SWEDISH),
        (["115.788", "2.400"], Style.DOT_THOUSANDS),
        (["1.115.788"], Style.DOT_THOUSANDS),
        (["115.788", "2.400,50", "12,5"], Style.DOT_THOUSANDS),
        (["115.788"], Style.SWEDISH),
        (["115.788", "2.4"], Style.SWEDISH),
        (["5.3.1", "115.788", "2.400"], Style.SWEDISH),
        (["132 925", "3,44", "–", "KF"], Style.SWEDISH),
        ([], Style.SWEDISH),
    ],
)
def test_a_column_is_written_as_all_its_cells_say(cells: list[str], style: Style) -> None:
    assert find_style(cells) == style
