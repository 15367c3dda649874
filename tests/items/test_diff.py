from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quizapp.bank.model import CardId
from quizapp.items.diff import ChangeKind, TextDifference, diff_items, diff_texts
from quizapp.items.diff_lines import change_lines, summarize_changes, word_diff
from quizapp.items.item import Format, Item, ItemId, Option
from tests.builders import an_item

PARIS = an_item()
ROME = an_item("capitals/italy/answer", stem="What is the capital of Italy?", key="Rome")


def shown(before: list[Item], after: list[Item]) -> str:
    """What a reader sees of the changes."""
    return "\n".join(
        line.mark.text + "".join(span.text for span in line.text)
        for line in change_lines(diff_items(before, after))
    )


def merged(difference: TextDifference) -> str:
    return "".join(span.text for span in word_diff(difference))


def test_items_that_are_as_they_were_are_no_change() -> None:
    assert diff_items([PARIS, ROME], [ROME, PARIS]) == ()


def test_a_place_or_a_tag_is_no_change_of_an_item() -> None:
    assert diff_items([PARIS], [replace(PARIS, tags=("europe",))]) == ()


def test_what_became_of_an_item_follows_from_its_id_and_hashes() -> None:
    reworded = replace(PARIS, stem="Name the capital of France.", content_hash="new")
    rekeyed = replace(ROME, key=("Turin",), content_hash="new", key_hash="Turin")
    added = an_item("capitals/peru/answer", key="Lima")
    retired = an_item("capitals/chad/answer", key="N'Djamena")

    changes = diff_items([PARIS, ROME, retired], [added, reworded, rekeyed])

    assert [(each.kind, each.item.fact) for each in changes] == [
        (ChangeKind.ADDED, "capitals/peru"),
        (ChangeKind.REWORDED, "capitals/france"),
        (ChangeKind.KEY_CHANGED, "capitals/italy"),
        (ChangeKind.RETIRED, "capitals/chad"),
    ]


def test_a_retired_item_stands_behind_the_others_of_its_fact() -> None:
    flip = an_item(format_=Format.FLIP)

    changes = diff_items([PARIS, flip], [ROME, replace(PARIS, content_hash="new")])

    assert [each.item.id for each in changes] == [ROME.id, PARIS.id, flip.id]


def test_options_are_compared_by_their_text_and_each_difference_is_named() -> None:
    before = replace(
        PARIS,
        options=(
            Option("a", "Paris", is_right=True),
            Option("b", "Lyon", is_right=False, why="It is large."),
        ),
    )
    after = replace(
        PARIS,
        options=(
            Option("a", "Paris", is_right=True),
            Option("b", "Lyon", is_right=False, why="It is old."),
            Option("c", "Nice", is_right=False),
        ),
    )

    assert diff_texts(before, after) == (
        TextDifference("why not Lyon", "It is large.", "It is old."),
        TextDifference("option", "", "✗ Nice"),
    )


def test_words_that_differ_are_marked_where_they_stand() -> None:
    difference = TextDifference(
        "stem", "Which liver disease was seen?", "Which rare liver disease is it?"
    )

    assert merged(difference) == "Which{+ rare+} liver disease [-was seen-]{+is it+}?"


def test_texts_with_little_in_common_stand_one_after_the_other() -> None:
    assert merged(TextDifference("why", "Paris is large.", "Since 1792.")) == (
        "[-Paris is large.-]{+Since 1792.+}"
    )


def test_the_middle_of_a_long_text_that_stays_is_left_out() -> None:
    long = " ".join(f"w{number}" for number in range(40))

    text = merged(TextDifference("why", f"one {long}", f"two {long}"))

    assert text.startswith("[-one-]{+two+} w0 w1 ")
    assert " w11… w28 " in text
    assert text.endswith(" w39")


def test_another_key_is_said_once_for_its_card_with_the_old_and_the_new_one() -> None:
    items = [PARIS, an_item(format_=Format.FLIP)]
    rekeyed = [replace(item, key=("Lyon",), key_hash="Lyon", content_hash="Lyon") for item in items]

    text = shown(items, rekeyed)

    assert text.count("new answer;") == 1
    assert "was Paris" in text
    assert "now Lyon" in text
    assert text.endswith("items: 2 with a new answer")


def test_a_change_of_grading_alone_is_said_in_words() -> None:
    assert "reads the same; graded or shuffled otherwise" in shown(
        [PARIS], [replace(PARIS, content_hash="new")]
    )


def test_a_new_fact_is_shown_whole_and_a_retired_item_by_its_stem() -> None:
    text = shown([PARIS], [replace(ROME, why="Since 1871.", sentence="Rome is it.")])

    assert "Rome is it." in text
    assert "Since 1871." in text
    assert "+ typed       answer: What is the capital of Italy?" in text
    assert "- typed       answer: What is the capital of France?" in text
    assert text.endswith("items: 1 added, 1 retired")


def test_no_difference_is_said() -> None:
    assert summarize_changes(()) == "items: no difference"


texts = st.text(alphabet="ab .,(é", max_size=24)


@given(texts, texts)
def test_a_word_diff_holds_both_texts_whole(before: str, after: str) -> None:
    spans = list(word_diff(TextDifference("stem", before, after)))

    old = "".join(taken(span.text, "[-", "-]", other="{+") for span in spans)
    new = "".join(taken(span.text, "{+", "+}", other="[-") for span in spans)
    assert (old, new) == (before, after)


def taken(text: str, opening: str, closing: str, other: str) -> str:
    if text.startswith(opening):
        return text.removeprefix(opening).removesuffix(closing)
    return "" if text.startswith(other) else text


@given(
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")), unique_by=lambda p: p[0]),
    st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")), unique_by=lambda p: p[0]),
)
def test_the_changes_tell_exactly_which_items_differ(
    before: list[tuple[str, str]], after: list[tuple[str, str]]
) -> None:
    changes = diff_items(map(small, before), map(small, after))

    assert {each.item.id for each in changes} == {
        ItemId(name) for name, _ in set(before) ^ set(after)
    }


def small(pair: tuple[str, str]) -> Item:
    name, text = pair
    return replace(PARIS, id=ItemId(name), card=CardId(name), content_hash=text)
