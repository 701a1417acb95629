"""The scripts of `factlint completion`, a function a shell."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence

from factlint.commands.completion import Command, Offer, Option

HEAD = "# Completes the calls of factlint; made by `factlint completion {name}`. {load}\n"
VERSION_AND_HELP = ("--help", "--version")

# --- bash ------------------------------------------------------------------------------------------------------------

# Bash 3.2, which macOS still brings, has neither `mapfile` nor `compopt`. `=` is a word of its own in COMP_WORDS.
_BASH = """
_factlint_offer() {{
    local line
    while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen "$@" -- "$current")
}}

_factlint_paths() {{
    compopt -o filenames 2>/dev/null
    _factlint_offer "$1"
}}

_factlint() {{
    local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]-}}
    COMPREPLY=()
    if (( COMP_CWORD == 1 )); then
        _factlint_offer -W {commands}
        return
    fi
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = ]]; then
        previous=${{COMP_WORDS[COMP_CWORD-2]}}
    fi
    if [[ ${{COMP_WORDS[COMP_CWORD-1]}} == = || ${{COMP_WORDS[COMP_CWORD]}} == = ]] && [[ $previous != -* ]]; then
        _factlint_paths -f
        return
    fi
    case $command:$previous in
{values}
    esac
    if [[ $current == -* ]]; then
        case $command in
{options}
        esac
        return
    fi
    case $command in
{places}
    esac
}}

complete -F _factlint factlint
"""


def bash(commands: Sequence[Command]) -> str:
    """A script for bash, to be sourced."""
    values: dict[str, list[str]] = {}
    for command in commands:
        for option in command.options:
            if option.placeholder is not None:
                patterns = [f"{command.name}:{name}" for name in option.names]
                values.setdefault(_bash_action(option.offer), []).extend(patterns)
    return HEAD.format(name="bash", load="Load it with: source <(factlint completion bash)") + _BASH.format(
        commands=shlex.quote(" ".join([*(it.name for it in commands), *VERSION_AND_HELP])),
        values="\n".join(f"        {' | '.join(names)}) {action}; return ;;" for action, names in values.items()),
        options="\n".join(
            f"            {it.name}) _factlint_offer -W {shlex.quote(' '.join(_names(it.options)))} ;;"
            for it in commands
        ),
        places="\n".join(f"        {it.name}) {_bash_places(it)} ;;" for it in commands if it.places),
    )


def _bash_action(offer: Offer) -> str:
    if offer is None:
        return ":"
    if isinstance(offer, tuple):
        return f"_factlint_offer -W {shlex.quote(' '.join(offer))}"
    return "_factlint_paths -f" if offer == "files" else "_factlint_paths -d"


def _bash_places(command: Command) -> str:
    """Places after a command are not counted: options stand between them, and each command's places offer alike."""
    return "; ".join(dict.fromkeys(_bash_action(offer) for _placeholder, offer in command.places))


# --- zsh -------------------------------------------------------------------------------------------------------------

_ZSH = """
_factlint() {{
    local -a commands
    commands=(
{commands}
    )
    if (( CURRENT == 2 )); then
        if [[ $PREFIX == -* ]]; then
            compadd -- {top}
        else
            _describe -t commands 'factlint command' commands
        fi
        return
    fi
    shift words
    (( CURRENT-- ))
    case $words[1] in
{cases}
    esac
}}

if [[ $funcstack[1] == _factlint ]]; then
    _factlint "$@"
else
    compdef _factlint factlint
fi
"""


def zsh(commands: Sequence[Command]) -> str:
    """A script for zsh, to be sourced or to lie as `_factlint` in a folder of `fpath`."""
    cases = []
    for command in commands:
        specs = [*map(_zsh_option, command.options), *_zsh_places(command)]
        lines = " \\\n".join(f"            {_zsh_quoted(spec)}" for spec in specs)
        cases.append(f"        {command.name})\n            _arguments \\\n{lines}\n            ;;")
    load = "Load it with: source <(factlint completion zsh)"
    return (
        "#compdef factlint\n"
        + HEAD.format(name="zsh", load=load)
        + _ZSH.format(
            commands="\n".join(f"        {_zsh_quoted(f'{it.name}:{it.help}')}" for it in commands),
            top=" ".join(VERSION_AND_HELP),
            cases="\n".join(cases),
        )
    )


def _zsh_option(option: Option) -> str:
    exclusive = "*" if option.is_repeatable else f"({' '.join(option.names)})"
    names = option.names[0] if len(option.names) == 1 else "{" + ",".join(option.names) + "}"
    value = "" if option.placeholder is None else f":{_zsh_text(option.placeholder)}:{_zsh_action(option.offer)}"
    return f"{exclusive}{names}[{_zsh_text(option.help)}]{value}"


def _zsh_places(command: Command) -> Iterable[str]:
    for number, (placeholder, offer) in enumerate(command.places, 1):
        several = command.takes_several and number == len(command.places)
        yield f"{'*' if several else number}:{_zsh_text(placeholder)}:{_zsh_action(offer)}"


def _zsh_action(offer: Offer) -> str:
    if offer is None:
        return ""
    if isinstance(offer, tuple):
        return f"({' '.join(offer)})"
    return "_files" if offer == "files" else "_directories"


def _zsh_text(text: str) -> str:
    for char in "\\[]:":
        text = text.replace(char, f"\\{char}")
    return text


def _zsh_quoted(spec: str) -> str:
    """In single quotes; alternative names stay outside of them, so that zsh takes the braces apart."""
    if "{" in spec and spec.index("{") < spec.find("["):
        before, names, after = spec[: spec.index("{")], *spec[spec.index("{") :].split("}", 1)
        return f"{shlex.quote(before)}{names}}}{shlex.quote(after)}"
    return shlex.quote(spec)


# --- fish ------------------------------------------------------------------------------------------------------------


def fish(commands: Sequence[Command]) -> str:
    """A script for fish, to be sourced or to lie in `~/.config/fish/completions/factlint.fish`."""
    lines = ["complete -c factlint -f", "complete -c factlint -n __fish_use_subcommand -l help -l version"]
    for command in commands:
        here = f"complete -c factlint -n {_fish_text(f'__fish_seen_subcommand_from {command.name}')}"
        lines.append(f"complete -c factlint -n __fish_use_subcommand -a {command.name} -d {_fish_text(command.help)}")
        lines += [f"{here} {_fish_option(option)}" for option in command.options]
        for offer in dict.fromkeys(offer for _placeholder, offer in command.places):
            if offer is not None:
                lines.append(f"{here} {_fish_action(offer)}")
    load = "Load it with: factlint completion fish | source"
    return HEAD.format(name="fish", load=load) + "\n".join(lines) + "\n"


def _fish_option(option: Option) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    value = [] if option.placeholder is None else ["-x"]
    if option.offer is not None:
        value.append(_fish_action(option.offer))
    return " ".join([*names, *value, "-d", _fish_text(option.help)])


def _fish_action(offer: Offer) -> str:
    if isinstance(offer, tuple):
        return f"-a {_fish_text(' '.join(offer))}"
    return "-a '(__fish_complete_path)'" if offer == "files" else "-a '(__fish_complete_directories)'"


def _fish_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"


def _names(options: Iterable[Option]) -> list[str]:
    return [name for option in options for name in option.names]
