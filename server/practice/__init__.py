"""The practice page: a newcomer tries the checks with no extension and no platform.

It runs the very files of ``extension/page/``. The draft goes to ``POST /api/v1/check`` of the same server and is kept nowhere.
"""

from pathlib import Path

from flask import Blueprint, Response, abort, send_from_directory

PROJECT = Path(__file__).resolve().parents[2]
PAGE_FILES = PROJECT / "extension" / "page"

# No inline script or style, no other host, no frame around the page, and no innerHTML: what the extension meets on strict sites.
POLICY = "; ".join(
    [
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    ]
)

practice = Blueprint("practice", __name__, url_prefix="/practice", static_folder="static", static_url_path="/static")


@practice.get("/")
def index() -> Response:
    """The page itself."""
    return send_from_directory(Path(__file__).parent, "index.html")


@practice.get("/page/<file>")
def page_file(file: str) -> Response:
    """One script or style sheet of the extension's ``page`` folder; 404 for any other file."""
    if Path(file).suffix not in {".js", ".css"}:
        abort(404)
    return send_from_directory(PAGE_FILES, file)


@practice.after_request
def harden(response: Response) -> Response:
    """Headers of every answer of the practice page, errors of the blueprint's views included."""
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Referrer-Policy"] = "no-referrer"
    response.headers["Cache-Control"] = "no-cache"
    return response
