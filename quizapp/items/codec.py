"""Items as JSON: whole, for the store, and in the stable public shape, for programs."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from quizapp.bank.model import CardId, DeckId, FactId, Image
from quizapp.bank.place import Place
from quizapp.grading.expected import (
    ENGLISH,
    Expected,
    ExpectedAmount,
    ExpectedList,
    ExpectedMatch,
    ExpectedNumber,
    ExpectedOptions,
    ExpectedSelf,
    ExpectedSequence,
    ExpectedTerm,
)
from quizapp.items.item import Format, Item, ItemId, ItemSource, Option

# Made once: json.dumps would make an encoder for each item.
_ENCODE_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_public_dict(item: Item) -> dict[str, Any]:
    """Return an item in the shape of `quizapp items --json`: keys are added, never renamed."""
    return {
        "id": item.id,
        "deck": item.deck,
        "fact": item.fact,
        "card": item.card,
        "format": item.format.value,
        "stem": item.stem,
        "options": [
            {"id": each.id, "text": each.text, "right": each.is_right, "why": each.why}
            for each in item.options
        ],
        "key": list(item.key),
        "accepted": list(item.accepted),
        "why": item.why,
        "note": item.note,
        "source": "; ".join(map(format_source, item.sources)),
        "tags": list(item.tags),
        "hash": item.content_hash,
        "prompts": list(item.prompts),
        "mnemonic": item.mnemonic,
        "sentence": item.sentence,
        "sources": [
            {"short": note.short, "sentence": note.sentence, "cite": note.cite, "doi": note.doi}
            for note in item.sources
        ],
        "image": None if item.image is None else _image_to_public_dict(item.image),
    }


def _image_to_public_dict(image: Image) -> dict[str, str]:
    """Return a picture as it is shown to programs; `show` is `question` or `answer`."""
    return {
        "file": image.file,
        "alt": image.alt,
        "show": "question" if image.is_shown_with_question else "answer",
    }


def format_source(note: ItemSource) -> str:
    """Return a source as it is shown after an answer: "Levy 1997, sentence 7"."""
    return f"{note.short}, sentence {note.sentence}" if note.sentence else note.short


def format_image(image: Image) -> str:
    """Return a picture as its author reviews it: its words, its file, where it is shown."""
    where = "with the question" if image.is_shown_with_question else "with the answer"
    return f"{image.alt} ({image.file}, {where})"


def to_json(item: Item) -> str:
    """Return an item as compact JSON, from which `from_json` makes an equal one."""
    return _ENCODE_JSON(
        {
            "id": item.id,
            "deck": item.deck,
            "fact": item.fact,
            "card": item.card,
            "format": item.format.value,
            "stem": item.stem,
            "key": item.key,
            "expected": expected_to_list(item.expected),
            "place": (item.place.file, item.place.line, item.place.column),
            "options": [(each.id, each.text, each.is_right, each.why) for each in item.options],
            "prompts": item.prompts,
            "has_fixed_order": item.has_fixed_order,
            "accepted": item.accepted,
            "why": item.why,
            "mnemonic": item.mnemonic,
            "sentence": item.sentence,
            "sources": [(note.short, note.cite, note.sentence, note.doi) for note in item.sources],
            "tags": item.tags,
            "may_be_examined": item.exam_allowed,
            "content_hash": item.content_hash,
            "key_hash": item.key_hash,
            **({} if item.image is None else {"image": _image_to_list(item.image)}),
            **({"note": item.note} if item.note else {}),
        }
    )


class ItemAttributes(NamedTuple):
    """What changes without an item being another one, and so is kept beside its content."""

    place: tuple[str, int, int]  # file, line, column
    tags: tuple[str, ...]
    may_be_examined: bool


def from_json(text: str, attributes: ItemAttributes | None = None) -> Item:
    """Return the item that `to_json` wrote, with what is kept `beside` it in its stead."""
    found = json.loads(text)
    if attributes is not None:
        found |= attributes._asdict()
    return Item(
        id=ItemId(found["id"]),
        deck=DeckId(found["deck"]),
        fact=FactId(found["fact"]),
        card=CardId(found["card"]),
        format=Format(found["format"]),
        stem=found["stem"],
        key=tuple(found["key"]),
        expected=_expected_from_list(found["expected"]),
        place=Place(*found["place"]),
        options=tuple(Option(*each) for each in found["options"]),
        prompts=tuple(found.get("prompts", ())),
        has_fixed_order=found["has_fixed_order"],
        accepted=tuple(found["accepted"]),
        why=found["why"],
        mnemonic=found["mnemonic"],
        sentence=found["sentence"],
        sources=tuple(ItemSource(*each) for each in found["sources"]),
        tags=tuple(found["tags"]),
        exam_allowed=found["may_be_examined"],
        content_hash=found["content_hash"],
        key_hash=found["key_hash"],
        image=_image_from_list(found.get("image")),
        note=found.get("note", ""),
    )


def _image_to_list(image: Image) -> list[Any]:
    """Return a picture as JSON can hold it."""
    return [image.file, image.path, image.digest, image.alt, image.is_shown_with_question]


def _image_from_list(found: list[Any] | None) -> Image | None:
    """Return what `_image_to_list` wrote; None of what was written without a picture."""
    return None if found is None else Image(*found)


# --- what a response is held against: a list that opens with its kind ----------------------------


def expected_to_list(expected: Expected) -> list[Any]:
    """Return `expected` as JSON can hold it; the question that it was `given` is the item's."""
    match expected:
        case ExpectedTerm():
            return ["term", *_term_to_list(expected)]
        case ExpectedNumber():
            of = None if expected.of is None else str(expected.of)
            return [
                "number",
                str(expected.value),
                expected.text,
                expected.unit,
                of,
                str(expected.tolerance),
                *_judged_by(expected.language),
            ]
        case ExpectedAmount():
            return ["amount", *_amount_to_list(expected), *_judged_by(expected.language)]
        case ExpectedList() | ExpectedSequence():
            kind = "list" if isinstance(expected, ExpectedList) else "sequence"
            members = map(_term_to_list, expected.members)
            return [kind, *members, *_judged_by(expected.language)]
        case ExpectedOptions():
            return ["options", *sorted(expected.right)]
        case ExpectedMatch():
            return ["match", expected.prompts, expected.right]
        case ExpectedSelf():
            return ["self"]


