"""Two documents held against each other: one paper read twice, or revisions of it."""
