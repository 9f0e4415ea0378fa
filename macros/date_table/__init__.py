"""Dates at once: the engine’s answers for every day of the range, as a table to be looked up."""
