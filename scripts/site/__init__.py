"""The documentation as a site: `python -m scripts.site` runs the features and writes it to build/site."""
