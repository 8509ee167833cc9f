"""Indicators that measure one thing in two ways: a number for a share, an index for a prevalence.

Such a pair is no *same measure as*: its values cannot be put beside each other. Where the plan above asks for
one of the two and the plan below has only the other, the lower plan answers with another measure. What speaks
for a pair: the catalogue keeps the two apart by name; their names tell of one subject in two forms; the
statements that they measure are linked. What speaks against it is a better partner for either.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from selaras.models.ids import StatementId
from selaras.models.links import LINKED
from selaras.models.measures.aspects import COMPARED, Aspects, broad_words
from selaras.models.measures.forms import forms_differ
from selaras.models.measures.knowledge import Knowledge
from selaras.models.measures.matching import COMMON
from selaras.models.measures.measure import Measure, name_key
from selaras.models.messages import Message, message

Served = Mapping[tuple[StatementId | None, StatementId | None], float]
"""How probable it is that a statement of the one plan serves one of the other."""

# How probable it is that a pair is one thing measured in two ways, by what speaks for it.
SAME_PLACE = 0.85  # two forms that answer to one national indicator
ONE_SUBJECT = 0.85  # one subject, two forms
OTHER_FORM_COUNTED = 0.35  # the number or growth of what fills the place of the other: of PDRB, beside GNI
NARROWER = 0.7  # one subject and form, other people or things counted
OTHER_LEVEL = 0.7  # one name, things of another level of government
PART_OF_SUBJECT = (
    0.55  # the subject of one is that of the other, of two words or more, with a word or two more
)
TOLD_APART = 0.6  # the catalogue keeps the two apart, and nothing else is shared
ONE_WORD = 0.25  # of the subject is shared, in two forms; with linked statements one of three is right
LINKED_STATEMENTS = 0.2  # they measure statements that are linked, which tells little by itself
MORE = 0.2  # is added for each further sign, and where the statements that they measure are linked
SUREST = 0.95
MOST_MORE_WORDS = 2
Sign = tuple[float, Message]


@dataclass(frozen=True, slots=True)
class Related:
    """Two indicators, how probable it is that they measure one thing in two ways, and what speaks for it."""

    source: Measure
    target: Measure
    probability: float
    reasons: tuple[Message, ...]


def find_related(
    sources: Sequence[Measure], targets: Sequence[Measure], knowledge: Knowledge, served: Served
) -> list[Related]:
    """Pairs among indicators that have no partner, each indicator in its best pair only; the surest first."""
    index = _index(targets, served)
    found = (
        pair
        for source in sources
        for place in _places(source, index, knowledge)
        if (pair := _relate(source, targets[place], knowledge, served))
    )
    return _each_once(found)


def _each_once(pairs: Iterable[Related]) -> list[Related]:
    """The surest pairs first, and no indicator in two; two lines with one name count as one."""
    ranked = sorted(
        pairs, key=lambda one: (-one.probability, one.source.indicator.id, one.target.indicator.id)
    )
    taken: set[str] = set()
    chosen = []
    for pair in ranked:
        ends = {f"<{name_key(pair.source)}", f">{name_key(pair.target)}"}
        if taken.isdisjoint(ends):
            chosen.append(pair)
            taken |= ends
    return chosen


def _index(targets: Sequence[Measure], served: Served) -> Mapping[str, Sequence[int]]:
    index: defaultdict[str, list[int]] = defaultdict(list)
    serving = _serving(served)
    for place, target in enumerate(targets):
        for key in (*_own_keys(target), *serving.get(target.indicator.statement, ())):
            index[key].append(place)
    return index


def _serving(served: Served) -> Mapping[StatementId | None, list[str]]:
    """Of each statement that is served, the keys of those that serve it."""
    found: defaultdict[StatementId | None, list[str]] = defaultdict(list)
    for (below, above), probability in served.items():
        if probability >= LINKED:
            found[above].append(f"@{below}")
    return found


def _own_keys(measure: Measure) -> Iterator[str]:
    yield from measure.aspects.subject
    yield from (f"={code}" for code in (*measure.codes, measure.counted) if code)


def _places(source: Measure, index: Mapping[str, Sequence[int]], knowledge: Knowledge) -> list[int]:
    """Where to look: what shares a word of the subject, a code or one taken for it, or a linked statement."""
    apart = (f"={code}" for code in knowledge.taken_for(source))
    keys = {*_own_keys(source), *apart, f"@{source.indicator.statement}"}
    return sorted({place for key in keys for place in _posting(key, index)})


def _posting(key: str, index: Mapping[str, Sequence[int]]) -> Sequence[int]:
    found = index.get(key, ())
    return found if key[0] in "=@" or len(found) <= COMMON else ()


def _relate(source: Measure, target: Measure, knowledge: Knowledge, served: Served) -> Related | None:
    """Weigh what speaks for a pair; None where nothing does."""
    ends = (source.indicator.statement, target.indicator.statement)
    linked = (
        None not in ends
        and served.get((ends[0] or StatementId(""), ends[1] or StatementId("")), 0.0) >= LINKED
    )
    found = sorted(_signs(source, target, knowledge, linked=linked), key=lambda sign: -sign[0])
    if not found:
        return None
    probability = min(SUREST, found[0][0] + MORE * (len(found) - 1))
    return Related(source, target, probability, tuple(reason for _, reason in found))


def _signs(source: Measure, target: Measure, knowledge: Knowledge, *, linked: bool) -> Iterator[Sign]:
    if _one_place(source, target):
        yield SAME_PLACE, message("related.same_place", concept=source.listed.code)
    if knowledge.tells_apart(source, target) and _measured_otherwise(source, target):
        yield TOLD_APART, message("related.told_apart")
    if sign := _by_subject(source, target):
        yield sign
    elif code := counted(source, target):
        other_form = _counts_other_form(source, target) or _counts_other_form(target, source)
        weight = OTHER_FORM_COUNTED if other_form else ONE_SUBJECT
        yield weight, message("related.counted", concept=code)
    if linked:
        yield LINKED_STATEMENTS, message("related.linked_statements")


def _one_place(source: Measure, target: Measure) -> bool:
    return source.listed.code == target.listed.code and forms_differ(source.form, target.form)


def _measured_otherwise(source: Measure, target: Measure) -> bool:
    """Whether what is kept apart is one thing in two ways; of one form, it is rather two things."""
    first, second = source.aspects, target.aspects
    ages = first.ages and second.ages and first.ages != second.ages
    return bool(ages) or _one_place(source, target) or _forms_differ(first, second)


def counted(source: Measure, target: Measure) -> str | None:
    """The concept of the one of which the other is the number, the growth or the fall."""
    for one, other in ((source, target), (target, source)):
        if one.counted and one.counted == other.listed.code and _forms_differ(one.aspects, other.aspects):
            return one.counted
    return None


def _counts_other_form(one: Measure, other: Measure) -> bool:
    return one.counted == other.listed.code and forms_differ(one.counted_form, other.form)


def _by_subject(source: Measure, target: Measure) -> Sign | None:
    first, second = source.aspects, target.aspects
    common = first.subject & second.subject
    if not common - broad_words():
        return None
    words = message("related.subject", words=", ".join(sorted(common)))
    if first.subject == second.subject:
        weight = _one_subject(first, second, known=bool(source.listed.code and target.listed.code))
    elif not _forms_differ(first, second):
        weight = None
    elif _is_part(first, second) and len(common) > 1:
        weight = PART_OF_SUBJECT
    else:
        weight = ONE_WORD
    return (weight, words) if weight else None


def _one_subject(first: Aspects, second: Aspects, *, known: bool) -> float | None:
    """How much one subject weighs; two groups are two measures where the catalogue knows `known` both."""
    if first.levels != second.levels and first.levels and second.levels:
        return OTHER_LEVEL
    if _forms_differ(first, second):
        return ONE_SUBJECT
    ages = first.ages and second.ages and first.ages != second.ages
    return NARROWER if ages or (first.groups != second.groups and not known) else None


def _is_part(first: Aspects, second: Aspects) -> bool:
    less, more = sorted((first.subject, second.subject), key=len)
    return less < more and len(more - less) <= MOST_MORE_WORDS


def _forms_differ(first: Aspects, second: Aspects) -> bool:
    forms = {first.form, second.form}
    return len(forms) > 1 and forms <= COMPARED
