"""Anki, both ways.

Out, from `export`: `notes` makes notes of cards, in the HTML of `html`, of the frozen note types of
`note_types`; `scheduling` adds what the learner remembers, and `package` writes the file. In,
through `importing.open_package`: `reviews` takes reviews; `collection` reads notes, `note_to_fact`
makes facts of them (`quizapp_note` of our own), and `deck_yaml` a deck.
"""
