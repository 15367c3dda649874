"""From a card as it was written to a fact of the deck format, with what stands against it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from quizapp.bank.concepts import normalize_text
from quizapp.bank.numerals import decimal_or_none
from quizapp.bank.parse.entries import FactEntry, ShortFactEntry
from quizapp.bank.yaml.nodes import UnquotedNumber
from quizapp.bank.yaml.writer import YamlValue
from quizapp.drafting.taking.amounts import read_alike
from quizapp.drafting.taking.choose_answer import OfferedOption, choose, read_options, split_texts
from quizapp.drafting.taking.cited_sentence import read_citations
from quizapp.drafting.taking.labels import Role, option_letter, roles_of
from quizapp.drafting.taking.model import HoldReason, OptionalValue, RawCard, RawValue, TakenFact
from quizapp.drafting.taking.text_cleaning import straighten

_OWN_KEYS = frozenset(FactEntry.model_fields) | frozenset(ShortFactEntry.model_fields)
_BOOLEAN_KEYS = ("hedged", "exam", "code", "near")
_NOTHING = {"", "null", "~", "None", "n/a", "N/A"}
_NO_SOURCE = HoldReason(
    "no source",
    "it cites no sentence of a source",
    "write `source: name#3`, or take it with --unsourced",
)


@dataclass(frozen=True, slots=True)
class TakingRules:
    """How cards are taken.

    Attributes:
        default_source: the source of which a bare number is a sentence, "" for none.
        language: of the deck.
        takes_unsourced: whether a card may be without a source.
    """

    default_source: str = ""
    language: str = "en"
    takes_unsourced: bool = False


def to_fact(card: RawCard, rules: TakingRules) -> TakenFact:
    """Return `card` as a fact; its faults are those of what was read, not of what it claims."""
    return _Conversion(card, rules).convert()


class _Conversion:
    """One card on its way to a fact."""

    def __init__(self, card: RawCard, rules: TakingRules) -> None:
        self.card = card
        self.rules = rules
        self.own: dict[str, RawValue] = {}  # under the keys of a deck that no other name has
        self.parts: dict[Role, RawValue] = {}
        self.options: list[OfferedOption] = []
        self.wrong: list[OfferedOption] = []
        self.faults: list[HoldReason] = list(card.faults)
        self.notes: list[str] = list(card.notes)

    def convert(self) -> TakenFact:
        """Return the fact."""
        self.sort_fields()
        entry: dict[str, YamlValue] = {}
        if name := self.text(Role.ID):
            entry["id"] = name
        self.add_source(entry)
        self.add_question(entry)
        if "cards" not in self.own:
            self.add_answer(entry)
        for key, value in self.own.items():
            entry.setdefault(key, _as_yaml(value, is_boolean=key in _BOOLEAN_KEYS))
        if why := self.text(Role.WHY):
            entry["why"] = why
        if tags := _tags(self.parts.get(Role.TAGS)):
            entry["tags"] = tags
        return TakenFact(self.card.line, entry, tuple(self.faults), tuple(self.notes))

    def sort_fields(self) -> None:
        """Put what was written where it belongs; what no deck has is named."""
        roles = roles_of(self.card.fields)
        passed_over = []
        for name, value in self.card.fields.items():
            if isinstance(value, str) and value.strip() in _NOTHING:
                continue
            if role := roles.get(name):
                self.add_part(role, name, value)
            elif name in _OWN_KEYS:
                self.own[name] = value
            else:
                passed_over.append(name)
        if passed_over:
            self.notes.append(f"left out: {', '.join(passed_over)}")

    def add_part(self, role: Role, name: str, value: RawValue) -> None:
        """Add what stands under the label `name`."""
        if role is Role.OPTION:
            letter = option_letter(name)
            self.options += (replace(each, letter=letter) for each in read_options([value]))
        elif role is Role.OPTIONS:
            self.options += read_options(value)
        elif role is Role.WRONG:
            self.wrong += split_texts(value)
        else:
            self.parts.setdefault(role, value)

    def text(self, role: Role) -> str:
        """Return the text of a part, "" where it has none."""
        value = self.parts.get(role)
        return straighten(value) if isinstance(value, str) else ""

    def add_source(self, entry: dict[str, YamlValue]) -> None:
        """Add what the card cites."""
        cited = read_citations(self.parts.get(Role.SOURCE), self.rules.default_source)
        if cited:
            entry["source"] = cited[0] if len(cited) == 1 else list(cited)
        elif not self.rules.takes_unsourced:
            self.faults.append(_NO_SOURCE)

    def add_question(self, entry: dict[str, YamlValue]) -> None:
        """Add the question; of a term and its definition, that which asks, else the definition."""
        if Role.TERM in self.parts and Role.ASK not in self.parts:
            term, definition = self.parts[Role.TERM], self.parts.get(Role.DEFINITION)
            is_asking = isinstance(term, str) and term.rstrip().endswith("?")
            if Role.ANSWER in self.parts or definition is None:
                definition = self.parts.get(Role.ANSWER)
                is_asking = True
            ask, answer = (term, definition) if is_asking else (definition, term)
            self.parts[Role.ASK] = ask if ask is not None else ""
            self.parts[Role.ANSWER] = answer if answer is not None else ""
        elif Role.DEFINITION in self.parts:
            spare = Role.ANSWER if Role.ASK in self.parts else Role.ASK
            self.parts.setdefault(spare, self.parts[Role.DEFINITION])
        if ask := self.text(Role.ASK):
            entry["ask"] = ask

    # --- the answer ------------------------------------------------------------------------------

    def add_answer(self, entry: dict[str, YamlValue]) -> None:
        """Add the answer with its wrong ones."""
        answer = self.parts.get(Role.ANSWER)
        if isinstance(answer, Mapping):
            order = answer.get("order")
            if order is not None:
                entry["answer"] = {"order": _as_yaml(order)}
                return
            answer = next((each for each in answer.values() if isinstance(each, str)), None)
        if self.options:
            answer = self.choose_option(answer)
        right = _members(answer)
        if not right:
            if not any(fault.kind != _NO_SOURCE.kind for fault in self.faults):
                self.faults.append(
                    HoldReason("no answer", "no answer is given", "write the right answer")
                )
            return
        wrong = self.list_wrong()
        if len(right) == 1 and not self.add_number(entry, right[0], wrong):
            entry["answer"] = straighten(right[0])
            _add_wrong(entry, wrong)
        elif len(right) > 1:
            entry["answer"] = [straighten(each) for each in right]
            _add_wrong(entry, wrong)

    def choose_option(self, answer: OptionalValue) -> OptionalValue:
        """Return the answer that the options give; the others become wrong ones."""
        chosen = choose(self.options, answer, self.parts.get(Role.INDEX))
        if chosen.fault is not None:
            self.faults.append(chosen.fault)
            return None
        self.wrong = [each for each in self.options if each not in chosen.right] + self.wrong
        texts = [each.text for each in chosen.right]
        return texts[0] if len(texts) == 1 else texts

    def list_wrong(self) -> list[OfferedOption]:
        """Return the wrong answers, each once, with its reason where one is given."""
        reasons = self.parts.get(Role.REASONS)
        told = dict(_reasons(reasons)) if reasons is not None else {}
        found: dict[str, OfferedOption] = {}
        for each in self.wrong:
            reason = (
                each.reason
                or told.get(normalize_text(each.text), "")
                or told.get(each.letter.casefold() or "?", "")
            )
            found.setdefault(
                normalize_text(each.text), OfferedOption(each.letter, each.text, reason=reason)
            )
        return list(found.values())

    def add_number(
        self, entry: dict[str, YamlValue], right: str, wrong: list[OfferedOption]
    ) -> bool:
        """Add an answer that is a number, and return whether it is one."""
        own_unit = self.own.get("unit")
        if isinstance(right, UnquotedNumber) and decimal_or_none(right) is not None:
            entry["answer"] = Decimal(right)
            if all(decimal_or_none(each.text) is not None for each in wrong):
                _add_wrong(entry, wrong)
                return True
            others = read_alike(
                [f"{right} {own_unit or ''}".strip(), *(each.text for each in wrong)],
                self.rules.language,
            )
            _add_wrong(entry, wrong, [f"{each.value:f}" for each in others[1:]] if others else None)
            return True
        amounts = read_alike(
            [straighten(right), *(each.text for each in wrong)], self.rules.language
        )
        if amounts is None:
            return False
        first = amounts[0]
        entry["answer"] = first.value
        if first.unit:
            entry["unit"] = first.unit
        unit = f" with the unit {first.unit}" if first.unit else ""
        self.notes.append(f'"{straighten(right)}" is read as the number {first.value:f}{unit}')
        _add_wrong(entry, wrong, [f"{each.value:f}" for each in amounts[1:]])
        return True


def _members(answer: OptionalValue) -> list[str]:
    """Return the answer as its members, one for an answer that is no list."""
    if isinstance(answer, str):
        return [answer] if straighten(answer) not in _NOTHING else []
    if answer is None or isinstance(answer, Mapping):
        return []
    return [each for each in answer if isinstance(each, str) and straighten(each)]


def _add_wrong(
    entry: dict[str, YamlValue], wrong: list[OfferedOption], numbers: list[str] | None = None
) -> None:
    """Add the wrong answers: with their reasons where one has any; `numbers` in their place."""
    if not wrong:
        return
    texts = numbers if numbers is not None else [each.text for each in wrong]
    if any(each.reason for each in wrong):
        entry["wrong"] = dict(zip(texts, [each.reason for each in wrong], strict=True))
    else:
        entry["wrong"] = list(texts)


def _reasons(value: RawValue) -> Iterator[tuple[str, str]]:
    """Yield the reasons of wrong answers by the letter or by the text of the option."""
    if isinstance(value, Mapping):
        for key, each in value.items():
            if isinstance(each, str):
                yield normalize_text(key), straighten(each)


def _tags(value: OptionalValue) -> list[str]:
    """Return tags, from a list or from a text with commas or spaces."""
    if value is None or isinstance(value, Mapping):
        return []
    if isinstance(value, str):
        value = re.split(r"[,;]\s*" if re.search("[,;]", value) else r"\s+", value)
    return [
        straighten(each).lstrip("#") for each in value if isinstance(each, str) and each.strip("# ")
    ]


def _as_yaml(value: RawValue, *, is_boolean: bool = False) -> YamlValue:
    """Return what was written under a key of the deck format, as it is written again."""
    if isinstance(value, UnquotedNumber):
        number = decimal_or_none(value)
        return str(value) if number is None else number
    if isinstance(value, str):
        if is_boolean and value.casefold() in {"true", "false"}:
            return value.casefold() == "true"
        return straighten(value)
    if isinstance(value, Mapping):
        return {key: _as_yaml(each, is_boolean=key in _BOOLEAN_KEYS) for key, each in value.items()}
    return [_as_yaml(each) for each in value]
