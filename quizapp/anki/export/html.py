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

from quizapp.anki.export.cloze_spans import ClozeSentence, SentenceSpan, split_at_spans
from quizapp.bank.model import Image
from quizapp.bank.sentences import BLANK
from quizapp.items.context import hash_text
from quizapp.items.item import ItemSource, Option

GAP_HTML = '<span class="gap">[…]</span>'
WORDS_START = '<span class="gap" data-words="'  # of a gap that shows other words than the answer
ALIASES_START = '<div class="also">'
UNORDERED_START, ORDERED_START = '<ul class="members">', '<ol class="members">'
OPTIONS_START, FIXED_CLASS = '<ol class="options', " fixed"
REASONS_START = '<ul class="reasons">'
# \x1f parts the fields of a note; the others no page can show, and half a surrogate no database.
UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_SPECIAL_CHARACTERS = re.compile("[\x00-\x1f\x7f&<>[]")
# Brackets in which Anki itself sees a sound, LaTeX to run, or a place to type.
_BRACE_ESCAPES = str.maketrans({"{": "&#123;", "}": "&#125;"})
_COLONS = re.compile("::+|^:|:$")
_ANKI_COMMAND = re.compile(r"\[(?=sound:|anki:|latex|\$|\[type:)", re.IGNORECASE)


def replace_unshowable(text: str) -> str:
    """Return `text` in Unicode's composed form, with a mark for what cannot be shown."""
    return unicodedata.normalize("NFC", UNSHOWABLE.sub("\ufffd", text))


def text_as_html(text: str) -> str:
    """Return `text` so that a page shows exactly it.

    Quotes stay, for Anki searches the markup: in an attribute they are escaped beside.
    """
    # Most texts are plain words, and a large deck has a million of them.
    if text.isascii() and not _SPECIAL_CHARACTERS.search(text):
        return text
    escaped = html.escape(replace_unshowable(text), quote=False).replace("\n", "<br>")
    return _ANKI_COMMAND.sub("&#91;", escaped) if "[" in escaped else escaped


def sentence_as_html(text: str, words: str = "") -> str:
    """Return a sentence with its gap marked, and with the `words` that it shows when it is filled.

    "" where those are the answer's own.
    """
    gap = GAP_HTML
    if words:
        escaped = html.escape(replace_unshowable(words)).translate(_BRACE_ESCAPES)
        gap = GAP_HTML.replace(GAP_HTML.partition(">")[0], f'{WORDS_START}{escaped}"')
    return text_as_html(text).replace(BLANK, gap)


def gaps_as_html(hidden: ClozeSentence) -> str:
    """Return a sentence with a gap wherever the answer, or a member of it, stands."""
    parts = list(split_at_spans(*hidden))
    return "".join(GAP_HTML if at % 2 else text_as_html(part) for at, part in enumerate(parts))


def clozes_as_html(sentence: str, numbers: Mapping[SentenceSpan, int]) -> str:
    """Return a sentence with the parts that are `numbers` as clozes of Anki's."""
    spans = sorted(numbers)
    parts = [escape_cloze_syntax(text_as_html(part)) for part in split_at_spans(sentence, spans)]
    for at, span in enumerate(spans):
        parts[2 * at + 1] = f"{{{{c{numbers[span]}::{parts[2 * at + 1]}}}}}"
    return "".join(parts)


def escape_cloze_syntax(markup: str) -> str:
    """Return `markup` so that Anki sees no cloze, no hint and no end of a cloze in it."""
    return _COLONS.sub(lambda found: "&#58;" * len(found[0]), markup.translate(_BRACE_ESCAPES))


def picture_as_html(image: Image | None) -> str:
    """Return a picture; "" for none."""
    if image is None:
        return ""
    alt = html.escape(replace_unshowable(image.alt))
    return f'<div class="picture"><img src="{image_file_name(image)}" alt="{alt}"></div>'


