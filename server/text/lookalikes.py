"""Letters that look like others, as one table for `str.translate`."""

_CYRILLIC = dict(zip("авеёзкмнорстухьіјѕԁһӏґԛԝч", "abee3kmhopctyxbijsdhlrqw4", strict=True))
_GREEK = dict(zip("αβγεηικνορτυχω", "abyenikvoptuxw", strict=True))
_LATIN = dict(
    zip("ıłøđħŧɑɡɩʏʀɴɪʙʟɢʜᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢꜱꜰƨƽɐǝɔʇ", "ilodhtagiyrnibIghacdejkmoptuvwzsfs5aect".lower(), strict=True)
)
_ASSAMESE = {"ৰ": "র", "ৱ": "ব"}


def _letters_in_signs() -> dict[int, str]:
    """Letters in circles and squares that NFKC leaves alone: 🅐, 🅰."""
    return {start + n: chr(ord("a") + n) for start in (0x1F150, 0x1F170) for n in range(26)}


def _digits() -> dict[int, str]:
    """Digits of the scripts that reach a Bangladeshi composer: Bangla, Devanagari, Arabic, Persian."""
    return {zero + n: str(n) for zero in (0x9E6, 0x966, 0x660, 0x6F0) for n in range(10)}


TABLE: dict[int, str] = {
    **{ord(sign): plain for table in (_CYRILLIC, _GREEK, _LATIN, _ASSAMESE) for sign, plain in table.items()},
    **_letters_in_signs(),
    **_digits(),
}
