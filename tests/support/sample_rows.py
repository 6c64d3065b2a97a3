"""An invented pile of articles and what they tell: every precision, every status, three languages, two reprints."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class SampleArticle:
    """Paragraphs are body, but for those that begin with one of `furniture`."""

    file: str
    title: str
    publisher: str | None
    url: str | None
    published: str
    basis: str
    clue: tuple[str, str]  # words in the text, "" for none; what they say
    paragraphs: tuple[str, ...]
    furniture: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lender: str = ""  # the file of the article that lent it its date
    passed_over: tuple[tuple[str, str], ...] = ()  # paragraphs that gave no event, and why


@dataclass(frozen=True)
class Telling:
    """One mention: the quote and the words in it (or elsewhere in the article) that the rest was read from."""

    file: str
    quote: str
    trigger: str
    date: str
    words: str
    reasoning: str
    status: str = "asserted"
    speaker: str | None = None
    status_reason: str | None = None


@dataclass(frozen=True)
class SampleEvent:
    """An entry of the timeline."""

    title: str
    date: str
    topic: str
    tellings: tuple[Telling, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...] = ()
    status: str = "asserted"
    origins: int = 1
    status_reason: str | None = field(default=None)


ARTICLES = (
    SampleArticle(
        "harbour.txt", "Grain ships return to Rajin", "The Harbour Post", "https://harbour.example/2019/grain?page=1",
        "2019-04-26", "stated", ("26 April 2019", "The header names the day."),
        (
            "Menu | Subscribe | Call +44 20 7946 0000",
            "Grain ships return to Rajin",
            "26 April 2019",
            "Vladimir Putin met Kim Jong Un in Vladivostok on Thursday, their first meeting.",
            "Russia shipped 2,000 tons of wheat to the port of Rajin last month, the ministry said.",
            "In the winter of 2018 the two sides reopened the rail crossing at Tumangang.",
            "In the first quarter of 2019 trade between the two countries doubled, customs figures show.",
            "Moscow denied that it had paid workers in cash, which a rights group claimed on 3 March 2019.",
            "Kim Jong Un will visit Moscow in 2020, the Kremlin said.",
            "Follow us on every network",
        ),
        ("Menu", "Follow us"), ("harbour-copy.txt",),
        passed_over=(
            ("26 April 2019", "furniture: date alone"),
            ("Vladimir Putin met Kim Jong Un in Vladivostok on Thursday, their first meeting.", "commentary"),
        ),
    ),
    SampleArticle(
        "wire.txt", "Grain ships return to Rajin (agency)", "Northern Wire", None,
        "2019-04", "lent", ("", "The same words stand in harbour.txt of 26 April 2019."),
        (
            "Grain ships return to Rajin (agency)",
            "Russia shipped 2,000 tons of wheat to the port of Rajin last month, the ministry said.",
            "Moscow denied that it had paid workers in cash.",
        ),
        lender="harbour.txt",
    ),
    SampleArticle(
        "hangang.txt", "푸틴, 김정은에 축전", "한강일보", "https://hangang.example/news/815",
        "2022-08-15", "inferred", ("광복절인 15일", "Liberation Day is 15 August; the letter is the one of 2022."),
        (
            "푸틴, 김정은에 축전",
            "푸틴은 광복절인 15일 김정은 국무위원장에게 축전을 보내 양국 관계 확대를 제안했다.",
            "북한은 지난달 도네츠크 인민공화국의 독립을 승인했다.",
            "1990년대 북한의 대러 무역은 크게 줄었다.",
        ),
    ),
    SampleArticle(
        "vestnik.txt", "Путин поздравил Ким Чен Ына", "Вестник Востока", "https://vestnik.example/2022/08/15/ещё",
        "2022-08-15", "stated", ("15 августа 2022 года", "The header names the day."),
        (
            "15 августа 2022 года",
            "Путин поздравил Ким Чен Ына",
            "Президент Владимир Путин направил послание Ким Чен Ыну ещё утром 15 августа.",
            "Пхеньян признал независимость ДНР в июле.",
            "Во второй половине 2022 года стороны обсудят поставки, заявил посол.",
            "В XX веке Советский Союз был главным поставщиком Северной Кореи.",
        ),
    ),
    SampleArticle(
        "notes.txt", "Notes on an old friendship", None, None,
        "2022", "inferred", ("", "It tells of August 2022, and of nothing later."),
        (
            "\ufeffNotes on an old friendship\r",
            "Japan ruled the peninsula from 1910 to\u00a01945, and Soviet troops ended it.\r",
            "=SUM of arms: shells were handed over, an official claimed, without saying when.\r",
            "Putin sent Kim a letter on Liberation Day, August 15.\r",
            "Share this article",
        ),
        ("Share",),
    ),
    SampleArticle(
        "empty-handed.txt", "Weather for fishermen", "The Harbour Post", None,
        "", "unknown", ("", "Nothing in the text speaks of a day."),
        ("Weather for fishermen", "Fog is expected in the bay."),
    ),
)  # fmt: skip

RUSSIA, NORTH_KOREA, PUTIN, KIM = "Russia", "North Korea", "Vladimir Putin", "Kim Jong Un"
CASH = "Moscow denied that it had paid workers in cash"
WHEAT = "Russia shipped 2,000 tons of wheat to the port of Rajin last month, the ministry said."
LAST_MONTH = "“last month”, seen from 26 April 2019, is March 2019."
LETTER = "Liberation Day is 15 August."

EVENTS = (
    SampleEvent(
        "Kim Jong Un meets Putin in Vladivostok", "2019-04-25", "visits",
        (Telling("harbour.txt", "Vladimir Putin met Kim Jong Un in Vladivostok on Thursday, their first meeting.",
                 "met", "2019-04-25", "Thursday", "“Thursday”, seen from Friday 26 April 2019, is 25 April 2019."),),
        (PUTIN, KIM), ("Vladivostok",),
    ),
    SampleEvent(
        "Russia ships wheat to Rajin", "2019-03", "aid",
        (Telling("harbour.txt", WHEAT, "shipped", "2019-03", "last month", LAST_MONTH, speaker="the ministry"),
         Telling("wire.txt", WHEAT, "shipped", "2019-03", "last month", LAST_MONTH, speaker="the ministry")),
        (RUSSIA, NORTH_KOREA), ("Rajin",),
    ),
    SampleEvent(
        "Rail crossing at Tumangang reopens", "2018-24", "trade",
        (Telling("harbour.txt", "In the winter of 2018 the two sides reopened the rail crossing at Tumangang.",
                 "reopened", "2018-24", "winter of 2018", "Winter begins in December."),),
        (RUSSIA, NORTH_KOREA), ("Tumangang",),
    ),
    SampleEvent(
        "Trade between Russia and North Korea doubles", "2019-33", "trade",
        (Telling("harbour.txt",
                 "In the first quarter of 2019 trade between the two countries doubled, customs figures show.",
                 "doubled", "2019-33", "first quarter of 2019", "Written out."),),
        (RUSSIA, NORTH_KOREA),
    ),
    SampleEvent(
        "Russia said to pay workers in cash", "2019-03-03", "labour",
        (Telling("harbour.txt", CASH, "denied", "../2019-04-26", "", "No date words: not later than publication.",
                 "denied", "Moscow"),
         Telling("harbour.txt", "which a rights group claimed on 3 March 2019", "claimed", "2019-03-03", "3 March 2019",
                 "Written out.", "claimed", "a rights group"),
         Telling("wire.txt", CASH, "denied", "../2019-04-30", "", "No date words: not later than publication.",
                 "denied", "Moscow")),
        (RUSSIA,), status="disputed", origins=2,
    ),
    SampleEvent(
        "Kim Jong Un to visit Moscow", "2020", "visits",
        (Telling("harbour.txt", "Kim Jong Un will visit Moscow in 2020, the Kremlin said.", "visit", "2020", "2020",
                 "Written out.", "planned", "the Kremlin"),),
        (KIM,), ("Moscow",), status="planned",
    ),
    SampleEvent(
        "Putin sends Kim Jong Un a letter on Liberation Day", "2022-08-15", "letters",
        (Telling("hangang.txt", "푸틴은 광복절인 15일 김정은 국무위원장에게 축전을 보내 양국 관계 확대를 제안했다.",
                 "축전", "2022-08-15", "15일", LETTER),
         Telling("vestnik.txt", "Президент Владимир Путин направил послание Ким Чен Ыну ещё утром 15 августа.",
                 "направил", "2022-08-15", "15 августа", LETTER),
         Telling("notes.txt", "Putin sent Kim a letter on Liberation Day, August 15.", "sent", "2022-08-15",
                 "August 15", LETTER)),
        (PUTIN, KIM, RUSSIA, NORTH_KOREA), ("Pyongyang",), origins=3,
    ),
    SampleEvent(
        "North Korea recognises the Donetsk republic", "2022-07", "recognition",
        (Telling("hangang.txt", "북한은 지난달 도네츠크 인민공화국의 독립을 승인했다.", "승인", "2022-07", "지난달",
                 "“지난달”, seen from 15 August 2022, is July 2022."),
         Telling("vestnik.txt", "Пхеньян признал независимость ДНР в июле.", "признал", "2022-07", "в июле",
                 "July, seen from 15 August 2022.")),
        (NORTH_KOREA, "Donetsk People's Republic"), ("Donetsk",), origins=2,
    ),
    SampleEvent(
        "North Korea's trade with Russia shrinks", "199X", "trade",
        (Telling("hangang.txt", "1990년대 북한의 대러 무역은 크게 줄었다.", "줄었다", "199X", "1990년대",
                 "A decade."),),
        (NORTH_KOREA,),
    ),
    SampleEvent(
        "Russia and North Korea to discuss deliveries", "2022-41", "diplomacy",
        (Telling("vestnik.txt", "Во второй половине 2022 года стороны обсудят поставки, заявил посол.", "обсудят",
                 "2022-41", "второй половине 2022 года", "Written out.", "planned", "посол"),),
        (RUSSIA, NORTH_KOREA), status="planned",
    ),
    SampleEvent(
        "The Soviet Union supplies North Korea", "19XX", "history",
        (Telling("vestnik.txt", "В XX веке Советский Союз был главным поставщиком Северной Кореи.", "поставщиком",
                 "19XX", "XX веке", "A century."),),
        ("Soviet Union", NORTH_KOREA),
    ),
    SampleEvent(
        "Japan rules Korea", "1910/1945", "history",
        (Telling("notes.txt", "Japan ruled the peninsula from 1910 to\u00a01945, and Soviet troops ended it.", "ruled",
                 "1910/1945", "from 1910 to\u00a01945", "Written out."),),
        ("Japan", "Soviet Union"), ("Korea",),
    ),
    SampleEvent(
        "=SUM of arms: shells said to be handed over", "", "arms",
        (Telling("notes.txt", "=SUM of arms: shells were handed over, an official claimed, without saying when.",
                 "handed over", "", "", "No words name a time.", "claimed", "an official"),),
        ("-Unit 39",), ("@Rason",), status="claimed",
    ),
    SampleEvent(
        "Russia denies paying in cash", "../2019-04-30", "sanctions",
        (Telling("wire.txt", "Moscow denied", "Moscow", "../2019-04-30", "", "Not later than publication.", "denied",
                 "Moscow", "cancelled"),),
        (RUSSIA,), ("Moscow",), status="denied", status_reason="cancelled",
    ),
)  # fmt: skip
