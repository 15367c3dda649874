"""All keys of the app, as tables: id, keys, what they do, the footer's word, the help's sentence.

The footer, the help screen and the palette are made from these, and `[keys]` of the settings
changes them by id. In each table the footer prefers what stands first; it shows only `show`n ones.
An Anki user's hands know most of them already.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from textual.binding import Binding

KeyTable: TypeAlias = Mapping[str, Sequence[Binding]]


def key(  # noqa: PLR0913 (a row of a table)
    id_: str,
    keys: str,
    action: str,
    word: str,
    says: str,
    *,
    display: str | None = None,
    is_shown: bool = False,
    has_priority: bool = False,
) -> Binding:
    """Return a binding; `display` stands in the footer for several keys that belong together."""
    return Binding(
        keys, action, word, tooltip=says, id=id_, key_display=display, show=is_shown,
        priority=has_priority,
    )  # fmt: skip


EVERYWHERE: Sequence[Binding] = (
    key("palette", "ctrl+p", "command_palette", "Commands", "Search all commands",
        display="^p", is_shown=True, has_priority=True),
    key("theme", "f2", "next_theme", "Theme", "Next theme: dark, light, colour-blind"),
    key("quit", "ctrl+q", "quit", "Quit", "Quit; your last answer is saved",
        display="^q", has_priority=True),
    key("help", "question_mark,f1", "help", "Help", "Show the keys of this screen",
        display="?", is_shown=True),
)  # fmt: skip

MENU = key("menu", "ctrl+o", "app.menu", "Menu", "Show every action with its key",
           display="^o", is_shown=True)  # fmt: skip

_MOVING: Sequence[Binding] = (
    key("list.down", "j,down", "cursor(1)", "Down", "Down one line"),
    key("list.up", "k,up", "cursor(-1)", "Up", "Up one line"),
    key("list.top", "g,home", "cursor_end(0)", "Top", "First line"),
    key("list.bottom", "G,end", "cursor_end(-1)", "Bottom", "Last line"),
)

_SCROLLING: Sequence[Binding] = (
    key("scroll.down", "pagedown", "scroll_page(1)", "Page down", "Scroll down"),
    key("scroll.up", "pageup", "scroll_page(-1)", "Page up", "Scroll up"),
)

HOME: KeyTable = {
    "Today": (
        key("home.study", "s,enter", "study", "Study", "Study the chosen deck",
            display="s", is_shown=True),
        key("home.quiz", "z", "quiz", "Quiz", "Practise: your schedule doesn't change",
            is_shown=True),
        key("home.exam", "x", "exam", "Resume exam", "Resume exam", is_shown=True),
        key("home.results", "x,X", "results", "Results",
            "Past exams: score, time, questions", display="x", is_shown=True),
        key("home.browse", "b", "browse", "Browse", "Browse the cards of the chosen deck",
            is_shown=True),
        key("home.reload", "r", "reload", "Reload", "Reload the decks"),
    ),
    "Moving": _MOVING,
}  # fmt: skip

# Where letters are text, the same actions are reached through the menu.
QUESTION: KeyTable = {
    "Answering": (
        key("answer.pair", "a", "body('pair', 0)", "Pair",
            "In a match: pair the row with that value", display="a–z", is_shown=True),
        key("answer.choose_1", "1", "body('choose', 0)", "Choose",
            "Choose the option (order: put it next; match: go to the row)",
            display="1–9", is_shown=True),
        *(key(f"answer.choose_{n}", f"{n}", f"body('choose', {n - 1})", f"Choose {n}",
              f"Choose option {n}") for n in range(2, 10)),
        key("answer.true", "t", "body('choose_word', 'true')", "True", "Answer true",
            is_shown=True),
        key("answer.false", "f", "body('choose_word', 'false')", "False", "Answer false",
            is_shown=True),
        key("answer.show", "space,enter", "body('show')", "Show", "Show the answer",
            display="space", is_shown=True),
        key("answer.tick", "space", "body('tick')", "Tick", "Tick or untick the option",
            display="space", is_shown=True),
        key("answer.down", "j,down", "body('cursor', 1)", "Down", "Down one line"),
        key("answer.up", "k,up", "body('cursor', -1)", "Up", "Up one line"),
        key("answer.move_down", "J,ctrl+down,shift+down", "body('move', 1)", "Move down",
            "Move the line down", display="J/K", is_shown=True),
        key("answer.move_up", "K,ctrl+up,shift+up", "body('move', -1)", "Move up",
            "Move the line up"),
        key("answer.submit", "enter", "body('submit')", "Answer",
            "Answer; on nothing, press twice if you don't know", display="enter", is_shown=True),
        key("answer.hint", "h,tab", "hint", "Hint", "Hint (rates Hard)",
            display="tab", is_shown=True),
    ),
    "After the answer": (
        key("confirm.yes", "y", "confirm(True)", "The same", "What I wrote is the same",
            is_shown=True),
        key("confirm.no", "n", "confirm(False)", "Not the same", "What I wrote is not the same",
            is_shown=True),
        key("feedback.go_on", "space,enter", "go_on", "Next", "Next, with the suggested rating",
            display="enter", is_shown=True),
        key("feedback.again", "1", "rate(1)", "Rate", "Rate Again: I didn't know it",
            display="1–4", is_shown=True),
        key("feedback.hard", "2", "rate(2)", "Hard", "Rate Hard: I knew it, with effort"),
        key("feedback.good", "3", "rate(3)", "Good", "Rate Good: I knew it"),
        key("feedback.easy", "4", "rate(4)", "Easy", "Rate Easy: I knew it at once"),
        key("feedback.override", "o", "override", "I was right",
            "Count my answer as right", display="o", is_shown=True),
    ),
    "Any time": (
        key("session.leave", "escape,q", "leave", "Leave", "Leave; your progress is saved",
            display="esc", is_shown=True),
        key("card.undo", "u", "undo", "Undo", "Undo the last answer", is_shown=True),
        key("card.info", "i", "info", "Details", "Card details", is_shown=True),
        MENU,
        key("card.edit", "e", "edit", "Edit", "Edit the fact in your editor"),
        key("card.mark", "asterisk", "mark('card')", "Mark",
            "Mark or unmark this card", display="*"),
        key("fact.mark", "plus", "mark('fact')", "Mark fact",
            "Mark or unmark all cards of this fact", display="+"),
        key("card.flag", "number_sign", "flag('card')", "Flag",
            "Flag this card for its author, or unflag it", display="#"),
        key("fact.flag", "tilde", "flag('fact')", "Flag fact",
            "Flag or unflag all cards of this fact", display="~"),
        key("card.suspend", "at", "suspend('card')", "Suspend",
            "Suspend this card", display="@"),
        key("fact.suspend", "exclamation_mark", "suspend('fact')", "Suspend fact",
            "Suspend all cards of this fact", display="!"),
        key("card.bury", "minus", "bury('card')", "Bury", "Bury until tomorrow",
            display="-"),
        key("fact.bury", "equals_sign", "bury('fact')", "Bury fact",
            "Bury all cards of this fact until tomorrow", display="="),
    ),
    "Reading": _SCROLLING,
}  # fmt: skip

# Those of `QUESTION`, save what tells something about the answer.
EXAM: KeyTable = {
    "The exam": (
        key("exam.next", "n,tab", "turn(1)", "Next", "Go to the next question", display="tab",
            is_shown=True),
        key("exam.previous", "p,shift+tab", "turn(-1)", "Previous", "Go to the previous question"),
        key("exam.flag", "asterisk", "flag", "Flag",
            "Flag or unflag this question", display="*",
            is_shown=True),
        key("exam.jump", "g,ctrl+g", "jump", "List", "List all questions",
            display="^g", is_shown=True),
        key("exam.hand_in", "ctrl+s", "hand_in", "Hand in", "Hand in and see your result",
            display="^s", is_shown=True),
        MENU,
        key("exam.leave", "escape,q", "leave", "Leave",
            "Leave; answers are saved, the clock keeps running", display="esc"),
    ),
    "Answering": tuple(each for each in QUESTION["Answering"] if each.id != "answer.hint"),
    "Reading": _SCROLLING,
}  # fmt: skip

EXAM_LIST: KeyTable = {
    "All questions": (
        key("exam_list.go", "enter,space", "go", "Go", "Go to this question",
            display="enter", is_shown=True),
        key("exam_list.open", "o", "next_open", "Next unanswered", "Next unanswered question",
            is_shown=True),
        key("exam_list.flagged", "f", "next_flagged", "Next flagged", "Next flagged question",
            is_shown=True),
        key("exam_list.close", "escape,q", "close", "Close", "Close the list", display="esc",
            is_shown=True),
    ),
    "Moving": _MOVING,
}  # fmt: skip

PAST_EXAMS: KeyTable = {
    "Past results": (
        key("past_exams.open", "enter,space", "open", "Open", "Show this exam's questions",
            display="enter", is_shown=True),
        key("past_exams.back", "escape,q", "close", "Back", "Go to the home screen", display="esc",
            is_shown=True),
    ),
    "Moving": _MOVING,
}  # fmt: skip

HAND_IN: KeyTable = {
    "Hand in": (
        key("handing_in.yes", "y,ctrl+s", "hand_in", "Hand in", "Hand in and see your result",
            display="y", is_shown=True),
        key("handing_in.no", "n,escape", "close", "Go back", "Go back to the exam", display="n",
            is_shown=True),
    ),
}  # fmt: skip

QUIZ_SETUP: KeyTable = {
    "Quiz": (
        key("setup.start", "enter", "start", "Start", "Start the quiz", display="enter",
            is_shown=True),
        key("setup.exam", "x", "exam", "Start exam",
            "Start it as an exam: feedback after you hand in", is_shown=True),
        key("setup.tick", "space", "tick", "Tick", "Tick or untick; none ticked = all",
            display="space", is_shown=True),
        key("setup.more", "right,plus,l", "change(5)", "More", "5 more questions",
            display="← →", is_shown=True),
        key("setup.fewer", "left,minus,h", "change(-5)", "Fewer", "5 fewer questions"),
        key("setup.resume", "r", "resume", "Resume", "Resume the paused quiz",
            is_shown=True),
        key("setup.back", "escape", "back", "Back", "Go to the home screen", display="esc",
            is_shown=True),
    ),
    "Moving": _MOVING,
}  # fmt: skip

BROWSE: KeyTable = {
    "Browse": (
        key("browse.search", "slash", "search", "Search",
            "Search: words, deck:ID, deck:~title, tag:…, is:due, new, marked, flagged, leech",
            display="/", is_shown=True),
        key("search.done", "enter,down,tab", "close_search", "Show cards",
            "Leave the search and go to the cards", display="enter", is_shown=True),
        key("search.clear", "escape", "clear_search", "Clear", "Clear the search",
            display="esc", is_shown=True),
        key("browse.open", "enter,i", "open", "Open", "Card details",
            display="enter", is_shown=True),
        key("browse.changes", "d", "changes", "Changes",
            "Show what the saved deck files would change", is_shown=True),
        MENU,
    ),
    "This card": (
        key("browse.edit", "e", "edit", "Edit", "Edit the fact in your editor and see what changes",
            is_shown=True),
        key("browse.mark", "asterisk", "mark", "Mark", "Mark or unmark this card",
            display="*"),
        key("browse.suspend", "at", "suspend('card')", "Suspend",
            "Suspend this card, or unsuspend it", display="@"),
        key("browse.suspend_fact", "exclamation_mark", "suspend('fact')", "Suspend fact",
            "Suspend or unsuspend all cards of this fact", display="!"),
        key("browse.bury", "minus", "bury('card')", "Bury",
            "Bury until tomorrow, or unbury", display="-"),
        key("browse.bury_fact", "equals_sign", "bury('fact')", "Bury fact",
            "Bury or unbury all cards of this fact", display="="),
        key("browse.back", "escape", "back", "Back", "Go to the home screen", display="esc",
            is_shown=True),
    ),
    "Moving": (
        key("browse.down", "j,down", "cursor(1)", "Down", "Next card"),
        key("browse.up", "k,up", "cursor(-1)", "Up", "Previous card"),
        key("browse.page_down", "ctrl+d,pagedown", "page(1)", "Page down", "Next page of cards"),
        key("browse.page_up", "ctrl+u,pageup", "page(-1)", "Page up", "Previous page of cards"),
        key("browse.top", "g,home", "cursor_end(0)", "Top", "First card"),
        key("browse.bottom", "G,end", "cursor_end(-1)", "Bottom", "Last card"),
        key("browse.read_on", "J,space", "read(1)", "Scroll down", "Scroll the details down"),
        key("browse.read_back", "K", "read(-1)", "Scroll up", "Scroll the details up"),
    ),
}  # fmt: skip

MENU_WINDOW: KeyTable = {
    "This menu": (
        key("menu.close", "escape,ctrl+o", "close", "Close", "Close this menu", display="esc",
            is_shown=True),
        key("menu.down", "down", "scroll_line(1)", "Down", "Down one line"),
        key("menu.up", "up", "scroll_line(-1)", "Up", "Up one line"),
        *_SCROLLING,
    ),
}  # fmt: skip

SUMMARY: KeyTable = {
    "Summary": (
        key("summary.home", "enter,escape,space", "home", "Done", "Go to the home screen",
            display="enter", is_shown=True),
        key("summary.retry", "r", "retry", "Retry missed", "Retry the missed questions as a quiz",
            is_shown=True),
        key("summary.grant", "o", "grant", "I was right", "Count the flagged answer as right",
            is_shown=True),
        key("summary.undo", "u", "undo", "Undo", "Undo the last answer", is_shown=True),
    ),
    "Reading": (
        key("summary.down", "j,down", "scroll_line(1)", "Down", "Down one line"),
        key("summary.up", "k,up", "scroll_line(-1)", "Up", "Up one line"),
        *_SCROLLING,
    ),
}  # fmt: skip

MODAL: KeyTable = {
    "This window": (
        key("window.close", "escape,enter,space,q,question_mark,i", "close", "Close",
            "Close this window", display="esc", is_shown=True),
        key("window.down", "j,down", "scroll_line(1)", "Down", "Down one line"),
        key("window.up", "k,up", "scroll_line(-1)", "Up", "Up one line"),
        *_SCROLLING,
    ),
}  # fmt: skip

REVIEW: KeyTable = {
    "This card": (
        key("review.accept", "a", "accept", "Accept", "Accept this card and sign it",
            is_shown=True),
        key("review.accept_sentence", "A", "accept_sentence", "Accept sentence",
            "Accept the rest of this sentence", is_shown=True),
        key("review.reject", "x", "reject", "Reject", "Reject this card: it isn't asked",
            is_shown=True),
        key("review.edit", "e", "edit", "Edit", "Edit the fact, then see this card again",
            is_shown=True),
        key("review.undo", "u", "undo", "Undo", "Undo the last act"),
        key("review.format", "f,tab", "turn_format(1)", "Format", "Show the next format",
            display="f", is_shown=True),
    ),
    "Other cards": (
        key("review.next", "n,right", "turn(1)", "Next", "Next card", display="n", is_shown=True),
        key("review.previous", "p,left", "turn(-1)", "Previous", "Previous card", display="p"),
        key("review.keep", "enter", "keep_reason", "Done", "Done with the reason",
            display="enter", is_shown=True),
        key("review.leave", "escape,q", "leave", "Leave", "Leave; each signature is saved",
            display="esc", is_shown=True),
    ),
    "Reading": (
        key("review.down", "j,down", "scroll_line(1)", "Down", "Down one line"),
        key("review.up", "k,up", "scroll_line(-1)", "Up", "Up one line"),
        *_SCROLLING,
    ),
}  # fmt: skip


def all_bindings(table: KeyTable) -> Iterator[Binding]:
    """Yield all bindings of `table`, in its order."""
    for section in table.values():
        yield from section
