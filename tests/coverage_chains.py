"""Chains of five plans for hypothesis: links along the chain, and across it from agency to agency."""

from chain_plans import NATION_MEDIUM, PROVINCE_MEDIUM, REGENCY_MEDIUM, holding, objective, paper, served
from hypothesis import settings
from hypothesis import strategies as st

from selaras.models.documents import PlanKind, PlanLevel
from selaras.models.links import LinkState
from selaras.models.relations import SERVED

AGENCY = paper("renstra-kab", PlanKind.RENSTRA, PlanLevel.DISTRICT, "98.01", "Dinas Samudra")
OTHER_AGENCY = paper("renstra-lain", PlanKind.RENSTRA, PlanLevel.DISTRICT, "98.01", "Dinas Daratan")
LEVELS = (NATION_MEDIUM, PROVINCE_MEDIUM, REGENCY_MEDIUM, AGENCY, OTHER_AGENCY)
PAIRS = ((1, 0), (2, 1), (3, 2), (4, 2), (3, 4), (4, 3))  # the last two cross from agency to agency
KINDS = st.sampled_from(sorted(SERVED))
STATES = st.sampled_from(LinkState)
# To build and to judge a chain costs much: few of them, and no more than the profile asks for.
FEW = settings(max_examples=min(30, settings.default.max_examples))


@st.composite
def chains(draw):
    """Statements of five plans, some under others, and links along the chain and across it."""
    plans = [_statements(draw, of) for of in LEVELS]
    ends = st.sampled_from(PAIRS).flatmap(
        lambda pair: st.tuples(st.sampled_from(plans[pair[0]]), st.sampled_from(plans[pair[1]]))
    )
    links = draw(st.lists(st.builds(_link, ends, st.floats(0, 1), STATES), max_size=12))
    unique = {link.id: link for link in links}
    return [holding(of, *found) for of, found in zip(LEVELS, plans, strict=True)], list(unique.values())


def _statements(draw, of):
    made = []
    for place in range(draw(st.integers(1, 3))):
        parent = draw(st.none() | st.sampled_from(made)) if made else None
        made.append(objective(f"Sasaran {place}", of, kind=draw(KINDS), parent=parent))
    return made


def _link(ends, probability, state):
    return served(*ends, probability, state)
