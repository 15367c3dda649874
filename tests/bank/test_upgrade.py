"""From version 1 to version 2: only what must change, every id kept, the rest as it was written."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from quizapp.bank.load import load_bank
from quizapp.bank.upgrade import DeckUpgrade, upgrade_deck

ROOT = Path(__file__).parents[2]
LIVERS = """\
# What the series found.
quizapp: '1'   # the version
deck: livers
title:   Livers
facts:
  - id: livers   # of the liver alone
    say: "{recipients|Four} patients received a liver, and it came back in {relapses} of them."
    cards:
      recipients: {ask: "How many patients received a liver?", answer: 4}
      relapses: {ask: "In how many of the four did it come back?", answer: 3}
    untrue:
      # the first
      - say: "The disease came back in one of the four recipients."
        why: It came back in three.
      - {say: Thirteen received a liver and it came back in three., why: Wrong.}
      - {say: Nobody received a liver., card: recipients}
"""
UPGRADED = """\
# What the series found.
quizapp: '2'   # the version
deck: livers
title:   Livers
facts:
  - id: livers   # of the liver alone
    say: "{recipients|Four} patients received a liver, and it came back in {relapses} of them."
    cards:
      recipients: {ask: "How many patients received a liver?", answer: 4}
      relapses: {ask: "In how many of the four did it come back?", answer: 3}
    untrue:
      # the first
      - card: relapses
        say: "The disease came back in one of the four recipients."
        why: It came back in three.
      - {card: recipients, say: Thirteen received a liver and it came back in three., why: Wrong.}
      - {say: Nobody received a liver., card: recipients}
"""


def upgraded(folder: Path, text: str, name: str = "livers.yaml") -> DeckUpgrade:
    path = folder / name
    path.write_bytes(text.encode())
    return upgrade_deck(path)


def write(upgrade: DeckUpgrade) -> None:
    for file in upgrade.files:
        file.path.write_bytes(file.after)


def ids_and_errors(path: Path) -> tuple[list[str], list[str]]:
    bank, problems = load_bank([path], requires_images=False)
    ids = [str(card.id) for deck in bank.decks for fact in deck.facts for card in fact.cards]
    return ids, [each.message for each in problems if each.level == "error"]


def test_only_the_version_and_the_cards_of_untrue_statements_are_written(tmp_path: Path) -> None:
    (file,) = upgraded(tmp_path, LIVERS).files

    assert file.after.decode() == UPGRADED


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    text = "\ufeff" + LIVERS.replace("\n", "\r\n")
    (file,) = upgraded(tmp_path, text).files

    assert file.after.decode() == "\ufeff" + UPGRADED.replace("\n", "\r\n")


def test_the_ids_of_all_cards_stay(tmp_path: Path) -> None:
    upgrade = upgraded(tmp_path, LIVERS)
    before = ids_and_errors(tmp_path / "livers.yaml")
    write(upgrade)

    assert before == (["livers/livers/recipients", "livers/livers/relapses"], [])
    assert ids_and_errors(tmp_path / "livers.yaml") == before


def test_what_is_upgraded_has_nothing_left_to_change(tmp_path: Path) -> None:
    assert upgraded(tmp_path, UPGRADED) == DeckUpgrade((), ())


def test_what_the_words_do_not_tell_is_named_at_its_place(tmp_path: Path) -> None:
    text = LIVERS.replace("Thirteen received a liver and it came back in three", "Dogs")
    (problem,) = upgraded(tmp_path, text).unsettled

    assert (problem.place.line, problem.place.column, problem.code) == (15, 9, "B412")
    assert problem.fix == "write `card:` beside it, with one of recipients, relapses"


def test_a_deck_with_errors_is_not_changed(tmp_path: Path) -> None:
    upgrade = upgraded(tmp_path, LIVERS.replace("answer: 4", "anwser: 4"))

    assert upgrade.files == ()
    assert [each.code for each in upgrade.unsettled] == ["B107", "B106"]


def test_what_version_2_reads_otherwise_is_told_where_it_is_now(tmp_path: Path) -> None:
    text = LIVERS.replace("facts:\n", "tables:\n" + TABLE + "facts:\n")
    upgrade = upgraded(tmp_path, text)

    assert [(each.place.line, each.code) for each in upgrade.unsettled] == [
        (9, "B116"),
        (11, "B107"),
        (11, "B117"),
    ]


TABLE = """\
  - id: t
    row: town
    columns:
      level: {ask: "At which level is {row}?"}
    rows:
      nice: {name: Nice, level: sea}
