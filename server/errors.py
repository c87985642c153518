"""The one shape of an error: {"error": {"code", "message"}}. No message repeats what was sent. Knows no Flask.

Where several things were sent together, `at` beside them says which it is about."""

from __future__ import annotations

from collections.abc import Mapping

# code: HTTP status, what is wrong and how to mend it, in Bangla and in English
ERRORS: dict[str, tuple[int, str, str]] = {
    "not_json": (
        400,
        "অনুরোধটি শুদ্ধ JSON নয়। UTF-8-এ একটি JSON অবজেক্ট পাঠান।",
        "The body is not valid JSON. Send one JSON object in UTF-8.",
    ),
    "too_deep": (
        400,
        "JSON অতিরিক্ত স্তরে সাজানো। সরল একটি অবজেক্ট পাঠান।",
        "The JSON is nested too deeply. Send one flat object.",
    ),
    "no_token": (
        401,
        "এই সার্ভারে যাচাই করতে দপ্তরের টোকেন লাগে। এক্সটেনশনের সেটিংসে টোকেনটি দিন; না থাকলে আইসিটি শাখায় যোগাযোগ করুন।",
        "This server asks for the office's token. Enter it in the extension's settings; the ICT section has it.",
    ),
    "bad_token": (
        401,
        "টোকেনটি সঠিক নয়, অথবা বদলানো হয়েছে। নতুন টোকেনের জন্য আইসিটি শাখায় যোগাযোগ করুন।",
        "The token is not known; it may have been replaced. Ask the ICT section for the new one.",
    ),
    "only_this_machine": (
        403,
        "সার্ভারটি টোকেন ছাড়া চলছে, তাই যে কম্পিউটারে চলছে, কেবল সেখান থেকে আসা অনুরোধ নেয়। অন্যদের জন্য টোকেন তৈরি করুন: flask --app wsgi institutions token ID",
        "The server runs without tokens and so answers only requests from its own computer. For others make a token: flask --app wsgi institutions token ID",
    ),
    "only_loopback_name": (
        403,
        "সার্ভারটি টোকেন ছাড়া চলছে; ঠিকানায় localhost বা 127.0.0.1 লিখুন।",
        "The server runs without tokens; write localhost or 127.0.0.1 in the address.",
    ),
    "no_proxy": (
        403,
        "সার্ভারটি টোকেন ছাড়া চলছে, তাই প্রক্সির মাধ্যমে আসা (বা HTTP/1.0-এর) অনুরোধ নেয় না। সরাসরি সংযোগ করুন, অথবা টোকেন তৈরি করুন: flask --app wsgi institutions token ID",
        "The server runs without tokens and takes nothing through a proxy (nor in HTTP/1.0). Connect directly, or make a token: flask --app wsgi institutions token ID",
    ),
    "no_other_page": (
        403,
        "সার্ভারটি টোকেন ছাড়া চলছে, তাই অন্য ওয়েবসাইটের পাতা থেকে আসা অনুরোধ নেয় না। এক্সটেনশন, সার্ভারের নিজের পাতা /practice/ বা কোনো প্রোগ্রাম থেকে অনুরোধ করুন।",
        "The server runs without tokens and answers no other site's page. Ask from the extension, from the server's own page /practice/, or from a program.",
    ),
    "metrics_closed": (
        403,
        "এই হিসাব শুধু সার্ভারের নিজের কম্পিউটার থেকে দেখা যায়; অন্য যন্ত্র থেকে দেখতে হলে JACHAI_METRICS_FROM নির্ধারণ করুন।",
        "Only the server's own machine may read this; for others set JACHAI_METRICS_FROM.",
    ),
    "not_found": (404, "এই ঠিকানায় কিছু নেই। ঠিকানাটি দেখে নিন।", "Nothing is at this address. Check the address."),
    "wrong_method": (
        405,
        "এই ঠিকানায় এ পদ্ধতি চলে না। Allow হেডারে লেখা পদ্ধতিতে পাঠান।",
        "This method is not allowed here. Use one that the Allow header names.",
    ),
    "too_large": (
        413,
        "যা পাঠানো হয়েছে তা, বা তার কোনো ঘর, অনুমোদিত সীমার চেয়ে বড়। ছোট করে আবার পাঠান।",
        "What was sent, or a field of it, is over its limit. Shorten it and send it again.",
    ),
    "wrong_content_type": (
        415,
        "Content-Type: application/json দিয়ে পাঠান।",
        "Send the body as Content-Type: application/json.",
    ),
    "bad_field": (422, "‘{field}’ ঘরের মান শুদ্ধ নয়: {bn}", "The field '{field}' is wrong: {en}"),
    "no_override": (
        403,
        "এই দপ্তরে এখন কারণ জানিয়ে স্থগিত পোস্ট প্রকাশের অনুমতি নেই। লেখাটি সংশোধন করুন।",
        "This office does not now allow a held post to be published with a reason. Correct the text.",
    ),
    "no_records": (
        404,
        "এই সার্ভারে রেকর্ড রাখা হয় না। আইসিটি শাখা: JACHAI_RECORDS নির্ধারণ করুন।",
        "This server keeps no records. ICT section: set JACHAI_RECORDS.",
    ),
    "note_repeats": (
        422,
        "নোটে পোস্টের কথা বা নম্বর থাকায় তা নেওয়া হয়নি। কারণটি নিজের ভাষায় লিখুন, অথবা নোট খালি রাখুন।",
        "The note repeats the draft. Say why in other words, or leave the note empty.",
    ),
    "records_unavailable": (
        503,
        "রেকর্ড এখন রাখা যাচ্ছে না, তাই কিছু জমা হয়নি। যাচাই চলছে; একটু পরে আবার পাঠান। আইসিটি শাখা: flask --app wsgi records state",
        "Records cannot be kept now; nothing was taken. Checks go on; send it again shortly. ICT section: flask --app wsgi records state",
    ),
    "too_many": (
        429,
        "অল্প সময়ে অনেক অনুরোধ এসেছে। একটু পরে আবার চেষ্টা করুন (Retry-After হেডারে সেকেন্ড লেখা আছে)।",
        "Too many requests. Try again after the seconds that Retry-After names.",
    ),
    "bad_request": (
        400,
        "অনুরোধটি শুদ্ধ HTTP নয়, বা মাঝপথে থেমে গেছে। আবার পাঠান।",
        "The request is not valid HTTP, or broke off half-way. Send it again.",
    ),
    "failed": (
        500,
        "সার্ভারে ত্রুটি হয়েছে; লেখাটি যাচাই করা হয়নি। একটু পরে আবার চেষ্টা করুন।",
        "The server failed; the draft was not checked. Try again shortly.",
    ),
}


class BadRequest(Exception):
    """What was sent cannot be checked. `code` is a key of ERRORS; its text never repeats what was sent."""

    def __init__(
        self, code: str, field: str = "", bn: str = "", en: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.code = code
        self.at: int | None = None
        self.headers = headers or {}
        self.status, message_bn, message_en = ERRORS[code]
        names = {"field": field, "bn": bn, "en": en}
        self.message = f"{message_bn.format_map(names)} | {message_en.format_map(names)}"

    def of(self, place: int) -> BadRequest:
        """Itself, about the one at that place of several, from 0."""
        self.at = place
        return self

    def as_json(self) -> dict[str, dict[str, str | int]]:
        """The body of the answer."""
        at = {} if self.at is None else {"at": self.at}
        return {"error": {"code": self.code, "message": self.message, **at}}
