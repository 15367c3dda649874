import pytest

from quizapp.learner.search import (
    CardState,
    SearchQuery,
    SearchText,
    fold_text,
    matching_keys,
    parse_search,
    search_text_of_card,
)


def test_a_search_line_is_words_decks_tags_and_states_in_any_order() -> None:
    assert parse_search("is:due liver deck:hyper tag:genetics Bile") == SearchQuery(
        words=("liver", "bile"), decks=("hyper",), tags=("genetics",), states=(CardState.DUE,)
    )


def test_a_part_of_a_title_is_told_apart_from_an_id() -> None:
    assert parse_search("deck:~Ödem deck:hae") == SearchQuery(decks=("hae",), titles=("odem",))


def test_a_state_that_no_card_can_be_is_told_apart() -> None:
    assert parse_search("is:dew is:new") == SearchQuery(
        states=(CardState.NEW,), unknown_states=("dew",)
    )


def test_a_prefix_without_a_word_yet_asks_for_nothing() -> None:
    assert parse_search("deck: deck:~ is: ") == SearchQuery()


def test_a_colon_in_a_word_is_a_colon() -> None:
    assert parse_search("doi:10.1") == SearchQuery(words=("doi:10.1",))


def test_letters_are_folded_alike_in_text_and_search() -> None:
    assert fold_text("ÖDEM Straße É") == fold_text("odem strasse e")


@pytest.mark.parametrize(
    ("search", "keys"),
    [
        ("par capital tag:eur tag:cit", [1]),
        ("capital", [1, 2]),
        ("paris rome", []),
        ("tag:west", []),
        ("", [1, 2]),
    ],
)
def test_all_words_must_be_in_the_text_and_the_beginning_of_a_tag_will_do(
    search: str, keys: list[int]
) -> None:
    texts = {
        1: search_text_of_card(
            ("What is the capital?", "Paris"), "c/france/a", ("europe-west", "cities")
        ),
        2: search_text_of_card(("What is the capital?", "Rome"), "c/italy/a", ("europe",)),
    }

    assert matching_keys([1, 2, 3], texts, parse_search(search)) == keys


def test_a_text_is_folded_with_its_tags_and_the_cards_name_without_its_deck() -> None:
    assert search_text_of_card(("Ä",), "deck/fact/card", ("Ü",)) == SearchText(
        "a\nfact/card", ("u",)
    )
