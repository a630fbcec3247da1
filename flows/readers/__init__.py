"""The reader processes: both sides of the pipe, and what is done in them."""
