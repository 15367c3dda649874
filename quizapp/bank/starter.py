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
    sentences: 3  # so that atlas#4 is a fault

concepts:  # nouns; those of one type can be taken for each other
  paris: {{name: Paris, type: capital, aliases: [City of Light]}}
  madrid: {{name: Madrid, type: capital}}
  lisbon: {{name: Lisbon, type: capital}}

facts:
  - id: capital-of-france  # a fact with one thing to know
    source: atlas#1  # its first sentence
    say: "{{answer}} has been the capital of France for centuries."
    ask: Which city is the capital of France?
    answer: Paris  # the name of a concept links to it
    choose_from: capital  # all other capitals are wrong here
    wrong: {{Lyon: "Lyon is large, but it was never the capital."}}
    why: Kings, revolutions and republics all governed from there.

  - id: rivers-of-france  # a fact with two things to know, and a gap for each
    source: atlas#2
    say: "The capital of France lies on the {{capital}}, and Lyon lies on the {{lyon}}."
    cards:
      capital:
        ask: On which river does the capital of France lie?
        answer: Seine
        wrong: {{Loire: "The Loire passes Orléans.", Marne: "The Marne ends before the city."}}
        note: It flows past the islands on which the city began.  # on the right answer
      lyon:
        ask: On which river does Lyon lie?
        answer: Rhône
        wrong: {{Garonne: "The Garonne passes Toulouse.", Loire: "The Loire passes Orléans."}}
        why: Lyon lies where the Saône joins it.  # a card's own, before that of its fact
        untrue:  # a false statement belongs to the card that it gets wrong
          - say: The capital of France lies on the Seine, and Lyon lies on the Loire.
            why: Lyon lies on the Rhône.

  - id: districts-of-paris
    source: atlas#3
    say: "Since 1860 the city of Paris has been divided into {{answer}} districts."
    ask: Into how many districts has the city of Paris been divided since 1860?
    answer: 20  # without quotes it is a number
    unit: districts
    wrong: {{12: "It had twelve until then.", 80: "Each of the twenty has four quarters."}}

  - id: area-of-paris
    source: atlas#3
    say: "Without its woods the city of Paris covers an area of about {{answer}} in all."
    ask: Which area does the city of Paris cover without its woods?
    amount: "87 km2"  # with its unit; also "35-250 Hz", "< 0.001", "67.4 ± 0.5 km/s/Mpc"
    tolerance: 1  # 86 to 88 is right
    wrong: {{"105 km2": "That is with both woods.", "60 km2": "It would be a third too small."}}
"""


def starter_deck(name: str, title: str) -> str:
    """Return the YAML of a small deck with the id `name`, which has no fault."""
    return _STARTER.format(name=name, title=json.dumps(title, ensure_ascii=False))
