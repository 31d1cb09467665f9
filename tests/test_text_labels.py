"""Every member of every enum that a person may see has a Dutch label."""

import importlib
import pkgutil
from enum import Enum, Flag, IntEnum

import pytest

import mrdb.domain
import mrdb.text
from mrdb.domain.facts import Kind, Subject, Way
from mrdb.domain.period import PeriodKind, Precision
from mrdb.domain.reminders import Step
from mrdb.domain.roles import Right

NEVER_SHOWN = {Flag, IntEnum, Kind, PeriodKind, Precision, Right, Step, Subject, Way}
"""What describes a fact, a period, a rule or a mail to the program alone."""


def enums() -> list[type[Enum]]:
    found: set[type[Enum]] = set()
    for info in pkgutil.iter_modules(mrdb.domain.__path__):
        module = importlib.import_module(f"mrdb.domain.{info.name}")
        found.update(v for v in vars(module).values() if isinstance(v, type) and issubclass(v, Enum) and len(v))
    return sorted(found - NEVER_SHOWN, key=lambda enum: enum.__name__)


def labels(enum: type[Enum]) -> list[dict[Enum, str]]:
    """The tables that put this enum into words, wherever in ``mrdb.text`` they stand."""
    modules = [importlib.import_module(f"mrdb.text.{info.name}") for info in pkgutil.iter_modules(mrdb.text.__path__)]
    tables = {id(value): value for module in modules for value in vars(module).values() if isinstance(value, dict)}
    return [
        table
        for table in tables.values()
        if isinstance(next(iter(table), None), enum) and all(isinstance(word, str) for word in table.values())
    ]


@pytest.mark.parametrize("enum", enums(), ids=lambda enum: enum.__name__)
def test_labels_cover_every_member(enum: type[Enum]) -> None:
    tables = labels(enum)
    assert tables
    for table in tables:
        assert set(table) == set(enum)
        assert all(table.values())
