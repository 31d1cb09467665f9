"""Altair: data in, chart out."""
