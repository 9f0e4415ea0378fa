"""How long a reader waits, beside plain Pyodide: `guide bench reader`."""


class BenchError(ValueError):
    """There is nothing to measure with. The text says what to run."""
