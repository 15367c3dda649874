"""quizapp: a YAML fact bank makes question items, terminal sessions and Anki decks."""

__version__ = "0.3.0"
