"""The Anki package out."""
