"""Drawing the form of an exam."""

from collections.abc import Sequence

import pytest

from quizapp.bank.model import CardId, DeckId, FactId
from quizapp.items.item import Format, ItemId
from quizapp.session.blueprint import Blueprint, BlueprintCell, draw_form
from quizapp.session.model import ItemHandle


def handles(facts: int, cards: int = 2, tags: Sequence[str] = ("a", "b")) -> list[ItemHandle]:
    """Facts in turn of each tag, each card asked in four formats."""
    return [
        ItemHandle(
            ItemId(f"d/f{fact}/c{card}/{format_}"),
            CardId(f"d/f{fact}/c{card}"),
            FactId(f"d/f{fact}"),
            DeckId("d"),
            format_,
            (tags[fact % len(tags)],),
        )
        for fact in range(facts)
        for card in range(cards)
        for format_ in (Format.CHOICE, Format.GAP, Format.TYPED, Format.FLIP)
    ]


def goes_always(_: Sequence[ItemId], __: ItemId) -> bool:
    return True


def facts_of(items: Sequence[str]) -> list[str]:
    return [item.split("/")[1] for item in items]


def test_the_same_seed_draws_the_same_form() -> None:
    one = draw_form(handles(20), Blueprint(8), 7, "A", goes_always)
    again = draw_form(handles(20), Blueprint(8), 7, "A", goes_always)
    other = draw_form(handles(20), Blueprint(8), 8, "A", goes_always)

    assert one == again
    assert one != other
    assert len(one.items) == 8


def test_no_fact_comes_twice_while_there_are_others() -> None:
    form = draw_form(handles(10), Blueprint(10), 3, "A", goes_always)

    assert sorted(facts_of(form.items)) == sorted({f"f{number}" for number in range(10)})


def test_a_second_card_of_a_fact_serves_when_facts_run_out_but_no_card_twice() -> None:
    form = draw_form(handles(3), Blueprint(7), 3, "A", goes_always)

    cards = [item.rsplit("/", 1)[0] for item in form.items]
    assert sorted(cards) == [f"d/f{fact}/c{card}" for fact in range(3) for card in range(2)]
    assert form.unfilled_cells == (BlueprintCell("", ""),)


def test_what_the_learner_grades_is_never_asked() -> None:
    form = draw_form(handles(30, 1), Blueprint(30), 3, "A", goes_always)

    assert not [item for item in form.items if item.endswith("flip")]


def test_tags_and_formats_come_as_often_as_wanted() -> None:
    wanted = Blueprint(10, {"a": 6, "b": 2}, {Format.TYPED: 5, Format.CHOICE: 3})

    form = draw_form(handles(40), wanted, 5, "A", goes_always)

    tagged_a = [fact for fact in facts_of(form.items) if int(fact[1:]) % 2 == 0]
    assert len(tagged_a) >= 6
    assert len(form.items) - len(tagged_a) >= 2
    assert len([item for item in form.items if item.endswith("typed")]) >= 5
    assert len([item for item in form.items if item.endswith("choice")]) >= 3
    assert form.unfilled_cells == ()


def test_a_cell_that_nothing_fits_is_told() -> None:
    form = draw_form(handles(4), Blueprint(2, {"z": 1}), 5, "A", goes_always)

    assert len(form.items) == 1
    assert [str(cell) for cell in form.unfilled_cells] == ["#z"]


def test_parallel_forms_share_no_card_while_there_are_others() -> None:
    wanted = Blueprint(10, {"a": 5})

    forms = [draw_form(handles(40), wanted, 5, name, goes_always) for name in "ABC"]

    cards = [{item.rsplit("/", 1)[0] for item in form.items} for form in forms]
    assert [len(each) for each in cards] == [10, 10, 10]
    assert len(cards[0] | cards[1] | cards[2]) == 30


def test_an_item_that_gives_another_away_is_passed_over() -> None:
    def not_with_f0(chosen: Sequence[ItemId], item: ItemId) -> bool:
        return not {"f0", "f1"} <= {*facts_of(chosen), *facts_of([item])}

    form = draw_form(handles(6), Blueprint(5), 5, "A", not_with_f0)

    assert len(form.items) == 5
    assert not {"f0", "f1"} <= set(facts_of(form.items))


def test_more_of_a_kind_than_items_is_refused() -> None:
    with pytest.raises(ValueError, match="the tags ask for 4 items, the exam has 3"):
        draw_form(handles(9), Blueprint(3, {"a": 2, "b": 2}), 5, "A", goes_always)


def test_a_form_is_named_by_a_letter() -> None:
    with pytest.raises(ValueError, match="named A to Z, not '1'"):
        draw_form(handles(9), Blueprint(3), 5, "1", goes_always)
