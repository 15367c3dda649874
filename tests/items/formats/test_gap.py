"""Gaps: what stands before one does not tell what belongs there."""

import re
from collections.abc import Callable

import pytest

from quizapp.items.articles import restore_article, sentence_pattern
from quizapp.items.item import Item, ItemId

Make = Callable[..., dict[ItemId, Item]]
GAP = ItemId("d/f/answer/gap")


def stem_of(items_of: Make, say: str, extra: str, header: str = "") -> str:
    text = f"{header}\nfacts: [{{id: f, say: '{say}', ask: 'Which one?', {extra}}}]"
    return items_of(text)[GAP].stem


@pytest.mark.parametrize(
    ("extra", "header"),
    [
        ("answer: ulcer, wrong: [wart, abscess]", ""),
        ("answer: ulcer, among: [ulcer, wart]", ""),
        (
            "answer: ulcer, choose_from: t",
            "concepts: {u: {name: ulcer, type: t}, w: {name: wart, type: t}}",
        ),
    ],
)
def test_an_article_that_rules_an_option_out_is_not_shown(
    items_of: Make, extra: str, header: str
) -> None:
    stem = stem_of(items_of, "In the end all of them had an {answer} again.", extra, header)

    assert stem == "In the end all of them had a(n) [ … ] again."


@pytest.mark.parametrize(
    ("say", "extra"),
    [
        ("All of them had an {answer} again.", "answer: ulcer, wrong: [abscess, eczema]"),
        ("All of them had a {answer} again.", "answer: wart, wrong: [uniform rash, cyst]"),
        ("All of them had an {answer} again.", "answer: ulcer"),
        ("All of them had the {answer} again.", "answer: ulcer, wrong: [wart, cyst]"),
        ("All took vitamin-a {answer} again.", "answer: drops, wrong: [oil, pills]"),
    ],
)
def test_an_article_that_fits_every_option_stays(items_of: Make, say: str, extra: str) -> None:
    assert stem_of(items_of, say, extra) == say.replace("{answer}", "[ … ]")


def test_an_article_that_opens_the_sentence_keeps_its_capital(items_of: Make) -> None:
    stem = stem_of(items_of, "A {answer} was seen in all.", "answer: wart, wrong: [ulcer, eczema]")

    assert stem == "A(n) [ … ] was seen in all."


@pytest.mark.parametrize(
    ("stem", "sentence", "gaps"),
    [
        ("It had a(n) [ … ] again.", "It had an ulcer again.", ("ulcer",)),
        ("It had a(n) [ … ] again.", "It had a wart again.", ("wart",)),
        ("A(n) [ … ] and a [ … ].", "A wart and a cyst.", ("wart", "cyst")),
        ("It ends in [ … ]", "It ends in tears", ("tears",)),
        ("A wart (n) is [ … ].", "A wart (n) is small.", ("small",)),
    ],
)
def test_a_sentence_is_known_by_its_stem(stem: str, sentence: str, gaps: tuple[str, ...]) -> None:
    found = re.fullmatch(sentence_pattern(stem), sentence)

    assert found is not None
    assert found.groups() == gaps


def test_a_word_of_another_language_is_no_article(items_of: Make) -> None:
    say = "Alle hingen an {answer} und Bett."

    stem = stem_of(items_of, say, "answer: Tisch, wrong: [Ofen, Herd]", "language: de")

    assert stem == "Alle hingen an [ … ] und Bett."


@pytest.mark.parametrize(
    ("before", "key", "whole"),
    [
        ("It had a(n) ", "ulcer", "It had an "),
        ("A(n) ", "wart", "A "),
        ("It had the ", "ulcer", "It had the "),
    ],
)
def test_an_article_comes_back_by_the_sound_of_the_key(before: str, key: str, whole: str) -> None:
    assert restore_article(before, key) == whole
