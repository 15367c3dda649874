"""A package's facts as the YAML of a deck, with a note of all that did not come along."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from quizapp.anki.carrying import LeftOut
from quizapp.anki.plain import tidy
from quizapp.anki.seen import Seen
from quizapp.anki.sheet import CarriedFact, Cited
from quizapp.bank.writer import Commented, Value, as_yaml

HEAD = """\
# Made of an Anki package. The ids of facts and cards come from Anki's own: leave them as they are,
# and `quizapp import anki` brings your reviews there along.
# Add wrong answers (decks/README.md), and each card can be asked as a choice, too.
"""
NO_PART_OF_AN_ID = re.compile("[^a-z0-9]+")
DOI = "doi:"
AS_IT_WAS = "Taken over from Anki in the words of its author."


@dataclass(frozen=True, slots=True)
class NewDeck:
    """A deck that is made of a package.

    Attributes:
        id: its id.
        title: what it is called.
        facts: its facts, in their order.
        left_out: what did not come along.
        files: by their names in Anki, where the media lie beside the deck.
    """

    id: str
    title: str
    facts: tuple[CarriedFact, ...]
    left_out: tuple[LeftOut, ...] = ()
    files: Mapping[str, str] = field(default_factory=dict)


def deck_yaml(deck: NewDeck, silenced: Mapping[str, Collection[str]]) -> str:
    """Return the YAML of a deck; `silenced` are codes to be set aside, by the names of facts."""
    has_decks = len({fact.deck for fact in deck.facts}) > 1
    names = names_of_sources(deck.facts)
    entries: list[Value] = [
        entry_of(fact, silenced.get(fact.name, ()), deck.files, names, has_decks=has_decks)
        for fact in deck.facts
    ]
    whole: dict[str, Value] = {"quizapp": 1, "deck": deck.id, "title": deck.title}
    if names:
        whole["sources"] = {name: source_of(cited) for cited, name in names.items()}
    return "".join(
        (HEAD, as_yaml({**whole, "facts": entries}), *(f"{x}\n" for x in left_lines(deck.left_out)))
    )


def names_of_sources(facts: Iterable[CarriedFact]) -> dict[Cited, str]:
    """Return the ids of the sources of facts, each cited as a whole, no id twice."""
    names: dict[Cited, str] = {}
    for cited in (whole(each) for fact in facts for each in fact.sources):
        if cited not in names:
            name = NO_PART_OF_AN_ID.sub("-", cited.short.casefold()).strip("-") or "source"
            number = sum(
                each.rpartition("--")[0] == name or each == name for each in names.values()
            )
            names[cited] = f"{name}--{number + 1}" if number else name
    return names


def whole(cited: Cited) -> Cited:
    """Return a source without the sentences of it that are cited."""
    return replace(cited, sentences=())


def source_of(cited: Cited) -> Value:
    """Return a source as it is written; its citation is all that is said of it."""
    if cited.details.startswith(DOI):
        doi = cited.details.removeprefix(DOI)
        return {"cite": f"{cited.short}. {cited.details}", "short": cited.short, "doi": doi}
    return {"cite": cited.details or cited.short, "short": cited.short}


def citations(fact: CarriedFact, names: Mapping[Cited, str]) -> list[Value]:
    """Return where a fact is said, as it is written: source#sentence."""
    return [
        f"{names[whole(cited)]}{mark}"
        for cited in fact.sources
        for mark in ([f"#{number}" for number in cited.sentences] or [""])
    ]


def entry_of(
    fact: CarriedFact,
    codes: Collection[str],
    files: Mapping[str, str],
    names: Mapping[Cited, str],
    *,
    has_decks: bool,
) -> Value:
    """Return a fact as it is written; the deck it was in is a tag where there were several."""
    entry: dict[str, Value] = {"id": fact.name}
    if fact.sources:
        entry["source"] = citations(fact, names)
    if fact.say:
        entry["say"] = fact.say
    entry["cards"] = fact.cards
    if fact.image:
        entry["image"] = image_of(fact.image, files)
    entry |= fact.others
    if has_decks and (tag := deck_tag(fact.deck)):
        tags = fact.others.get("tags", [])
        assert isinstance(tags, list)  # noqa: S101 (made so)
        entry["tags"] = list(dict.fromkeys([*tags, tag]))
    if codes:
        entry["lint"] = {"ignore": sorted(codes), "because": AS_IT_WAS}
    shown = fact.image.name if fact.image else ""
    beside = [files[name] for name in fact.media if name in files and name != shown]
    return Commented(f"file: {', '.join(beside)}", entry) if beside else entry


def image_of(image: Seen, files: Mapping[str, str]) -> Value:
    """Return the picture of a fact as it is written; with the answer is where it is by itself."""
    entry = {"file": files[image.name], "alt": image.alt}
    return {**entry, "show": "question"} if image.is_asked_with else entry


def deck_tag(name: str) -> str:
    """Return the name of a deck as a tag; "" for the deck that is there before all others."""
    return "" if name == "Default" else "-".join(tidy(name).split())


def left_lines(left_out: Iterable[LeftOut]) -> Iterator[str]:
    """Yield what did not come along, by its reason, as comments."""
    for reason, titles in by_reason(left_out).items():
        yield ""
        yield f"# {reason[0].upper()}{reason[1:]}:"
        yield from (f"#   {title}" for title in titles)


def by_reason(left_out: Iterable[LeftOut]) -> Mapping[str, list[str]]:
    """Return the titles of the notes that lost something, by its reason."""
    titles: dict[str, list[str]] = defaultdict(list)
    for each in left_out:
        titles[tidy(each.reason)].append(tidy(each.title))
    return titles
