"""What one run does, with Prefect or without."""
