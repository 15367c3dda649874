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
    key("palette", "ctrl+p", "command_palette", "Commands", "Search all commands.",
        display="^p", is_shown=True, has_priority=True),
    key("theme", "f2", "next_theme", "Theme", "On to the next theme: dark, light, colour-blind."),
    key("quit", "ctrl+q", "quit", "Quit", "Quit; an answer on the screen is kept.",
        display="^q", has_priority=True),
    key("help", "question_mark,f1", "help", "Help", "List the keys of this screen.",
        display="?", is_shown=True),
)  # fmt: skip

MENU = key("menu", "ctrl+o", "app.menu", "Menu", "List what can be done, each by its letter.",
           display="^o", is_shown=True)  # fmt: skip

MOVING: Sequence[Binding] = (
    key("list.down", "j,down", "cursor(1)", "Down", "One line down."),
    key("list.up", "k,up", "cursor(-1)", "Up", "One line up."),
    key("list.top", "g,home", "cursor_end(0)", "Top", "To the first line."),
    key("list.bottom", "G,end", "cursor_end(-1)", "Bottom", "To the last line."),
)

SCROLLING: Sequence[Binding] = (
    key("scroll.down", "pagedown", "scroll_page(1)", "Page down", "Read on."),
    key("scroll.up", "pageup", "scroll_page(-1)", "Page up", "Read back."),
)

HOME: KeyTable = {
    "Today": (
        key("home.study", "s,enter", "study", "Study", "Study what is due in the chosen deck.",
            display="s", is_shown=True),
        key("home.quiz", "z", "quiz", "Quiz", "Set up a quiz, off schedule.", is_shown=True),
        key("home.exam", "x", "exam", "Exam", "Go on with the exam that was left.", is_shown=True),
        key("home.results", "x,X", "results", "Results",
            "Past exams: score, time, and all their questions.", display="x", is_shown=True),
        key("home.browse", "b", "browse", "Browse", "Look through the cards of the chosen deck.",
            is_shown=True),
        key("home.reload", "r", "reload", "Reload", "Read the decks again."),
    ),
    "Moving": MOVING,
}  # fmt: skip

# Where letters are text, the same actions are reached through the menu.
QUESTION: KeyTable = {
    "Answering": (
        key("answer.pair", "a", "body('pair', 0)", "Pair",
            "In a match: give the value of that letter to the row.", display="a–z", is_shown=True),
        key("answer.choose_1", "1", "body('choose', 0)", "Choose",
            "Choose the option; in an order, put it next; in a match, go to the row.",
            display="1–9", is_shown=True),
        *(key(f"answer.choose_{n}", f"{n}", f"body('choose', {n - 1})", f"Choose {n}",
              f"Choose option {n}.") for n in range(2, 10)),
        key("answer.true", "t", "body('choose_word', 'true')", "True", "Say that it is true.",
            is_shown=True),
        key("answer.false", "f", "body('choose_word', 'false')", "False", "Say that it is false.",
            is_shown=True),
        key("answer.show", "space,enter", "body('show')", "Show", "Show the answer of a flip.",
            display="space", is_shown=True),
        key("answer.tick", "space", "body('tick')", "Mark", "Mark the option or take the mark off.",
            display="space", is_shown=True),
        key("answer.down", "j,down", "body('cursor', 1)", "Down", "One line down."),
        key("answer.up", "k,up", "body('cursor', -1)", "Up", "One line up."),
        key("answer.move_down", "J,ctrl+down,shift+down", "body('move', 1)", "Move down",
            "Move the line down.", display="J/K", is_shown=True),
        key("answer.move_up", "K,ctrl+up,shift+up", "body('move', -1)", "Move up",
            "Move the line up."),
        key("answer.submit", "enter", "body('submit')", "Answer",
            "Answer; with nothing to answer, twice: don't know.", display="enter", is_shown=True),
        key("answer.hint", "h,tab", "hint", "Hint", "Take a hint; the rating is then Hard.",
            display="tab", is_shown=True),
    ),
    "After the answer": (
        key("feedback.go_on", "space,enter", "go_on", "Go on", "Go on with the suggested rating.",
            display="enter", is_shown=True),
        key("feedback.again", "1", "rate(1)", "Rate", "Rate Again: not known.",
            display="1–4", is_shown=True),
        key("feedback.hard", "2", "rate(2)", "Hard", "Rate Hard: known, with an effort."),
        key("feedback.good", "3", "rate(3)", "Good", "Rate Good: known."),
        key("feedback.easy", "4", "rate(4)", "Easy", "Rate Easy: known at once."),
        key("feedback.override", "o", "override", "I was right",
            "Say that the answer was right.", display="o", is_shown=True),
    ),
    "Any time": (
        key("session.leave", "escape,q", "leave", "Leave", "Leave; progress is kept.",
            display="esc", is_shown=True),
        key("card.undo", "u", "undo", "Undo", "Take the last answer back.", is_shown=True),
        key("card.info", "i", "info", "Info", "Show what is known of this card.", is_shown=True),
        MENU,
        key("card.edit", "e", "edit", "Edit", "Edit the fact in $EDITOR, then reload."),
        key("card.mark", "asterisk", "mark('card')", "Mark",
            "Mark the card, or take the mark off.", display="*"),
        key("fact.mark", "plus", "mark('fact')", "Mark fact",
            "Mark all cards of the fact, or take their marks off.", display="+"),
        key("card.flag", "number_sign", "flag('card')", "Flag",
            "Flag the card for its author, or take the flag off.", display="#"),
        key("fact.flag", "tilde", "flag('fact')", "Flag fact",
            "Flag all cards of the fact, or take their flags off.", display="~"),
        key("card.suspend", "at", "suspend('card')", "Suspend",
            "Hide the card until asked back.", display="@"),
        key("fact.suspend", "exclamation_mark", "suspend('fact')", "Suspend fact",
            "Hide all cards of the fact until asked back.", display="!"),
        key("card.bury", "minus", "bury('card')", "Bury", "Hide the card until tomorrow.",
            display="-"),
        key("fact.bury", "equals_sign", "bury('fact')", "Bury fact",
            "Hide all cards of the fact until tomorrow.", display="="),
    ),
    "Reading": SCROLLING,
}  # fmt: skip

