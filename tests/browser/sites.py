"""The composers of the test pages: where each is, what to write in, and what publishes it."""

from dataclasses import dataclass

from site_pages import OFFICE_SITE


@dataclass(frozen=True)
class Site:
    """One composer of a platform, on a page with its real editor."""

    id: str
    host: str
    editor: str
    box: str = '[role="textbox"]'
    query: str = ""
    keys: tuple[str, ...] = ("Enter on the button", "Space on the button")
    newline: str = "Enter"
    shadow: str = ""  # the host of the shadow root that it is in
    named: bool = False  # by IT, in the managed setting `sites`

    @property
    def mirrored(self) -> bool:
        """No highlight reaches a textarea: its underlines are drawn above it."""
        return self.box == "textarea"

    @property
    def kind(self) -> tuple[str, bool]:
        """Its editor, and whether a form submits it: composers of one kind differ in their selectors alone."""
        return self.editor.split(",")[0], "form" in self.editor

    @property
    def platform(self) -> str:
        """As the server is told."""
        return self.id.split()[0]


CONTROL_ENTER = ("Control+Enter", "Enter on the button", "Space on the button")

FACEBOOK = Site("facebook post", "www.facebook.com", "Lexical, React 19", keys=CONTROL_ENTER)
SITES = (
    FACEBOOK,
    Site(
        "facebook comment",
        "www.facebook.com",
        "Lexical, React 19",
        query="?kind=comment",
        keys=("Enter",),
        newline="Shift+Enter",
    ),
    Site(
        "facebook Business Suite",
        "business.facebook.com",
        "Draft.js, React 18",
        '[role="combobox"][contenteditable]',
    ),
    Site("x post", "x.com", "Draft.js, React 18", '[data-testid="tweetTextarea_0"]', keys=CONTROL_ENTER),
    Site(
        "x thread", "x.com", "Draft.js, React 18", '[data-testid="tweetTextarea_0"]', "?kind=thread", keys=CONTROL_ENTER
    ),
    Site("linkedin post", "www.linkedin.com", "Quill, open shadow root", ".ql-editor", shadow="#interop-outlet"),
    Site("linkedin comment", "www.linkedin.com", "Tiptap (ProseMirror)", ".ProseMirror", "?kind=comment"),
    Site("linkedin comment at its post", "www.linkedin.com", "Quill", ".ql-editor", "?kind=at-post"),
    Site("instagram post", "www.instagram.com", "Lexical", '[contenteditable="true"]'),
    Site("threads post", "www.threads.com", "Lexical", keys=CONTROL_ENTER),
    Site("youtube post", "www.youtube.com", "contenteditable", "#contenteditable-root"),
    Site("mastodon post", "mastodon.social", "textarea, React 19", "textarea", keys=CONTROL_ENTER),
    Site("bluesky post", "bsky.app", "Tiptap (ProseMirror)", keys=CONTROL_ENTER),
    Site("generic form", OFFICE_SITE, "textarea, form", "textarea", named=True),
    Site("generic rich text", OFFICE_SITE, "contenteditable, form", "[contenteditable]", "?kind=rich", named=True),
)
FIRST_OF_KIND = tuple({site.kind: site for site in reversed(SITES)}.values())
