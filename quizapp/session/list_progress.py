"""How the members of a list stand while they are being named, one after the other."""

import logging

from quizapp.grading.expected import ExpectedList
from quizapp.grading.grade import Outcome
from quizapp.grading.lexicon import Lexicon
from quizapp.grading.members import MemberMatch, match_members, split_members
from quizapp.session.model import NamedMember


def grade_members(expected: ExpectedList, text: str, lexicon: Lexicon) -> tuple[NamedMember, ...]:
    """Return what each member named in `text` is, in the order in which they were named.

    A member named twice is found once. Where judging fails, none is judged: the list as a whole
    is for the learner to judge then.
    """
    try:
        matches = match_members(expected, split_members(expected, text), lexicon)
        return tuple(_named_member(expected, match) for match in matches)
    except Exception:  # whatever it is, it must not end the session
        logging.getLogger(__name__).exception("cannot judge %r against %r", text, expected)
        parts = (part.strip() for part in text.split(","))
        return tuple(NamedMember(part, Outcome.UNSURE) for part in parts if part)


def _named_member(expected: ExpectedList, match: MemberMatch) -> NamedMember:
    """Return a part of the list; only what was found tells which member it is."""
    is_found = match.outcome in {Outcome.RIGHT, Outcome.SLIP} and match.place is not None
    key = expected.members[match.place or 0].key if is_found else ""
    return NamedMember(match.text, match.outcome, key, match.is_repeat)
