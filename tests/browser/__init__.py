"""Journeys in a real browser, on the real five articles read by the real program."""
