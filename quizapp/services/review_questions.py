"""Items as learners see them, for who reads them before: asked, and of nobody."""

from datetime import datetime

from quizapp.items.item import Item
from quizapp.items.key_cues import choose_heading
from quizapp.learner.model import LearnerCard
from quizapp.memory.model import New
from quizapp.session.model import Question
from quizapp.session.option_order import draw_seed, order_options


def question_of(item: Item, now: datetime) -> Question:
    """Return `item` as it is asked of someone who never saw its card."""
    seed = draw_seed(0, item.id, 1)
    card = LearnerCard(item.card, item.fact, item.deck, 0, New())
    return Question(item, order_options(item, seed), card, seed, now)


def heading_of(title: str, item: Item, number: int) -> str:
    """Return what stands above the question in a session of the deck called `title`."""
    return choose_heading(title, item, number)
