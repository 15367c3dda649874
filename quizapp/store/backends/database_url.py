"""What a database URL says, and how long its database is waited for."""

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from quizapp.errors import WrongCallError

BUSY_SECONDS = 5.0  # how long a transaction waits for another process


def parsed_url(url: str) -> URL:
    """Return `url` in its parts.

    Raises:
        WrongCallError: it is no URL of a database.
    """
    try:
        return make_url(url)
    except (ArgumentError, ValueError):
        raise WrongCallError(
            f"{url!r} is not a database URL", "write sqlite:/// and a path: sqlite:///quizapp.db"
        ) from None
