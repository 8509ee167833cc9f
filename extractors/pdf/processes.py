"""A child process that is watched: a clock that ends it, and output that is counted as it comes."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import IO, BinaryIO, cast

# What a child needs to start; nothing of the user's environment beyond it is passed on.
_KEPT_VARIABLES = ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TEMP", "TMP", "TESSDATA_PREFIX")


class OutputFloodError(Exception):
    """The child wrote more than it may."""


@dataclass(frozen=True, slots=True)
class WatchedProcess:
    """A running child; `late` is set when the clock has ended it, `unwanted` when `stop_all` has."""

    process: subprocess.Popen[bytes]
    output: IO[bytes]
    late: threading.Event = field(default_factory=threading.Event)
    unwanted: threading.Event = field(default_factory=threading.Event)

    def lines(self, most_bytes: int) -> Iterator[bytes]:
        """Yield the lines of the child's output as they come. Raises OutputFloodError beyond `most_bytes`."""
        left = most_bytes
        while line := self.output.readline(left + 1):
            left -= len(line)
            if left < 0:
                raise OutputFloodError
            yield line

    def stop(self) -> None:
        """End the child and all that it started, also where the child itself has ended already.

        Once its end was waited for nothing is done: its number may be another's by then.
        """
        if self.process.returncode is not None:
            return
        if sys.platform == "win32":
            self.process.kill()
        else:
            with suppress(ProcessLookupError, PermissionError):  # macOS refuses where all have ended
                os.killpg(self.process.pid, signal.SIGKILL)

    def ran_out_of_time(self) -> bool:
        """Wait for the end and tell whether a clock, on the wall or of the processor, brought it."""
        code = self.process.wait()
        clocks = () if sys.platform == "win32" else (-signal.SIGXCPU, -signal.SIGALRM)
        return self.late.is_set() or code in clocks


_running: set[WatchedProcess] = set()


def stop_all() -> None:
    """End all children that run now: nobody waits for them any longer, and they do not hear the keyboard."""
    for watched in tuple(_running):
        watched.unwanted.set()
        watched.stop()


@contextmanager
def started(arguments: Sequence[str], stdin: BinaryIO, *, seconds: float) -> Iterator[WatchedProcess]:
    """Run a child that reads `stdin`; it is ended after `seconds`, at the latest when the block is left."""
    with subprocess.Popen(  # noqa: S603  an argument list of our own making, no shell
        arguments,
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ},
        start_new_session=True,
    ) as process:
        watched = WatchedProcess(process, cast(IO[bytes], process.stdout))

        def end() -> None:
            watched.late.set()
            watched.stop()

        clock = threading.Timer(seconds, end)
        clock.start()
        _running.add(watched)
        try:
            yield watched
        finally:
            _running.discard(watched)
            clock.cancel()
            clock.join()
            watched.stop()
