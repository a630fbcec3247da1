"""What a person says is printed, set in the place of what was read: pure, and marked wherever it was done."""
