"""Which edition of the site is there to be shown, so that a browser can wait for the next."""

import threading


class Edition:
    """A number that grows with every change; safe for threads. It begins above that of any server before."""

    def __init__(self, begins: int) -> None:
        self._number = begins
        self._changed = threading.Condition()

    @property
    def number(self) -> int:
        """The edition that stands now."""
        return self._number

    def next(self) -> None:
        """Something has changed."""
        with self._changed:
            self._number += 1
            self._changed.notify_all()

    def after(self, shown: int, patience: float) -> int:
        """The number as soon as it is above the one that is shown, or as it is after so many seconds."""
        with self._changed:
            self._changed.wait_for(lambda: self._number > shown, patience)
            return self._number