def image_file_name(image: Image) -> str:
    """Return what a picture is called in Anki: by what is in it, so that no two are mixed up."""
    return f"quizapp-{image.digest}{PurePath(image.file).suffix.lower()}"


def question_as_html(text: str, to_order: Sequence[Option], salt: str) -> str:
    """Return a question, and beneath it what it asks to put in order, in an order that is wrong."""
    if not to_order:
        return sentence_as_html(text)
    mixed = _shuffle_by_salt(to_order, salt)
    if mixed == list(to_order):
        mixed.reverse()
    return text_as_html(text) + members_as_html([option.text for option in mixed], UNORDERED_START)


def answer_as_html(key: Sequence[str], also: Iterable[str], *, is_ordered: bool) -> str:
    """Return the right answer, its members as a list, and beneath it what else is right."""
    others = " · ".join(f"<span>{text_as_html(text)}</span>" for text in also)
    note = f"{ALIASES_START}{others}</div>" if others else ""
    if len(key) == 1:
        return text_as_html(key[0]) + note
    return members_as_html(key, ORDERED_START if is_ordered else UNORDERED_START) + note


def members_as_html(texts: Iterable[str], start: str) -> str:
    """Return the members of a list, or of a sequence where its `start` is that of one."""
    lines = "".join(f"<li>{text_as_html(text)}</li>" for text in texts)
    return f"{start}{lines}</{start[1:3]}>"


def options_as_html(options: Sequence[Option], salt: str, *, has_fixed_order: bool) -> str:
    """Return the options, marked so that only the back of a card tells the right ones.

    Those without a fixed order are stored in one that `salt` decides: pages without scripts show
    it, so it must not betray the key.
    """
    if not has_fixed_order:
        options = _shuffle_by_salt(options, salt)
    lines = "".join(
        f'<li class="{"right" if option.is_right else "wrong"}">{text_as_html(option.text)}</li>'
        for option in options
    )
    fixed = FIXED_CLASS if has_fixed_order else ""
    several = " several" if sum(option.is_right for option in options) > 1 else ""
    return f'{OPTIONS_START}{fixed}{several}">{lines}</ol>'


def _shuffle_by_salt(options: Iterable[Option], salt: str) -> list[Option]:
    """Return `options` in an order that hangs on `salt` and their texts, not on which are right."""
    return sorted(options, key=lambda option: hash_text(f"{salt}\n{option.id}"))


def remark_as_html(note: str) -> str:
    """Return the remark on the right answer, which opens the explanation; "" without one."""
    return f'<div class="remark">{text_as_html(note)}</div>' if note else ""


def why_as_html(why: str, options: Iterable[Option]) -> str:
    """Return the explanation, and why each wrong option is wrong (shown with the options only)."""
    because = f'<div class="because">{text_as_html(why)}</div>' if why else ""
    reasons = "".join(
        f"<li><b>{text_as_html(option.text)}</b> {text_as_html(option.why)}</li>"
        for option in options
        if option.why and not option.is_right
    )
    return because + (f"{REASONS_START}{reasons}</ul>" if reasons else "")


def sources_as_html(notes: Iterable[ItemSource]) -> str:
    """Return where it comes from: "Levy 1997, sentences 4 and 5 · doi:10…", a line a source."""
    sentences: dict[tuple[str, str], list[int]] = {}
    for note in notes:
        details = f"doi:{note.doi}" if note.doi else note.cite
        numbers = sentences.setdefault((note.short, details), [])
        if note.sentence and note.sentence not in numbers:
            numbers.append(note.sentence)
    return "<br>".join(
        text_as_html(" · ".join(dict.fromkeys((short + _sentence_numbers_text(numbers), details))))
        for (short, details), numbers in sentences.items()
    )


def _sentence_numbers_text(numbers: Sequence[int]) -> str:
    """Return ", sentence 4", ", sentences 4 and 5", or "" for a source cited as a whole."""
    if not numbers:
        return ""
    *most, last = map(str, numbers)
    return f", sentences {', '.join(most)} and {last}" if most else f", sentence {last}"
