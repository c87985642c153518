"""Texts as no office would type them, for the property tests."""

from hypothesis import strategies as st

BANGLA = "অআইঈউঊএওকখঙচতদনণবমযয়রলশসহড়ঢ়ৎৰৱ০৯।"
SIGNS = "\u09bc\u09be\u09bf\u09c0\u09c1\u09c2\u09c3\u09c7\u09c8\u09cb\u09cc\u09cd\u09d7\u0981\u0982\u0983\u09fe"
INVISIBLE = "\u200c\u200d\u200b\ufe0f\u00ad\u202e\u2066\ufeff\U000e0041\u034f\x00\x07\u3164"
EMOJI = "😀👩💻❤🇧🇩👍🏽🐷🅰"
FOREIGN = "éßİΣςαаеҚＳ𝓈ﬁ①ﾞかはᄀ\u1161\u11a8가ㅏﾡำहिی٣\u0301\u0345\u3099\u0600"
PLAIN = "aAbB 10@$!.,-_#?'\"\n\r\t|/…’—"
LONE = "\ud800\udc00\udfff"

LETTERS = BANGLA + SIGNS + INVISIBLE + EMOJI + FOREIGN + PLAIN + LONE
WORDS = ("শালা", "শুয়োর", "শুয়োর", "উৎসব", "বাঙ্গালি", "ক্ষমতা", "র\u200d্যাব", "রঙের", "shala", "sh@la", "👩\u200d💻", "a@b.com")

hostile = st.lists(
    st.one_of(
        st.sampled_from(LETTERS),
        st.sampled_from(BANGLA + SIGNS),
        st.sampled_from(WORDS),
        st.just(" "),
        st.characters(),
    ),
    max_size=24,
).map("".join)

# Bangla, ASCII and emoji alone: the texts that normalise settles by its short way.
calm = st.text(st.sampled_from(BANGLA + SIGNS.replace("\u09fe", "") + "aZ 19.-\n–’😀❤"), max_size=16)
