import pytest

from quizapp.session.searching import CardText, Is, Search, fitting, fold, search_of, searched


def test_a_search_line_is_words_decks_tags_and_states_in_any_order() -> None:
    assert search_of("is:due liver deck:hyper tag:genetics Bile") == Search(
        words=("liver", "bile"), decks=("hyper",), tags=("genetics",), states=(Is.DUE,)
    )


def test_a_part_of_a_title_is_told_apart_from_an_id() -> None:
    assert search_of("deck:~Ödem deck:hae") == Search(decks=("hae",), titles=("odem",))


def test_a_state_that_no_card_can_be_is_told_apart() -> None:
    assert search_of("is:dew is:new") == Search(states=(Is.NEW,), unknown=("dew",))


def test_a_prefix_without_a_word_yet_asks_for_nothing() -> None:
    assert search_of("deck: deck:~ is: ") == Search()


def test_a_colon_in_a_word_is_a_colon() -> None:
    assert search_of("doi:10.1") == Search(words=("doi:10.1",))


def test_letters_are_folded_alike_in_text_and_search() -> None:
    assert fold("ÖDEM Straße É") == fold("odem strasse e")


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
        1: searched(("What is the capital?", "Paris"), "c/france/a", ("europe-west", "cities")),
        2: searched(("What is the capital?", "Rome"), "c/italy/a", ("europe",)),
    }

    assert fitting([1, 2, 3], texts, search_of(search)) == keys


def test_a_text_is_folded_with_its_tags_and_the_cards_name_without_its_deck() -> None:
    assert searched(("Ä",), "deck/fact/card", ("Ü",)) == CardText("a\nfact/card", ("u",))
