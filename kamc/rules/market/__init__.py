"""Rules on the account as a market (block 4)."""
