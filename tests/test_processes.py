"""Watched children: nothing that they started outlives them."""

import os
import sys
import time
from pathlib import Path

import pytest

from selaras.extractors.pdf.processes import started

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no groups of processes")


def runs(number: int) -> bool:
    """Whether a process runs; one that has ended may be listed until its end is asked for."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs a list of processes")
@pytest.mark.parametrize(
    "ends",
    [
        pytest.param("os.kill(os.getpid(), signal.SIGALRM)", id="by-its-own-clock"),
        pytest.param("os._exit(0)", id="as-if-all-were-well"),
        pytest.param("time.sleep(60)", id="not-at-all"),
    ],
)
def test_what_a_child_started_ends_with_it(ends):
    child = (
        "import os, signal, subprocess, sys, time\n"
        "started = subprocess.Popen(['sleep', '60'], stdout=subprocess.DEVNULL)\n"
        f"print(started.pid, flush=True)\n{ends}\n"
    )
    with (
        Path(os.devnull).open("rb") as nothing,
        started((sys.executable, "-c", child), nothing, seconds=60) as watched,
    ):
        number = int(next(watched.lines(100)))
        time.sleep(0.3)  # its end is known before it is stopped
        assert runs(number)
    deadline = time.monotonic() + 10
    while runs(number) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not runs(number)
