"""The same as the pages say, for programs: JSON, CSV, feeds, harvesting."""