# Those of `QUESTION`, save what tells something about the answer.
EXAM: KeyTable = {
    "The exam": (
        key("exam.next", "n,tab", "turn(1)", "Next", "On to the next question.", display="tab",
            is_shown=True),
        key("exam.previous", "p,shift+tab", "turn(-1)", "Previous", "Back to the last question."),
        key("exam.flag", "asterisk", "flag", "Flag",
            "Flag the question to come back to, or take the flag off.", display="*",
            is_shown=True),
        key("exam.jump", "g,ctrl+g", "jump", "All", "List all questions, to go to one.",
            display="^g", is_shown=True),
        key("exam.hand_in", "ctrl+s", "hand_in", "Hand in", "End the exam and see how it went.",
            display="^s", is_shown=True),
        MENU,
        key("exam.leave", "escape,q", "leave", "Leave",
            "Leave; answers are kept, and the clock runs on.", display="esc"),
    ),
    "Answering": tuple(each for each in QUESTION["Answering"] if each.id != "answer.hint"),
    "Reading": SCROLLING,
}  # fmt: skip

EXAM_LIST: KeyTable = {
    "All questions": (
        key("exam_list.go", "enter,space", "go", "Go there", "Go to the question.",
            display="enter", is_shown=True),
        key("exam_list.open", "o", "next_open", "Next open", "To the next without an answer.",
            is_shown=True),
        key("exam_list.flagged", "f", "next_flagged", "Next flagged", "To the next flagged one.",
            is_shown=True),
        key("exam_list.close", "escape,q", "close", "Close", "Close the list.", display="esc",
            is_shown=True),
    ),
    "Moving": MOVING,
}  # fmt: skip

PAST_EXAMS: KeyTable = {
    "Past results": (
        key("past_exams.open", "enter,space", "open", "Open", "Show the exam with its questions.",
            display="enter", is_shown=True),
        key("past_exams.back", "escape,q", "close", "Back", "Back to the start.", display="esc",
            is_shown=True),
    ),
    "Moving": MOVING,
}  # fmt: skip

HAND_IN: KeyTable = {
    "Handing in": (
        key("handing_in.yes", "y,ctrl+s", "hand_in", "Hand in", "End the exam and see how it went.",
            display="y", is_shown=True),
        key("handing_in.no", "n,escape", "close", "Go on", "Go on with the exam.", display="n",
            is_shown=True),
    ),
}  # fmt: skip

QUIZ_SETUP: KeyTable = {
    "Quiz": (
        key("setup.start", "enter", "start", "Start", "Start the quiz.", display="enter",
            is_shown=True),
        key("setup.exam", "x", "exam", "As an exam",
            "Start it as an exam: no feedback until it is handed in.", is_shown=True),
        key("setup.tick", "space", "tick", "Choose", "Choose or leave out; none means all.",
            display="space", is_shown=True),
        key("setup.more", "right,plus,l", "change(5)", "More", "Five questions more.",
            display="← →", is_shown=True),
        key("setup.fewer", "left,minus,h", "change(-5)", "Fewer", "Five questions fewer."),
        key("setup.resume", "r", "resume", "Resume", "Go on with the quiz that was left.",
            is_shown=True),
        key("setup.back", "escape", "back", "Back", "Back to the start.", display="esc",
            is_shown=True),
    ),
    "Moving": MOVING,
}  # fmt: skip

