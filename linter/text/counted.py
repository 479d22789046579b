"""How often words stand in a text: each is counted once, however often it is asked for."""


class Counted:
    """A text and what has been counted in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._times: dict[str, int] = {}

    def times(self, words: str) -> int:
        """How often the words stand in the text."""
        known = self._times.get(words)
        if known is None:
            known = self._times[words] = self.text.count(words)
        return known
