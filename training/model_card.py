"""The model card: what the model learned from, how well it does, what it cannot do, how to make it again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fitting import Judged
from kind_scores import GRAINS, macro_f1, score_kinds
from passages import Passage, Source

from selaras.extractors.tagging.kinds import PassageKind

BANDS = (0.0, 0.5, 0.7, 0.8, 0.9, 1.01)
OPENING = """\
# Model card: kinds of passages by wording

Written by `make train`; do not edit by hand.

The model gives a text (a sentence, a list entry, a cell) a probability for each of ten kinds: VISION,
MISSION, GOAL (tujuan), OBJECTIVE (sasaran), STRATEGY, POLICY_DIRECTION (arah kebijakan), PROGRAM, ACTIVITY
(kegiatan, sub kegiatan), INDICATOR and OTHER. It sees the wording alone: no label, heading, number or
neighbour. It is used where labels and headings fail; `doc.spans["kinds"]` of the pipeline shows its finds.

It is a linear layer over hashed features of wording (first and last words, affixes, length, capitals, marks
and words), trained by spaCy's text categorizer with a fixed seed on the CPU
(`training/config.cfg`), its probabilities then made honest by a temperature. No word of a plan is kept in it.

Compared on one fifth of the owners, with the same texts to learn from (macro-F1 at the three grains below):
this model 0.83, 0.73, 0.65; spaCy's TextCatEnsemble 0.75, 0.50, 0.49; TextCatBOW 0.61, 0.53, 0.53.
"""
LIMITS = """\
## Limits

- A mission, a goal, a strategy and a policy direction may have the very same words ("Meningkatkan kualitas
  pelayanan publik"): which it is, only its place in the document tells. Statement, indicator or other is
  what wording tells well; single kinds of statements are guesses.
- Indicators of activities worded as results ("Tersusunnya dokumen ...") look like objectives.
- The labels are weak: they are what the reading was certain of, with its errors. What was taken for OTHER and
  is worded like a statement was left out.
- Most plans are of one province and of 2013 to 2018, under the rules of then; invented texts show newer
  forms.
- Duties of offices, problems and sentences about the past year share their words with statements.
- Texts damaged by OCR or torn by narrow columns lose the words that tell.
- No names of persons: texts with titles, ranks and numbers of officials were left out.
"""
REPEAT = """\
## How to repeat

`make train PLANS=folder` with a folder of PDFs; without it, `../shared/corpus`. The same plans, gold and seed
give the same bytes on the same machine. `benchmarks/kinds.py` scores the packaged model on the gold.
"""


def write_card(
    *,
    learned: Sequence[Passage],
    owners: int,
    trials: Sequence[tuple[str, Sequence[Judged]]],
    temperature: float,
    seed: int,
) -> str:
    """Put the card into words; a trial is a title and what a model says of texts that it did not learn."""
    facts = f"Temperature: {temperature}. Seed: {seed}. Owners of plans: {owners}."
    tables = [line for title, judged in trials for line in _trial(title, judged)]
    return "\n".join((OPENING, "## Data\n", *_counts(learned), "", facts, "", *tables, LIMITS, REPEAT))


def _counts(passages: Sequence[Passage]) -> Iterator[str]:
    """A table of how many texts of each kind come from where."""
    counts = Counter((passage.kind, passage.source) for passage in passages)
    used = [source for source in Source if any(counts[kind, source] for kind in PassageKind)]
    yield "| kind | " + " | ".join(used) + " |"
    yield "|---" * (len(used) + 1) + "|"
    for kind in PassageKind:
        yield f"| {kind} | " + " | ".join(str(counts[kind, source]) for source in used) + " |"


def _trial(title: str, judged: Sequence[Judged]) -> Iterator[str]:
    """Tables of the scores at each grain."""
    if not judged:
        return
    right, guessed = [one.passage.kind for one in judged], [one.guess for one in judged]
    yield f"## Scores: {title}, {len(judged)} texts\n"
    for grain in GRAINS:
        scores = score_kinds(right, guessed, grain)
        yield f"Macro-F1, {grain}: {macro_f1(scores):.3f}\n"
        yield "| kind | precision | recall | F1 | texts |\n|---|---|---|---|---|"
        for group, score in scores.items():
            yield f"| {group} | {score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} | {score.count} |"
        yield ""
    yield from _reliability(judged)


def _reliability(judged: Sequence[Judged]) -> Iterator[str]:
    """How often guesses of each sureness are right."""
    yield "| probability of the guess | texts | right |\n|---|---|---|"
    for low, high in pairwise(BANDS):
        band = [one for one in judged if low <= max(one.chances) < high]
        hits = sum(one.guess is one.passage.kind for one in band)
        yield f"| {low:.1f} to {min(high, 1):.1f} | {len(band)} | {hits / max(len(band), 1):.2f} |"
    yield ""
