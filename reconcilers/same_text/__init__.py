"""One text in two places, and what differs."""
