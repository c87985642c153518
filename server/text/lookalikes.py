"""Letters that look like others, as one table for `str.translate`."""

_CYRILLIC = "аa вb еe ёe зz кk мm нh оo рp сc тt уy хx ьb іi јj ѕs һh ӏl ԁd ґr ԛq ԝw ҝk"
_GREEK = "αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw"
_LATIN = (
    "ıi łl øo đd ħh ŧt ɑa ɡg ɩi ƨs ɐa ǝe ɔc ʇt ⅼl ꞌ'"
    " ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz"
)
_OTHERS = (
    "Ꭰd Ꭱr Ꭲt Ꭺa Ꭼe Ꮋh Ꮪs Ꮮl Ꮇm Ꮲp Ꮃw Ꮓz Ᏼb Ꮯc Ꮶk Ꭵi Ꮐg Ꮩv օo ոn սu հh ցg"  # Cherokee, Armenian
    " ɦh ʂs ɭl ɳn ʈt ɖd ʃs ʒz ɾr ɓb ɗd ƙk ƭt"
)
_ASSAMESE = "ৰর ৱব"
_HYPHENS = "\u2010\u2012\u2212"  # that word processors and web pages write for -; the no-break one, U+2011, is the first by NFKC
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"  # that other programs write for \n


def _letters_in_signs() -> dict[int, str]:
    """Letters in circles and squares that NFKC leaves alone: 🅐, 🅰."""
    return {start + n: chr(ord("a") + n) for start in (0x1F150, 0x1F170) for n in range(26)}


def _digits() -> dict[int, str]:
    """Digits of the scripts that reach a Bangladeshi composer: Bangla, Devanagari, Arabic, Persian."""
    return {zero + n: str(n) for zero in (0x9E6, 0x966, 0x660, 0x6F0) for n in range(10)}


TABLE: dict[int, str] = {
    **{ord(pair[0]): pair[1] for table in (_CYRILLIC, _GREEK, _LATIN, _OTHERS, _ASSAMESE) for pair in table.split()},
    **_letters_in_signs(),
    **_digits(),
    **dict.fromkeys(map(ord, _HYPHENS), "-"),
    **dict.fromkeys(map(ord, _LINE_ENDS), "\n"),
}
