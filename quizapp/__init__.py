"""quizapp: a YAML fact bank makes question items, terminal sessions and Anki decks."""
