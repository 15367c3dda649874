"""What a caller asks for, over the environment and the config file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GivenSettings:
    """What was asked for when quizapp was called; None and () where nothing was.

    `now` is a time in ISO 8601; `create` allows a folder to be made for the database.
    """

    database: str | None = None
    learner: str | None = None
    deck_paths: tuple[str, ...] = ()
    config: str | None = None
    create: bool = False
    now: str | None = None
