"""Which page of the site shows which file of the project, and the way from page to page."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from pathlib import Path

_PAGES = (
    (r"docs/codes/README\.md", "codes/index.html"),
    (r"docs/codes/(\w+)\.md", r"codes/\1.html"),
    (r"docs/([\w-]+)\.md", r"\1.html"),
    (r"README\.md", "project/readme.html"),
    (r"ARCHITECTURE\.md", "project/architecture.html"),
    (r"CONTRIBUTING\.md", "project/contributing.html"),
    (r"CHANGELOG\.md", "project/changelog.html"),
    (r"features", "features/index.html"),
    (r"features/(.+)\.feature", r"features/\1.html"),
    (r"rules", "rules/index.html"),
    (r"rules/([\w.-]+)\.rules", r"rules/\1.html"),
    (r"corpus", "claims/index.html"),
    (r"corpus/([\w.-]+)\.yaml", r"claims/\1.html"),
)
"""Files and folders that have pages of their own; every other file that is linked to is shown as it is."""


class DeadLinkError(Exception):
    """A page links to what is not in the project."""


@dataclass
class Places:
    """`shown` collects the files that are linked to and have no page of their own: they get one."""

    root: Path
    shown: set[str] = field(default_factory=set)

    def address(self, path: str) -> str:
        """The address of the page for a file or folder of the project, from the site's own folder.

        Raises:
            DeadLinkError: there is no such file.
        """
        if not (self.root / path).exists():
            raise DeadLinkError(f"{path} is not in the project")
        for pattern, address in _PAGES:
            if found := re.fullmatch(pattern, path):
                return found.expand(address)
        self.shown.add(path)
        return f"source/{path}.html"

    def link(self, page: str, path: str, fragment: str = "") -> str:
        """The link from a page to the page for a file."""
        return between(page, self.address(path)) + (f"#{fragment}" if fragment else "")

    def resolve(self, page: str, file: str, link: str) -> str:
        """A link as it stands in a file of the project, as the page made of that file needs it.

        Raises:
            DeadLinkError: it leads nowhere.
        """
        if re.match(r"[a-z]+:|#", link):
            return link
        path, _, fragment = link.partition("#")
        try:
            return self.link(page, posixpath.normpath(posixpath.join(posixpath.dirname(file), path)), fragment)
        except DeadLinkError as error:
            raise DeadLinkError(f"{file} links to {link}: {error}") from None


def between(page: str, other: str) -> str:
    """The relative link from one address of the site to another."""
    return posixpath.relpath(other, posixpath.dirname(page) or ".")
