"""Tags as people say them: what they are, what they stand for, how sure that is and why."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from selaras.models.catalogue import Catalogue, load_catalogue
from selaras.models.messages import catalogue
from selaras.models.resolution import Resolution
from selaras.models.tags import Tag, TagFacts
from selaras.models.value_kinds import Value
from selaras.outputs.labels import Labels
from selaras.outputs.tagged.groups import group_of

# The lowest chance that each word for how sure we are stands for.
LONGEST_CHIP = 24  # letters
SURENESS = ((0.9, "very"), (0.75, "quite"), (0.5, "rather"), (0.25, "little"), (0.0, "hardly"))


@dataclass(frozen=True, slots=True)
class TagWords:
    """Words for tags in the language of the labels."""

    labels: Labels
    concepts: Catalogue = field(default_factory=load_catalogue)

    def group(self, name: str) -> str:
        """A group, by its own name where the catalogues have none."""
        return self._known(f"tag.group.{name}") or name

    def label(self, tag: Tag) -> str:
        """What a tag is: "Tujuan", "RPJMD"; its label as it is where no catalogue has a word for it."""
        return self._label_word(tag) or tag.label

    def chip(self, tag: Tag) -> str:
        """The few letters that stand beside a tag."""
        own = tag.label if tag.label == tag.facts.region or group_of(tag.group).named else None
        word = tag.facts.concept or self._label_word(tag) or own
        if not word or word.casefold() == tag.text.casefold():
            word = self._known(f"tag.short.{tag.group}") or tag.label or tag.group
        return word if len(word) <= LONGEST_CHIP else f"{word[:LONGEST_CHIP]}…"

    def sureness(self, probability: float) -> str:
        """How strong a guess is: "dugaan cukup kuat, 0,87"."""
        name = next(name for limit, name in SURENESS if probability >= limit)
        return f"{self.labels.text(f'tag.sure.{name}')}, {self.labels.probability(probability)}"

    def sureness_key(self) -> Iterator[tuple[str, str]]:
        """Each word for how sure we are with the lowest chance that it stands for."""
        return ((self.labels.text(f"tag.sure.{name}"), self.labels.number(limit)) for limit, name in SURENESS)

    def details(self, tag: Tag) -> Iterator[str]:
        """What is known of a tag beside its label, each in a few words."""
        facts = tag.facts
        yield from self._names(tag)
        yield from self._numbers(facts)
        if facts.value is not None or facts.unit is not None:
            yield self.value(facts)
        if facts.weak:
            yield self.labels.text("tag.weak")
        yield from self._chances(facts)

    def described(self, tag: Tag) -> str:
        """Group, label and details in one line: what a pointer shows that rests on a mark."""
        label = self.label(tag)
        named = [self.group(tag.group), *([label] if label not in (tag.text, tag.facts.region) else [])]
        return "; ".join([": ".join(named), *self.details(tag)])

    def value(self, facts: TagFacts) -> str:
        """A quantity as it was understood, with its unit."""
        read = self._read(facts.value) if isinstance(facts.value, Value) else ""
        unit = facts.unit or (facts.value.unit if isinstance(facts.value, Value) else None) or ""
        return self.labels.text("tag.value", value=" ".join(filter(None, (read, unit))))

    def name_of(self, facts: TagFacts) -> str | None:
        """The name of the concept or the region that a tag stands for."""
        if facts.concept:
            return self._concept_name(facts.concept)
        region = self.labels.regions.get(facts.region) if facts.region else None
        return region.name if region else None

    def _concept_name(self, code: str) -> str | None:
        concept = self.concepts.get(code)
        if concept is None:
            return None
        own = concept.label_en if self.labels.language == "en" else None
        return own or concept.label_id  # a planner's own concept may have no English name

    def _known(self, code: str) -> str | None:
        return catalogue(self.labels.language).get(code)

    def _label_word(self, tag: Tag) -> str | None:
        places = (f"tag.label.{tag.group}", "labels.statement", "labels.plan")
        return next(filter(None, (self._known(f"{place}.{tag.label}") for place in places)), None)

    def _names(self, tag: Tag) -> Iterator[str]:
        facts, name = tag.facts, self.name_of(tag.facts)
        if facts.concept:
            yield f"{facts.concept}: {name}" if name else facts.concept
        elif facts.region:
            code = facts.region
            yield f"{name} ({code})" if name else self.labels.text("labels.region_code", region=code)

    def _numbers(self, facts: TagFacts) -> Iterator[str]:
        if facts.number:
            yield self.labels.text("tag.number", number=facts.number)
        if facts.year:
            yield self.labels.text("tag.year", year=facts.year)

    def _read(self, value: Value) -> str:
        ends = list(dict.fromkeys(self._plain(end) for end in (value.low, value.high) if end is not None))
        return "–".join(ends) or value.label or value.text

    def _plain(self, number: float) -> str:
        written = f"{number:,.12g}" if abs(number) < 1e15 else f"{number:g}"
        return written.translate({44: ".", 46: ","}) if self.labels.language == "id" else written

    def _chances(self, facts: TagFacts) -> Iterator[str]:
        if facts.sureness is not None:
            unmatched = facts.resolution is not None and not facts.concept
            code = "tag.no_concept" if unmatched else "tag.guess"
            yield self.labels.text(code, sure=self.sureness(facts.sureness))
        if facts.resolution is not None:
            yield self.labels.render(facts.resolution.reason)
            if candidates := self._candidates(facts.resolution):
                yield self.labels.text("tag.candidates", candidates=candidates)

    def _candidates(self, resolution: Resolution) -> str:
        """What an open question was decided between; an answer needs none."""
        open_to = resolution.candidates if resolution.code is None else ()
        return "; ".join(
            f"{code} {self._concept_name(code) or ''}".rstrip() + f" ({self.labels.probability(chance)})"
            for code, chance in open_to
        )
