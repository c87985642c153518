"""Private e-mail addresses, as typed and as people hide them: (at), [at], dot com. An office's own are public."""

from __future__ import annotations

import re
from collections.abc import Iterator

import regex

from server.personal.candidate import Candidate, one
from server.personal.cues import Cues
from server.personal.gates import MAIL
from server.personal.runs import TIMEOUT
from server.personal.surroundings import Surroundings

WEB = "(?:gmail|yahoo|hotmail|outlook|icloud|ymail|live|protonmail)"
# a space before @ is a mention's, unless a space or a web-mail host follows it
_AT = rf"(?:@ ?| @(?= |{WEB}) ?| ?[(\[{{<] ?(?:at|@) ?[)\]}}>] ?| at(?= {WEB}) )"
_DOT = r"(?:\.| ?[(\[{] ?dot ?[)\]}] ?| dot | ?\. ?(?=com(?![a-z0-9])))"
_MAIL = regex.compile(
    rf"(?<![a-z0-9._%+\-])[a-z0-9][a-z0-9._%+\-]{{0,63}}+{_AT}((?:[a-z0-9\-]{{1,63}}+{_DOT}){{1,4}}[a-z]{{2,24}}+)"
)


def mails(around: Surroundings) -> Iterator[Candidate]:
    """Addresses that are a person's, as far as an address tells; `sure` where a web-mail host carries it."""
    normal = around.normal
    if not around.may_hold(MAIL):
        return
    for found in _MAIL.finditer(normal, timeout=TIMEOUT):
        host = re.sub(r"[^a-z0-9.\-]", "", re.sub(_DOT, ".", found[1]))
        name = re.split(r"[^a-z]", found[0], maxsplit=1)[0]
        if not is_public(name, host, around.cues):
            yield one("email", found.start(), found.end(), sure=host in around.cues.public["webmail"])


def is_public(name: str, host: str, cues: Cues) -> bool:
    """Whether an address is an office's: by its host, or by the first word of its name."""
    public = cues.public
    if any(host == known or host.endswith(f".{known}") for known in public["hosts"]):
        return True
    return any(name == known or (len(known) > 2 and name.startswith(known)) for known in public["mail"])
