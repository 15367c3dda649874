"""Anki packages in: notes become facts, the review log becomes reviews."""
