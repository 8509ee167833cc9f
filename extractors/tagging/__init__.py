"""The spaCy pipeline for plans: tokenizer, components, the trained part; what they find is in doc.spans."""
