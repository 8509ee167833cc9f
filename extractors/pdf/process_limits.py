"""Limits that the reading process sets on itself before it opens anything."""

import sys

_MEBIBYTE = 1024 * 1024


def limit_process(*, memory_mb: int, cpu_seconds: int) -> None:
    """Limit this process's address space, processor time, files and core dumps.

    Windows has no such limits: there the parent's clock and its limits on pages and output are all there is.
    """
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415  this module does not exist on Windows

    for kind, most, grace in (
        (resource.RLIMIT_AS, memory_mb * _MEBIBYTE, 0),
        (resource.RLIMIT_CPU, cpu_seconds, 1),  # first a signal that tells why, a second later the end
        (resource.RLIMIT_FSIZE, 0, 0),  # the process hands its result over a pipe and writes no file
        (resource.RLIMIT_CORE, 0, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        hard = most + grace if hard == resource.RLIM_INFINITY else min(most + grace, hard)
        resource.setrlimit(kind, (min(most, hard), hard))
