"""Everything that is stored is linked anew; what people decided stays."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version as installed_version
from pathlib import Path

from sqlalchemy.orm import Session

from selaras.flows.link_store import load_links, save_links
from selaras.flows.plan_store import load_plans, save_plan
from selaras.flows.reading import read_extra_regions
from selaras.flows.store import Store, Workplace
from selaras.models.alignment.scoring import LinkWeights
from selaras.models.decisions.ends import plan_ends
from selaras.models.errors import InputError
from selaras.models.framework_plans import law_of, settle_framework
from selaras.models.links import Link, is_likely
from selaras.models.messages import Language, message, text
from selaras.models.plans import Plan
from selaras.models.regions import ExtraRegion, load_regions

LinkPlans = Callable[[tuple[Plan, ...], tuple[ExtraRegion, ...]], tuple[Link, ...]]


@dataclass(frozen=True, slots=True)
class LinkSummary:
    """How many documents were linked, and how many links there are now, by relation.

    `likely` are those that count as links; the others are candidates that a person may look at.
    """

    documents: int
    links: Mapping[str, int]
    likely: Mapping[str, int]


def propose_links(
    plans: tuple[Plan, ...],
    extra_regions: tuple[ExtraRegion, ...] = (),
    *,
    weights: LinkWeights | None = None,
    encoder: Path | None = None,
) -> tuple[Link, ...]:
    """Propose links with the packaged catalogue, and with the packaged weights unless others are given.

    Names of regions, the user's own too, count for nothing. `encoder` is the folder of a model to ask beside
    the packaged vectors.
    """
    from selaras.flows.text_encoder import use_encoder  # noqa: PLC0415
    from selaras.models.alignment.analysis import indonesian  # noqa: PLC0415
    from selaras.models.alignment.plans import link_plans  # noqa: PLC0415
    from selaras.models.catalogue import load_catalogue  # noqa: PLC0415  its tables cost half a second

    analysis = use_encoder(indonesian(), encoder)
    regions = load_regions(extra_regions)
    return link_plans(plans, load_catalogue(), regions=regions, weights=weights, analysis=analysis)


def link_store(
    store: Store, extra_regions: tuple[ExtraRegion, ...] = (), *, link_plans: LinkPlans = propose_links
) -> LinkSummary:
    """Link all stored plans; proposals, and decisions laid upon them, are kept in one transaction.

    The packaged national plans that these may serve are stored with them: links need both ends. Others may
    store plans while links are sought, which takes long: decisions are laid upon the plans as they stand
    then, and proposals of which an end is gone are left out. Raises InputError for an empty store.
    """
    with store.reading() as session:
        plans = settle_framework(_some(load_plans(session), store))
    proposed = link_plans(plans, extra_regions)
    with store.writing() as session:
        plans = settle_framework(load_plans(session))
        packaged = _store_framework(session, plans)
        save_links(session, _between(plans, proposed), plans)
    with store.reading() as session:
        links = load_links(session)
    likely = [link for link in links if is_likely(link)]
    return LinkSummary(len(plans) - packaged, _by_relation(links), _by_relation(likely))


def _store_framework(session: Session, plans: Iterable[Plan]) -> int:
    """Store the packaged plans among those given; gives how many these are."""
    packaged = [plan for plan in plans if law_of(plan.document.sha256)]
    for plan in packaged:
        save_plan(session, plan, version=f"selaras {installed_version('selaras')}")
    return len(packaged)


def _between(plans: Iterable[Plan], links: Iterable[Link]) -> list[Link]:
    """The links that have both ends in the plans."""
    ends = plan_ends(plans)
    return [link for link in links if link.source in ends and link.target in ends]


def link_home(work: Workplace) -> LinkSummary:
    """Link all stored plans as the settings say, with what was learned in their home."""
    from selaras.flows.own_weights import link_weights  # noqa: PLC0415  numpy and scipy

    weights = link_weights(work.settings.own_weights)
    propose = partial(propose_links, weights=weights, encoder=work.settings.encoder)
    return link_store(work.store, read_extra_regions(work.settings.regions), link_plans=propose)


def link_sentence(summary: LinkSummary, language: Language) -> str:
    """How many documents and links there are."""
    counts = {"links": sum(summary.links.values()), "likely": sum(summary.likely.values())}
    return text("flow.link.done", language, documents=summary.documents, **counts)


def _by_relation(links: Iterable[Link]) -> dict[str, int]:
    return dict(sorted(Counter(link.relation.value for link in links).items()))


def load_stored(store: Store) -> tuple[tuple[Plan, ...], tuple[Link, ...]]:
    """All plans and links, from one moment. Raises InputError where nothing is stored.

    The packaged national plans are among them where they are needed, and links to them only then.
    """
    with store.reading() as session:
        stored, links = _some(load_plans(session), store), load_links(session)
    plans = settle_framework(stored)
    gone = {plan.document.sha256 for plan in stored} - {plan.document.sha256 for plan in plans}
    return plans, tuple(link for link in links if _documents(link).isdisjoint(gone))


def _documents(link: Link) -> set[str]:
    return {link.source_passage.document, link.target_passage.document}


def _some(plans: tuple[Plan, ...], store: Store) -> tuple[Plan, ...]:
    if not plans:
        raise InputError(message("error.store_empty", place=store.place))
    return plans
