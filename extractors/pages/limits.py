"""How much one document may cost: plans come from anywhere, and a PDF can be made to never end."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for reading one document; passing one is an error for the whole document.

    `seconds` is time on the wall, `cpu_seconds` time of the processor, `memory_mb` the address space of the
    reading process in mebibytes, `pages` what a document may have, `output_mb` what the process may tell.
    Windows knows no limits of a process: there only `seconds`, `pages` and `output_mb` hold.
    """

    seconds: float = 1800.0
    cpu_seconds: int = 1500
    memory_mb: int = 640
    pages: int = 3000
    output_mb: int = 512

    def __post_init__(self) -> None:
        for limit in fields(self):
            if getattr(self, limit.name) <= 0:
                raise ValueError(f"limit {limit.name} must be above 0")


DEFAULT_LIMITS = Limits()
