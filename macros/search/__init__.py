"""Search: an index of the built pages, the words that it knows as the same, and which pages it has."""


class SearchError(RuntimeError):
    """The pages cannot be made searchable. The text says why and what to try."""
