"""How near a name is to one label, word by word: slow, plain, and what `LabelIndex` must agree with."""

from collections.abc import Mapping

from selaras.models.indicator_names import NameWords, Trait, load_words
from selaras.models.label_index import ASIDE_WEIGHT, ONLY_IN_LABEL, ONLY_IN_NAME, TRAITS, LabelIndex


def plain_score(index: LabelIndex, name: NameWords, label: NameWords) -> float:
    """Harmonic mean of the shares of both that the other covers, less what changes the measure."""
    shared = name.all & label.all
    common = sum(index.weight(word) for word in shared)
    if not common:
        return 0.0
    precision = common / (common + _rest(index, name, shared))
    recall = common / (common + _rest(index, label, shared))
    return 2 * precision * recall / (precision + recall) * _same_measure(name.all, label.all)


def _rest(index: LabelIndex, words: NameWords, shared: frozenset[str]) -> float:
    main = sum(index.weight(word) for word in set(words.main) - shared)
    aside = sum(index.weight(word) for word in set(words.aside) - shared - set(words.main))
    return main + ASIDE_WEIGHT * aside


def _same_measure(name: frozenset[str], label: frozenset[str]) -> float:
    only_name, only_label = _factors(ONLY_IN_NAME), _factors(ONLY_IN_LABEL)
    factor = 1.0
    for trait in _traits(name - label) - _traits(label):
        factor *= only_name.get(trait, 1.0)
    for trait in _traits(label - name) - _traits(name):
        factor *= only_label.get(trait, 1.0)
    return factor


def _factors(column: object) -> Mapping[Trait, float]:
    return {trait: float(factor[0]) for trait, factor in zip(TRAITS, column, strict=True)}  # type: ignore[call-overload]


def _traits(words: frozenset[str]) -> set[Trait]:
    traits = load_words().traits
    found = {traits[word] for word in words & traits.keys()}
    return found - {Trait.COUNT} if Trait.RATIO in found else found
