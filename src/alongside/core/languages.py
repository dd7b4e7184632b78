"""Languages by their English name, their own name or their short code (ISO 639-1), to the short code."""

from collections.abc import Iterable, Mapping
from typing import Final

_NAMES: Final = (
    *("ar arabic العربية", "bg bulgarian български", "bn bengali বাংলা", "bs bosnian bosanski"),
    *("ca catalan català", "cs czech čeština", "cy welsh cymraeg", "da danish dansk"),
    *("de german deutsch", "el greek ελληνικά", "en english", "es spanish español castellano"),
    *("et estonian eesti", "eu basque euskara", "fa persian farsi فارسی", "fi finnish suomi"),
    *(
        "fr french français francais",
        "ga irish gaeilge",
        "gd gaelic",
        "gl galician galego",
        "gu gujarati ગુજરાતી",
    ),
    *(
        "he hebrew עברית",
        "hi hindi हिन्दी",
        "hr croatian hrvatski",
        "hu hungarian magyar",
        "hy armenian հայերեն",
    ),
    *(
        "id indonesian",
        "is icelandic íslenska",
        "it italian italiano",
        "ja japanese 日本語",
        "ka georgian ქართული",
    ),
    *("kk kazakh", "ko korean 한국어", "ku kurdish kurdî", "lb luxembourgish lëtzebuergesch"),
    *(
        "lt lithuanian lietuvių",
        "lv latvian latviešu",
        "mk macedonian македонски",
        "mr marathi मराठी",
        "ms malay",
    ),
    *(
        "mt maltese malti",
        "my burmese",
        "ne nepali नेपाली",
        "nl dutch nederlands flemish",
        "no norwegian norsk nb nn",
    ),
    *("pa punjabi panjabi ਪੰਜਾਬੀ", "pl polish polski", "ps pashto پښتو", "pt portuguese português portugues"),
    *(
        "ro romanian română",
        "ru russian русский",
        "si sinhala",
        "sk slovak slovenčina",
        "sl slovene slovenian",
    ),
    *("so somali soomaali", "sq albanian shqip", "sr serbian српски srpski", "sv swedish svenska"),
    *("sw swahili kiswahili", "ta tamil தமிழ்", "te telugu తెలుగు", "th thai ไทย", "ti tigrinya ትግርኛ"),
    *("tl tagalog filipino", "tr turkish türkçe", "uk ukrainian українська", "ur urdu اردو", "vi vietnamese"),
    *("yo yoruba", "zh chinese mandarin 中文", "zu zulu isizulu", "am amharic አማርኛ", "ha hausa", "ig igbo"),
)
CODES: Final[Mapping[str, str]] = {name: words.split()[0] for words in _NAMES for name in words.split()} | {
    "sign language": "sgn",
    "british sign language": "bfi",
    "bsl": "bfi",
}


def name_of(code: str) -> str:
    """The English name of a language by its short code; a code nobody knows stands as it is."""
    return _NAME_OF.get(code, code)


def names_of(codes: Iterable[str]) -> str:
    """The names of several languages, as they follow in a sentence."""
    return ", ".join(name_of(code) for code in codes)


_NAME_OF: Final[Mapping[str, str]] = {
    **{words.split()[0]: words.split()[1].title() for words in _NAMES},
    "sgn": "Sign Language",
    "bfi": "British Sign Language",
}
