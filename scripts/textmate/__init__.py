"""The TextMate grammar of the rule language, made from `grammar/rules.lark`: `python -m scripts.textmate` writes it."""
