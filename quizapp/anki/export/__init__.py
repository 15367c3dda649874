"""Decks out to an Anki package."""
