"""How the members of a list stand while they are being named, one after the other."""

from quizapp.grading.expected import ExpectedList
from quizapp.grading.grade import Verdict
from quizapp.grading.lexicon import Lexicon
from quizapp.grading.old.lists import VERDICTS, fits_of
from quizapp.grading.old.splitting import IN_ANY_ORDER, members_in
from quizapp.grading.old.terms import is_right
from quizapp.session.grade_response import log_unjudged
from quizapp.session.model import NamedMember


def grade_members(expected: ExpectedList, text: str, lexicon: Lexicon) -> tuple[NamedMember, ...]:
    """Return what each member named in `text` is, in the order in which they were named.

    A member named twice is found once. Where judging fails, none is judged: the list as a whole
    is for the learner to judge then.
    """
    try:
        return _judged(expected, text, lexicon)
    except Exception:  # noqa: BLE001 (whatever it is, it must not end the session)
        log_unjudged(expected, text)
        parts = (part.strip() for part in text.split(","))
        return tuple(NamedMember(part, Verdict.WRONG, is_judged=False) for part in parts if part)


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
            found[at] = NamedMember(texts[at], VERDICTS[rank], key)
    fitting = {at for _, _, at in fits}
    return tuple(
        found.get(at) or NamedMember(given, Verdict.WRONG, is_repeat=at in fitting)
        for at, given in enumerate(texts)
    )
