"""The words of the field as frozen dataclasses, and the rules as pure functions. Standard library only."""
