"""Rules on the file itself: its format, its words, its waivers."""
