"""Dates, numbers, money, lists, marks and names, in every shipped locale."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.locale.reader import available, find
from briefing.model.facts import Amount, When
from briefing.model.span import Span, Written

ENGLISH_MONTHS = ("January", "February", "April", "June", "July", "August", "October", "December")


def written(text: str) -> Written:
    """Words at some place of some article."""
    return Written(text=text, span=Span(article="a", start=0, end=len(text)))


def amount(value: str | None, currency: str | None = "USD", qualifier: str | None = None) -> Amount:
    """A sum that stands in its source as "some $27 bn"."""
    return Amount(
        written=written("some $27 bn"),
        value=None if value is None else Decimal(value),
        currency=currency,
        qualifier=qualifier,
    )


@pytest.mark.parametrize(
    ("name", "day", "month", "year"),
    [
        ("en", "May 6, 2024", "May 2024", "2024"),
        ("en_GB", "6 May 2024", "May 2024", "2024"),
        ("uk", "6 травня 2024\u202fр.", "травень 2024\u202fр.", "2024"),
        ("pt_BR", "6 de maio de 2024", "maio de 2024", "2024"),
        ("de", "6. Mai 2024", "Mai 2024", "2024"),
        ("fr", "6 mai 2024", "mai 2024", "2024"),
        ("es", "6 de mayo de 2024", "mayo de 2024", "2024"),
        ("pl", "6 maja 2024", "maj 2024", "2024"),
    ],
)
def test_dates_are_long_and_as_exact_as_they_are_given(name: str, day: str, month: str, year: str) -> None:
    """A day, a month and a year, each in the reader's words."""
    reader = find(name)
    assert reader.date("2024-05-06").replace("\u00a0", "\u202f").replace(" р.", "\u202fр.") == day
    assert reader.date("2024-05").replace("\u00a0", "\u202f").replace(" р.", "\u202fр.") == month
    assert reader.date("2024") == year


@pytest.mark.parametrize(
    "iso",
    ["2023-12-06T23:30:00-11:00", "2023-12-06 05:00:00-03:00", "2023-12-06T00:10:00+14:00", "2023-12-06T12:00:00Z"],
)
def test_a_date_time_keeps_the_date_it_was_written_with(iso: str) -> None:
    """No time zone moves an article to another day."""
    assert find("en").date(iso) == "December 6, 2023"


@pytest.mark.parametrize(
    "iso", ["", "soon", "2023-13", "2023-02-30", "0000-01-01", "12.05.2024", "2024-05-06x", "٢٠٢٤"]
)
def test_what_is_no_date_stays_as_it_is(iso: str) -> None:
    """Nothing is guessed."""
    assert find("fr").date(iso) == iso


@pytest.mark.parametrize(
    ("name", "days", "months"),
    [
        ("en", "May 6 – 9, 2024", "May 6 – June 3, 2024"),
        ("uk", "6–9 травня 2024 р.", "6 травня – 3 червня 2024 р."),
        ("pt_BR", "6 – 9 de maio de 2024", "6 de maio – 3 de junho de 2024"),
        ("de", "6.–9. Mai 2024", "6. Mai – 3. Juni 2024"),
        ("fr", "6–9 mai 2024", "6 mai – 3 juin 2024"),
        ("es", "6–9 de mayo de 2024", "6 de mayo – 3 de junio de 2024"),
        ("pl", "6–9 maja 2024", "6 maja – 3 czerwca 2024"),
    ],
)
def test_ranges_say_once_what_both_ends_share(name: str, days: str, months: str) -> None:
    """Within a month, and across two, months spelled out; CLDR's thin spaces are read as spaces here."""
    reader = find(name)

    def plain(text: str) -> str:
        return text.replace("\u2009", " ").replace("\u202f", " ").replace("\u00a0", " ")

    assert plain(reader.date_range("2024-05-06", "2024-05-09")) == days
    assert plain(reader.date_range("2024-05-06", "2024-06-03")) == months


@pytest.mark.parametrize("name", available())
def test_ranges_of_any_precision_hold_both_ends(name: str) -> None:
    """Years, months, mixed precision and ends in the wrong order: nothing is lost; equal ends are one date."""
    reader = find(name)
    for start, end in [("2024", "2026"), ("2024-02", "2026-05"), ("2024", "2026-05"), ("2026-05-06", "2024-05-06")]:
        shown = reader.date_range(start, end)
        assert "2024" in shown
        assert "2026" in shown
    assert reader.date_range("2024-05", "2024-05") == reader.date("2024-05")
    assert reader.date_range("2024-05-06", "never").endswith("never")


