"""The one thread that speaks to the store, so that a locked store never freezes the screen.

Jobs run one after the other. What comes of them returns as a message to whoever asked.
"""

from collections.abc import Awaitable, Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeAlias, TypeVar

from textual.message import Message
from textual.message_pump import MessagePump

T = TypeVar("T")

OnResult: TypeAlias = Callable[[T], Awaitable[None] | None]
OnError: TypeAlias = Callable[[BaseException], Awaitable[None] | None]


class JobDone(Message, bubble=False):
    """A job ended; `then` takes its result, or `failed` its error."""

    def __init__(self, future: Future[Any], then: OnResult[Any], failed: OnError) -> None:
        super().__init__()
        self.future = future
        self.then = then
        self.failed = failed

    def deliver(self) -> Awaitable[None] | None:
        """Hand the result, or the error, to whom it belongs."""
        error = self.future.exception()
        return self.then(self.future.result()) if error is None else self.failed(error)


class StoreThread:
    """Runs jobs in the order in which they came, on one thread of its own."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")

    def submit(
        self, asker: MessagePump, job: Callable[[], T], then: OnResult[T], failed: OnError
    ) -> None:
        """Run `job` when its turn comes; `asker` gets a `JobDone`. It touches no widget."""
        future = self._thread.submit(job)
        future.add_done_callback(lambda done: asker.post_message(JobDone(done, then, failed)))

    def finish(self, *jobs: Callable[[], None]) -> None:
        """Run the last `jobs`, wait for everything, and raise the first error of the last ones."""
        futures = [self._thread.submit(job) for job in jobs]
        self._thread.shutdown(wait=True)
        for future in futures:
            future.result()
