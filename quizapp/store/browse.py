"""Reading for the browse screen: which cards answer to a search, and what is known of one.

A search gives keys of cards; their lines are read a page at a time. Text is not searched here: a
database folds letters in its own way, and would read every item for it (`card_texts`).
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    func,
    or_,
    select,
    true,
)

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Item
from quizapp.session.browsing import LEECH_LAPSES, CardLine, CardText, Is, Search
from quizapp.session.model import Review
from quizapp.store.entries import (
    AT,
    DECKS,
    LEARNER,
    end_of_day,
    is_learning,
    is_live,
    is_not_buried,
    is_unseen,
    of_learner,
)
from quizapp.store.keys import in_chunks, key_of, milliseconds, moment
from quizapp.store.recording import log_of
from quizapp.store.rows import memory_of, review_of
from quizapp.store.seat import Seat
from quizapp.store.shelf import WHOLE, item_of
from quizapp.store.tables import cards, decks, facts, is_scheduled, items, memories
