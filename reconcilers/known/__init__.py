"""What is found once of a reading, for all who hold something against it."""
