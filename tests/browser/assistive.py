"""What a screen reader does, run by Debian's own python3, which has AT-SPI: presses a control by its name, or prints what is told.

python3 assistive.py press NAME [NUMBER]     the NUMBER-th control (0 first) whose name holds NAME
python3 assistive.py told SECONDS            one line an event: focus, or a live region's words
python3 assistive.py voice NAME              the language of what has this name
"""

import sys
from collections.abc import Iterator

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  (after the version)

PRESSED = {"button", "toggle button", "push button", "link", "check box", "radio button"}


def below(node: Atspi.Accessible) -> Iterator[Atspi.Accessible]:
    """The node and all that lies below it."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield from below(child)


def everything() -> Iterator[Atspi.Accessible]:
    yield from below(Atspi.get_desktop(0))


def press(name: str, number: int) -> None:
    found = [node for node in everything() if node.get_role_name() in PRESSED and name in (node.get_name() or "")]
    if len(found) <= number:
        sys.exit(f"nothing to press is called {name}")
    Atspi.Action.do_action(found[number], 0)


def told(seconds: float) -> None:
    def hear(event: Atspi.Event, *_: object) -> None:
        attributes = event.source.get_attributes() or {}
        if event.type.startswith("object:state-changed:focused"):
            if event.detail1:
                print("focus:", event.source.get_name(), flush=True)
        elif attributes.get("container-live", attributes.get("live", "off")) != "off":
            said = event.any_data.get_name() if isinstance(event.any_data, Atspi.Accessible) else event.any_data
            print("told:", said, flush=True)

    listener = Atspi.EventListener.new(hear)
    for kind in ("object:state-changed:focused", "object:text-changed:insert", "object:children-changed:add"):
        listener.register(kind)
    print("listening", flush=True)
    GLib.timeout_add(int(seconds * 1000), Atspi.event_quit)
    Atspi.event_main()


if __name__ == "__main__":
    task, value, *more = sys.argv[1:]
    if task == "press":
        press(value, int(more[0]) if more else 0)
    else:
        told(float(value))
