"""Rules on the people on both sides (block 3)."""
