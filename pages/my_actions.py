"""Mijn acties: what whoever signed in answers for, and what changed of it since the visit before this one."""

from mrdb.views.my_actions import places_now, seen_before, show_mine
from mrdb.views.screen import screen

with screen() as (database, today):
    show_mine(database, today, places_now(database, today), seen_before(database))
