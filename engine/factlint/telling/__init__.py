"""What `show` and `explain` tell: claims, rules, subjects and codes in plain words, laid out for a terminal."""
