"""What a protocol says besides its text: decisions, people, its imprint, votes, amounts."""
