"""Names and words in two spellings."""
