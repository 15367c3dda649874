"""Data written as text: a list of words, and groups of them."""


def listed(text: str) -> frozenset[str]:
    """Return the words of `text`."""
    return frozenset(text.split())


def grouped(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the groups of `text`, parted by spaces, their words by slashes."""
    return tuple(tuple(group.split("/")) for group in text.split())
