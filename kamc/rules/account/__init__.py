"""Rules on what we know of the account (block 1)."""
