"""How the members of a list stand while they are being named, one after the other."""

from quizapp.grading.expected import ExpectedList
from quizapp.grading.grade import Verdict
from quizapp.grading.lexicon import Lexicon
from quizapp.grading.splitting import IN_ANY_ORDER, members_in
from quizapp.grading.terms import grade_term
from quizapp.session.model import Named

VERDICTS = tuple(Verdict)  # the best first


def named(expected: ExpectedList, text: str, names: Lexicon) -> tuple[Named, ...]:
    """Return what each member named in `text` is, in the order in which they were named.

    Cut and given away as the whole list is graded: what is right before what is close. A member
    named twice is found once.
    """
    members = expected.members

    def verdict_on(given: str, place: int) -> Verdict:
        return grade_term(members[place], given, names).verdict

    def is_member(given: str) -> bool:
        return any(verdict_on(given, place) is Verdict.CORRECT for place in places)

    places = range(len(members))
    texts = members_in(members, text, IN_ANY_ORDER, is_member)
    fits = sorted(
        (VERDICTS.index(verdict), place, at)
        for at, given in enumerate(texts)
        for place in places
        if (verdict := verdict_on(given, place)) is not Verdict.WRONG
    )
    found: dict[int, Named] = {}
    for rank, place, at in fits:
        key = members[place].key
        if at not in found and all(each.key != key for each in found.values()):
            found[at] = Named(texts[at], VERDICTS[rank], key)
    fitting = {at for _, _, at in fits}
    return tuple(
        found.get(at) or Named(given, Verdict.WRONG, is_repeat=at in fitting)
        for at, given in enumerate(texts)
    )
