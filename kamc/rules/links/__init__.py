"""Rules on what joins the blocks (M2)."""
