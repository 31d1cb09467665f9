"""Files out and back: one list of columns serves both ways."""
