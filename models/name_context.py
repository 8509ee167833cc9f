"""What stands beside the name of an indicator and tells which of several things its abbreviation means."""

from dataclasses import dataclass

from selaras.models.indicators import Direction


@dataclass(frozen=True, slots=True)
class NameContext:
    """The surroundings of a name, as far as they are known; all of it is optional.

    `neighbours` are other names of the same list, table or page; `statement` is the text of the statement
    that is measured, or the sentence in which the name stands; `agency` is whose indicator it is, in any
    spelling; `values` are its printed numbers, baseline first; `direction` is which way is better.
    """

    neighbours: tuple[str, ...] = ()
    statement: str = ""
    agency: str = ""
    values: tuple[float, ...] = ()
    direction: Direction | None = None


NO_CONTEXT = NameContext()
