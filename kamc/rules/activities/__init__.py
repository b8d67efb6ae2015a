"""Rules on what we want, do and say (block 5)."""
