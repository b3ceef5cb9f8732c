"""The country that the text tells goes before the one where it plays; every sentence is invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from briefing.extract.reference.cast import Cast

CastOf = Callable[..., Cast]

FROM_OSLO = "OSLO, 3 May 2025 (NTB) — The harbour was opened on Monday. "
TOLD = [
    (FROM_OSLO + "Guests from Sweden included Lars Ekholm, a banker, and Mona Viklund, a nurse.", ["SE", "SE"]),
    (FROM_OSLO + "Guests from Sweden and Finland included Lars Ekholm, a banker.", [None]),
    (FROM_OSLO + "Mayor Lars Ekholm welcomed guests from Sweden.", ["NO"]),
    (
        (
            "GENEVA, 7 May 2025 (AFP) - Deputy Minister Lena Fischer, who stood in for German Health Minister Karl "
            "Weber, signed it. Swiss lawmaker Urs Keller left."
        ),
        ["DE", "DE", "CH"],
    ),
    ("The Chair (Ms. Ruth Okello, Kenya): I give the floor to India.\nIndia came. India left.", ["KE"]),
    (
        (
            "NAIROBI, 14 October 2025 - Kenya's road was opened on Monday.\n"
            "Ministers Amina Odhiambo and Peter Onyango cut the ribbon."
        ),
        ["KE", "KE"],
    ),
    (
        (
            "NAIROBI, 14 May 2025 - The summit opened in Kenya. Spain, Qatar, Peru and Vietnam came; Brazil did not.\n"
            "Ministers Amina Odhiambo and Pieter van der Berg signed the charter."
        ),
        [None, None],
    ),
]


@pytest.mark.parametrize(("text", "countries"), TOLD)
def test_told_before_where_it_plays(cast_of: CastOf, text: str, countries: list[str | None]) -> None:
    """Where guests come from, for whom one stands in, what follows in brackets; among many states it stays open."""
    assert [one.country for one in cast_of(text).people] == countries


def test_a_lake_is_no_state(cast_of: CastOf) -> None:
    """`Lake Victoria` belongs to its body's name and tells no country; the state of Victoria does."""
    lake = cast_of("Lake Victoria Fisheries Organization secretary Ann Lowe spoke.").people[0]
    assert (lake.organisation, lake.country) == ("Lake Victoria Fisheries Organization", None)


FAR = [
    (
        (
            "NAIROBI, 3 May 2025 - Kenya's drought worsens. The Under-Secretary-General for Relief Ann Lowe met Kenyan "
            "Health Minister Amina Odhiambo and UN Secretary-General special representative for Kenya Jon Rask."
        ),
        [None, "KE", None],
    ),
    ("KYIV, 3 May 2025 - Ann Lowe, head of a United Nations Water Office in Kyiv, spoke.", [None]),
    ("Ann Lowe, director of the Trade Information Office in Kyiv, spoke.", ["UA"]),
    ("The Secretary General of the Organization of American States Ann Lowe spoke.", [None]),
    ("Ambassador Ana Reyes of the Philippines spoke.", ["PH"]),
    ("They heard Ann Lee, Kaleb Udom from Palau, and Jack Adler from Fiji.", [None, "PW", "FJ"]),
    ("They drove Jack Adler from Palau.", [None]),
    ("The delegation of the Slovak Republic was led by the manager of the mint Kim Tash.", ["SK"]),
    ("The delegation of experts to Peru was led by the manager of the mint Kim Tash.", [None]),
    ("Turkish Cypriot leader Ali Demir spoke.", ["CY"]),
    (
        "Rome, 3 May 2025 - A court in Italy sent British banker Tom Hale to jail. Hale's lawyer Aldo Ricci left.",
        ["GB", None],
    ),
    (
        "Japanese mayor Yuma Sato won. His rival, Ken Mori, left. His counterpart Tom Hale left.",
        ["JP", "JP", None],
    ),
    ("A court sent British minister Tom Hale to jail. Hale's spokesman Aldo Ricci left.", ["GB", "GB"]),
    (
        (
            "BANGKOK, 3 May 2025 - Thai towns are flooded. Prime Minister Somchai Dee toured the south. He met his "
            "Malaysian counterpart, Ali Hassan, in Phuket. The Malaysian leader is on a private visit."
        ),
        ["TH", "MY"],
    ),
    (
        (
            "The talks were joined by Minister Yeman Tekle and Ambassador Asil Aba on the Eritrean side and Egypt's "
            "Trade Minister Omar Nasser, and Farm Minister Hany Zaki."
        ),
        ["ER", "ER", "EG", "EG"],
    ),
    ("On the Jordanian side were Minister Omar Haddad and Ambassador Rami Saad.", ["JO", "JO"]),
    (
        (
            "President Agus Santoso arrived in Seoul on Monday. Santoso was to leave Seoul after two days, "
            "the Indonesian delegation said, and Indonesia thanked its hosts in Seoul and in Busan."
        ),
        [None],
    ),
    (
        (
            "Elders thanked Prime Minister Mere Cakau for the bridge over the river. She came by boat and spoke to "
            "all families of the village about water and light for their homes. She praised Fijians. It was paid by "
            "the Japan Aid Fund, and the government of Japan will pay for the road."
        ),
        [None],
    ),
    (
        "On her first visit to Norway, the Swedish leader met President Ola Berg.",
        ["NO"],
    ),
    (
        (
            "ST JOHN'S, Antigua - Ana Reyes, who will speak with Prime Minister Tom Hale on their return, will visit "
            "Dominica."
        ),
        [None, "AG"],
    ),
]


@pytest.mark.parametrize(("text", "countries"), FAR)
def test_who_serves_many_states_or_is_abroad(cast_of: CastOf, text: str, countries: list[str | None]) -> None:
    """Bodies of many states, lawyers, the two sides of a table, who arrives from elsewhere: none is simply of home."""
    assert [one.country for one in cast_of(text).people] == countries
