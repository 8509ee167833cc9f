"""Links under review as plain data for programs, and as lines for people."""

from collections.abc import Iterable, Iterator, Sequence

from selaras.models.decisions.changes import Change, Mark, Part, word_diff
from selaras.models.decisions.ends import End
from selaras.models.decisions.log import Decision
from selaras.models.decisions.review import ReviewedEnd, ReviewItem
from selaras.models.relations import NodeKind
from selaras.outputs.labels import Labels
from selaras.outputs.plain_json import JsonObject
from selaras.outputs.proofs import proof_to_json
from selaras.outputs.shown_text import cut

LONGEST = 160  # characters of a text in a list; shown whole where one link is shown
INDENT = "   "
MARKS = {Mark.SAME: "{}", Mark.OLD: "[-{}-]", Mark.NEW: "{{+{}+}}"}


def item_to_json(item: ReviewItem, labels: Labels) -> JsonObject:
    """A link as plain data; `changes` is not empty for a suspect one."""
    link = item.link
    changes = zip(("source", "target"), item.changes, strict=True)
    return {
        "id": link.id,
        "relation": link.relation.value,
        "state": link.state.value,
        "lost": item.lost,
        "probability": round(link.probability, 4),
        "effect": item.effect,
        "priority": round(item.priority, 4),
        "revision": item.revision,
        "source": end_to_json(item.source, labels),
        "target": end_to_json(item.target, labels),
        "reasons": [labels.render(reason) for reason in link.reasons],
        "decision": decision_to_json(item.decision) if item.decision else None,
        "changes": [_change_to_json(side, one) for side, found in changes for one in found],
    }


def end_to_json(end: ReviewedEnd, labels: Labels) -> JsonObject:
    """An end as plain data."""
    thing = end.end
    return {
        "id": thing.node,
        "kind": thing.kind,
        "number": thing.number,
        "text": thing.text,
        "unit": thing.unit,
        "baseline": thing.baseline,
        "targets": list(thing.targets),
        "document": end.document.sha256,
        "plan": labels.plan(end.document),
        "region": end.document.region,
        **proof_to_json(thing.passage),
    }


def decision_to_json(decision: Decision) -> JsonObject:
    """An entry of the log as plain data, with the texts that it was about."""
    gap = decision.gap
    return {
        "revision": decision.revision,
        "subject": decision.subject,
        "action": decision.action.value,
        "author": decision.author,
        "at": decision.at.isoformat(),
        "reason": decision.reason,
        "based_on": decision.based_on,
        "source": {"id": decision.source.node, "text": decision.source.text},
        "target": {"id": decision.target.node, "text": decision.target.text} if decision.target else None,
        "other": decision.other,
        "side": gap.side.value if gap else None,
        "until": gap.until.isoformat() if gap else None,
    }


def _change_to_json(side: str, change: Change) -> JsonObject:
    parts = [{"mark": part.mark.value, "text": part.text} for part in change.parts]
    return {"end": side, "fact": change.fact.value, "old": change.old, "new": change.new, "parts": parts}


def list_lines(item: ReviewItem, name: str, labels: Labels) -> Iterator[str]:
    """A link in a list: three lines, the texts cut."""
    link = item.link
    head = [name, labels.relation(link.relation)]
    head += [labels.text("review.chance", chance=labels.probability(link.probability))]
    head += [labels.text("review.effect", count=item.effect)]
    head += [labels.text("labels.state.suspect")] if any(item.changes) else []
    yield "  ".join(head)
    yield INDENT + f"{place_words(item.source, labels)}: {cut(item.source.end.text, LONGEST)}"
    yield INDENT + f"→ {place_words(item.target, labels)}: {cut(item.target.end.text, LONGEST)}"


def item_lines(item: ReviewItem, name: str, labels: Labels) -> Iterator[str]:
    """A link with everything that is known about it, texts whole."""
    link = item.link
    yield f"{name}  {labels.relation(link.relation)}"
    yield labels.text("review.state", state=state_words(item, labels))
    yield labels.text(
        "review.weight",
        chance=labels.probability(link.probability),
        words=labels.chance(link.probability),
        effect=item.effect,
    )
    for end in (item.source, item.target):
        yield f"{place_words(end, labels)}  [{end.end.node}]"
        yield from (INDENT + line for line in _end_lines(end.end, labels))
    yield labels.text("review.reasons")
    yield from (f"{INDENT}- {labels.render(reason)}" for reason in link.reasons)
    yield from change_lines(item, labels)


def state_words(item: ReviewItem, labels: Labels) -> str:
    """The state of a link, and who decided it when and why."""
    state = labels.text("review.lost" if item.lost else f"labels.state.{item.link.state}")
    if item.decision is None or not item.decision.stands:
        return state
    return f"{state}; {decision_words(item.decision, labels)}"


def decision_words(decision: Decision, labels: Labels) -> str:
    """Who decided what, when and why, in one line."""
    done = labels.text(f"review.done.{decision.action}")
    words = labels.text("review.decided", done=done, author=decision.author, day=labels.day(decision.at))
    if decision.gap:
        words += labels.text("review.until", day=labels.day(decision.gap.until))
    return f"{words}: {decision.reason}" if decision.reason else words


def gap_words(signed: Decision, now: End | None, labels: Labels) -> str:
    """A justification that counts no more, since its statement was edited or is gone."""
    words = decision_words(signed, labels)
    if now is None:
        text = cut(signed.source.text, LONGEST)
        return labels.text("review.lost_gap", id=signed.subject, text=text, decision=words)
    diff = marked(word_diff(signed.source.text, now.text))
    return labels.text("review.suspect_gap", id=signed.subject, node=now.node, text=diff, decision=words)


def gap_to_json(signed: Decision, now: End | None) -> JsonObject:
    """The same as plain data; `now` is null where the statement is gone."""
    return decision_to_json(signed) | {"now": {"id": now.node, "text": now.text} if now else None}


def change_lines(item: ReviewItem, labels: Labels) -> Iterator[str]:
    """What changed since the decision, word by word; nothing for links that are not suspect."""
    for end, found in zip((item.source, item.target), item.changes, strict=True):
        for change in found:
            fact = labels.text(f"review.fact.{change.fact}")
            yield labels.text("review.changed", fact=fact, place=place_words(end, labels))
            yield INDENT + marked(change.parts)


def marked(parts: Iterable[Part]) -> str:
    """Two texts in one: what went in [- -], what came in {+ +}."""
    return " ".join(MARKS[part.mark].format(part.text) for part in parts)


def place_words(end: ReviewedEnd, labels: Labels) -> str:
    """Where a thing stands: `RPJMD Kota Contoh 2025-2029, Sasaran 1.2, hlm. 12`."""
    return ", ".join((labels.plan(end.document), kind_words(end.end, labels), labels.place(end.end.passage)))


def kind_words(end: End, labels: Labels) -> str:
    """Kind and printed number."""
    if end.kind == NodeKind.INDICATOR:
        return labels.text("review.indicator")
    return " ".join(filter(None, (labels.text(f"labels.statement.{end.kind}"), end.number)))


def value_words(end: End, labels: Labels) -> str:
    """Unit, baseline and targets of an indicator, as printed."""
    facts: Sequence[tuple[str, str | None]] = (
        ("unit", end.unit),
        ("baseline", end.baseline),
        ("targets", "; ".join(end.targets)),
    )
    return ", ".join(f"{labels.text(f'review.fact.{name}')} {value}" for name, value in facts if value)


def _end_lines(end: End, labels: Labels) -> Iterator[str]:
    yield end.text
    if end.is_indicator and (values := value_words(end, labels)):
        yield values
