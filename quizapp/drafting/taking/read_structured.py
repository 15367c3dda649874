"""Cards in YAML or JSON: a deck, a list of facts, a dict of facts, or either in a wrapper."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from quizapp.bank.diagnostics import Problem
from quizapp.bank.yaml.nodes import DeckText, KeyGroup, Node, NodeList
from quizapp.bank.yaml.reader import read_yaml
from quizapp.drafting.taking.labels import Role, role_of
from quizapp.drafting.taking.model import RawCard, RawValue, ReadCards, UnreadPart
from quizapp.drafting.taking.repair_structured import (
    plain_json,
    protect_backslashes,
    quote_values,
    straighten_quotes,
)

_JSON_START = re.compile(r"^[ \t]*[\[{]\s*(?:$|[\[{\"'“/\]}]|\w+\s*:)")
_YAML_START = re.compile(
    r"^(?:- *(?:[\w .-]{1,40}|\"[^\"]{1,40}\"|“[^”]{1,40}”) ?:(?: |$)|- *\{"
    r"|[\w-]{1,60}: *(?:#.*)?$|(?:quizapp|deck): )"
)
_YAML_LINE = re.compile(r"^(?:\s|- |-$|#|$|[\w\"“'][^:]{0,80}:(?: |$)|[\]}])")
_RECORD_KEY = re.compile(r"(?P<key>[^\W\d_][\w -]{0,30}):(?:\s+(?P<value>.*))?$")
_OF_YAML = re.compile(r"[|>][-+0-9]*\s*|\[.*\]\s*|\{.*\}\s*")
_OPENING, _CLOSING = "{[", "}]"
_ANY_KEY = "cards"  # under which a list without a key is read
_MAX_OBJECTS = 50_000  # ten for each card that may be taken
_SPLIT_FIX = "take it in several parts"
_BAD_ENTRY_FIX = 'write it as `question: "…"` and `answer: "…"`, each text in quotes'


def read_json(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the JSON in `lines`, the first of which is line `start`."""
    first = next((at for at, line in enumerate(lines) if _JSON_START.match(line)), None)
    if first is None:
        return ReadCards()
    text = straighten_quotes(protect_backslashes(plain_json("\n".join(lines[first:]))))
    whole, objects = _split_json(text)
    if len(objects) > _MAX_OBJECTS:
        told = UnreadPart(start + first, f"more than {_MAX_OBJECTS:,} groups", _SPLIT_FIX)
        return ReadCards(unread=(told,))
    reading = _read_node(text[: whole or len(text)], start + first)
    # Several values in a row, or one that breaks off: each object for itself.
    if reading is not None and whole and not text[whole:].strip(" \n,;"):
        return reading
    parts = join_readings([_read_object(text, span, start + first) for span in objects])
    if reading is not None and len(reading.cards) > len(parts.cards):
        return reading
    cut = () if whole else (_broken_off(start + len(lines) - 1),)
    return replace(parts, unread=(*parts.unread, *cut))


