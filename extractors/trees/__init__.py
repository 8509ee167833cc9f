"""Performance trees (pohon kinerja) and cascades: boxes and connectors become statements with parents."""
