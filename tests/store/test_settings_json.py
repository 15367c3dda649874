"""Settings as the store keeps them."""

from quizapp.bank.model import DeckSettings
from quizapp.store.rows import settings_from_json, settings_to_json


def test_strict_spelling_is_kept_and_without_it_nothing_is_written() -> None:
    strict = DeckSettings(formats=("gap",), is_spelling_strict=True)
    forgiving = settings_to_json(DeckSettings())

    assert settings_from_json(settings_to_json(strict)) == strict
    assert settings_from_json(forgiving) == DeckSettings()
    assert "spelling" not in forgiving
