"""What the program tells whoever looks after it: one line a thing, on standard error, and nothing that people typed."""

import logging
import traceback
from secrets import token_hex

_LOG = logging.getLogger("mrdb")
_SCRIPTS, _DOWNLOADS = "streamlit.error_util", "streamlit.runtime.backend_operation_handler"


def write_log() -> None:
    """From now on the program's lines go to standard error, and Streamlit leaves unexpected errors to us."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _LOG.handlers = [handler]
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    for name in (_SCRIPTS, _DOWNLOADS):
        logging.getLogger(name).addFilter(_is_not_ours)


def _is_not_ours(line: logging.LogRecord) -> bool:
    """What Streamlit would tell of a bug in several lines; of one in a script ``mrdb.serve`` tells already."""
    error = line.exc_info and line.exc_info[1]
    if error and line.name == _DOWNLOADS:
        unexpected(error)
    return not error


def unexpected(error: BaseException) -> str:
    """Logs a bug under a number, by which the person who met it and whoever mends it speak of the same."""
    number = token_hex(3).upper()
    _LOG.error("unexpected %s: %s", number, _folded(error))
    return number


def _folded(error: BaseException) -> str:
    """The traceback and those before it in one line, without what the errors say: that may hold what people typed.

    An error of another program has its own ``steps``.
    """
    here = (f"{one.filename}:{one.lineno} {one.name}" for one in traceback.extract_tb(error.__traceback__))
    steps = " > ".join([*here, *getattr(error, "steps", ())])
    before = error.__cause__ or error.__context__
    return f"{type(error).__name__} at {steps}" + (f" | after {_folded(before)}" if before else "")