@pytest.mark.parametrize("name", available())
def test_a_whole_year_or_month_is_shown_as_one(name: str) -> None:
    """The first to the last day of a period is the period; one day short of it is not."""
    reader = find(name)
    assert reader.date_range("2024-01-01", "2024-12-31") == reader.date("2024")
    assert reader.date_range("2024-02-01", "2024-02-29") == reader.date("2024-02")
    assert reader.date_range("2024-02-01", "2024-02-28") != reader.date("2024-02")
    assert reader.date_range("2024-02-01", "2024-03-31") != reader.date("2024")


@pytest.mark.parametrize("name", ["fr", "fr_FR", "fr_CH", "fr_CA"])
def test_french_never_prints_an_english_month(name: str) -> None:
    """All twelve months, as dates, in ranges and as deadlines, carry French names."""
    reader = find(name)
    for month in range(1, 13):
        iso = f"2024-{month:02}"
        shown = [reader.date(f"{iso}-15"), reader.date(iso), reader.date_range(f"{iso}-02", f"{iso}-15")]
        shown.append(reader.date_range(f"{iso}-15", "2025-01-02"))
        shown.append(reader.when(When(written=written("then"), start=None, end=f"{iso}-15")))
        assert not [text for text in shown for english in ENGLISH_MONTHS if english in text]
    assert reader.date("2024-05-06") == "6 mai 2024"
    assert reader.date("2024-08") == "août 2024"


@pytest.mark.parametrize("name", available())
def test_a_time_that_settles_nothing_stays_in_its_words(name: str) -> None:
    """A weekday is not made into a date."""
    assert find(name).when(When(written=written("on Friday"))) == "on Friday"


def test_a_deadline_with_one_end_says_which() -> None:
    """An open range never reads as a single day."""
    reader = find("en")
    assert reader.when(When(written=written("by June"), end="2024-06-30")) == "by June 30, 2024"
    assert reader.when(When(written=written("from June"), start="2024-06")) == "from June 2024"
    assert reader.when(When(written=written("June"), start="2024-06", end="2024-06")) == "June 2024"


@pytest.mark.parametrize(
    ("name", "large", "small"),
    [
        ("en", "1,234,567.89", "1,234"),
        ("uk", "1\u00a0234\u00a0567,89", "1\u00a0234"),
        ("pt_BR", "1.234.567,89", "1.234"),
        ("pt_PT", "1\u00a0234\u00a0567,89", "1234"),
        ("de", "1.234.567,89", "1.234"),
        ("fr", "1\u202f234\u202f567,89", "1\u202f234"),
        ("es", "1.234.567,89", "1234"),
        ("es_MX", "1,234,567.89", "1,234"),
        ("pl", "1\u00a0234\u00a0567,89", "1234"),
    ],
)
def test_numbers_are_grouped_and_marked(name: str, large: str, small: str) -> None:
    """Separators are the reader's; four digits stand together where that is the custom."""
    assert find(name).number(Decimal("1234567.89")) == large
    assert find(name).number(1234) == small


def test_no_digit_of_a_number_is_lost() -> None:
    """Nothing is rounded; what is no number, or beyond all bounds, is shown as it is."""
    reader = find("en")
    assert reader.number(Decimal("0.123456789")) == "0.123456789"
    assert reader.number(Decimal("1E+3")) == "1,000"
    assert reader.number(-5) == "-5"
    assert reader.number(Decimal("NaN")) == "NaN"
    assert reader.number(Decimal("1E+999999")) == "1E+999999"


@pytest.mark.parametrize(
    ("name", "money", "about"),
    [
        ("en", "27 billion US dollars", "about 27 billion US dollars"),
        ("uk", "27\u00a0млрд доларів США", "близько 27\u00a0млрд доларів США"),
        ("pt_BR", "27 bilhões de dólares americanos", "cerca de 27 bilhões de dólares americanos"),
        (
            "pt_PT",
            "27 mil milhões de dólares dos Estados Unidos",
            "cerca de 27 mil milhões de dólares dos Estados Unidos",
        ),
        ("de", "27 Milliarden US-Dollar", "rund 27 Milliarden US-Dollar"),
        ("fr", "27 milliards de dollars des États-Unis", "environ 27 milliards de dollars des États-Unis"),
        ("es", "27 mil millones de dólares estadounidenses", "alrededor de 27 mil millones de dólares estadounidenses"),
        ("pl", "27\u00a0mld dolarów amerykańskich", "około 27\u00a0mld dolarów amerykańskich"),
    ],
)
def test_money_is_compact_and_named(name: str, money: str, about: str) -> None:
    """Twenty-seven billion dollars, with and without their qualifier."""
    reader = find(name)
    assert reader.amount(amount("27000000000")) == money
    assert reader.amount(amount("2.7E10", qualifier="about")) == about


