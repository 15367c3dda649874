"""What other programs, and whoever writes for them, call the keys of a deck.

A deck has a few keys; flashcard programs, quiz formats and chats have other names for them. Those
are no slips of ours: "did you mean" would guess `from` for `front`.
"""

import re
from collections.abc import Collection, Mapping
from typing import NamedTuple

from quizapp.bank.parse.entries import (
    CardKeys,
    CardUntrueEntry,
    ConceptEntry,
    DeckPartEntry,
    Entry,
    FactKeys,
    HeaderEntry,
    SourceEntry,
)
from quizapp.bank.parse.table_entries import ColumnEntry
from quizapp.bank.yaml.pasted_text import CURLY_QUOTES

_DECK_NAMES = {
    "title": "name,decktitle,deckname",
    "deck": "deckid",
    "facts": "cards,notes,questions,items,flashcards,entries,data,quiz",
    "sources": "references,source,bibliography",
    "language": "lang,locale",
    "tags": "labels,keywords,topics,categories",
    "concepts": "glossary,terms,vocabulary",
    "quizapp": "version,formatversion,schemaversion",
}
_FACT_NAMES = {
    "id": "guid,uid,uuid,slug,factid,cardid",
    "ask": "front,question,prompt,q,stem,query,questiontext",
    "answer": "back,a,correct,correctanswer,rightanswer,solution,response,key,correctoption,"
    "answertext,correctanswers,answers",
    "wrong": "distractors,distractor,incorrect,incorrectanswers,wronganswers,falseanswers,"
    "wrongoptions,incorrectoptions",
    "why": "explanation,rationale,reason,reasoning,feedback,justification,extra,backextra,details",
    "note": "remark,comment",
    "mnemonic": "memoryaid,memoryhook,hook",
    "say": "statement,sentence,cloze,text,clozetext,fact",
    "untrue": "falsestatement,falsestatements,false,myths,misconceptions",
    "source": "citation,reference,references,ref,cite,evidence,sourcesentence",
    "aliases": "synonyms,accept,accepted,acceptedanswers,alternativeanswers,"
    "acceptableanswers,variants,alternateanswers",
    "also_right": "alsocorrect,alsoaccepted",
    "tags": "labels,keywords,topic,topics,category,categories,deck,chapter",
    "unit": "uom",
    "of": "denominator,total,outof",
    "tolerance": "margin,errormargin",
    "image": "picture,figure,img,media,photo",
}
_SOURCE_NAMES = {
    "cite": "citation,reference,title,fulltitle,text",
    "short": "shortcite,shortcitation,label,name",
    "url": "link,href,uri,website",
    "doi": "doiurl",
}
_CONCEPT_NAMES = {
    "name": "term,label,title,word",
    "type": "category,kind,class,group",
    "aliases": "synonyms,alternatives,aka",
    "never": "notthesameas,confusedwith",
    "is_a": "parent,broader,isa",
}
# Keys that nothing here stands for, and what to do instead.
_NEEDLESS = {
    "type,questiontype,cardtype,notetype,format,itemtype": (
        "leave it out: the shape of the answer tells what is asked"
    ),
    "difficulty,points,weight,score": "leave it out: what is hard shows when it is asked",
    "options,choices,alternatives,answeroptions,multiplechoice": (
        "list those that are wrong under `wrong`, each with its reason; or all of them under "
        "`among` where there are no others"
    ),
    "hint,hints": (
        "leave it out: hints are made of the answer; a bridge for the memory is `mnemonic`"
    ),
}
_NOT_A_LETTER = re.compile(r"[^a-z]+")


class ForeignKey(NamedTuple):
    """A key by another name. `own` is what it is called here, "" where nothing here is that."""

    own: str
    message: str
    fix: str


def find_foreign_key(
    model: type[Entry], key: str, beside: Collection[str] = ()
) -> ForeignKey | None:
    """Return what `key` is called in an entry of the kind `model`; None where that is not known.

    `beside` are the keys that stand with it.
    """
    bare = key.strip(CURLY_QUOTES)
    if bare != key and bare in model.model_fields:
        message = f"curly quotes around `{bare}` are part of the key for YAML"
        return ForeignKey(bare, message, f"write `{bare}:`, without quotes")
    names = next((of for kinds, of in _NAMES if issubclass(model, kinds)), {})
    name = _NOT_A_LETTER.sub("", key.casefold())
    own = names.get(name, "")
    if own and own != key:
        return ForeignKey(own, f"`{key}` is called `{own}` here", _fix(model, own, beside))
    needless = _NEEDLESS_BY_NAME.get(name) if names is _OF_FACT else None
    return ForeignKey("", f"`{key}` is no key of a deck", needless) if needless else None


def _fix(model: type[Entry], own: str, beside: Collection[str]) -> str:
    """Return what to do about a key that is called `own` here."""
    if own in beside:
        return f"keep one of the two, as `{own}:`"
    if own in model.model_fields:
        return f"write `{own}:`"
    if own == "id":
        return "leave it out: a card has the name before its colon"
    return f"write `{own}:` in {'the fact' if issubclass(model, CardKeys) else 'each of its cards'}"


def _by_name(names: Mapping[str, str]) -> Mapping[str, str]:
    """Return what each name is called here."""
    return {name: own for own, of in names.items() for name in of.split(",")}


_OF_FACT = _by_name(_FACT_NAMES)
_NAMES: tuple[tuple[tuple[type[Entry], ...], Mapping[str, str]], ...] = (
    ((HeaderEntry, DeckPartEntry), _by_name(_DECK_NAMES)),
    ((CardKeys, FactKeys, CardUntrueEntry, ColumnEntry), _OF_FACT),
    ((SourceEntry,), _by_name(_SOURCE_NAMES)),
    ((ConceptEntry,), _by_name(_CONCEPT_NAMES)),
)
_NEEDLESS_BY_NAME = {name: fix for names, fix in _NEEDLESS.items() for name in names.split(",")}