def _expected_from_list(found: list[Any]) -> Expected:
    """Return what `expected_to_list` wrote."""
    kind, *rest = found
    return _EXPECTED_READERS[kind](rest)


def _judged_by(language: str, *, code: bool = False) -> list[dict[str, Any]]:
    """Return how an answer is judged, as a last member; none where it is plain English.

    So the hashes of items that were made before there was a choice stay what they were.
    """
    said = {"language": language} if language != ENGLISH else {}
    if code:
        return [{**said, "code": True}]
    return [said] if said else []


def _split_judged_by(found: list[Any]) -> tuple[list[Any], dict[str, Any]]:
    """Return what was written before `_judged_by`, and what it wrote."""
    return (found[:-1], found[-1]) if found and isinstance(found[-1], dict) else (found, {})


def _term_to_list(term: ExpectedTerm) -> list[Any]:
    """Return a term as JSON can hold it."""
    judged_by = _judged_by(term.language, code=term.code)
    return [term.key, term.accepted, term.wrong, term.opposites, *judged_by]


def _term_from_list(found: list[Any]) -> ExpectedTerm:
    """Return what `_term_to_list` wrote."""
    (key, accepted, wrong, opposites), judged_by = _split_judged_by(found)
    groups = tuple(map(tuple, opposites))
    return ExpectedTerm(key, tuple(accepted), tuple(wrong), groups, **judged_by)


def _number_from_list(found: list[Any]) -> ExpectedNumber:
    """Return the number that `expected_to_list` wrote."""
    (value, text, unit, of, tolerance), judged_by = _split_judged_by(found)
    whole = None if of is None else Decimal(of)
    return ExpectedNumber(Decimal(value), text, unit, whole, Decimal(tolerance), **judged_by)


def _amount_to_list(amount: ExpectedAmount) -> list[Any]:
    """Return a quantity as JSON can hold it."""
    return [
        amount.text,
        amount.figures,
        str(amount.low),
        str(amount.high),
        amount.unit,
        amount.sign,
        None if amount.of is None else str(amount.of),
        None if amount.spread is None else [str(end) for end in amount.spread],
        str(amount.tolerance),
    ]


def _amount_from_list(found: list[Any]) -> ExpectedAmount:
    """Return the quantity that `expected_to_list` wrote."""
    (text, figures, low, high, unit, sign, of, spread, tolerance), judged_by = _split_judged_by(
        found
    )
    return ExpectedAmount(
        text,
        figures,
        Decimal(low),
        Decimal(high),
        unit,
        sign,
        None if of is None else Decimal(of),
        None if spread is None else (Decimal(spread[0]), Decimal(spread[1])),
        Decimal(tolerance),
        **judged_by,
    )


def _members_from_list(
    kind: type[ExpectedList | ExpectedSequence], found: list[Any]
) -> ExpectedList | ExpectedSequence:
    """Return the list or sequence that `expected_to_list` wrote."""
    members, judged_by = _split_judged_by(found)
    return kind(tuple(map(_term_from_list, members)), **judged_by)


_EXPECTED_READERS: Mapping[str, Callable[[list[Any]], Expected]] = {
    "term": _term_from_list,
    "number": _number_from_list,
    "amount": _amount_from_list,
    "list": lambda found: _members_from_list(ExpectedList, found),
    "sequence": lambda found: _members_from_list(ExpectedSequence, found),
    "options": lambda found: ExpectedOptions(frozenset(found)),
    "match": lambda found: ExpectedMatch(tuple(found[0]), tuple(found[1])),
    "self": lambda _: ExpectedSelf(),
}