@pytest.mark.parametrize("name", available())
def test_every_qualifier_is_worded(name: str) -> None:
    """Each of the six changes the words and keeps the sum."""
    reader = find(name)
    plain = reader.amount(amount("5E7", "EUR"))
    qualifiers = ("about", "up_to", "at_least", "more_than", "less_than", "additional")
    shown = {reader.amount(amount("5E7", "EUR", qualifier)) for qualifier in qualifiers}
    assert len(shown | {plain}) == 7
    assert all(plain in text for text in shown)


@pytest.mark.parametrize(
    ("name", "value", "currency", "qualifier", "shown"),
    [
        ("en", "1234567", "GBP", None, "1,234,567 British pounds"),
        ("en", "1.25E6", "GBP", None, "1.25 million British pounds"),
        ("en", "1000000", "EUR", None, "1 million euros"),
        ("en", "1", "EUR", None, "1 euro"),
        ("fr", "1500000000", "EUR", None, "1,5 milliard d’euros"),
        ("fr", "1000000", "USD", None, "1 million de dollars des États-Unis"),
        ("fr", "250", "EUR", None, "250 euros"),
        ("pt_BR", "1500000", "EUR", None, "1,5 milhão de euros"),
        ("es", "1000000", "EUR", None, "1 millón de euros"),
        ("de", "1000000", "EUR", None, "1 Million Euro"),
        ("de", "2000000", "UAH", None, "2 Millionen ukrainische Hrywen"),
        ("uk", "2", "USD", "about", "близько 2 доларів США"),
        ("uk", "21", "USD", "up_to", "до 21 долара США"),
        ("uk", "2", "USD", "more_than", "понад 2 долари США"),
        ("pl", "22", "USD", "up_to", "do 22 dolarów amerykańskich"),
        ("pl", "1", "USD", "about", "około 1 dolara amerykańskiego"),
    ],
)
def test_sums_are_exact_and_agree_with_the_words_around_them(
    name: str, value: str, currency: str, qualifier: str | None, shown: str
) -> None:
    """A sum is scaled only where that loses nothing; number, case and preposition are right."""
    text = find(name).amount(amount(value, currency, qualifier))
    assert text.replace("\u00a0", " ") == shown


@pytest.mark.parametrize("name", available())
@pytest.mark.parametrize(
    "odd",
    [
        amount(None),
        amount("5", None),
        amount("5", "QQQ"),
        amount("5", "usd"),
        amount("5", ""),
        amount("NaN"),
        amount("Infinity"),
        amount("1E+40"),
        amount("5", qualifier="roughly"),
    ],
)
def test_a_sum_that_is_not_settled_stays_in_its_words(name: str, odd: Amount) -> None:
    """Without value or currency, or with ones that do not exist, the source's words are printed."""
    assert find(name).amount(odd) == "some $27 bn"


@given(
    st.decimals(min_value=0, max_value=10**17, places=2),
    st.sampled_from(available()),
    st.sampled_from(["USD", "EUR", "UAH", "JPY", "INR"]),
)
def test_a_sum_is_never_rounded(value: Decimal, name: str, currency: str) -> None:
    """The digits shown, scaled by the word after them, are all the significant digits of the value."""
    shown = find(name).amount(amount(str(value), currency))
    digits = "".join(filter(str.isdigit, shown)).strip("0")
    assert digits == "".join(filter(str.isdigit, f"{value:f}")).strip("0")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("en", "Kyiv, Lviv, and Odesa"),
        ("en_GB", "Kyiv, Lviv and Odesa"),
        ("uk", "Kyiv, Lviv і Odesa"),
        ("pt_BR", "Kyiv, Lviv e Odesa"),
        ("de", "Kyiv, Lviv und Odesa"),
        ("fr", "Kyiv, Lviv et Odesa"),
        ("es", "Kyiv, Lviv y Odesa"),
        ("pl", "Kyiv, Lviv i Odesa"),
    ],
)
def test_lists_end_with_the_readers_and(name: str, shown: str) -> None:
    """Three items, one and none."""
    reader = find(name)
    assert reader.listing(["Kyiv", "Lviv", "Odesa"]) == shown
    assert reader.listing(("Kyiv",)) == "Kyiv"
    assert reader.listing([]) == ""


