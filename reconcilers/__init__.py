"""Hold readings against each other; overwrite nothing."""
