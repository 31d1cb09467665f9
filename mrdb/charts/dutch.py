"""The Dutch names and number signs that Altair draws with."""

import altair as alt

from mrdb.text.dates import DAYS, MONTHS, SHORT_MONTHS

_SUNDAY_FIRST = (DAYS[-1], *DAYS[:-1])

DUTCH = alt.Locale(
    number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["€ ", ""]),
    time=alt.TimeLocale(
        dateTime="%a %e %B %Y %X",
        date="%d/%m/%Y",
        time="%H:%M:%S",
        periods=["", ""],
        days=list(_SUNDAY_FIRST),
        shortDays=[day[:2] for day in _SUNDAY_FIRST],
        months=list(MONTHS),
        shortMonths=list(SHORT_MONTHS),
    ),
)