def test_spanish_and_gives_way_before_its_own_sound() -> None:
    """It becomes "e" before the sound of an i, and stays "y" before a diphthong."""
    reader = find("es")
    assert reader.listing(["Ucrania", "Italia"]) == "Ucrania e Italia"
    assert reader.listing(["Francia", "Ucrania", "Israel"]) == "Francia, Ucrania e Israel"
    assert reader.listing(["padres", "hijos"]) == "padres e hijos"
    assert reader.listing(["agua", "hielo"]) == "agua y hielo"
    assert reader.listing(["Francia", "Ucrania"]) == "Francia y Ucrania"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("en", "“x”"),
        ("uk", "«x»"),
        ("pt_BR", "“x”"),
        ("pt_PT", "«x»"),
        ("pt_AO", "«x»"),
        ("de", "„x“"),
        ("de_CH", "„x“"),
        ("fr", "«\u00a0x\u00a0»"),
        ("fr_CA", "«\u00a0x\u00a0»"),
        ("fr_CH", "«x»"),
        ("es", "«x»"),
        ("es_MX", "“x”"),
        ("pl", "„x”"),
    ],
)
def test_quotation_marks_are_the_readers(name: str, shown: str) -> None:
    """The outer marks of CLDR, inherited by regions."""
    assert find(name).quotation("x") == shown


@given(st.text(), st.sampled_from(available()))
def test_not_a_character_inside_the_marks_is_changed(text: str, name: str) -> None:
    """What was said stays verbatim, marks in it and all."""
    reader = find(name)
    opening, closing = reader.quotation("\0").split("\0")
    assert reader.quotation(text) == opening + text + closing


@pytest.mark.parametrize(
    ("name", "ukraine", "english"),
    [
        ("en", "Ukraine", "English"),
        ("uk", "Україна", "англійська"),
        ("pt_BR", "Ucrânia", "inglês"),
        ("de", "Ukraine", "Englisch"),
        ("fr", "Ukraine", "anglais"),
        ("es", "Ucrania", "inglés"),
        ("pl", "Ukraina", "angielski"),
    ],
)
def test_countries_and_languages_are_named(name: str, ukraine: str, english: str) -> None:
    """By their codes, in the reader's language; a code that means nothing gives no country and is its own name."""
    reader = find(name)
    assert reader.country("UA") == reader.country("ua") == ukraine
    assert reader.language("en") == english
    assert reader.language("en-Latn-ZZ") == english
    for code in ("", "QX", "419", "UKR", "U\0", "{}", "ÜÄ"):
        assert reader.country(code) is None
    assert reader.language("qqq") == "qqq"
    assert reader.language("") == ""


@pytest.mark.parametrize(
    ("name", "ordered"),
    [
        ("uk", ["Гончар", "Ґалаґан", "Еней", "Єва", "Іваненко", "Їжакевич", "йосип", "Юра", "Ямпіль", "Biden"]),
        ("pl", ["Cel", "Ćma", "Lublin", "Łódź", "Sowa", "Śliwa", "Zebra", "Źródło", "Żaba", "Київ"]),
        ("es", ["nube", "Núñez", "ñandú", "Ocampo"]),
        ("de", ["Ärger", "Arm", "Öl", "Oma", "über", "Zeh"]),
        ("en", ["3M", "Émile", "Erdoğan", "Özil", "von der Leyen", "Zelenskyy"]),
    ],
)
def test_names_sort_as_the_readers_alphabet_has_them(name: str, ordered: list[str]) -> None:
    """Letters of the alphabet in their order, marks and case set aside, other scripts last."""
    shuffled = [*ordered[1::2], *ordered[::2]]
    assert sorted(shuffled, key=find(name).collate) == ordered


@given(st.text(), st.text(), st.sampled_from(available()))
def test_order_is_total(one: str, other: str, name: str) -> None:
    """Two names sort alike only when they are the same, whatever characters are in them."""
    collate = find(name).collate
    assert (collate(one) == collate(other)) == (one == other)


