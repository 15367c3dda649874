"""The floor of the terminal's bench: it paints a line, reads a row, and paints each key."""

import sys

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static


class Floor(App[None]):
    """Does nothing else."""

    pressed = 0

    def compose(self) -> ComposeResult:
        yield Static("floor", markup=False)

    def on_mount(self) -> None:
        self.run_worker(self.read, thread=True)

    def read(self) -> None:
        from sqlalchemy import create_engine, text  # noqa: PLC0415 (after the first paint)

        with create_engine(sys.argv[1]).connect() as connection:
            count = connection.execute(text("select count(*) from items")).scalar()
        self.call_from_thread(self.query_one(Static).update, f"items {count}")

    def on_key(self, event: Key) -> None:
        self.pressed += 1
        self.query_one(Static).update(f"pressed {self.pressed} {event.key}")


if __name__ == "__main__":
    Floor().run()