"""


def test_a_deck_that_is_a_folder_is_changed_file_by_file(tmp_path: Path) -> None:
    head, facts = LIVERS.split("facts:\n")
    folder = tmp_path / "livers"
    folder.mkdir()
    (folder / "deck.yaml").write_text(head, encoding="utf-8")
    (folder / "more.yaml").write_text("facts:\n" + facts, encoding="utf-8")
    upgrade = upgrade_deck(folder)

    assert [file.path.name for file in upgrade.files] == ["deck.yaml", "more.yaml"]
    assert b"".join(file.after for file in upgrade.files).decode() == UPGRADED


# --- every deck there ever was --------------------------------------------------------------------


def git(*arguments: str) -> bytes:
    done = subprocess.run(["git", "-C", str(ROOT), *arguments], capture_output=True, check=False)
    return done.stdout


def past_decks() -> Iterator[tuple[str, bytes]]:
    """Yield each version of a shipped deck that the history has, where there is a history."""
    seen = set()
    for commit in git("log", "--all", "--format=%h", "--", "decks/*.yaml").decode().split():
        for line in git("ls-tree", commit, "decks/").decode().splitlines():
            blob, name = line.split()[2], line.split("\t")[1]
            if is_deck(name) and blob not in seen:
                seen.add(blob)
                yield Path(name).name, git("cat-file", "blob", blob)


def decks_of_tests() -> Iterator[tuple[str, bytes]]:
    for path in sorted((ROOT / "tests" / "lint").glob("[gq]*/*.yaml")):
        yield path.name, path.read_bytes()
    for path in sorted((ROOT / "decks").glob("*.yaml")):
        if is_deck(path.name):
            yield path.name, path.read_bytes()


def is_deck(name: str) -> bool:
    return name.endswith(".yaml") and not name.endswith((".signed.yaml", ".held.yaml"))


def settle(data: bytes, upgrade: DeckUpgrade) -> bytes:
    """Return a deck in which each statement that a person must settle names a card."""
    lines = data.decode().splitlines(keepends=True)
    for each in reversed(upgrade.unsettled):
        card = each.fix.rsplit(" ", 1)[1]
        line, at = lines[each.place.line - 1], each.place.column - 1
        named = f"{{card: {card}, " if line[at] == "{" else f"card: {card}\n{' ' * at}"
        lines[each.place.line - 1] = line[:at] + named + line[at:].removeprefix("{")
    return "".join(lines).encode()


def upgraded_ids(folder: Path, name: str, data: bytes) -> tuple[object, object, int]:
    """Return ids and errors of a deck before and after, and how many statements stay unsettled."""
    folder.mkdir()
    path = folder / name
    path.write_bytes(data)
    before = ids_and_errors(path)
    path.write_bytes(settle(data, upgrade_deck(path)))
    upgrade = upgrade_deck(path)
    write(upgrade)
    return before, ids_and_errors(path), len(upgrade.unsettled)


@pytest.mark.slow
def test_every_deck_that_was_ever_shipped_keeps_its_ids(tmp_path: Path) -> None:
    for number, (name, data) in enumerate(past_decks()):
        before, after, unsettled = upgraded_ids(tmp_path / str(number), name, data)

        assert (after, unsettled) == (before, 0)


def test_every_deck_of_the_tests_keeps_its_ids(tmp_path: Path) -> None:
    for number, (name, data) in enumerate(decks_of_tests()):
        before, after, unsettled = upgraded_ids(tmp_path / str(number), name, data)

        assert (after, unsettled) == (before, 0)
