"""Words that several commands print."""


def counted(number: int, noun: str) -> str:
    """Return `number` and its noun, in the plural where it must be."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
