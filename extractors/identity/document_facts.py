"""Single facts about a document, each found by a vote of all its mentions (`evidence.py`)."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from spacy.tokens import Doc, Span

from selaras.extractors.identity.evidence import TITLE_WEIGHT, Excerpt, Votes, add_votes, winner
from selaras.extractors.phrases.agency_names import level_of
from selaras.extractors.phrases.mentions import find_citations, find_periods, find_plan_kinds, find_years
from selaras.extractors.tagging.components import text_of
from selaras.models.documents import DocumentStatus, Period, PlanKind, PlanLevel
from selaras.models.region_context import Level
from selaras.models.region_names import Strength

NATIONAL_KINDS = frozenset({PlanKind.RPJPN, PlanKind.RPJMN, PlanKind.RKP})
LEAST_KIND_VOTES = 1.5
# Words that a planning document cannot do without; a text with few of them is no plan.
PLANNING_WORDS = frozenset(
    """visi misi tujuan sasaran strategi kebijakan program kegiatan indikator target kinerja pembangunan
    perencanaan rencana renstra renja rkpd rpjmd rpjpd rpjmn""".split()  # noqa: SIM905 (words)
)
LEAST_PLANNING_WORDS = 3
NAME_WEIGHT, NAMED_PERIOD_WEIGHT = 2.0, 6.0
SELF_TOKENS, SELF_FACTOR = 6, 3
# Ministries are named in every plan; one is the plan's own author only where it leads by far.
MINISTRY_LEAD = 2.0
SINGLE_YEARS = frozenset({"YEAR", "FISCAL_YEAR", "QUARTER", "SEMESTER"})
WEAK_MENTION = 0.25
NEAR_NAME_TOKENS = 14
NEAR_NAME_FACTOR = 4.0
CANDIDATE = re.compile(
    r"\bpasangan\s+calon\b|\bcalon\s+(?:wakil\s+)?(?:presiden|gubernur|bupati|wali\s?kota)\b|\bpaslon\b",
    re.IGNORECASE,
)
NATIONAL_CANDIDATE = re.compile(
    r"\b(?:calon\s+(?:wakil\s+)?presiden|capres|cawapres|pilpres)\b", re.IGNORECASE
)
STATUSES = (
    (
        DocumentStatus.BILL,
        re.compile(r"\b(?:ranperda|rancangan\s+(?:akhir|peraturan\s+daerah))\b", re.IGNORECASE),
    ),
    (DocumentStatus.DRAFT, re.compile(r"\b(?:rancangan\s+awal|ranwal|draf(?:t)?)\b", re.IGNORECASE)),
    (
        DocumentStatus.LAW,
        re.compile(
            r"\b(?:peraturan|undang-undang)\b[^.;]{0,120}\bnomor\b[^.;]{0,40}\btentang\s+rencana\b",
            re.IGNORECASE,
        ),
    ),
)
_SENTENCE = re.compile(
    r"\b(?:ini|adalah|maka|merupakan|disusun|tersebut|sebagai|berdasarkan|dapat)\b", re.IGNORECASE
)
LONGEST_TITLE = 200
MOST_TITLE_LINES = 6


Read = Sequence[tuple[Excerpt, Doc]]


def find_kind(read: Read, named: PlanKind | None = None) -> PlanKind:
    """The kind with most votes; OTHER where none is named well or the text does not speak of planning.

    `named` is the kind in the file's name; it counts only if the text names it, too.
    """
    votes = add_votes((excerpt, _kinds_named(doc)) for excerpt, doc in read)
    if named in votes:
        votes[named] += NAME_WEIGHT
    whole = text_of(read[-1][1])
    if not CANDIDATE.search(whole) and not _is_titled(read, PlanKind.VISI_MISI):
        votes.pop(PlanKind.VISI_MISI, None)
    words = set(re.findall(r"\w+", whole.casefold()))
    best = winner(votes, least=LEAST_KIND_VOTES)
    enough = len(PLANNING_WORDS & words) >= LEAST_PLANNING_WORDS
    return PlanKind(best) if best and enough else PlanKind.OTHER


def _kinds_named(doc: Doc) -> list[str]:
    """Kinds of plans by mention; a plan that names itself ("Renstra Dinas ... ini") counts threefold."""
    kinds: list[str] = []
    for span in doc.spans["plan_kinds"]:
        behind = takewhile(lambda token: not token.is_punct, doc[span.end : span.end + SELF_TOKENS])
        itself = any(token.lower_ == "ini" for token in behind)
        kinds += [span.label_] * (SELF_FACTOR if itself else 1)
    return kinds


def _is_titled(read: Read, kind: PlanKind) -> bool:
    """Tell whether the first lines of the document name this kind."""
    return _names(read[0][1], kind)


def find_agency(read: Read) -> str | None:
    """The agency that title, heads and body name most; a ministry only where it leads by far.

    Misread names of one agency count apart, so the ministry must lead all regional names together, too.
    """
    votes = _merged(_label_votes(read, "agencies"))
    regional = {name: count for name, count in votes.items() if not _is_national(name)}
    best, best_regional = winner(votes), winner(regional)
    if best and best_regional:
        needed = max(MINISTRY_LEAD * votes[best_regional], sum(regional.values()))
        return best if best not in regional and votes[best] >= needed else best_regional
    return best


def _is_national(agency: str) -> bool:
    return level_of(agency) is Level.NATION


def _merged(votes: Votes[str]) -> Votes[str]:
    """Names that differ by torn words only ("Pemberday Aan") are one; the form with fewest blanks stays."""
    forms: dict[str, list[str]] = {}
    for name in votes:
        forms.setdefault("".join(name.casefold().split()), []).append(name)
    return {min(same, key=len): sum(votes[name] for name in same) for same in forms.values()}


def find_place(read: Read, kind: PlanKind, agency: str | None) -> tuple[PlanLevel | None, str | None]:
    """Level and region; a ministry's plan and the nation's own have no region."""
    if kind in NATIONAL_KINDS or (agency and _is_national(agency)):
        return PlanLevel.NATIONAL, None
    if kind is PlanKind.VISI_MISI and NATIONAL_CANDIDATE.search(text_of(read[-1][1])):
        return PlanLevel.NATIONAL, None
    code = winner(_region_votes(read))
    if code is None:
        return None, None
    return (PlanLevel.DISTRICT if "." in code else PlanLevel.PROVINCE), code


def find_period(read: Read, kind: PlanKind, named: Sequence[Period] = ()) -> Period | None:
    """The span of years (plans of five and twenty years) or the single year (annual ones) that is named most.

    Documents of no set horizon (IKU, cascades) take whichever is named more. `named` are the periods in the
    file's name; one counts only if the text names it, too.
    """
    spans, years = _period_votes(read, kind, "PERIOD"), _period_votes(read, kind, "YEAR")
    least, most = (15, 25) if kind.horizon == 20 else (3, 6)
    fitting = {period: count for period, count in spans.items() if least <= period.end - period.start <= most}
    votes = years if kind.horizon == 1 else fitting if kind.horizon else {**fitting, **years}
    for period in named:
        if period in votes:
            votes[period] += NAMED_PERIOD_WEIGHT
    return winner(votes)


def find_title(read: Read, kind: PlanKind) -> str:
    """The weightiest title lines or running head that name the plan; "" where none does.

    Biggest type alone is no title: covers show names of officials as well, and those are nobody's to take.
    """
    naming = [(excerpt, doc) for excerpt, doc in read if not excerpt.shared and _is_title_of(doc, kind)]
    if not naming:
        return ""
    _, doc = max(naming, key=lambda pair: pair[0].weight)
    lines = text_of(doc).split("\n")
    named = [
        line for line in lines if any(m.label == kind for m in find_plan_kinds(line)) and _is_plain(line)
    ]
    return " ".join(lines if len(lines) <= MOST_TITLE_LINES else named)[:LONGEST_TITLE]


def _is_title_of(doc: Doc, kind: PlanKind) -> bool:
    lines = text_of(doc).split("\n")
    short = len(lines) <= MOST_TITLE_LINES
    plain = [line for line in lines if _is_plain(line)]
    if not _names(doc, kind) or (short and len(plain) < len(lines)):
        return False
    return short or any(m.label == kind for line in plain for m in find_plan_kinds(line))


def _is_plain(line: str) -> bool:
    """Whether a line may be one of a title: it starts large and is no part of a sentence."""
    first = next((char for char in line if char.isalpha()), "A")
    return first.isupper() and not line.rstrip().endswith((".", ",", ";")) and not _SENTENCE.search(line)


def _names(doc: Doc, kind: PlanKind) -> bool:
    return any(span.label_ == kind for span in doc.spans["plan_kinds"])


def find_status(read: Read) -> DocumentStatus:
    """How far the document has come, as its first lines say; UNKNOWN where they do not."""
    title = "\n".join(
        excerpt.text for excerpt, _ in read if excerpt.weight > TITLE_WEIGHT / 2 and not excerpt.shared
    )
    return next((status for status, pattern in STATUSES if pattern.search(title)), DocumentStatus.UNKNOWN)


def _label_votes(read: Read, key: str) -> Votes[str]:
    return add_votes((excerpt, [span.label_ for span in doc.spans[key]]) for excerpt, doc in read)


def _region_votes(read: Read) -> Votes[str]:
    strong = add_votes((excerpt, _codes(doc, Strength.STRONG)) for excerpt, doc in read)
    weak = add_votes((excerpt, _codes(doc, Strength.WEAK)) for excerpt, doc in read)
    return {code: strong.get(code, 0.0) + WEAK_MENTION * weak.get(code, 0.0) for code in {**strong, **weak}}


def _codes(doc: Doc, strength: Strength) -> list[str]:
    return [span.label_ for span in doc.spans["regions"] if span.id_ == strength]


def _period_votes(read: Read, kind: PlanKind, label: str) -> Votes[Period]:
    """Votes on periods; one that stands behind the name of this kind ("Renja ... Tahun 2017") counts more."""
    find = find_periods if label == "PERIOD" else find_years
    votes: Votes[Period] = {}
    for excerpt, doc in read:
        spans = _uncited(doc, label)
        names = [span.end for span in doc.spans["plan_kinds"] if span.label_ == kind]
        for span in spans:
            weight = excerpt.weight / (len(spans) if excerpt.divided else 1)
            near = NEAR_NAME_FACTOR if _follows_name(span.start, names) else 1.0
            for _, period in find(span.text):
                votes[period] = votes.get(period, 0.0) + weight * near
    return votes


def _uncited(doc: Doc, label: str) -> list[Span]:
    """Periods that are not part of a cited regulation."""
    cited = {mention.end for mention in find_citations(text_of(doc))}  # citations end in their year
    wanted = {label} if label == "PERIOD" else SINGLE_YEARS
    return [span for span in doc.spans["periods"] if span.label_ in wanted and span.end_char not in cited]


def _follows_name(place: int, names: Iterable[int]) -> bool:
    return any(0 <= place - end <= NEAR_NAME_TOKENS for end in names)
