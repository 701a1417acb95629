"""Documents, claims and the vocabulary: YAML in, validated and normalised claims out."""
