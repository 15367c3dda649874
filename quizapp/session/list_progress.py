"""How the members of a list stand while they are being named, one after the other."""

import logging

from quizapp.grading.expected import ExpectedList
from quizapp.grading.grade import Outcome
from quizapp.grading.lexicon import Lexicon
from quizapp.grading.old.lists import fits_of
from quizapp.grading.old.splitting import IN_ANY_ORDER, members_in
from quizapp.grading.old.terms import is_right
from quizapp.session.model import NamedMember

_OUTCOMES = (Outcome.RIGHT, Outcome.SLIP)  # of what fits a member at once, and of what nearly does


def grade_members(expected: ExpectedList, text: str, lexicon: Lexicon) -> tuple[NamedMember, ...]:
    """Return what each member named in `text` is, in the order in which they were named.

    A member named twice is found once. Where judging fails, none is judged: the list as a whole
    is for the learner to judge then.
    """
    try:
        return _judged(expected, text, lexicon)
    except Exception:  # whatever it is, it must not end the session
        logging.getLogger(__name__).exception("cannot judge %r against %r", text, expected)
        parts = (part.strip() for part in text.split(","))
        return tuple(NamedMember(part, Outcome.UNSURE) for part in parts if part)


def _judged(expected: ExpectedList, text: str, names: Lexicon) -> tuple[NamedMember, ...]:
    """Cut `text` and give it away as the whole list is graded: what is right before the close."""
    members = expected.members

    def is_member(given: str) -> bool:
        return any(is_right(member, given) for member in members)

    texts = members_in(members, text, IN_ANY_ORDER, is_member)
    fits = fits_of(members, texts, names)
    found: dict[int, NamedMember] = {}
    for rank, place, at in fits:
        key = members[place].key
        if at not in found and all(each.key != key for each in found.values()):
            found[at] = NamedMember(texts[at], _OUTCOMES[rank], key)
    fitting = {at for _, _, at in fits}
    return tuple(
        found.get(at) or NamedMember(given, Outcome.WRONG, is_repeat=at in fitting)
        for at, given in enumerate(texts)
    )
