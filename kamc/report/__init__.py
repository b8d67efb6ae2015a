"""How results are told: one file a format."""
