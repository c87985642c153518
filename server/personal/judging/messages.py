"""What the writer is told of each kind. The words found are shown by the interface, not repeated here."""

from __future__ import annotations

from server.bilingual import Bilingual, in_bangla


def _of(bn: str, en: str) -> Bilingual:
    return Bilingual(f"{bn} বলে মনে হচ্ছে।", f"This looks like {en}.")


MESSAGES = {
    "mobile": _of("এটি ব্যক্তিগত মোবাইল নম্বর", "a private mobile number"),
    "nid": _of("এটি জাতীয় পরিচয়পত্রের নম্বর", "a national ID number"),
    "birth-registration": _of("এটি জন্ম নিবন্ধন নম্বর", "a birth registration number"),
    "passport": _of("এটি পাসপোর্ট নম্বর", "a passport number"),
    "tin": _of("এটি করদাতা শনাক্তকরণ নম্বর (টিআইএন)", "a taxpayer's number (TIN)"),
    "bin": _of("এটি ব্যবসা শনাক্তকরণ নম্বর (বিআইএন)", "a business number (BIN)"),
    "bank": _of("এটি কারও ব্যাংক হিসাব নম্বর", "somebody's bank account number"),
    "card": _of("এটি ব্যাংক কার্ডের নম্বর", "a payment card number"),
    "plate": _of("এটি কারও গাড়ির নম্বর", "the number of somebody's vehicle"),
    "licence": _of("এটি ড্রাইভিং লাইসেন্স নম্বর", "a driving licence number"),
    "student": _of("এটি কোনো শিক্ষার্থীর পরিচিতি নম্বর", "a student's number"),
    "patient-number": _of("এটি কোনো রোগীর পরিচিতি নম্বর", "a patient's number"),
    "email": _of("এটি ব্যক্তিগত ই-মেইল ঠিকানা", "a private e-mail address"),
    "address": _of("এটি কারও বাসার ঠিকানা", "somebody's home address"),
    "birth-date": _of("এটি কারও জন্মতারিখ", "somebody's date of birth"),
    "blood": _of("এটি কারও রক্তের গ্রুপ", "somebody's blood group"),
    "victim": Bilingual(
        "এতে ভুক্তভোগী বা উদ্ধার হওয়া ব্যক্তিকে চেনা যায়।",
        "A victim, or somebody who was rescued, can be recognised by this.",
    ),
    "patient": Bilingual("এতে কার কী অসুখ, তা প্রকাশ পায়।", "This tells who has what illness."),
    "child-accused": Bilingual(
        "এতে আটক বা অভিযুক্ত শিশুকে চেনা যায়; শিশু আইন, ২০১৩ অনুযায়ী তা নিষিদ্ধ।",
        "A child who was caught or accused can be recognised by this; the Children Act, 2013 forbids it.",
    ),
    "pupil": Bilingual("এতে শিক্ষার্থীর নাম ও তার জন্য বিব্রতকর বিষয় প্রকাশ পায়।", "This tells a pupil's name and what shames."),
    "complainant": Bilingual(
        "এতে অভিযোগকারী বা তথ্যদাতাকে চেনা যায়।", "The person who complained or informed can be recognised by this."
    ),
}

INSTEAD = {  # what may stay of a person who must not be known, and what may not
    "victim": Bilingual(
        "নাম, ছবি, আত্মীয়ের পরিচয়, স্কুল ও গ্রামের কথা বাদ দিন; বয়স ও মামলার অবস্থা লেখা যায়।",
        "Leave out the name, the picture, who the relatives are, the school and the village; the age and the state of the case may stay.",
    ),
    "child-accused": Bilingual(
        "নাম, ছবি, মা-বাবা, স্কুল ও ঠিকানা বাদ দিন; বয়স ও মামলার অবস্থা লেখা যায়।",
        "Leave out the name, the picture, the parents, the school and the address; the age and the state of the case may stay.",
    ),
    "patient": Bilingual(
        "নাম, ছবি, পেশা, আত্মীয়ের পরিচয় ও ঠিকানা বাদ দিন; বয়স ও চিকিৎসার অবস্থা লেখা যায়।",
        "Leave out the name, the picture, the trade, who the relatives are and the address; the age and the state of the treatment may stay.",
    ),
    "pupil": Bilingual(
        "নাম, রোল, ছবি ও স্কুলের কথা বাদ দিন; শ্রেণি ও গৃহীত ব্যবস্থার কথা লেখা যায়।",
        "Leave out the name, the roll number, the picture and the school; the class and what was done may stay.",
    ),
    "complainant": Bilingual(
        "নাম, পেশা, ফোন, ছবি ও ঠিকানা বাদ দিন; অভিযোগের বিষয় ও নিষ্পত্তির অবস্থা লেখা যায়।",
        "Leave out the name, the trade, the phone, the picture and the address; what was complained of and what came of it may stay.",
    ),
}

CONTACTS = ("mobile", "email", "address")  # an office has its own of these
CONTACT = Bilingual(
    "ব্যক্তিগত তথ্যটি বাদ দিন; যোগাযোগের জন্য দপ্তরের নম্বর বা ঠিকানা দিন।",
    "Leave this particular out; to be reached, give the office's own number or address.",
)
PARTICULAR = Bilingual(
    "ব্যক্তিগত তথ্যটি বাদ দিয়ে শুধু দাপ্তরিক তথ্য লিখুন।", "Leave this particular out; write official information only."
)
PERHAPS_OWN = Bilingual(
    "কোনো ব্যক্তির হলে বাদ দিন; দপ্তরের নিজের হলে রাখতে পারেন।",
    "If it is a person's, leave it out; if it is the office's own, it may stay.",
)
LIST = Bilingual("তালিকাটি বাদ দিয়ে শুধু মোট সংখ্যা লিখুন।", "Leave the list out and write the total alone.")
CONSENT = Bilingual(  # on an own account, where the law alone speaks
    "সম্মতি ছাড়া কারও ব্যক্তিগত তথ্য প্রকাশ করবেন না; অংশটি বাদ দিন।",
    "Do not publish anybody's particulars without consent; leave this out.",
)


def instead_of(kind: str, employee: bool, unclear: bool) -> Bilingual:
    """What to write instead. `unclear`: nobody can tell whether it is the office's own."""
    if kind in INSTEAD or employee:
        return INSTEAD.get(kind, CONSENT)
    if kind == "list":
        return LIST
    if unclear:
        return PERHAPS_OWN
    return CONTACT if kind in CONTACTS else PARTICULAR


def list_of(rows: int, numbers: int = 0) -> Bilingual:
    """The message for a list of so many people, each language with its own digits. `numbers`: of one row, so many are told."""
    if numbers:
        return Bilingual(
            f"এটি একাধিক ব্যক্তির ব্যক্তিগত তথ্যের তালিকা ({in_bangla(numbers)}টি নম্বর)।",
            f"This is a list of people's particulars ({numbers} numbers).",
        )
    return Bilingual(
        f"এটি একাধিক ব্যক্তির ব্যক্তিগত তথ্যের তালিকা ({in_bangla(rows)}টি সারি)।",
        f"This is a list of people's particulars ({rows} rows).",
    )
