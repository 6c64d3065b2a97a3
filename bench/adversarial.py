"""Texts that nobody writes and that a reader of dates must survive: its time may grow only with their length."""

from collections.abc import Mapping

# Each is a piece that is repeated until the text is as long as is asked for.
PIECES: Mapping[str, str] = {
    "nothing but dates": "1 May 2004 ",
    "dates without a year": "1 May, ",
    "years": "2004 ",
    "months": "July and ",
    "weekdays": "Monday,",
    "compact days": "20040501\n",
    "dates, no-break blanks": "1\u00a0May\u00a02004\u00a0",
    "dates in brackets": "(May 2004 ",
    "Hangul and Cyrillic": "2019년 4월 25일 Договор 19 июня ",
    "Hangul, one endless word": "일",
    "Hangul, days without blanks": "1일",
    "Hangul, half a phrase": "다음 ",
    "Hangul, endings": "15일부터 ",
    "Hangul, months without blanks": "지난달에는",
    "Cyrillic, half a range": "с 3 по ",
    "Cyrillic, half a month": "в начале ",
    "Cyrillic, half a day": "в тот же ",
    "from 1 to 2 to 3": "from 1 to 2 to 3 ",
    "between and": "between 1 May and ",
    "ordinals": "1st 2nd third fourth ",
    "number words": "twenty-one hundred and ",
    "the the the": "the ",
    "of the of the": "of the ",
    "last last": "last ",
    "early, without blanks": "early",
    "early, with blanks": "early ",
    "will will": "will ",
    "one endless word": "harbour",
    "digits": "1",
    "digits and commas": "1,",
    "digits and dashes": "1-",
    "a digit, many commas": "1" + "," * 500 + "x",
    "commas": ",",
    "words and commas": "ship, ",
    "open quotation marks": "“",
    "nested brackets": "(",
    "newlines": "\n",
    "lines of blanks": "\n" + " " * 500,
    "addresses": "https://harbour.example/2004/05/01 ",
    "combining marks": "e\u0301",
}


def text_of(piece: str, characters: int) -> str:
    """The piece over and over, cut at so many characters."""
    return (piece * (characters // len(piece) + 1))[:characters]