@pytest.mark.parametrize(
    ("words", "value", "qualifier", "shown"),
    [
        ("250", "250", None, {"uk": "250", "de": "250"}),
        ("1,250", "1250", None, {"uk": "1 250", "de": "1.250", "es": "1250"}),
        ("around 250", "250", "about", {"uk": "близько 250", "fr": "environ 250", "pl": "około 250"}),
        ("more than 30", "30", "more_than", {"uk": "понад 30", "de": "mehr als 30", "pt_BR": "mais de 30"}),
        ("about\n50%", "50", "about", {"uk": "близько 50%", "de": "rund 50 %", "es": "alrededor de 50 %"}),
        ("0.25 per cent", "0.25", None, {"uk": "0,25%", "fr": "0,25 %", "en": "0.25%"}),
        ("up to 5-percent", "5", "up_to", {"pl": "do 5%", "fr": "jusqu’à 5 %"}),
        ("2.5 million", "2500000", None, {"uk": "2,5 млн", "de": "2,5 Millionen", "en": "2.5 million"}),
        ("an additional 13", "13", "additional", {"uk": "додатково 13", "fr": "13 supplémentaires"}),
    ],
)
def test_counts_and_shares_are_written_the_reader_s_way(
    words: str, value: str, qualifier: str | None, shown: dict[str, str]
) -> None:
    """A number with its qualifier, percent sign or scale word, but nothing counted beside it."""
    given = Amount(written=written(words), value=Decimal(value), qualifier=qualifier)
    for name, expected in shown.items():
        assert find(name).amount(given).replace("\u00a0", " ").replace("\u202f", " ") == expected


@pytest.mark.parametrize(
    ("words", "value", "qualifier"),
    [
        ("250 companies", "250", None),
        ("250", "sNaN", None),
        ("250", "NaN", None),
        ("250", "-250", None),
        ("250", "Infinity", None),
        ("999999999999999999", "999999999999999999E999", None),
        ("around 250", "250", None),
        ("250", "250", "about"),
        ("250", "25", None),
        ("30 to 40", "30", None),
        ("1,25", "125", None),
        ("50 percentage points", "50", None),
        ("fifty", "50", None),
        ("about 50 times", "50", "about"),
        ("٢٥٠", "250", None),
        ("250\x00", "250", None),
        ("a " * 5000 + "5", "5", "about"),
    ],
)
def test_a_count_that_says_more_or_other_than_its_number_stays_in_its_words(
    words: str, value: str, qualifier: str | None
) -> None:
    """Where words and value differ, or anything stands beside the number, the source is printed."""
    given = Amount(written=written(words), value=Decimal(value), qualifier=qualifier)
    assert find("uk").amount(given) == words


@given(st.decimals(min_value=0, max_value=10**15, places=3), st.sampled_from(available()))
def test_a_share_is_never_rounded(value: Decimal, name: str) -> None:
    """All significant digits of a percentage are shown."""
    shown = find(name).amount(Amount(written=written(f"{value:f}%"), value=value))
    digits = "".join(filter(str.isdigit, shown)).strip("0")
    assert digits == "".join(filter(str.isdigit, f"{value:f}")).strip("0")


@pytest.mark.parametrize(
    ("name", "friday", "soon", "year"),
    [
        ("en", "Friday", "soon", "by the end of the year"),
        ("uk", "п’ятниця", "незабаром", "до кінця року"),
        ("pt_BR", "sexta-feira", "em breve", "até o fim do ano"),
        ("de", "Freitag", "in Kürze", "bis Jahresende"),
        ("fr", "vendredi", "prochainement", "d’ici à la fin de l’année"),
        ("es", "viernes", "próximamente", "antes de que acabe el año"),
        ("pl", "piątek", "wkrótce", "do końca roku"),
    ],
)
def test_times_said_in_a_word_are_worded(name: str, friday: str, soon: str, year: str) -> None:
    """A weekday, "soon" and the end of the year, however they are spaced and spelt."""
    reader = find(name)
    assert reader.spoken_time("Friday") == friday
    assert reader.spoken_time("soon") == soon
    assert reader.spoken_time("by the end of the year") == year


@pytest.mark.parametrize(
    "other", ["", "next Friday", "last fall", "Black Friday", "soon after", "the", "May", "Fridays", "\ud800"]
)
@pytest.mark.parametrize("name", ["en", "uk"])
def test_other_times_are_left_to_the_source(name: str, other: str) -> None:
    """What is not in the closed set, or of which English does not say which day it is, has no words."""
    assert find(name).spoken_time(other) is None


@pytest.mark.parametrize("name", ["uk", "pt_BR", "de", "fr", "es", "pl"])
def test_weekdays_are_seven_and_have_one_apostrophe(name: str) -> None:
    """Each English day has its own name, in the apostrophe of the catalogues; "on" adds nothing."""
    reader = find(name)
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    named = [reader.spoken_time(day) for day in days]
    assert None not in named
    assert len(set(named)) == 7
    assert "\u02bc" not in "".join(filter(None, named))
    assert [reader.spoken_time(f"on {day}") for day in days] == named
    assert find("uk").country("VN") == "В’єтнам"
