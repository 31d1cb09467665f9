"""The garbage collector of Python, while a large file is made or read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collecting_nothing() -> Iterator[None]:
    """All that is made meanwhile is needed until the end: looking through it over and over costs a third of the time.

    Two at once do no harm: the first that is done lets the collector run again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
