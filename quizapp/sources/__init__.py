"""What a deck is distilled from: its sentences, numbered, read from a file's text."""
