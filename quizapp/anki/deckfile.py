"""A package's facts as the YAML of a deck, with a note of all that did not come along."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from quizapp.anki.carrying import LeftOut
from quizapp.anki.plain import tidy
from quizapp.anki.seen import Seen
from quizapp.anki.sheet import CarriedFact, CarriedSource, Citation
from quizapp.bank.writer import Commented, Value, as_yaml

HEAD = """\
# Made of an Anki package. The ids of facts and cards come from Anki's own: leave them as they are,
# and `quizapp import anki` brings your reviews there along.
# Add wrong answers (decks/README.md), and each card can be asked as a choice, too.
"""
OF_OURS = """\
# It was exported from a deck of quizapp's, which knows more than a package can say: words never to
# be accepted, what is easily confused, false statements, what a number is counted out of. Study
# that deck instead, where you can have it.
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
        whole["sources"] = {name: source_of(source) for source, name in names.items()}
    head = HEAD + (OF_OURS if any(fact.is_ours for fact in deck.facts) else "")
    tail = "".join(f"{line}\n" for line in left_lines(deck.left_out))
    return head + as_yaml({**whole, "facts": entries}) + tail


def names_of_sources(facts: Iterable[CarriedFact]) -> dict[CarriedSource, str]:
    """Return the ids of the sources of facts, no id twice."""
    names: dict[CarriedSource, str] = {}
    alike: Counter[str] = Counter()
    for source in dict.fromkeys(each.source for fact in facts for each in fact.citations):
        name = NO_PART_OF_AN_ID.sub("-", source.short.casefold()).strip("-") or "source"
        alike[name] += 1
        # Two dashes stand in no other id.
        names[source] = name if alike[name] == 1 else f"{name}--{alike[name]}"
    return names


def source_of(source: CarriedSource) -> Value:
    """Return a source as it is written; its citation is all that is said of it."""
    if source.details.startswith(DOI):
        doi = source.details.removeprefix(DOI)
        return {"cite": f"{source.short}. {source.details}", "short": source.short, "doi": doi}
    return {"cite": source.details or source.short, "short": source.short}


def cited(citation: Citation, names: Mapping[CarriedSource, str]) -> Iterator[str]:
    """Yield where a fact is said, as it is written: source#sentence."""
    name = names[citation.source]
    yield from (f"{name}#{number}" for number in citation.sentences)
    if not citation.sentences:
        yield name


def entry_of(
    fact: CarriedFact,
    codes: Collection[str],
    files: Mapping[str, str],
    names: Mapping[CarriedSource, str],
    *,
    has_decks: bool,
) -> Value:
    """Return a fact as it is written; the deck it was in is a tag where there were several."""
    entry: dict[str, Value] = {"id": fact.name}
    if fact.citations:
        entry["source"] = [text for each in fact.citations for text in cited(each, names)]
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
