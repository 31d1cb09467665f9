"""Follow-up of a management response: what was promised after an evaluation, and where it stands."""

__version__ = "0.2.0"