def read_yaml_cards(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of the YAML in `lines`, the first of which is line `start`."""
    readings: list[ReadCards] = []
    at = 0
    while at < len(lines):
        if end := _end_of_record(lines, at):
            readings.append(_read_yaml("\n".join(lines[at:end]), start + at))
            at = end
        elif _YAML_START.match(lines[at]):
            last = at
            while last < len(lines) and _YAML_LINE.match(lines[last]):
                last += 1
            readings.append(_read_yaml("\n".join(lines[at:last]), start + at))
            at = last
        else:
            at += 1
    return join_readings(readings)


def _end_of_record(lines: Sequence[str], at: int) -> int:
    """Return where a card ends whose keys stand at the margin; 0 where none begins.

    Lines with labels look the same, so one of its values must be such as YAML alone has: a text
    below its key, or a list. A key that comes again begins the next card.
    """
    first = _RECORD_KEY.match(lines[at])
    if first is None or role_of(first["key"]) not in {Role.ASK, Role.TERM, Role.ID, Role.SOURCE}:
        return 0
    keys: set[str] = set()
    is_yaml = False
    end = at
    while end < len(lines):
        found = _RECORD_KEY.match(lines[end])
        if found is None and lines[end].strip() and not lines[end].startswith((" ", "\t", "- ")):
            break
        if found and found["key"] in keys:
            break
        if found:
            keys.add(found["key"])
            is_yaml = is_yaml or _OF_YAML.fullmatch(found["value"] or "") is not None
        end += 1
    return end if is_yaml and len(keys) > 1 else 0


def _read_yaml(text: str, start: int) -> ReadCards:
    """Return the cards of one text of YAML, as it is or with values put into quotes."""
    plain = protect_backslashes(text)
    reading = None if "“" in text or "„" in text else _read_node(plain, start)
    if reading is not None:
        return reading
    repaired = quote_values(straighten_quotes(plain))
    return _read_node(repaired, start) or _read_entries(repaired.split("\n"), start)


def _read_node(text: str, start: int) -> ReadCards | None:
    """Return the cards of one value, whose first line is `start`; None where it has faults."""
    node, problems = _parse(text)
    return None if problems or node is None else collect_cards(node, start)


def _parse(text: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Return the value that `text` holds, its lines counted from 0: a list is put under a key."""
    is_list = text.lstrip()[:1] in {"-", "["}
    head = f"{_ANY_KEY}:\n" if is_list else "#\n"
    deck_text = DeckText("", head + text)
    return read_yaml(deck_text, _Everything())


class _Everything(frozenset[str]):
    """Each key: a reply has sections of any name."""

    def __contains__(self, _: object) -> bool:
        return True


def _read_entries(lines: Sequence[str], start: int) -> ReadCards:
    """Return the cards of a list of which one entry at least is no YAML: each is read alone."""
    dashes = [len(line) - len(line.lstrip()) for line in lines if line.lstrip().startswith("- ")]
    indent = min(dashes, default=0)
    inner = " " * (indent + 1)
    starts = [at for at, line in enumerate(lines) if line.startswith(" " * indent + "- ")]
    cards: list[RawCard] = []
    unread: list[UnreadPart] = []
    if not starts:
        _, problems = _parse("\n".join(lines))
        return ReadCards(unread=(UnreadPart(start, *_explain(problems)),))
    for begin, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        more = (line for line in lines[begin + 1 : end] if line.startswith(inner) or not line)
        entry = [line[indent:] for line in (lines[begin], *more)]
        node, problems = _parse("\n".join(entry))
        if problems or node is None:
            at = start + begin + max(0, (problems[0].place.line - 2) if problems else 0)
            unread.append(UnreadPart(at, *_explain(problems)))
        else:
            found = collect_cards(node, start + begin)
            cards += found.cards
            unread += found.unread
    return ReadCards(tuple(cards), tuple(unread))


def _explain(problems: Sequence[Problem]) -> tuple[str, str]:
    """Return what is wrong with an entry, and what to do."""
    return (problems[0].message, problems[0].fix) if problems else ("no entry", _BAD_ENTRY_FIX)


def _broken_off(line: int) -> UnreadPart:
    return UnreadPart(line, "the text breaks off here", "ask for the rest, and take that as well")


def _split_json(text: str) -> tuple[int, list[tuple[int, int]]]:
    """Return where the first value ends (0: nowhere), and the objects that hold no other group.

    Those are what can be saved of a text that breaks off, or that holds several values.
    """
    stack: list[int] = []
    objects: list[tuple[int, int]] = []
    end = 0
    for found in re.finditer(r'"(?:[^"\\\n]|\\.)*"|[{}\[\]]', text):
        sign = found[0]
        if sign in _OPENING:
            stack.append(found.start())
        elif sign in _CLOSING and stack:
            begin = stack.pop()
            if sign == "}" and not _is_wrapper(text, begin):
                while objects and objects[-1][0] > begin:
                    objects.pop()
                objects.append((begin, found.end()))
            if not stack and not end:
                end = found.end()
    return end, objects


def _is_wrapper(text: str, begin: int) -> bool:
    """Return whether the object that begins there opens with a list of others."""
    return re.match(r'\{\s*"[^"\n]*"\s*:\s*\[\s*[{\[]', text[begin : begin + 200]) is not None


def _read_object(text: str, span: tuple[int, int], start: int) -> ReadCards:
    """Return the card that an object of JSON is."""
    begin, end = span
    line = start + text.count("\n", 0, begin)
    node, problems = _parse(text[begin:end])
    if node is None or problems:
        return ReadCards(unread=(UnreadPart(line, *_explain(problems)),))
    return collect_cards(node, line)


# --- from values to cards ------------------------------------------------------------------------


@dataclass
class _Collector:
    """The cards that are found in a value, in their order."""

    start: int
    cards: list[RawCard] = field(default_factory=list)
    unread: list[UnreadPart] = field(default_factory=list)

    def add(self, node: Node, name: str = "") -> None:
        """Add the cards of `node`, which stands under the key `name`."""
        if isinstance(node, NodeList):
            for each in node:
                self.add_member(each)
        elif isinstance(node, KeyGroup) and is_card(node):
            named = {"id": name, **node} if name and "id" not in node else dict(node)
            self.cards.append(RawCard(self.line_of(node), named))
        elif isinstance(node, KeyGroup) and (pairs := _question_pairs(node)):
            self.cards += (RawCard(self.start + at - 2, card) for at, card in pairs)
        elif isinstance(node, KeyGroup):
            for key, each, _ in node.items_with_places():
                self.add(each, key)

    def add_member(self, node: Node) -> None:
        """Add the cards of a member of a list."""
        if isinstance(node, NodeList) and _is_pair(node):
            both: dict[str, RawValue] = {"ask": node[0], "answer": node[1]}
            self.cards.append(RawCard(self.line_of(node), both))
        elif isinstance(node, KeyGroup) and not is_card(node) and _has_answer(node):
            line = self.line_of(node)
            self.unread.append(UnreadPart(line, "a card without a question", _BAD_ENTRY_FIX))
        else:
            self.add(node)

    def line_of(self, node: KeyGroup | NodeList) -> int:
        """Return the line of `node` in the reply: a line stands above what was read."""
        return self.start + node.place.line - 2


def collect_cards(node: Node, start: int) -> ReadCards:
    """Return the cards in a value whose first line is `start`."""
    found = _Collector(start)
    found.add(node)
    sources = node.get("sources") if isinstance(node, KeyGroup) else None
    named = sources if isinstance(sources, KeyGroup) else {}
    return ReadCards(tuple(found.cards), tuple(found.unread), named)


def is_card(group: Mapping[str, object]) -> bool:
    """Return whether a group of keys is a card: it asks something, or says it with its cards."""
    roles = {role_of(key): value for key, value in group.items()}
    if isinstance(roles.get(Role.ASK), str):
        return True
    if isinstance(roles.get(Role.TERM), str) and isinstance(roles.get(Role.DEFINITION), str):
        return True
    if isinstance(group.get("cards"), dict):
        return any(isinstance(group.get(key), str) for key in ("id", "say", "source"))
    return isinstance(group.get("say"), str) and "answer" in group


def _has_answer(group: Mapping[str, object]) -> bool:
    return any(role_of(key) in {Role.ANSWER, Role.OPTIONS} for key in group)


def _question_pairs(group: KeyGroup) -> list[tuple[int, dict[str, RawValue]]]:
    """Return the cards of keys that are questions, their values the answers; none of others."""
    pairs = list(group.items_with_places())
    asked = [isinstance(value, str) and key.rstrip().endswith("?") for key, value, _ in pairs]
    if not pairs or not all(asked):
        return []
    return [(place.line, {"ask": key, "answer": value}) for key, value, place in pairs]


def _is_pair(node: NodeList) -> bool:
    """Return whether a list is a question with its answer."""
    return [isinstance(each, str) for each in node] == [True, True] and str(
        node[0]
    ).rstrip().endswith("?")


def join_readings(readings: Sequence[ReadCards]) -> ReadCards:
    """Return several readings as one."""
    sources: dict[str, RawValue] = {}
    for each in readings:
        sources |= each.sources
    return ReadCards(
        tuple(card for each in readings for card in each.cards),
        tuple(one for each in readings for one in each.unread),
        sources,
    )
