"""Anki, both ways.

Out, from `export`: `notes` makes notes of cards, in the HTML of `markup`, of the frozen note types
of `notetype`, with the learner's `progress`; `package` writes the file. In, through `reader`:
`history` takes reviews; `notebook` reads notes, `carrying` makes facts of them, one `sheet` a note
(`own` for notes of ours), and `deckfile` a deck.
"""
