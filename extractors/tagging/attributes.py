"""What the pipeline knows of documents and spans beside labels: extension attributes, declared in one place.

| attribute            | meaning                                                                          |
|----------------------|----------------------------------------------------------------------------------|
| doc._.region         | code of the region whose plan the text is from, where the caller knows it         |
| doc._.agency         | agency whose plan it is, in its normal form, where the caller knows it            |
| span._.region        | code of the region that a region or an agency stands for, printed or of the plan  |
| span._.functions     | what an agency is there for: keys of data/agencies.toml, shared by like agencies  |
| span._.number        | printed number: of a list entry, a label, a regulation, a quarter                 |
| span._.year          | year of a regulation, or that a period lies in                                    |
| span._.value         | the `Value` of a quantity                                                         |
| span._.unit          | the unit of a quantity or an indicator, as printed                                |
| span._.resolution    | the `Resolution` of an indicator: its concept, if any, how sure, and why          |
| span._.probability   | how sure the trained part is of the span's kind, from 0 to 1                      |
| span._.probabilities | its probability for every kind                                                    |
spaCy keeps attributes of spans by place: spans of two groups that stand at the same place share them. So an
attribute is only set where there is something to say.
"""

from spacy.tokens import Doc, Span

DOC_ATTRIBUTES = ("region", "agency")
SPAN_ATTRIBUTES = (
    "region",
    "functions",
    "number",
    "year",
    "value",
    "unit",
    "resolution",
    "probability",
    "probabilities",
)


def declare_attributes() -> None:
    """Make the attributes known to spaCy; may be called again."""
    for owner, names in ((Doc, DOC_ATTRIBUTES), (Span, SPAN_ATTRIBUTES)):
        for name in names:
            if not owner.has_extension(name):
                owner.set_extension(name, default=None)


declare_attributes()
