"""Judging a response: what was expected and what was given become a grade."""
