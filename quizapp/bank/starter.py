"""The deck that `quizapp new` writes: small, sound, and a lesson in the format."""

import json

_STARTER = """\
# A quizapp deck. `quizapp check` finds its faults; decks/README.md teaches all of the format.
quizapp: 2
deck: {name}  # its id: what was learned hangs on it, so never change it
title: {title}
language: en  # of the answers, so that they are judged as it writes them: de, fr, es …

sources:
  atlas:
    cite: "A school atlas, 2nd edition."
    short: Atlas

concepts:  # nouns; those of one type can be taken for each other
  paris: {{name: Paris, type: capital, aliases: [City of Light]}}
  madrid: {{name: Madrid, type: capital}}
  lisbon: {{name: Lisbon, type: capital}}

facts:
  - id: capital-of-france  # a fact with one thing to know
    source: atlas
    say: "{{answer}} has been the capital of France for centuries."
    ask: Which city is the capital of France?
    answer: Paris  # the name of a concept links to it
    choose_from: capital  # all other capitals are wrong here
    wrong: {{Lyon: "Lyon is large, but it was never the capital."}}
    why: Kings, revolutions and republics all governed from there.

  - id: rivers-of-france  # a fact with two things to know, and a gap for each
    source: atlas
    say: "The capital of France lies on the {{capital}}, and Lyon lies on the {{lyon}}."
    cards:
      capital:
        ask: On which river does the capital of France lie?
        answer: Seine
        wrong: {{Loire: "The Loire passes Orléans.", Marne: "The Marne ends before the city."}}
      lyon:
        ask: On which river does Lyon lie?
        answer: Rhône
        wrong: {{Garonne: "The Garonne passes Toulouse.", Loire: "The Loire passes Orléans."}}

  - id: districts-of-paris
    source: atlas
    say: "Since 1860 the city of Paris has been divided into {{answer}} districts."
    ask: Into how many districts has the city of Paris been divided since 1860?
    answer: 20  # without quotes it is a number
    unit: districts
    wrong: {{12: "It had twelve until then.", 80: "Each of the twenty has four quarters."}}
"""


def starter_deck(name: str, title: str) -> str:
    """Return the YAML of a small deck with the id `name`, which has no fault."""
    return _STARTER.format(name=name, title=json.dumps(title, ensure_ascii=False))
