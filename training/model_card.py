"""The model card: what the model learned from, how well it does, what it cannot do, how to make it again."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kind_scores import GRAINS, macro_f1, score_kinds
from passages import Passage, Source

from selaras.extractors.tagging.kind_model import TrainedKinds
from selaras.extractors.tagging.kinds import PassageKind

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
    trials: Sequence[tuple[str, TrainedKinds, Sequence[Passage]]],
    temperature: float,
    seed: int,
) -> str:
    """Put the card into words; a trial is a title, a model, and texts that the model did not learn."""
    facts = f"Temperature: {temperature}. Seed: {seed}. Owners of plans: {owners}."
    tables = [line for title, trained, passages in trials for line in _trial(title, trained, passages)]
    return "\n".join((OPENING, "## Data\n", *_counts(learned), "", facts, "", *tables, LIMITS, REPEAT))


def guess(trained: TrainedKinds, passages: Sequence[Passage]) -> list[PassageKind]:
    """The likeliest kind of each passage."""
    rows = trained.predict([passage.text for passage in passages]) if passages else []
    return [PassageKind(trained.labels[int(row.argmax())]) for row in rows]


def _counts(passages: Sequence[Passage]) -> Iterator[str]:
    """A table of how many texts of each kind come from where."""
    counts = Counter((passage.kind, passage.source) for passage in passages)
    used = [source for source in Source if any(counts[kind, source] for kind in PassageKind)]
    yield "| kind | " + " | ".join(used) + " |"
    yield "|---" * (len(used) + 1) + "|"
    for kind in PassageKind:
        yield f"| {kind} | " + " | ".join(str(counts[kind, source]) for source in used) + " |"


def _trial(title: str, trained: TrainedKinds, passages: Sequence[Passage]) -> Iterator[str]:
    if not passages:
        return
    right, guessed = [passage.kind for passage in passages], guess(trained, passages)
    yield f"## Scores: {title}, {len(passages)} texts\n"
    for grain in GRAINS:
        scores = score_kinds(right, guessed, grain)
        yield f"Macro-F1, {grain}: {macro_f1(scores):.3f}\n"
        yield "| kind | precision | recall | F1 | texts |\n|---|---|---|---|---|"
        for group, score in scores.items():
            yield f"| {group} | {score.precision:.2f} | {score.recall:.2f} | {score.f1:.2f} | {score.count} |"
        yield ""
