"""What the methods compute: pure functions of plans and their parts, with units and source."""
