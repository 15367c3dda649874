"""What first tries say of the items, and what learners insist on of their answers."""

import json
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, case, func, or_, select

from quizapp.bank.model import CardId, DeckId
from quizapp.bank.place import Place
from quizapp.grading.grade import Outcome
from quizapp.items.item import ItemId
from quizapp.learner.counts import InsistedAnswer, ItemTries
from quizapp.learner.model import Mode, TypedText, Verdict
from quizapp.store.learner_scope import LearnerScope
from quizapp.store.rows import key_of, response_from_json
from quizapp.store.tables import cards, exam_grants, is_not_undone, items, reviews

_PASSED = (Outcome.RIGHT.value, Outcome.SLIP.value)
_is_asked_here = and_(is_not_undone, reviews.c.mode != Mode.IMPORTED.value)


def item_tries(
    connection: Connection, scope: LearnerScope | None, deck_ids: Sequence[DeckId]
) -> tuple[ItemTries, ...]:
    """Return the first tries at the live items of decks, in the bank's order.

    They are those of one learner, or of all learners where `scope` is None.
    """
    passed = func.sum(case((reviews.c.first.in_(_PASSED), 1), else_=0))
    more = func.sum(case((reviews.c.first == Outcome.MORE.value, 1), else_=0))
    query = (
        select(
            items.c.uid,
            cards.c.uid.label("card_uid"),
            func.count().label("answers"),
            passed.label("passed"),
            more.label("more"),
        )
        .select_from(reviews)
        .join(items, items.c.id == reviews.c.item_id)
        .join(cards, cards.c.id == reviews.c.card_id)
        .where(
            _is_asked_here, cards.c.deck_id.in_(map(key_of, deck_ids)), items.c.retired_at.is_(None)
        )
        .group_by(items.c.uid, cards.c.uid, cards.c.deck_id, cards.c.position, items.c.position)
        .order_by(cards.c.deck_id, cards.c.position, items.c.position, items.c.uid)
    )
    if scope is not None:
        query = query.where(reviews.c.learner_id == scope.learner_key)
    return tuple(
        ItemTries(ItemId(row.uid), CardId(row.card_uid), row.answers, row.passed, row.more)
        for row in connection.execute(query).all()
    )


def insisted_answers(
    connection: Connection, deck_ids: Sequence[DeckId]
) -> tuple[InsistedAnswer, ...]:
    """Return what learners typed and confirmed, insisted on, or were granted in an exam.

    Those of all learners, for live cards, the most frequent first. Texts that differ in case and
    spaces alone are one.
    """
    is_granted = (
        select(exam_grants.c.position)
        .where(
            exam_grants.c.learner_id == reviews.c.learner_id,
            exam_grants.c.sitting_id == reviews.c.sitting_id,
            exam_grants.c.position == reviews.c.position,
            exam_grants.c.taken_back_at.is_(None),
        )
        .exists()
    )
    is_overridden = and_(
        reviews.c.verdict == Verdict.CORRECT.value, reviews.c.graded != Verdict.CORRECT.value
    )
    query: Select[Any] = (
        select(
            reviews.c.learner_id,
            reviews.c.response,
            cards.c.uid,
            cards.c.key,
            cards.c.file,
            cards.c.line,
            cards.c.column,
        )
        .join(cards, cards.c.id == reviews.c.card_id)
        .where(
            _is_asked_here,
            cards.c.deck_id.in_(map(key_of, deck_ids)),
            cards.c.retired_at.is_(None),
            or_(reviews.c.asked == "yes", is_overridden, is_granted),
        )
        .order_by(reviews.c.id)
    )
    found: dict[tuple[str, str], list[tuple[str, Row[Any]]]] = defaultdict(list)
    for row in connection.execute(query).all():
        response = response_from_json(json.loads(row.response))
        if isinstance(response, TypedText) and response.text.strip():
            text = " ".join(response.text.split())
            found[row.uid, text.casefold()].append((text, row))
    answers = [_insisted_answer(same) for same in found.values()]
    return tuple(sorted(answers, key=lambda each: (-each.times, each.card, each.typed)))


def _insisted_answer(same: Sequence[tuple[str, Row[Any]]]) -> InsistedAnswer:
    text, row = same[0]
    return InsistedAnswer(
        card=CardId(row.uid),
        place=Place(row.file, row.line, row.column),
        key=tuple(json.loads(row.key)),
        typed=text,
        times=len(same),
        learners=len({each.learner_id for _, each in same}),
    )
