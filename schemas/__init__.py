"""What things are: the words every other package speaks. Standard library and pyarrow only."""
