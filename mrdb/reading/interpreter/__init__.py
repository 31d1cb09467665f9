"""The room that makes a draft: the blocks of any source go in, a management response with its doubts comes out."""

from mrdb.reading.interpreter.document import interpreted

__all__ = ["interpreted"]