BROWSE: KeyTable = {
    "Looking": (
        key("browse.search", "slash", "search", "Search",
            "Search: words, deck:ID, deck:~title, tag:… is:due, new, marked, flagged, leech.",
            display="/", is_shown=True),
        key("search.done", "enter,down,tab", "close_search", "To the cards",
            "Leave the search line and go to the cards.", display="enter", is_shown=True),
        key("search.clear", "escape", "clear_search", "Clear", "Search for nothing any more.",
            display="esc", is_shown=True),
        key("browse.open", "enter,i", "open", "Open", "Show all that is known of the card.",
            display="enter", is_shown=True),
        key("browse.changes", "d", "changes", "Changes",
            "Show what the decks as saved now would change.", is_shown=True),
        MENU,
    ),
    "The card": (
        key("browse.edit", "e", "edit", "Edit", "Edit the fact in $EDITOR; see what it changes.",
            is_shown=True),
        key("browse.mark", "asterisk", "mark", "Mark", "Mark the card, or take the mark off.",
            display="*"),
        key("browse.suspend", "at", "suspend('card')", "Suspend",
            "Hide the card until asked back, or ask it back.", display="@"),
        key("browse.suspend_fact", "exclamation_mark", "suspend('fact')", "Suspend fact",
            "Hide all cards of the fact, or ask them back.", display="!"),
        key("browse.bury", "minus", "bury('card')", "Bury",
            "Hide the card until tomorrow, or no longer.", display="-"),
        key("browse.bury_fact", "equals_sign", "bury('fact')", "Bury fact",
            "Hide all cards of the fact until tomorrow, or no longer.", display="="),
        key("browse.back", "escape", "back", "Back", "Back to the start.", display="esc",
            is_shown=True),
    ),
    "Moving": (
        key("browse.down", "j,down", "cursor(1)", "Down", "One card down."),
        key("browse.up", "k,up", "cursor(-1)", "Up", "One card up."),
        key("browse.page_down", "ctrl+d,pagedown", "page(1)", "Page down", "A page of cards down."),
        key("browse.page_up", "ctrl+u,pageup", "page(-1)", "Page up", "A page of cards up."),
        key("browse.top", "g,home", "cursor_end(0)", "Top", "To the first card."),
        key("browse.bottom", "G,end", "cursor_end(-1)", "Bottom", "To the last card."),
        key("browse.read_on", "J,space", "read(1)", "Read on", "Scroll what is told of the card."),
        key("browse.read_back", "K", "read(-1)", "Read back", "Scroll it back."),
    ),
}  # fmt: skip

MENU_WINDOW: KeyTable = {
    "This menu": (
        key("menu.close", "escape,ctrl+o", "close", "Close", "Close the menu.", display="esc",
            is_shown=True),
        key("menu.down", "down", "scroll_line(1)", "Down", "One line down."),
        key("menu.up", "up", "scroll_line(-1)", "Up", "One line up."),
        *SCROLLING,
    ),
}  # fmt: skip

SUMMARY: KeyTable = {
    "Looking back": (
        key("summary.home", "enter,escape,space", "home", "Done", "Back to the start.",
            display="enter", is_shown=True),
        key("summary.retry", "r", "retry", "Retry missed", "Ask the missed items again, as a quiz.",
            is_shown=True),
        key("summary.undo", "u", "undo", "Undo", "Take the last answer back.", is_shown=True),
    ),
    "Reading": (
        key("summary.down", "j,down", "scroll_line(1)", "Down", "One line down."),
        key("summary.up", "k,up", "scroll_line(-1)", "Up", "One line up."),
        *SCROLLING,
    ),
}  # fmt: skip

MODAL: KeyTable = {
    "This window": (
        key("window.close", "escape,enter,space,q,question_mark,i", "close", "Close",
            "Close the window.", display="esc", is_shown=True),
        key("window.down", "j,down", "scroll_line(1)", "Down", "One line down."),
        key("window.up", "k,up", "scroll_line(-1)", "Up", "One line up."),
        *SCROLLING,
    ),
}  # fmt: skip


def all_bindings(table: KeyTable) -> Iterator[Binding]:
    """Yield all bindings of `table`, in its order."""
    for section in table.values():
        yield from section
