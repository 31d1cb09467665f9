"""Every Dutch word and sentence that a person reads."""
