r"""An item's texts as the HTML of a note's fields.

This markup is part of the note type: Anki takes a field's new markup only with a new content, so
looks are changed in `card.css`, not here. Nothing here names a remote address. MathJax (`\( \)`)
stays as it was written.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath

from quizapp.anki.hidden import Hidden, Span, pieces
from quizapp.bank.model import Image
from quizapp.bank.say import BLANK
from quizapp.items.item import Option, SourceNote
from quizapp.items.making import digest

GAP = '<span class="gap">[…]</span>'
ALSO = '<div class="also">'
TO_ORDER, IN_ORDER = '<ul class="members">', '<ol class="members">'
OPTIONS, FIXED = '<ol class="options', " fixed"
REASONS = '<ul class="reasons">'
# \x1f parts the fields of a note; the others no page can show, and half a surrogate no database.
UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
SPECIAL = re.compile("[\x00-\x1f\x7f&<>[]")
# Brackets in which Anki itself sees a sound, LaTeX to run, or a place to type.
BRACES = str.maketrans({"{": "&#123;", "}": "&#125;"})
COLONS = re.compile("::+|^:|:$")
COMMAND = re.compile(r"\[(?=sound:|anki:|latex|\$|\[type:)", re.IGNORECASE)


def plain(text: str) -> str:
    """Return `text` in Unicode's composed form, with a mark for what cannot be shown."""
    return unicodedata.normalize("NFC", UNSHOWABLE.sub("\ufffd", text))


def as_html(text: str) -> str:
    """Return `text` so that a page shows exactly it.

    Quotes stay, for Anki searches the markup: in an attribute they are escaped beside.
    """
    # Most texts are plain words, and a large deck has a million of them.
    if text.isascii() and not SPECIAL.search(text):
        return text
    escaped = html.escape(plain(text), quote=False).replace("\n", "<br>")
    return COMMAND.sub("&#91;", escaped) if "[" in escaped else escaped


def sentence_as_html(text: str) -> str:
    """Return a sentence with its gap marked."""
    return as_html(text).replace(BLANK, GAP)


def hidden_as_html(hidden: Hidden) -> str:
    """Return a sentence with a gap wherever the answer, or a member of it, stands."""
    parts = list(pieces(*hidden))
    return "".join(GAP if at % 2 else as_html(part) for at, part in enumerate(parts))


def clozes_as_html(sentence: str, numbers: Mapping[Span, int]) -> str:
    """Return a sentence with the parts that are `numbers` as clozes of Anki's."""
    spans = sorted(numbers)
    parts = [cloze_safe(as_html(part)) for part in pieces(sentence, spans)]
    for at, span in enumerate(spans):
        parts[2 * at + 1] = f"{{{{c{numbers[span]}::{parts[2 * at + 1]}}}}}"
    return "".join(parts)


def cloze_safe(markup: str) -> str:
    """Return `markup` so that Anki sees no cloze, no hint and no end of a cloze in it."""
    return COLONS.sub(lambda found: "&#58;" * len(found[0]), markup.translate(BRACES))


def picture_as_html(image: Image | None) -> str:
    """Return a picture; "" for none."""
    if image is None:
        return ""
    alt = html.escape(plain(image.alt))
    return f'<div class="picture"><img src="{media_name(image)}" alt="{alt}"></div>'


def media_name(image: Image) -> str:
    """Return what a picture is called in Anki: by what is in it, so that no two are mixed up."""
    return f"quizapp-{image.digest}{PurePath(image.file).suffix.lower()}"


def question_as_html(text: str, to_order: Sequence[Option], salt: str) -> str:
    """Return a question, and beneath it what it asks to put in order, in an order that is wrong."""
    if not to_order:
        return sentence_as_html(text)
    mixed = mixed_up(to_order, salt)
    if mixed == list(to_order):
        mixed.reverse()
    return as_html(text) + members_as_html([option.text for option in mixed], TO_ORDER)


def answer_as_html(key: Sequence[str], also: Iterable[str], *, is_ordered: bool) -> str:
    """Return the right answer, its members as a list, and beneath it what else is right."""
    others = " · ".join(f"<span>{as_html(text)}</span>" for text in also)
    note = f"{ALSO}{others}</div>" if others else ""
    if len(key) == 1:
        return as_html(key[0]) + note
    return members_as_html(key, IN_ORDER if is_ordered else TO_ORDER) + note


def members_as_html(texts: Iterable[str], start: str) -> str:
    """Return the members of a list, or of a sequence where its `start` is that of one."""
    lines = "".join(f"<li>{as_html(text)}</li>" for text in texts)
    return f"{start}{lines}</{start[1:3]}>"


def options_as_html(options: Sequence[Option], salt: str, *, has_fixed_order: bool) -> str:
    """Return the options, marked so that only the back of a card tells the right ones.

    Those without a fixed order are stored in one that `salt` decides: pages without scripts show
    it, so it must not betray the key.
    """
    if not has_fixed_order:
        options = mixed_up(options, salt)
    lines = "".join(
        f'<li class="{"right" if option.is_right else "wrong"}">{as_html(option.text)}</li>'
        for option in options
    )
    fixed = FIXED if has_fixed_order else ""
    several = " several" if sum(option.is_right for option in options) > 1 else ""
    return f'{OPTIONS}{fixed}{several}">{lines}</ol>'


def mixed_up(options: Iterable[Option], salt: str) -> list[Option]:
    """Return `options` in an order that hangs on `salt` and their texts, not on which are right."""
    return sorted(options, key=lambda option: digest(f"{salt}\n{option.id}"))


def why_as_html(why: str, options: Iterable[Option]) -> str:
    """Return the explanation, and why each wrong option is wrong (shown with the options only)."""
    because = f'<div class="because">{as_html(why)}</div>' if why else ""
    reasons = "".join(
        f"<li><b>{as_html(option.text)}</b> {as_html(option.why)}</li>"
        for option in options
        if option.why and not option.is_right
    )
    return because + (f"{REASONS}{reasons}</ul>" if reasons else "")


def sources_as_html(notes: Iterable[SourceNote]) -> str:
    """Return where it comes from: "Levy 1997, sentences 4 and 5 · doi:10…", a line a source."""
    sentences: dict[tuple[str, str], list[int]] = {}
    for note in notes:
        details = f"doi:{note.doi}" if note.doi else note.cite
        numbers = sentences.setdefault((note.short, details), [])
        if note.sentence and note.sentence not in numbers:
            numbers.append(note.sentence)
    return "<br>".join(
        as_html(" · ".join(dict.fromkeys((short + sentence_words(numbers), details))))
        for (short, details), numbers in sentences.items()
    )


def sentence_words(numbers: Sequence[int]) -> str:
    """Return ", sentence 4", ", sentences 4 and 5", or "" for a source cited as a whole."""
    if not numbers:
        return ""
    *most, last = map(str, numbers)
    return f", sentences {', '.join(most)} and {last}" if most else f", sentence {last}"
