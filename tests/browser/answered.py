"""Waiting for the answer to a draft: what was told of an older one is shown until it comes, and underlines stay."""

from chromium import Composer
from firefox import FirefoxComposer
from scripted_server import ScriptedServer

PATIENCE = 30  # seconds
CHECKING = "যাচাই চলছে"


def wait_answered(
    writer: Composer | FirefoxComposer, server: ScriptedServer, text: str, times: int = 1, after: int = 0
) -> None:
    """Waits until this very text was asked about so often, not counting the first `after` questions, and its answer is shown."""

    def asked() -> bool:
        return [question["text"] for question in server.questions[after:]].count(text) >= times

    with server.asked:
        assert server.asked.wait_for(asked, PATIENCE), [question["text"] for question in server.questions[after:]]
    if isinstance(writer, Composer):
        test = f"drawn.buttons.length && !drawn.buttons.some(({{name}}) => name.includes('{CHECKING}'))"
        writer.wait_drawn(test, "an answer")
    else:
        writer.wait(lambda: is_answered(writer.drawn()["buttons"]), "an answer")


def is_answered(buttons: list[dict[str, str]]) -> bool:
    """Whether the badge is there and no longer checking."""
    return bool(buttons) and not any(CHECKING in button["name"] for button in buttons)
